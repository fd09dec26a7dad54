# SPDX-License-Identifier: Apache-2.0
"""Makes overlapping and gaping polygons into a coverage: every face of their lines goes to one feature."""
from collections import defaultdict

from osgeo import osr
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.ops import polygonize, unary_union
from shapely.strtree import STRtree
from shapely.validation import make_valid

ALBERS = "+proj=aea +lat_1=27 +lat_2=33 +lat_0=30 +lon_0=105 +datum=WGS84"
CRUMB_KM2 = 0.05
LARGEST_GAP_KM2 = 5.0


def _projector():
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromEPSG(4326)
    source.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    target.ImportFromProj4(ALBERS)
    step = osr.CoordinateTransformation(source, target)
    return lambda points: [(p[0], p[1]) for p in step.TransformPoints([(x, y) for x, y in points])]


project = _projector()


def area_km2(polygon):
    rings = [Polygon(project(r.coords)).area for r in [polygon.exterior, *polygon.interiors]]
    return (rings[0] - sum(rings[1:])) / 1e6


def _segments(polygon):
    for ring in [polygon.exterior, *polygon.interiors]:
        points = list(ring.coords)
        for a, b in zip(points, points[1:]):
            yield (a, b) if a < b else (b, a)


def _length(segment):
    (ax, ay), (bx, by) = project(segment)
    return ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5


class Faces:
    """The faces of the noded lines, their areas, and how long each common edge is."""

    def __init__(self, parts_of_features):
        lines = [LineString(ring) for parts in parts_of_features for part in parts for ring in part]
        self.faces = list(polygonize(unary_union(lines)))
        self.areas = [area_km2(face) for face in self.faces]
        self.common = [defaultdict(float) for _ in self.faces]
        owners = defaultdict(list)
        for index, face in enumerate(self.faces):
            for segment in _segments(face):
                owners[segment].append(index)
        for segment, pair in owners.items():
            if len(pair) == 2:
                length = _length(segment)
                self.common[pair[0]][pair[1]] += length
                self.common[pair[1]][pair[0]] += length

    def candidates(self, parts_of_features):
        """For each face the features that contain its inner point."""
        shapes, owners = [], {}
        for feature, parts in enumerate(parts_of_features):
            shape = even_odd(parts)
            owners[id(shape)] = feature
            shapes.append(shape)
        tree = STRtree(shapes)
        found = []
        for face in self.faces:
            inner = face.representative_point()
            found.append(sorted({owners[id(s)] for s in tree.query(inner) if s.contains(inner)}))
        return found


def even_odd(parts):
    """The area inside an odd number of the rings, which may cross themselves and each other."""
    shape = MultiPolygon([Polygon(part[0], part[1:]) for part in parts])
    return shape if shape.is_valid else make_valid(shape)


def assigned(faces, candidates):
    """The feature of each face; contested and empty faces go by the longest common edge, largest first."""
    owner = [found[0] if len(found) == 1 else None for found in candidates]
    open_faces = sorted((i for i, o in enumerate(owner) if o is None and
                         not (not candidates[i] and faces.areas[i] > LARGEST_GAP_KM2)),
                        key=lambda i: -faces.areas[i])
    while open_faces:
        left = []
        for index in open_faces:
            lengths = defaultdict(float)
            for neighbour, length in faces.common[index].items():
                feature = owner[neighbour]
                if feature is not None and (not candidates[index] or feature in candidates[index]):
                    lengths[feature] += length
            if lengths:
                owner[index] = min(lengths, key=lambda f: (-lengths[f], f))
            else:
                left.append(index)
        if len(left) == len(open_faces):
            raise SystemExit("faces without a neighbour are left")
        open_faces = left
    return owner


def parts_of(geometry):
    return list(geometry.geoms) if geometry.geom_type == "MultiPolygon" else [geometry]


def without_crumbs(shapes):
    """Gives each small part of a multi-part feature to the neighbour with the longest common edge."""
    owners = defaultdict(list)
    for feature, shape in enumerate(shapes):
        for segment in _segments_of(shape):
            owners[segment].append(feature)
    gained = defaultdict(list)
    kept = []
    for feature, shape in enumerate(shapes):
        parts = parts_of(shape)
        stay = []
        for part in parts:
            if len(parts) == 1 or area_km2(part) >= CRUMB_KM2:
                stay.append(part)
                continue
            lengths = defaultdict(float)
            for segment in _segments(part):
                for other in owners[segment]:
                    if other != feature:
                        lengths[other] += _length(segment)
            if lengths:
                gained[min(lengths, key=lambda f: (-lengths[f], f))].append(part)
            else:
                stay.append(part)
        kept.append(stay)
    return [unary_union(stay + gained[i]) for i, stay in enumerate(kept)], sum(map(len, gained.values()))


def _segments_of(shape):
    for part in parts_of(shape):
        yield from _segments(part)


def coverage(parts_of_features):
    """One valid shape per feature, without gaps and overlaps; and a line of figures."""
    faces = Faces(parts_of_features)
    candidates = faces.candidates(parts_of_features)
    overlap = sum(a for a, c in zip(faces.areas, candidates) if len(c) > 1)
    gap = sum(a for a, c in zip(faces.areas, candidates) if not c)
    owner = assigned(faces, candidates)
    groups = [[] for _ in parts_of_features]
    for face, feature in zip(faces.faces, owner):
        if feature is not None:
            groups[feature].append(face)
    shapes, crumbs = without_crumbs([unary_union(group) for group in groups])
    figures = f"{len(faces.faces)} faces, {overlap:.2f} km2 in two, {gap:.2f} km2 in none, {crumbs} crumbs"
    return shapes, figures
