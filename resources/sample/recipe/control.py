# SPDX-License-Identifier: Apache-2.0
"""control.gpkg: invented demonstration control lines. No real ecological red line, basic farmland or development
boundary of the region can be had; these are made from ridges, rivers and towns, and every name says so."""
import json
import math
import os
import random

from osgeo import ogr
from shapely.geometry import LineString, Point, Polygon, shape
from shapely.ops import transform as moved
from shapely.ops import substring, unary_union
from shapely.prepared import prep
from shapely.validation import make_valid

import geopackage
import ragged

# Metres to build in, degrees (CGCS2000) to store; 7 decimals are a centimetre.
WORK, STORED = 4545, 4490
NOTE = "虚构演示数据,非真实控制线,不得用于任何审批"
FIELDS = ["code", "name", "type", "place", "note"]
# River reaches with a red line: name, river, from longitude, to longitude, half width in metres.
REACHES = [("长江岸线", "长江", 104.95, 105.12, 900), ("长江岸线", "长江", 105.86, 106.0, 1000),
           ("长江岸线", "长江", 108.62, 108.95, 1100), ("长江岸线", "长江", 107.9, 108.06, 1000),
           ("州河岸线", "州河", 107.58, 107.7, 700), ("沱江岸线", "沱江", 104.88, 105.0, 700)]
# Towns with a development boundary: adcode, radius in metres.
TOWNS = [("500101", 7200), ("511700", 7000), ("500154", 5200), ("511723", 2800), ("511722", 2900), ("511725", 3200),
         ("511724", 3200), ("511781", 2100), ("500155", 3400), ("500231", 3200), ("500233", 2600), ("500235", 2700),
         ("511623", 2900), ("511500", 7600), ("510500", 7400), ("511000", 6300), ("510300", 6800), ("500116", 5200),
         ("500118", 6000), ("500110", 4400), ("500111", 4600), ("500151", 4400), ("500153", 4300), ("511083", 3400),
         ("510522", 2600)]
# Where farmland is scattered: longitude, latitude, radius in metres, number of patches.
PLAINS = [(107.3, 31.0, 38000, 16), (107.85, 31.0, 26000, 12), (107.75, 30.7, 22000, 9), (108.2, 31.1, 22000, 9),
          (108.25, 30.72, 20000, 8), (107.2, 30.62, 24000, 9), (107.36, 30.36, 20000, 8), (105.1, 29.5, 36000, 13),
          (105.7, 29.55, 30000, 12), (105.9, 29.3, 26000, 9), (104.75, 28.95, 26000, 9), (105.5, 29.0, 26000, 8)]


class Scene:
    """The ridges, rivers and places of the sample in the working CRS."""

    def __init__(self, sample):
        self.forward = geopackage.transform(4326, WORK)
        self.ridges = json.load(open(os.path.join(sample, "ridges.json"), encoding="utf-8"))["ridges"]
        places = json.load(open(os.path.join(sample, "places.json"), encoding="utf-8"))["places"]
        self.places = {p["adcode"]: p for p in places}
        self.rivers = {}
        source = ogr.Open(os.path.join(sample, "rivers.gpkg"))
        for feature in source.GetLayerByName("river_named"):
            geometry = shape(json.loads(feature.GetGeometryRef().ExportToJson()))
            self.rivers[feature.GetField("name")] = max(geometry.geoms, key=lambda g: g.length)

    def line(self, points):
        return LineString(self.forward(points))

    def position(self, adcode):
        place = self.places[adcode]
        return self.forward([(place["lon"], place["lat"])])[0]


def reach(river, start, finish):
    """The stretch of a river between two meridians."""
    at = sorted(river.project(min((Point(p) for p in river.coords), key=lambda p: abs(p.x - lon)))
                for lon in (start, finish))
    return substring(river, *at)


def red_lines(scene, chance):
    found = []
    for ridge in scene.ridges:
        if ridge["name"] == "秦岭":
            continue
        line = ragged.smooth(scene.line(ridge["points"]), 900)
        width = ridge["width_km"] * 1000
        for piece in ragged.pieces(line, 78000, 5200):
            body = ragged.ribbon(piece, width, 1350 if width < 12000 else 2400, chance)
            body = ragged.with_holes(body, 2 + int(piece.length / 22000), 620 if width < 12000 else 1300, chance)
            found.append((ridge["name"], body))
    for name, river, start, finish, half in REACHES:
        line = scene.line(reach(scene.rivers[river], start, finish).coords).simplify(250)
        body = ragged.ragged(ragged.largest(line.buffer(half, 4)), 520, 150, chance)
        others = unary_union([other.buffer(60) for _, other in found])
        found.append((name, ragged.largest(body.difference(others))))
    return found


def towns(scene, chance):
    found = []
    for adcode, radius in TOWNS:
        x, y = scene.position(adcode)
        body = ragged.blob(x, y, radius, chance.uniform(1.0, 1.7), chance.uniform(0.4, 1.2), chance, 72)
        side = ragged.blob(x + radius * 0.9, y + radius * chance.uniform(-0.6, 0.6), radius * 0.5, 1.3, 0.8, chance, 40)
        name = scene.places[adcode]["name"]
        found.append((name, ragged.with_holes(ragged.largest(body.union(side)), 2, radius * 0.09, chance)))
    return found


def farmland(scene, taken, chance):
    found = []
    blocked = prep(taken)
    for lon, lat, radius, count in PLAINS:
        x, y = scene.forward([(lon, lat)])[0]
        made, tries = 0, 0
        while made < count and tries < 3000:
            tries += 1
            angle, far = chance.uniform(0, 6.28), radius * math.sqrt(chance.random())
            size = chance.uniform(700, 2100)
            body = ragged.blob(x + far * math.cos(angle), y + far * math.sin(angle), size, chance.uniform(1.2, 2.4),
                               chance.uniform(0.6, 1.1), chance, 48)
            near = body.buffer(250)
            if blocked.intersects(near) or any(near.intersects(other) for _, other in found):
                continue
            found.append((f"{lon:.1f}E{lat:.1f}N", ragged.with_holes(body, chance.randint(0, 2), size * 0.12, chance)))
            made += 1
    return found


def stored(body):
    """In degrees, rounded, and still valid."""
    back = geopackage.transform(WORK, STORED)
    rounded = [[(round(x, 7), round(y, 7)) for x, y in back(ring.coords)] for ring in [body.exterior, *body.interiors]]
    return ragged.largest(make_valid(Polygon(rounded[0], rounded[1:])))


def rows(bodies, letters, title, kind):
    return [(stored(body), [f"{letters}-{i:03d}", f"{place}{title}(虚构演示数据)", kind, place, NOTE])
            for i, (place, body) in enumerate(bodies, 1)]


def make(sample, target):
    chance = random.Random(20261121)
    scene = Scene(sample)
    red = red_lines(scene, chance)
    red_area = unary_union([body for _, body in red])
    town = [(name, ragged.largest(body.difference(red_area.buffer(60)))) for name, body in towns(scene, chance)]
    taken = unary_union([red_area, *[body for _, body in town]])
    field = farmland(scene, taken, chance)
    names = [("生态保护红线", rows(red, "YS", "生态保护红线", "eco_redline")),
             ("永久基本农田", rows([("", b) for _, b in field], "NT", "永久基本农田", "basic_farmland")),
             ("城镇开发边界", rows(town, "CZ", "城镇开发边界", "dev_boundary"))]
    geopackage.write(target, [(name, STORED, ogr.wkbMultiPolygon, FIELDS, found) for name, found in names])
    return ", ".join(f"{name} {len(found)}" for name, found in names)
