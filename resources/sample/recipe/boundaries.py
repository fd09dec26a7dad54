# SPDX-License-Identifier: Apache-2.0
"""boundaries.gpkg: provinces, prefectures, Chongqing's counties and label points from npm echarts@4.9.0."""
from osgeo import ogr
from shapely.geometry import Point
from shapely.ops import unary_union

import coverage
import echarts
import geopackage

# Two counties became districts in 2016; the package still has the old code and name.
RENAMED = {"500228": ("500155", "梁平区"), "500232": ("500156", "武隆区")}
PROVINCES = {"500000": "重庆市", "510000": "四川省"}
NOTE = "示意;GCJ-02 已改正为 WGS 84;界线为 2016 年;公开使用须有审图号"
FIELDS = ["adcode", "name", "parent", "level", "note"]


def make(folder, target):
    features = echarts.features(echarts.fetch(folder))
    shapes, figures = coverage.coverage([parts for _, _, _, parts, _ in features])
    county, prefecture, labels, by_province = [], [], [], {"500000": [], "510000": []}
    for (province, source, source_name, _, label), shape in zip(features, shapes):
        adcode, name = RENAMED.get(source, (source, source_name))
        level = "county" if province == "500000" else "prefecture"
        (county if level == "county" else prefecture).append((shape, [adcode, name, province, level, NOTE]))
        labels.append((Point(label), [adcode, name, level]))
        by_province[province].append(shape)
    outlines = {code: unary_union(found) for code, found in by_province.items()}
    prefecture.append((outlines["500000"], ["500000", "重庆市", "100000", "municipality", NOTE]))
    province = [(outlines[code], [code, name, "100000", "province", NOTE]) for code, name in PROVINCES.items()]
    geopackage.write(target, [
        ("province", 4326, ogr.wkbMultiPolygon, FIELDS, province),
        ("prefecture", 4326, ogr.wkbMultiPolygon, FIELDS, prefecture),
        ("county", 4326, ogr.wkbMultiPolygon, FIELDS, county),
        ("label_point", 4326, ogr.wkbPoint, ["adcode", "name", "level"], labels),
    ])
    return figures
