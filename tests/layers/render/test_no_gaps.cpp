// SPDX-License-Identifier: Apache-2.0
// A real administrative division in one colour: within its outline no ground is seen, whatever the zoom, whichever the
// back end.
#include <QFile>
#include <QPainter>
#include <QtTest>

#include "gis/engine/Overlay.h"
#include "gis/io/VectorFile.h"
#include "layers/render/LayerForms.h"
#include "layers/render/MapRenderer.h"
#include "tests/gis/drawing/DrawingFixture.h"
#include "tests/layers/render/MapBuilders.h"

using namespace layers;

namespace {

const gis::CoordinateReferenceSystem degrees = gis::CoordinateReferenceSystem::cgcs2000();
constexpr QRgb red = 0xffff0000U;

Layer redLayer(gis::FeatureTable table) {
    Layer layer;
    layer.id = gis::LayerId{1};
    layer.name = "red";
    layer.style.symbol.fill = FillSymbol{};
    layer.style.symbol.fill->colour = {255, 0, 0, 255};
    layer.table = std::move(table);
    return layer;
}

ProjectSnapshot planOf(const Layer& layer) {
    ProjectSnapshot plan;
    plan.layers.push_back(std::make_shared<const Layer>(layer));
    return plan;
}

MapSettings viewOf(gis::Coordinate centre, double widthDegrees, double pixelsPerMm) {
    MapSettings settings;
    settings.crs = degrees;
    settings.widthMm = 120;
    settings.heightMm = 90;
    settings.pixelsPerMm = pixelsPerMm;
    settings.extent = {centre.x - widthDegrees / 2, centre.y - widthDegrees * 0.375, centre.x + widthDegrees / 2,
                       centre.y + widthDegrees * 0.375};
    settings.standsAlone = false;
    return settings;
}

/// The filler alone, whatever the size of the layer.
QImage filled(const gis::DrawingForm& form, const MapSettings& settings) {
    QImage image(settings.pixelWidth(), settings.pixelHeight(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    const gis::Extent shown = settings.shownExtent();
    const gis::PixelFrame frame{{shown.minX, shown.maxY}, settings.millimetresPerUnit() * settings.pixelsPerMm};
    gis::ShapeInk ink;
    ink.fill = gis::premultiplied(255, 0, 0, 255);
    gis::paintShapes(
        form, {}, ink, frame,
        {reinterpret_cast<std::uint32_t*>(image.bits()), image.bytesPerLine() / 4, image.width(), image.height()});
    return image;
}

/// Pixels that with all about them, two wide, are whole in the picture of the outline.
std::vector<char> strictlyInside(const QImage& outline) {
    const int width = outline.width(), height = outline.height();
    std::vector<char> inside(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    for (int y = 2; y + 2 < height; ++y)
        for (int x = 2; x + 2 < width; ++x) {
            bool whole = true;
            for (int dy = -2; dy <= 2 && whole; ++dy)
                for (int dx = -2; dx <= 2 && whole; ++dx) whole = outline.pixel(x + dx, y + dy) == red;
            inside[static_cast<std::size_t>(y * width + x)] = whole ? 1 : 0;
        }
    return inside;
}

}  // namespace

class TestNoGaps : public QObject {
    Q_OBJECT
    QString m_path =
        qEnvironmentVariable("TUCE_SHARED_DIR", QStringLiteral(TUCE_SHARED_DIR)) + QStringLiteral("/data/admin.gpkg");
private Q_SLOTS:
    void noGroundBetweenNeighbours_data();
    void noGroundBetweenNeighbours();
    void polygonByPolygonItWouldBeSeen();
};

void TestNoGaps::noGroundBetweenNeighbours_data() {
    QTest::addColumn<QString>("level");
    QTest::addColumn<double>("pixelsPerMm");
    for (const char* level : {"county", "prefecture"})
        for (const double ratio : {1.0, 2.0})
            QTest::addRow("%s at %gx", level, ratio) << QString::fromLatin1(level) << ratio * 96 / 25.4;
}

void TestNoGaps::noGroundBetweenNeighbours() {
    QFETCH(QString, level);
    QFETCH(double, pixelsPerMm);
    if (!QFile::exists(m_path)) QSKIP("the shared data are not there");
    const auto read = gis::readLayer({m_path.toStdString(), level.toStdString()});
    QVERIFY(read.has_value());
    const Layer units = redLayer(read->table);
    std::vector<gis::Geometry> geometries;
    std::vector<gis::Coordinate> vertices;
    for (const gis::Feature& feature : read->table) {
        geometries.push_back(feature.geometry());
        for (const gis::Coordinate c : feature.geometry().coordinates()) vertices.push_back(c);
    }
    const gis::Geometry outline = gis::unionAll(geometries).value();
    const Layer whole =
        redLayer(gis::FeatureTable(gis::Schema(), degrees, {gis::Feature(gis::FeatureId{1}, outline, {})}));
    const LayerFormPtr form = layerForm(read->table, degrees, viewOf({}, 1, 1)).value();
    LayerForms forms, wholeForms;
    fixture::Dice dice(77);
    const gis::Extent box = outline.extent();
    std::size_t seen = 0, ground = 0;
    constexpr int views = 44;
    for (int view = 0; view < views; ++view) {
        // From all of it, four times over, to some ten metres, in steps of no round number.
        const double size = box.width() * 4 * std::pow(0.7136, view);
        const gis::Coordinate centre =
            view < 6 ? box.centre() : vertices[static_cast<std::size_t>(dice.below(static_cast<int>(vertices.size())))];
        const MapSettings settings = viewOf(centre, size, pixelsPerMm);
        const QImage reference = renderMap(planOf(whole), settings, {}, &wholeForms).value();
        const std::vector<char> inside = strictlyInside(reference);
        for (const QImage& image :
             {renderMap(planOf(units), settings, {}, &forms).value(), filled(form->form, settings)})
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    if (!inside[static_cast<std::size_t>(y * image.width() + x)]) continue;
                    ++seen;
                    if (image.pixel(x, y) == red) continue;
                    if (++ground < 4)
                        qWarning("view %d, %g degrees wide: pixel %d %d is %08x", view, size, x, y, image.pixel(x, y));
                }
    }
    qInfo("%d views, %zu pixels strictly inside, %zu of them show the ground", views, seen, ground);
    QVERIFY(seen > 2'000'000);
    QCOMPARE(ground, std::size_t{0});
}

/// What the test above looks for is there where polygon after polygon is painted, as Qt does.
void TestNoGaps::polygonByPolygonItWouldBeSeen() {
    const auto polygons = fixture::Mosaic(4, 6, 0.01, 15).cells();
    ProjectSnapshot one, each;
    std::vector<gis::Feature> features;
    for (const gis::Geometry& polygon : polygons) {
        const auto number = static_cast<std::int64_t>(features.size()) + 1;
        features.emplace_back(gis::FeatureId{number}, polygon, std::vector<gis::Value>{});
        Layer alone = redLayer(gis::FeatureTable(gis::Schema(), degrees, {features.back()}));
        alone.id = gis::LayerId{number};
        each.layers.push_back(std::make_shared<const Layer>(alone));
    }
    one.layers.push_back(std::make_shared<const Layer>(redLayer(gis::FeatureTable(gis::Schema(), degrees, features))));
    const MapSettings settings = viewOf({0.03, 0.03}, 0.04, 4);
    const auto shines = [&](const ProjectSnapshot& plan) {
        const QImage image = renderMap(plan, settings).value();
        int ground = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) ground += image.pixel(x, y) == red ? 0 : 1;
        return ground;
    };
    QVERIFY(shines(each) > 500);
    QCOMPARE(shines(one), 0);
}

QTEST_MAIN(TestNoGaps)
#include "test_no_gaps.moc"
