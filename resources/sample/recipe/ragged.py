# SPDX-License-Identifier: Apache-2.0
"""Shapes that look like drawn control lines: tapered ribbons along a line, blobs about a place, ragged rings."""
import math

from shapely.geometry import LineString, Polygon
from shapely.ops import substring
from shapely.validation import make_valid


def largest(geometry):
    """The largest polygon of whatever came out of a repair."""
    parts = [g for g in getattr(geometry, "geoms", [geometry]) if g.geom_type == "Polygon"]
    return max(parts, key=lambda g: g.area)


def smooth(line, step):
    """Catmull-Rom through the vertices of a line, sampled about every `step`."""
    points = list(line.coords)
    points = [_beyond(points[1], points[0]), *points, _beyond(points[-2], points[-1])]
    found = []
    for a, b, c, d in zip(points, points[1:], points[2:], points[3:]):
        count = max(2, int(math.dist(b, c) / step))
        found += [_catmull_rom(a, b, c, d, i / count) for i in range(count)]
    return LineString([*found, points[-2]])


def _beyond(inner, end):
    return 2 * end[0] - inner[0], 2 * end[1] - inner[1]


def _catmull_rom(a, b, c, d, t):
    return tuple(0.5 * (2 * b[k] + (c[k] - a[k]) * t + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t +
                        (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t ** 3) for k in (0, 1))


def ribbon(line, width, step, random):
    """A band that tapers to both ends, with teeth of spurs and gullies on its sides."""
    left, right = [], []
    count = int(line.length / step)
    wave = [random.uniform(0, 6.28) for _ in range(4)]
    for i in range(count + 1):
        t = i / count
        a = line.interpolate(max(0, i * step - step / 2))
        b = line.interpolate(min(line.length, i * step + step / 2))
        middle = line.interpolate(min(line.length, i * step))
        length = math.dist(a.coords[0], b.coords[0]) or 1
        normal = (-(b.y - a.y) / length, (b.x - a.x) / length)
        taper = min(1.0, math.sin(math.pi * t) ** 0.6 * 1.1)
        for side, sign in ((left, 1), (right, -1)):
            swell = 1 + 0.22 * math.sin(9 * t + wave[0 if sign > 0 else 1]) + 0.12 * math.sin(23 * t + wave[2])
            tooth = 1 + (0.2 if i % 2 else -0.16) * random.uniform(0.4, 1.0)
            half = sign * width / 2 * taper * swell * tooth
            side.append((middle.x + normal[0] * half, middle.y + normal[1] * half))
    return largest(make_valid(Polygon(left + right[::-1])))


def ragged(polygon, step, amplitude, random):
    """The polygon with its rings sampled every `step` and each vertex moved by up to `amplitude`."""
    shell = _ragged_ring(polygon.exterior, step, amplitude, random)
    holes = [_ragged_ring(ring, step, amplitude, random) for ring in polygon.interiors]
    return largest(make_valid(Polygon(shell, holes)))


def _ragged_ring(ring, step, amplitude, random):
    count = max(8, int(ring.length / step))
    found = []
    for i in range(count):
        at = ring.interpolate(i * ring.length / count)
        found.append((at.x + random.uniform(-amplitude, amplitude), at.y + random.uniform(-amplitude, amplitude)))
    return found


def blob(x, y, radius, stretch, angle, random, count=40):
    """A roundish ragged patch, `stretch` times as long as wide in the direction `angle`."""
    waves = [(k, random.uniform(0, 6.28), random.uniform(0.03, 0.16) / math.sqrt(k)) for k in (2, 3, 5, 7, 11)]
    ring = []
    for i in range(count):
        turn = 2 * math.pi * i / count
        r = radius * (1 + sum(a * math.sin(k * turn + p) for k, p, a in waves)) * random.uniform(0.93, 1.07)
        u, v = r * math.cos(turn) * math.sqrt(stretch), r * math.sin(turn) / math.sqrt(stretch)
        ring.append((x + u * math.cos(angle) - v * math.sin(angle), y + u * math.sin(angle) + v * math.cos(angle)))
    return largest(make_valid(Polygon(ring)))


def with_holes(polygon, count, radius, random):
    """Cuts ragged holes (villages, quarries) well inside the polygon."""
    box = polygon.bounds
    made, tries = 0, 0
    while made < count and tries < 4000:
        tries += 1
        size = radius * random.uniform(0.5, 1.2)
        hole = blob(random.uniform(box[0], box[2]), random.uniform(box[1], box[3]), size, 1.2, 0.8, random, 14)
        if polygon.contains(hole.buffer(size * 0.6)):
            polygon = polygon.difference(hole)
            made += 1
    return polygon


def pieces(line, longest, gap):
    """The line cut into equal pieces of at most `longest` with gaps between them."""
    count = max(1, math.ceil(line.length / longest))
    length = (line.length - gap * (count - 1)) / count
    return [substring(line, i * (length + gap), i * (length + gap) + length) for i in range(count)]
