# SPDX-License-Identifier: Apache-2.0
"""rivers.gpkg: rivers of World Data Bank II as Debian's gmt-gshhg-full packs them. The source has no names: each named
river is the shortest way through the line network between stated places."""
import heapq
import math
import subprocess
from collections import defaultdict

from osgeo import ogr
from shapely.geometry import LineString, MultiLineString, box
from shapely.ops import linemerge

import geopackage

BOX = box(97.0, 25.5, 111.0, 34.6)
BRIDGE_KM = 2.0
# A bridge costs more than a line of its length, so that it is taken only where the lines end.
BRIDGE_PENALTY = 3.0
RIVERS = [
    ("长江", "Yangtze", "104.65,28.77 105.45,28.88 106.58,29.57 107.4,29.72 108.4,30.8 109.87,31.07 110.9,30.83"),
    ("金沙江", "Jinsha", "99.0,30.3 101.7,26.55 104.65,28.77"),
    ("岷江", "Min", "103.6,31.0 103.76,29.55 104.62,28.77"),
    ("沱江", "Tuo", "104.4,30.87 104.65,30.12 105.05,29.58 105.45,28.88"),
    ("嘉陵江", "Jialing", "105.83,32.43 105.97,31.57 106.1,30.79 106.27,29.98 106.58,29.57"),
    ("涪江", "Fu", "104.53,32.41 104.75,31.46 105.57,30.5 106.27,29.98"),
    ("渠江", "Qu", "106.97,30.83 106.63,30.47 106.27,29.98"),
    ("州河", "Zhou", "107.72,31.35 107.5,31.2 106.97,30.83"),
    ("巴河", "Ba", "106.75,31.86 107.1,31.56 106.97,30.83"),
    ("乌江", "Wu", "108.5,28.56 108.16,29.3 107.76,29.32 107.4,29.72"),
    ("大渡河", "Dadu", "101.9,31.0 102.23,29.92 103.76,29.55"),
    ("青衣江", "Qingyi", "103.0,30.0 103.76,29.55"),
    ("雅砻江", "Yalong", "100.3,30.9 101.5,28.0 101.8,26.6"),
    ("赤水河", "Chishui", "105.7,28.55 105.83,28.8"),
]


def distance_km(a, b):
    """Great circle on the mean sphere; good to 0.5 %, enough to choose a way."""
    lon1, lat1, lon2, lat2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(h))


def lines(folder):
    """(level, points) of each segment of the package in the region."""
    text = subprocess.run(["gmt", "pscoast", "-R95/113/24/36.5", "-Df", "-M", "-Ia"], cwd=folder, check=True,
                          capture_output=True, text=True).stdout
    level, points = 0, []
    for line in [*text.splitlines(), ">"]:
        if line.startswith(">"):
            if len(points) > 1:
                yield level, points
            level = int(line.rsplit(None, 1)[1]) if "Level" in line else 0
            points = []
        else:
            point = tuple(round(float(v), 5) for v in line.split()[:2])
            if not points or point != points[-1]:
                points.append(point)


class Network:
    """Vertices, the segments between them with their level, and bridges between line ends."""

    def __init__(self, found):
        self.level = {}
        self.ways = defaultdict(dict)
        for level, points in found:
            for a, b in zip(points, points[1:]):
                self.level.setdefault((min(a, b), max(a, b)), level)
                self.ways[a][b] = self.ways[b][a] = distance_km(a, b)
        self._bridge()

    def _components(self):
        found = {}
        for start in self.ways:
            stack = [] if start in found else [start]
            while stack:
                here = stack.pop()
                if here not in found:
                    found[here] = start
                    stack.extend(self.ways[here])
        return found

    def _bridge(self):
        """Ties each line end to the nearest vertex of each other piece within reach."""
        component = self._components()
        cells = defaultdict(list)
        for p in self.ways:
            cells[(int(p[0] * 40), int(p[1] * 40))].append(p)
        bridges = []
        for end in sorted(p for p, ways in self.ways.items() if len(ways) == 1):
            nearest = {}
            for x in range(-1, 2):
                for y in range(-1, 2):
                    for p in cells[(int(end[0] * 40) + x, int(end[1] * 40) + y)]:
                        length = distance_km(end, p)
                        if component[p] != component[end] and length <= BRIDGE_KM:
                            nearest[component[p]] = min(nearest.get(component[p], (math.inf, p)), (length, p))
            bridges += [(end, p, length) for length, p in nearest.values()]
        for a, b, length in bridges:
            self.ways[a][b] = self.ways[b][a] = length * BRIDGE_PENALTY

    def nearest(self, place):
        return min(self.ways, key=lambda p: (distance_km(p, place), p))

    def path(self, start, goal):
        costs, previous, queue = {start: 0.0}, {}, [(0.0, start)]
        while queue:
            cost, here = heapq.heappop(queue)
            if here == goal:
                break
            if cost > costs[here]:
                continue
            for there, length in self.ways[here].items():
                if cost + length < costs.get(there, math.inf):
                    costs[there] = cost + length
                    previous[there] = here
                    heapq.heappush(queue, (cost + length, there))
        way = [goal]
        while way[-1] != start:
            way.append(previous[way[-1]])
        return way[::-1]

    def segments(self, places):
        """The real segments (no bridges) of the way through the places."""
        stops = [self.nearest(place) for place in places]
        found = {}
        for start, goal in zip(stops, stops[1:]):
            way = self.path(start, goal)
            for a, b in zip(way, way[1:]):
                key = (min(a, b), max(a, b))
                if key in self.level:
                    found[key] = None
        return list(found)


def merged(segments):
    joined = linemerge([LineString(s) for s in segments])
    return MultiLineString([joined]) if joined.geom_type == "LineString" else joined


def named(network):
    """Segments by river; where two share a stretch the longer river keeps it."""
    found = {}
    for name, _, places in RIVERS:
        found[name] = network.segments([tuple(map(float, p.split(","))) for p in places.split()])
    lengths = {name: sum(distance_km(*s) for s in segments) for name, segments in found.items()}
    owner = {}
    for name in sorted(found, key=lambda n: -lengths[n]):
        for segment in found[name]:
            owner.setdefault(segment, name)
    return {name: [s for s in segments if owner[s] == name] for name, segments in found.items()}, owner


def make(folder, target):
    network = Network(lines(folder))
    by_name, owner = named(network)
    rivers = []
    for name, english, _ in RIVERS:
        length = sum(distance_km(*s) for s in by_name[name])
        rivers.append((merged(by_name[name]), [name, english, str(round(length, 1))]))
    groups = defaultdict(list)
    for segment, level in network.level.items():
        if 1 <= level <= 4 and segment not in owner:
            groups[level].append(segment)
    background = []
    for level in sorted(groups):
        shape = merged(groups[level]).intersection(BOX)
        parts = [g for g in getattr(shape, "geoms", [shape]) if g.geom_type == "LineString"]
        background += [(MultiLineString([part]), [level]) for part in sorted(parts, key=lambda g: -g.length)]
    geopackage.write(target, [
        ("river_named", 4326, ogr.wkbMultiLineString, ["name", "name_en", "length_km"], rivers),
        ("river_wdb", 4326, ogr.wkbMultiLineString, ["wdb_level"], background),
    ])
    parts = ", ".join(f"{values[0]} {values[2]} km {len(g.geoms)}" for g, values in rivers)
    return f"{parts}; background {len(background)}"
