#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the sample's geometry files again. Needs npm, gmt, gmt-dcw, gmt-gshhg-full, python3-gdal, python3-shapely.

    /usr/bin/python3 make.py [--into FOLDER] [--cache FOLDER]

Writes boundaries.gpkg, outlines.gpkg, rivers.gpkg and control.gpkg into the sample folder (or FOLDER, beside copies
of places.json and ridges.json). The npm package is kept in the cache folder."""
import argparse
import os
import sys
import tempfile
import warnings

sys.dont_write_bytecode = True
warnings.filterwarnings("ignore", category=DeprecationWarning)
warnings.filterwarnings("ignore", message=".*STRtree.*")

import boundaries  # noqa: E402
import control  # noqa: E402
import outlines  # noqa: E402
import rivers  # noqa: E402


def main():
    sample = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--into", default=sample)
    arguments.add_argument("--cache", default=os.path.join(tempfile.gettempdir(), "tuce-recipe"))
    options = arguments.parse_args()
    os.makedirs(options.cache, exist_ok=True)
    place = lambda name: os.path.join(options.into, name)  # noqa: E731
    print("boundaries:", boundaries.make(options.cache, place("boundaries.gpkg")))
    print("outlines:", outlines.make(options.cache, place("outlines.gpkg")))
    print("rivers:", rivers.make(options.cache, place("rivers.gpkg")))
    print("control:", control.make(options.into, place("control.gpkg")))


if __name__ == "__main__":
    main()
