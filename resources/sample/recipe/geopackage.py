# SPDX-License-Identifier: Apache-2.0
"""Writes GeoPackage layers that are the same bytes for the same features."""
import os

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
osr.UseExceptions()
# A fixed date instead of "now" in gpkg_contents, so that the recipe's result can be compared.
gdal.SetConfigOption("OGR_CURRENT_DATE", "2026-11-21T00:00:00.000Z")


def reference(code):
    system = osr.SpatialReference()
    system.ImportFromEPSG(code)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def transform(source, target):
    """A function on lists of (x, y) between two EPSG codes."""
    step = osr.CoordinateTransformation(reference(source), reference(target))
    return lambda points: [(x, y) for x, y, _ in step.TransformPoints([(p[0], p[1]) for p in points])]


def write(path, layers):
    """`layers`: (name, EPSG code, OGR geometry type, field names, rows of (shapely geometry, values))."""
    if os.path.exists(path):
        os.remove(path)
    target = ogr.GetDriverByName("GPKG").CreateDataSource(path, options=["ADD_GPKG_OGR_CONTENTS=NO"])
    for name, code, kind, fields, rows in layers:
        layer = target.CreateLayer(name, reference(code), kind, ["SPATIAL_INDEX=YES"])
        for field in fields:
            numeric = rows and isinstance(rows[0][1][fields.index(field)], int)
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTInteger if numeric else ogr.OFTString))
        layer.StartTransaction()
        for geometry, values in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for field, value in zip(fields, values):
                feature.SetField(field, value)
            shape = ogr.CreateGeometryFromWkb(geometry.wkb)
            if kind == ogr.wkbMultiPolygon:
                shape = ogr.ForceToMultiPolygon(shape)
            elif kind == ogr.wkbMultiLineString:
                shape = ogr.ForceToMultiLineString(shape)
            feature.SetGeometry(shape)
            layer.CreateFeature(feature)
        layer.CommitTransaction()
    target = None
    vacuum(path)


def vacuum(path):
    import sqlite3

    connection = sqlite3.connect(path)
    connection.execute("VACUUM")
    connection.close()
