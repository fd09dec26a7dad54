// SPDX-License-Identifier: Apache-2.0
#include <QFileInfo>
#include <QtTest>

#include "gis/analysis/NationalForm.h"
#include "gis/crs/CoordinateTransform.h"
#include "gis/engine/Overlay.h"
#include "gis/engine/TableRepair.h"
#include "gis/io/VectorFile.h"
#include "tests/gis/overlap/OverlapFixture.h"
#include "tests/support/ExactArea.h"

using namespace overlap_fixture;
using gis::Coordinate;
using gis::Geometry;

namespace {

const std::string sharedData = TUCE_SHARED_DIR "/data/";
bool isThere(const char* file) { return QFileInfo::exists(QString::fromStdString(sharedData + file)); }

/// The shapes of a layer in this CRS, mended after the transformation where they need it.
std::vector<Geometry> shapesOf(const std::string& source, const std::string& crs) {
    const auto layer = gis::readLayer(gis::SourceName::parse(sharedData + source));
    if (!layer) return {};
    const auto target = *gis::CoordinateReferenceSystem::fromCode(crs);
    const auto transform = gis::CoordinateTransform::make(layer->table.crs(), target);
    if (!transform) return {};
    std::vector<gis::Feature> features;
    for (const gis::Feature& feature : layer->table)
        features.push_back(feature.withGeometry(*transform->apply(feature.geometry())));
    const gis::FeatureTable table(layer->table.schema(), target, std::move(features));
    const auto usable = gis::usableGeometries(table, {}, {});
    return usable ? usable->geometries : std::vector<Geometry>();
}

std::vector<Geometry> shifted(const std::vector<Geometry>& shapes, double dx, double dy) {
    std::vector<Geometry> moved;
    for (const Geometry& shape : shapes) {
        gis::GeometryBuilder builder(2);
        for (std::size_t part = 0; part < shape.partCount(); ++part) {
            for (std::size_t s = shape.partBegin(part); s < shape.partEnd(part); ++s) {
                for (const Coordinate c : shape.sequence(s)) builder.add({c.x + dx, c.y + dy});
                builder.endSequence();
            }
            builder.endPart();
        }
        moved.push_back(builder.build());
    }
    return moved;
}

struct Tally {
    int pairs = 0, rows = 0, same = 0, judged = 0, wrong = 0;
    double worst = 0;  ///< the largest part of what is allowed
    QString text() const {
        return QStringLiteral(
                   "%1 pairs, %2 rows, %3 of a shape with itself, %4 left to the judge, %5 wrong, at most %6 of "
                   "what is allowed")
            .arg(pairs)
            .arg(rows)
            .arg(same)
            .arg(judged)
            .arg(wrong)
            .arg(worst);
    }
};

template <class Visit>
void eachPair(const std::vector<Geometry>& plans, const std::vector<Geometry>& controls, const Visit& visit,
              const gis::AreaForm& form = {}) {
    const gis::OverlapLayer plan = layerOf(plans, form), control = layerOf(controls, form);
    gis::PairOverlap engine;
    for (std::size_t p = 0; p < plans.size(); ++p)
        for (std::size_t c = 0; c < controls.size(); ++c)
            if (plans[p].extent().meets(controls[c].extent())) visit(p, c, engine.area(plan, p, control, c));
}

/// Each pair against GEOS within the tolerance; the judge decides the rest.
Tally againstGeos(const std::vector<Geometry>& plans, const std::vector<Geometry>& controls) {
    Tally tally;
    eachPair(plans, controls, [&](std::size_t p, std::size_t c, const gis::AreaOverlap& got) {
        ++tally.pairs;
        tally.rows += got.interiorsMeet ? 1 : 0;
        tally.same += got.interiorsMeet && p == c ? 1 : 0;
        const auto cut = gis::overlay(gis::OverlayOperation::Intersection, plans[p], controls[c]);
        double expected = cut ? gis::planeArea(cut->geometry) : NAN;
        double allowed = cut ? tolerance(plans[p], controls[c], expected, gis::planeLength(cut->geometry)) : 0;
        bool meets = expected > 0;
        if (!(std::abs(got.area - expected) <= allowed) || got.interiorsMeet != meets) {
            ++tally.judged;
            const exact::AreaTruth truth = exact::areaTruth<exact::Rational>(plans[p], controls[c]);
            expected = truth.area;
            meets = truth.interiorsMeet;
            allowed = tolerance(plans[p], controls[c], truth.area, truth.perimeter);
        }
        const bool fits = std::abs(got.area - expected) <= allowed && got.interiorsMeet == meets;
        tally.worst = std::max(tally.worst, allowed > 0 ? std::abs(got.area - expected) / allowed : 0.0);
        if (!fits && ++tally.wrong <= 5)
            qWarning("plan %zu, control %zu: %.9g, meet %d; expected %.9g, meet %d, allowed %.3g", p, c, got.area,
                     got.interiorsMeet, expected, meets, allowed);
    });
    qInfo("%s", qPrintable(tally.text()));
    return tally;
}

}  // namespace

class TestRealLayers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        if (!isThere("admin.gpkg") || !isThere("admin_osm.gpkg")) QSKIP("shared data are not here");
    }

    // Neighbours share their borders vertex by vertex: each meets itself and no other.
    void countiesAgainstThemselves_data() {
        QTest::addColumn<QString>("crs");
        for (const char* crs : {"EPSG:4490", "EPSG:4545", "EPSG:4546"}) QTest::newRow(crs) << QString::fromLatin1(crs);
    }
    void countiesAgainstThemselves() {
        QFETCH(QString, crs);
        const auto counties = shapesOf("admin.gpkg|county", crs.toStdString());
        QCOMPARE(counties.size(), 221U);
        int rows = 0;
        eachPair(counties, counties, [&](std::size_t p, std::size_t c, const gis::AreaOverlap& got) {
            rows += got.interiorsMeet ? 1 : 0;
            QCOMPARE(got.interiorsMeet, p == c);
            QVERIFY(p != c || std::abs(got.area - gis::planeArea(counties[p])) <= 1e-12 * got.area);
        });
        QCOMPARE(rows, 221);
    }

    void countiesOnTheEllipsoid() {
        const auto counties = shapesOf("admin.gpkg|county", "EPSG:4545");
        const auto crs = *gis::CoordinateReferenceSystem::fromCode("EPSG:4545");
        const auto measure = gis::EllipsoidMeasure::make(crs);
        QVERIFY(measure.has_value());
        gis::Extent all;
        for (const Geometry& county : counties) all.include(county.extent());
        const auto form = gis::nationalForm(*measure, all);
        if (!form) QSKIP("the whole of the layer is beyond the polynomials");
        double worst = 0;
        const auto look = [&](std::size_t p, std::size_t c, const gis::AreaOverlap& got) {
            QCOMPARE(got.interiorsMeet, p == c);
            const double truth = p == c ? measure->areaSquareMetres(counties[p]) : 1;
            worst = std::max(worst, p == c ? std::abs(got.area - truth) / truth : 0.0);
        };
        eachPair(counties, counties, look, *form);
        QVERIFY2(worst < 1e-9, qPrintable(QString::number(worst)));
    }

    void countiesAgainstTheirShifts_data() {
        QTest::addColumn<double>("dx");
        QTest::addColumn<double>("dy");
        QTest::newRow("a nanometre") << 1e-9 << 0.0;
        QTest::newRow("a millimetre") << 0.001 << 0.001;
        QTest::newRow("a metre") << 1.0 << -0.3;
        QTest::newRow("a hundred metres") << -100.0 << 37.0;
    }
    void countiesAgainstTheirShifts() {
        QFETCH(double, dx);
        QFETCH(double, dy);
        const auto counties = shapesOf("admin.gpkg|county", "EPSG:4545");
        const Tally tally = againstGeos(shifted(counties, dx, dy), counties);
        QCOMPARE(tally.same, 221);
        QVERIFY2(tally.wrong == 0, qPrintable(tally.text()));
    }

    void countiesOfTwoSources_data() {
        QTest::addColumn<QString>("crs");
        for (const char* crs : {"EPSG:4490", "EPSG:4545"}) QTest::newRow(crs) << QString::fromLatin1(crs);
    }
    void countiesOfTwoSources() {
        QFETCH(QString, crs);
        const auto ours = shapesOf("admin.gpkg|county", crs.toStdString());
        const auto theirs = shapesOf("admin_osm.gpkg|county", crs.toStdString());
        QCOMPARE(theirs.size(), 221U);
        const Tally tally = againstGeos(ours, theirs);
        QVERIFY(tally.rows > 1000);
        QVERIFY2(tally.wrong == 0, qPrintable(tally.text()));
    }

    void parksAgainstCounties() {
        if (!isThere("overlay_us.gpkg")) QSKIP("shared data are not here");
        const Tally tally = againstGeos(shapesOf("overlay_us.gpkg|park_area", "EPSG:5070"),
                                        shapesOf("overlay_us.gpkg|county", "EPSG:5070"));
        QVERIFY(tally.rows > 100);
        QVERIFY2(tally.wrong == 0, qPrintable(tally.text()));
    }
};

QTEST_GUILESS_MAIN(TestRealLayers)
#include "test_real_layers.moc"
