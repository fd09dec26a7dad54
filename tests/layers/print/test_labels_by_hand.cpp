// SPDX-License-Identifier: Apache-2.0
// Names put by hand stand on the printed sheet where they stand on the screen.
#include <QPdfDocument>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "layers/print/SheetComposition.h"
#include "layers/print/SheetExporter.h"
#include "layers/render/LabelSolver.h"
#include "layers/render/MapRenderer.h"
#include "tests/layers/render/MapBuilders.h"

using namespace map_builders;

namespace {

constexpr double denominator = 500'000;

/// Each name in a colour of its own, without halo.
layers::LayerPtr town(int id, const std::string& name, gis::Geometry place, layers::Colour colour) {
    layers::Layer layer = *namedLayer(id, name, layers::LayerKind::Basemap, "place", {{name, std::move(place)}});
    layer.style.label.colour = colour;
    layer.style.label.haloMm = 0;
    layer.style.label.sizePt = 14;
    layer.style.label.bold = true;
    layer.style.categories.clear();
    layer.style.categoryField.clear();
    layer.style.symbol.marker->fill = {120, 120, 120, 255};
    return std::make_shared<const layers::Layer>(layer);
}

/// The middle of the pixels of a colour, and how far they spread along and across.
struct Blot {
    QPointF middle;
    double width = 0, height = 0;
    int pixels = 0;
};

Blot blotOf(const QImage& image, QColor colour) {
    Blot blot;
    QRect box;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (std::abs(qRed(pixel) - colour.red()) + std::abs(qGreen(pixel) - colour.green()) +
                    std::abs(qBlue(pixel) - colour.blue()) >
                90)
                continue;
            ++blot.pixels;
            box |= QRect(x, y, 1, 1);
        }
    blot.middle = QRectF(box).center();
    blot.width = box.width();
    blot.height = box.height();
    return blot;
}

}  // namespace

class TestLabelsByHand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void screenAndPdfAgree();
    void aNameFarFromItsFeatureIsTiedToIt();
    void aGroupOfPointsBearsNoNameBesideItsArea();
};

namespace {

std::vector<layers::PlacedLabel> labelsOf(const layers::ProjectSnapshot& snapshot) {
    const auto settings = settingsAbout(60, 60, 600);
    return layers::solveLabels(snapshot, settings).value().seenIn(settings);
}

}  // namespace

void TestLabelsByHand::aNameFarFromItsFeatureIsTiedToIt() {
    auto snapshot = plan({town(1, "见龙场镇", point(0, 0), {220, 0, 0, 255})});
    snapshot->labelPins = {{gis::LayerId{1}, gis::FeatureId{1}, at(-15, 10), 0, false}};
    QVERIFY(labelsOf(*snapshot).at(0).leader.empty());  // its style ties no names
    layers::Layer layer = *snapshot->layers.front();
    layer.style.label.callout = layers::LabelCallout::Line;
    snapshot->layers.front() = std::make_shared<const layers::Layer>(layer);
    for (const double angle : {0.0, 30.0}) {
        snapshot->labelPins.front().angle = angle;
        const auto labels = labelsOf(*snapshot);
        QCOMPARE(labels.size(), std::size_t{1});
        QCOMPARE(labels[0].leader.size(), std::size_t{2});
        const layers::PaperFrame frame{settingsAbout(60, 60, 600).shownExtent(),
                                       settingsAbout(60, 60, 600).millimetresPerUnit()};
        QVERIFY(QLineF(labels[0].leader[1], frame.toPaper(at(0, 0))).length() < 2);  // at the marker's edge
    }
    snapshot->labelPins.front().centre = at(1, 1);
    QVERIFY(labelsOf(*snapshot).at(0).leader.empty());  // that stands beside it
}

void TestLabelsByHand::aGroupOfPointsBearsNoNameBesideItsArea() {
    const auto group = gis::Geometry::multiPoint({at(-12, 0), at(9, 9), at(12, -8)});
    const auto area = town(2, "明月山示范带", disc(9, 9, 6), {0, 0, 220, 255});
    QCOMPARE(labelsOf(*plan({area, town(1, "明月山示范带", group, {220, 0, 0, 255})})).size(), std::size_t{1});
    QCOMPARE(labelsOf(*plan({area, town(1, "别的名字", group, {220, 0, 0, 255})})).size(), std::size_t{2});
    // Two towns of one name are two towns.
    QCOMPARE(labelsOf(*plan({town(1, "太平镇", point(-12, 0), {220, 0, 0, 255}),
                             town(2, "太平镇", point(12, 0), {0, 0, 220, 255})}))
                 .size(),
             std::size_t{2});
}

void TestLabelsByHand::screenAndPdfAgree() {
    auto snapshot =
        plan({town(1, "见龙场镇", point(0, 0), {220, 0, 0, 255}), town(2, "黄页坝", point(30, 10), {0, 0, 220, 255})});
    snapshot->labelPins = {{gis::LayerId{1}, gis::FeatureId{1}, at(-22, 14), 0, false},
                           {gis::LayerId{2}, gis::FeatureId{1}, at(18, -15), 90, false}};
    layers::PrintLayout sheet;
    sheet.name = "图";
    sheet.scaleDenominator = denominator;
    sheet.extent = {at(-50, -35).x, at(-50, -35).y, at(50, 35).x, at(50, 35).y};
    const auto composed = layers::composeSheet(*snapshot, sheet, 96 / 25.4);
    QVERIFY(composed.has_value());
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("sheet.pdf")).toStdString();
    QVERIFY(layers::exportSheet(*snapshot, sheet, path, layers::SheetOptions{}).has_value());
    QPdfDocument document;
    QCOMPARE(document.load(QString::fromStdString(path)), QPdfDocument::Error::None);
    constexpr double dotsPerMm = 8;
    const QImage paper =
        document.render(0, (QSizeF(420, 297) * dotsPerMm).toSize()).convertToFormat(QImage::Format_RGB32);
    // The screen at the same scale looks at another part of the map.
    layers::MapSettings screen = composed->settings;
    screen.standsAlone = false;
    screen.pixelsPerMm = dotsPerMm;
    const double shift = 13'000;
    screen.extent = {screen.extent.minX + shift, screen.extent.minY - shift / 2, screen.extent.maxX + shift,
                     screen.extent.maxY - shift / 2};
    const QImage image = layers::renderMap(*snapshot, screen).value();
    const layers::PaperFrame frame{screen.shownExtent(), screen.millimetresPerUnit()};
    for (const QColor colour : {QColor(220, 0, 0), QColor(0, 0, 220)}) {
        const Blot onPaper = blotOf(paper, colour), onScreen = blotOf(image, colour);
        QVERIFY2(onPaper.pixels > 500 && onScreen.pixels > 500,
                 qPrintable(QStringLiteral("%1 %2").arg(onPaper.pixels).arg(onScreen.pixels)));
        const QPointF map = onPaper.middle / dotsPerMm - composed->map.topLeft();
        const gis::Extent& seen = composed->list.frame.extent;
        const double perUnit = composed->list.frame.millimetresPerUnit;
        const gis::Coordinate ground{seen.minX + map.x() / perUnit, seen.maxY - map.y() / perUnit};
        const QPointF expected = frame.toPaper(ground) * dotsPerMm;
        QVERIFY2(QLineF(expected, onScreen.middle).length() < 0.4 * dotsPerMm,
                 qPrintable(QString::number(QLineF(expected, onScreen.middle).length() / dotsPerMm)));
        QVERIFY(std::abs(onPaper.width - onScreen.width) < 3 && std::abs(onPaper.height - onScreen.height) < 3);
        const bool isTurned = colour.blue() > 0;
        QCOMPARE(onPaper.height > onPaper.width, isTurned);
    }
}

QTEST_MAIN(TestLabelsByHand)
#include "test_labels_by_hand.moc"
