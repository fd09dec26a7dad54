// SPDX-License-Identifier: Apache-2.0
#include <QPainter>
#include <QtTest>
#include <array>
#include <cmath>

#include "app/canvas/MapCanvas.h"
#include "app/canvas/MapDecorations.h"
#include "app/canvas/MapView.h"
#include "app/theme/Theme.h"
#include "layers/style/Style.h"

using namespace app;

/// Conflicts on the map are told by colour and by pattern, by people with any sense of colour.
class TestConflictColours : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theColourStandsApartForAllEyes_data();
    void theColourStandsApartForAllEyes();
    void aPatternAndAnEdgeSayItToo();
    void whatIsForInformationIsNoConflict();
    void aDraggedLineShowsItsStretchInside();
};

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr Matrix normal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
// Machado, Oliveira, Fernandes (2009), severity 1, for linear RGB.
constexpr Matrix deuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix protanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix toXyz{
    {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};

Triple times(const Matrix& matrix, const Triple& v) {
    Triple result{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column) result[row] += matrix[row][column] * v[column];
    return result;
}

/// CIE L*a*b* (D65) of a colour as an eye with that sense sees it.
Triple labOf(const QColor& colour, const Matrix& sense) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    Triple seen = times(sense, {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())});
    for (double& part : seen) part = std::clamp(part, 0.0, 1.0);
    Triple xyz = times(toXyz, seen);
    const Triple white{0.95047, 1, 1.08883};
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = xyz[i] / white[i];
        xyz[i] = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

double distance(const QColor& a, const QColor& b, const Matrix& sense) {
    const Triple one = labOf(a, sense);
    const Triple other = labOf(b, sense);
    return std::sqrt(std::pow(one[0] - other[0], 2) + std::pow(one[1] - other[1], 2) + std::pow(one[2] - other[2], 2));
}

QColor outlineOf(const char* style) {
    const layers::Colour colour = layers::shippedStyle(style)->symbol.line->colour;
    return {colour.red, colour.green, colour.blue};
}

}  // namespace

void TestConflictColours::theColourStandsApartForAllEyes_data() {
    QTest::addColumn<QColor>("other");
    for (const char* style : {"eco_redline", "basic_farmland", "dev_boundary", "control_other"})
        QTest::newRow(style) << outlineOf(style);
    QTest::newRow("paper") << QColor(Qt::white);
    QTest::newRow("selection") << Theme::current().mapAccent;
    const auto layout = layers::shippedStyle("layout");
    const layers::Colour axis = layout->categoryOf("axis")->symbol.line->colour;
    QTest::newRow("axis") << QColor(axis.red, axis.green, axis.blue);
}

/// A difference of 2.3 is just seen, one of 15 at a glance.
void TestConflictColours::theColourStandsApartForAllEyes() {
    QFETCH(QColor, other);
    const QColor conflict = Theme::current().mapConflict;
    for (const Matrix& sense : {normal, deuteranopia, protanopia}) {
        const double apart = distance(conflict, other, sense);
        QVERIFY2(apart >= 15, qPrintable(QString::number(apart)));
    }
    // The computation sees what the eye sees: red and green of one lightness run together without green sense.
    QVERIFY(distance(QColor(200, 60, 40), QColor(110, 120, 20), deuteranopia) <
            0.5 * distance(QColor(200, 60, 40), QColor(110, 120, 20), normal));
}

void TestConflictColours::aPatternAndAnEdgeSayItToo() {
    MapView view;
    view.crs = *gis::CoordinateReferenceSystem::fromCode("EPSG:4545");
    view.centre = {536000, 3400000};
    view.unitsPerPixel = 1;
    view.size = {100, 100};
    QImage image(100, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto at = [](double x, double y) { return gis::Coordinate{536000 + x, 3400000 + y}; };
    paintHatched(painter, view,
                 {gis::Geometry::polygon({{at(-30, -30), at(30, -30), at(30, 30), at(-30, 30), at(-30, -30)}})},
                 Theme::current().mapConflict);
    painter.end();
    const QColor conflict = Theme::current().mapConflict;
    int lines = 0;
    int ground = 0;
    for (int y = 30; y < 70; ++y)
        for (int x = 30; x < 70; ++x) {
            const int green = image.pixelColor(x, y).green();
            if (green < 150) ++lines;
            if (green > 180) ++ground;
        }
    // Lines take a part of the inside and leave most of it to the map below.
    QVERIFY2(lines > 80 && ground > 700, qPrintable(QStringLiteral("%1 %2").arg(lines).arg(ground)));
    QVERIFY(std::abs(image.pixelColor(50, 20).red() - conflict.red()) < 40);
}

void TestConflictColours::whatIsForInformationIsNoConflict() {
    const QColor quiet = Theme::current().mapInform;
    for (const Matrix& sense : {normal, deuteranopia, protanopia})
        QVERIFY(distance(quiet, Theme::current().mapConflict, sense) >= 15);
    QVERIFY(distance(quiet, Qt::white, normal) >= 15);
    QVERIFY(quiet.hsvSaturation() < 80);
}

/// A tool that draws a line again while it is dragged, as moving and vertices do.
class LineTool : public MapTool {
public:
    explicit LineTool(MapShapes shapes) : m_shapes(std::move(shapes)) {}
    void press(const MapPointer&) override {}
    void move(const MapPointer&) override {}
    void release(const MapPointer&) override {}
    void paint(QPainter& painter, const MapView& view) const override {
        paintSelection(painter, view, m_shapes, Theme::current().mapAccent);
    }

private:
    MapShapes m_shapes;
};

void TestConflictColours::aDraggedLineShowsItsStretchInside() {
    MapCanvas canvas;
    canvas.resize(200, 200);
    canvas.setDecorationsShown(false);
    const auto crs = *gis::CoordinateReferenceSystem::fromCode("EPSG:4545");
    auto plan = std::make_shared<layers::ProjectSnapshot>();
    canvas.setMapCrs(crs);
    canvas.setSnapshot(plan);
    MapView view = canvas.view();
    view.centre = {536000, 3400000};
    view.unitsPerPixel = 1;
    canvas.setView(view);
    const auto line = [](double from, double to) {
        return gis::Geometry::lineString({{536000 + from, 3400000}, {536000 + to, 3400000}});
    };
    LineTool tool({line(-80, 80)});
    canvas.setTool(&tool);
    canvas.setConflicts({line(-40, 0)}, {line(20, 60)});
    const QImage image = canvas.grab().toImage();
    const auto isLike = [&](int x, const QColor& colour) {
        return distance(image.pixelColor(x, image.height() / 2), colour, normal) < 10;
    };
    QVERIFY(isLike(40, Theme::current().mapAccent));
    QVERIFY(isLike(80, Theme::current().mapConflict));
    QVERIFY(isLike(140, Theme::current().mapInform));
    canvas.setTool(nullptr);
}

QTEST_MAIN(TestConflictColours)
#include "test_conflict_colours.moc"
