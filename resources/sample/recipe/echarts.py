# SPDX-License-Identifier: Apache-2.0
"""Reads the maps of npm echarts@4.9.0: fetches, decodes, takes the GCJ-02 shift away."""
import hashlib
import json
import math
import os
import subprocess
import tarfile

PACKAGE = "echarts@4.9.0"
SHA1 = "a9b9baa03f03a2a731e6340c55befb57a9e1347d"
MAPS = {
    "500000": ("package/map/json/province/chongqing.json",
               "24f01b4818d6a9dae19559340704cf45fd74162324af31a1169ace4f5cf063d6"),
    "510000": ("package/map/json/province/sichuan.json",
               "03d2adccf58a1f529e7dd6703397755b9e62839807cf46060f12b659f5e98600"),
}


def fetch(folder):
    """The package's files by name, from the npm registry or an earlier fetch in `folder`."""
    archive = os.path.join(folder, "echarts-4.9.0.tgz")
    if not os.path.exists(archive):
        subprocess.run(["npm", "pack", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    if hashlib.sha1(open(archive, "rb").read()).hexdigest() != SHA1:
        raise SystemExit(archive + " is not the package that the recipe knows")
    names = [entry for entry, _ in MAPS.values()] + ["package/LICENSE", "package/NOTICE"]
    with tarfile.open(archive) as package:
        files = {name: package.extractfile(name).read() for name in names}
    for entry, sha256 in MAPS.values():
        if hashlib.sha256(files[entry]).hexdigest() != sha256:
            raise SystemExit(entry + " is not the map that the recipe knows")
    return files


def decoded_ring(text, offset):
    """A ring's text: two characters a vertex, zigzag steps of 1/1024 degree from the offset."""
    x, y = offset
    ring = []
    for i in range(0, len(text) - 1, 2):
        steps = [ord(text[i + k]) - 64 for k in (0, 1)]
        step_x, step_y = [(n >> 1) ^ (-(n & 1)) for n in steps]
        x += step_x
        y += step_y
        ring.append((x / 1024, y / 1024))
    return ring


def without_repeats(ring):
    """Closed and without repeated neighbours; None if fewer than three different points remain."""
    clean = [p for i, p in enumerate(ring) if i == 0 or p != ring[i - 1]]
    if clean[0] != clean[-1]:
        clean.append(clean[0])
    return clean if len(set(clean)) >= 3 else None


def decoded_parts(geometry):
    """Polygons as lists of rings; a part whose outer ring is a crumb goes whole."""
    texts, offsets = geometry["coordinates"], geometry["encodeOffsets"]
    if geometry["type"] == "Polygon":
        texts, offsets = [texts], [offsets]
    parts = []
    for part_texts, part_offsets in zip(texts, offsets):
        rings = [without_repeats(decoded_ring(t, o)) for t, o in zip(part_texts, part_offsets)]
        if rings[0]:
            parts.append([ring for ring in rings if ring])
    return parts


def _forward_shift(lon, lat):
    """The published GCJ-02 offset at a WGS 84 position, degrees."""
    x, y = lon - 105.0, lat - 35.0
    wave = (20 * math.sin(6 * math.pi * x) + 20 * math.sin(2 * math.pi * x)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + wave
    north += (20 * math.sin(math.pi * y) + 40 * math.sin(math.pi * y / 3)) * 2 / 3
    north += (160 * math.sin(math.pi * y / 12) + 320 * math.sin(math.pi * y / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + wave
    east += (20 * math.sin(math.pi * x) + 40 * math.sin(math.pi * x / 3)) * 2 / 3
    east += (150 * math.sin(math.pi * x / 12) + 300 * math.sin(math.pi * x / 30)) * 2 / 3
    axis, eccentricity2 = 6378245.0, 0.00669342162296594323
    w = 1 - eccentricity2 * math.sin(math.radians(lat)) ** 2
    north = math.degrees(north * w * math.sqrt(w) / (axis * (1 - eccentricity2)))
    east = math.degrees(east * math.sqrt(w) / (axis * math.cos(math.radians(lat))))
    return east, north


class Unshift:
    """GCJ-02 to WGS 84, once for each distinct vertex, so that shared vertices stay shared."""

    def __init__(self):
        self._known = {}

    def __call__(self, point):
        if point not in self._known:
            lon, lat = point
            for _ in range(6):
                east, north = _forward_shift(lon, lat)
                lon, lat = point[0] - east, point[1] - north
            self._known[point] = (round(lon, 6), round(lat, 6))
        return self._known[point]


def features(files):
    """(province, id, name, parts, label point) of all 59 units, in WGS 84."""
    unshift = Unshift()
    found = []
    for province, (entry, _) in MAPS.items():
        for feature in json.loads(files[entry].decode("utf-8"))["features"]:
            parts = [[without_repeats([unshift(p) for p in ring]) for ring in part]
                     for part in decoded_parts(feature["geometry"])]
            label = unshift(tuple(feature["properties"]["cp"]))
            found.append((province, feature["id"], feature["properties"]["name"], parts, label))
    return found
