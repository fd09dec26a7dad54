# SPDX-License-Identifier: Apache-2.0
"""Loads every <dimension>_<name>.qml of a folder in QGIS on a layer of that dimension and draws it.

Prints one line each: name, "ok" or the trouble, kind of renderer, legend entries, share of inked pixels; writes
<name>.png beside it. Run with the Python that has QGIS and QT_QPA_PLATFORM=offscreen: qml_check.py FOLDER
"""
import os
import sys

from qgis.core import (QgsApplication, QgsExpressionContext, QgsExpressionContextUtils, QgsFeature, QgsGeometry,
                       QgsMapRendererCustomPainterJob, QgsMapSettings, QgsRectangle, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter

SHAPES = {
    0: ("Point", ["POINT(-10 0)", "POINT(0 0)", "POINT(10 0)"]),
    1: ("LineString", ["LINESTRING(-14 -7,-6 5,3 -2,14 7)", "LINESTRING(-14 9,14 9)"]),
    2: ("Polygon", ["POLYGON((-14 -8,2 -9,14 -3,11 8,-4 6,-13 8,-14 -8))"]),
}
# Words and numbers that the shipped styles ask for.
ROWS = [("axis", 1, "耕地", 50), ("core", 2, "湿地", 100), ("nothing", 3, "", 400)]


def layer_of(dimension):
    kind, shapes = SHAPES[dimension]
    layer = QgsVectorLayer(kind + "?crs=EPSG:4545&field=kind:string&field=rank:integer&field=DLMC:string"
                           "&field=population:integer&field=name:string&field=level:string&field=wdb_level:string"
                           "&field=place:string", "check", "memory")
    features = []
    for number, shape in enumerate(shapes):
        kind_word, rank, use, population = ROWS[number % len(ROWS)]
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(shape))
        feature.setAttributes([kind_word, rank, use, population, "名称", "county", "2", "山"])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def picture_of(layer):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputDpi(96)
    settings.setOutputSize(QSize(256, 160))
    settings.setExtent(QgsRectangle(-16, -10, 16, 10))
    # As QGIS's own canvas does: arrow bodies ask for the scale of the map.
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    image = QImage(256, 160, QImage.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    painter.end()
    return image, [error.message for error in job.errors()]


def check(path):
    name = os.path.splitext(os.path.basename(path))[0]
    layer = layer_of(int(name[0]))
    message, good = layer.loadNamedStyle(path)
    if not good:
        return name, "not loaded: " + message, "", 0, 0
    image, errors = picture_of(layer)
    inked = sum(image.pixel(x, y) != 0xFFFFFFFF for x in range(0, 256, 2) for y in range(0, 160, 2)) / (128 * 80)
    image.save(os.path.splitext(path)[0] + ".png")
    renderer = layer.renderer()
    return name, "; ".join(errors) or "ok", renderer.type(), len(renderer.legendSymbolItems()), round(inked, 4)


def main():
    folder = sys.argv[1]
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    for file in sorted(os.listdir(folder)):
        if file.endswith(".qml"):
            print("\t".join(str(part) for part in check(os.path.join(folder, file))))
    sys.stdout.flush()
    os._exit(0)  # QGIS 3.22 may fall over while it takes itself down


main()
