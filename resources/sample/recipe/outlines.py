# SPDX-License-Identifier: Apache-2.0
"""outlines.gpkg: the provinces about the region from Debian's gmt-dcw (Digital Chart of the World)."""
import subprocess

from osgeo import ogr
from shapely.geometry import MultiPolygon, Polygon
from shapely.ops import unary_union
from shapely.validation import make_valid

import geopackage

# DCW code, adcode and name by GB/T 2260.
PROVINCES = [("CQ", "500000", "重庆市"), ("SC", "510000", "四川省"), ("GZ", "520000", "贵州省"),
             ("YN", "530000", "云南省"), ("XZ", "540000", "西藏自治区"), ("SN", "610000", "陕西省"),
             ("GS", "620000", "甘肃省"), ("QH", "630000", "青海省"), ("HB", "420000", "湖北省"),
             ("HN", "430000", "湖南省")]
NOTE = "示意;公开使用须有审图号"


def rings(code, folder):
    text = subprocess.run(["gmt", "pscoast", "-ECN." + code, "-M"], cwd=folder, check=True, capture_output=True,
                          text=True).stdout
    ring = []
    for line in text.splitlines():
        if line.startswith(">"):
            if len(ring) > 3:
                yield ring
            ring = []
        elif line.strip():
            lon, lat = line.split()[:2]
            ring.append((round(float(lon), 6), round(float(lat), 6)))
    if len(ring) > 3:
        yield ring


def shape(code, folder):
    polygons = [make_valid(Polygon(ring)) for ring in rings(code, folder)]
    joined = unary_union([p for g in polygons for p in (g.geoms if hasattr(g, "geoms") else [g])
                          if p.geom_type == "Polygon"])
    return joined if joined.geom_type == "MultiPolygon" else MultiPolygon([joined])


def make(folder, target):
    rows = [(shape(code, folder), [adcode, name, "100000", "province", "CN." + code, NOTE])
            for code, adcode, name in PROVINCES]
    geopackage.write(target, [("province_outline", 4326, ogr.wkbMultiPolygon,
                               ["adcode", "name", "parent", "level", "dcw_code", "note"], rows)])
    return f"{len(rows)} outlines, {sum(len(p.exterior.coords) for g, _ in rows for p in g.geoms)} vertices"
