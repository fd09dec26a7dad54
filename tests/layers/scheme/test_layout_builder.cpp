// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numbers>

#include "Fixture.h"
#include "gis/analysis/EllipsoidMeasure.h"
#include "gis/engine/Overlay.h"
#include "gis/engine/PreparedGeometry.h"
#include "gis/engine/Validity.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/BaseInPlane.h"

namespace {

double ellipsoidArea(const gis::Geometry& geometry, const gis::CoordinateReferenceSystem& crs) {
    return gis::EllipsoidMeasure::make(crs).value().areaSquareMetres(geometry);
}

bool hasWarning(const layers::BuiltLayout& layout, const std::string& kind, const std::string& words) {
    return std::any_of(layout.warnings.begin(), layout.warnings.end(), [&](const gis::Warning& warning) {
        return warning.kind == kind && gis::describe(warning).find(words) != std::string::npos;
    });
}

layers::SchemePlace place(const char* name, const char* adcode) {
    layers::SchemePlace made;
    made.name = name;
    made.adcode = adcode;
    return made;
}

}  // namespace

class TestLayoutBuilder : public QObject {
    Q_OBJECT
private:
    layers::BaseLayers m_base;
    layers::BuiltLayout m_wandakai;
    layers::BuiltLayout m_chuannan;

private Q_SLOTS:
    void initTestCase() {
        m_base = fixture::sampleBase();
        m_wandakai = fixture::build(fixture::sampleScheme("wandakai.json"), m_base);
        m_chuannan = fixture::build(fixture::sampleScheme("chuannan.json"), m_base);
    }

    void zoneFollowsThePlaces() {
        QCOMPARE(m_wandakai.crs.epsg(), 4545);  // CM 108E
        QCOMPARE(m_chuannan.crs.epsg(), 4544);  // CM 105E
    }

    void everythingIsBuiltAndValid() {
        for (const auto* layout : {&m_wandakai, &m_chuannan}) {
            for (const layers::ElementReport& report : layout->reports)
                QVERIFY2(report.isBuilt, gis::translated(report.reason).c_str());
            for (const layers::BuiltLayer& layer : layout->layers) {
                QVERIFY(layer.table.schema() == layers::layoutSchema());
                for (const gis::Feature& feature : layer.table) QVERIFY(!gis::flawOf(feature.geometry()));
            }
        }
    }

    void axisFollowsTheRiver() {
        const gis::Geometry axis = fixture::shape(m_chuannan, "cn.axis_changjiang");
        auto plane = layers::BaseInPlane::make(m_base, m_chuannan.crs).value();
        const auto river = layers::geometryOf(plane.linesOf("长江").value());
        for (const gis::Coordinate& vertex : axis.coordinates()) {
            const auto near = gis::nearestPoints(gis::Geometry::point(vertex), river);
            QVERIFY(near && near->distance < 1.0);
        }
        // From seat to seat it would be 168 km; the river with its bends of more than 6 km is far longer.
        QVERIFY2(gis::planeLength(axis) > 210'000 && gis::planeLength(axis) < 350'000,
                 qPrintable(QString::number(gis::planeLength(axis))));
        const auto yibin = plane.seatOf(place("宜宾市", "511500")).value().value();
        const auto jiangjin = plane.seatOf(place("江津区", "500116")).value().value();
        QVERIFY(layers::distanceBetween(axis.coordinates().front(), yibin) < 5000);
        QVERIFY(layers::distanceBetween(axis.coordinates().back(), jiangjin) < 5000);
    }

    void generalisedAxisHasFewerOfTheSameVertices() {
        layers::Scheme scheme = fixture::sampleScheme("chuannan.json");
        auto& generaliseKm = fixture::element(scheme, "cn.axis_changjiang").generaliseKm;
        const double limit = generaliseKm.value() * 1000;
        generaliseKm = 0;
        const gis::Geometry full = fixture::shape(fixture::build(scheme, m_base), "cn.axis_changjiang");
        const gis::Geometry axis = fixture::shape(m_chuannan, "cn.axis_changjiang");
        QVERIFY(axis.coordinateCount() * 5 < full.coordinateCount());
        for (const gis::Coordinate& vertex : full.coordinates())
            QVERIFY(gis::nearestPoints(gis::Geometry::point(vertex), axis)->distance <= limit);
    }

    void axisRunsByRailThenDownTheRiver() {
        const gis::Geometry axis = fixture::shape(m_wandakai, "wdk.axis");
        QCOMPARE(axis.partCount(), 1U);
        auto plane = layers::BaseInPlane::make(m_base, m_wandakai.crs).value();
        const std::pair<const char*, const char*> stops[] = {
            {"达州市", "511700"}, {"开江县", "511723"}, {"万州区", "500101"}};
        for (const auto& [name, code] : stops) {
            const auto seat = plane.seatOf(place(name, code)).value().value();
            QVERIFY(gis::nearestPoints(gis::Geometry::point(seat), axis)->distance < 1.0);
        }
        const std::vector<std::string> carriers{"成都至达州至万州高速铁路", "长江黄金水道"};
        QCOMPARE(fixture::report(m_wandakai, "wdk.axis").carriers, carriers);
        QVERIFY(axis.coordinates().front().x < axis.coordinates().back().x);
    }

    void beltContainsItsPath() {
        layers::Scheme scheme = fixture::sampleScheme("chuannan.json");
        for (const char* id : {"cn.belt_huancq", "cn.belt_neiziyi"}) {
            layers::SchemeElement axis = fixture::element(scheme, id);
            axis.id += ".path";
            axis.kind = "axis";
            scheme.elements.push_back(axis);
        }
        const layers::BuiltLayout layout = fixture::build(scheme, m_base);
        for (const std::string id : {"cn.belt_huancq", "cn.belt_neiziyi"}) {
            const gis::Geometry path = fixture::shape(layout, id + ".path");
            const gis::Geometry belt = fixture::shape(layout, id);
            QVERIFY(*gis::PreparedGeometry::make(*gis::buffered(belt, 0.01))->covers(path));
            // Width times length, but for the inner side of the bends.
            const double ratio = gis::planeArea(belt) / (gis::planeLength(path) * 12'000);
            QVERIFY2(ratio > 0.9 && ratio < 1.05, qPrintable(QString::number(ratio)));
        }
    }

    void clusterIsACircleOnTheGround_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<double>("radiusKm");
        QTest::newRow("at the zone's middle") << "wdk.cluster_wanzhou" << 14.0;
        QTest::newRow("half a degree west of it") << "wdk.cluster_dazhou" << 14.0;
        QTest::newRow("another radius") << "wdk.cluster_kaizhou" << 11.0;
    }
    void clusterIsACircleOnTheGround() {
        QFETCH(QString, id);
        QFETCH(double, radiusKm);
        const gis::Geometry disc = fixture::shape(m_wandakai, id.toStdString());
        const double circle = std::numbers::pi * radiusKm * radiusKm * 1e6;
        QVERIFY(std::abs(ellipsoidArea(disc, m_wandakai.crs) / circle - 1) < 1e-5);
        QVERIFY(fixture::report(m_wandakai, id.toStdString()).isSchematic);
    }

    void barrierAndCorridorStayInsideTheirMembers() {
        const gis::Geometry region = *gis::buffered(fixture::shape(m_wandakai, "wdk.zone"), 0.01);
        const auto prepared = gis::PreparedGeometry::make(region);
        QVERIFY(*prepared->covers(fixture::shape(m_wandakai, "wdk.eco_barrier")));
        QVERIFY(*prepared->covers(fixture::shape(m_wandakai, "wdk.eco_corridor")));
    }

    void deletingAMemberChangesTheShape_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("member");
        QTest::newRow("a stop in the middle of an axis by rail") << "wandakai.json"
                                                                 << "wdk.axis" << 2;
        QTest::newRow("the end of an axis by river") << "chuannan.json"
                                                     << "cn.axis_changjiang" << 3;
        QTest::newRow("a member beside the carrier") << "chuannan.json"
                                                     << "cn.axis_nanxian" << 1;
        QTest::newRow("a member of a belt") << "wandakai.json"
                                            << "wdk.belt_xiyu" << 0;
        QTest::newRow("a member of a region") << "wandakai.json"
                                              << "wdk.zone" << 2;
        QTest::newRow("a member of a platform") << "platforms2020.json"
                                                << "pl.pf9" << 0;
        QTest::newRow("a member of a barrier") << "wandakai.json"
                                               << "wdk.eco_barrier" << 1;
    }
    void deletingAMemberChangesTheShape() {
        QFETCH(QString, file);
        QFETCH(QString, id);
        QFETCH(int, member);
        layers::Scheme scheme = fixture::sampleScheme(file.toStdString());
        const gis::Geometry before = fixture::shape(fixture::build(scheme, m_base), id.toStdString());
        auto& members = fixture::element(scheme, id.toStdString()).members;
        members.erase(members.begin() + member);
        const gis::Geometry after = fixture::shape(fixture::build(scheme, m_base), id.toStdString());
        const auto difference = gis::overlay(gis::OverlayOperation::SymmetricDifference, before, after);
        QVERIFY(difference);
        const double size = before.dimension() == 2 ? gis::planeArea(difference->geometry) / 1e6
                                                    : gis::planeLength(difference->geometry) / 1e3;
        QVERIFY2(size > 1, qPrintable(QString::number(size)));  // more than a square kilometre or a kilometre
    }
    void clusterWithoutItsMemberIsListed() {
        layers::Scheme scheme = fixture::sampleScheme("wandakai.json");
        fixture::element(scheme, "wdk.cluster_wanzhou").members.clear();
        const layers::BuiltLayout layout = fixture::build(scheme, m_base);
        const layers::ElementReport& report = fixture::report(layout, "wdk.cluster_wanzhou");
        QVERIFY(!report.isBuilt);
        QVERIFY(!report.reason.empty());
        QCOMPARE(layout.reports.size(), scheme.elements.size());
    }

    void memberWithoutBoundaryIsShownByItsSeat() {
        const layers::BuiltLayout layout = fixture::build(fixture::sampleScheme("platforms2020.json"), m_base);
        const std::vector<std::string> missing{"达川区", "大竹县", "开江县", "邻水县"};
        QCOMPARE(fixture::report(layout, "pl.pf2").withoutBoundary, missing);
        QVERIFY(hasWarning(layout, "no_boundary_loaded", "大竹县"));
        const layers::BuiltLayer* nodes = layout.layer("layout_node");
        QVERIFY(nodes != nullptr);
        QCOMPARE(nodes->table.at(0).geometry().partCount(), 4U);
        QCOMPARE(gis::toText(nodes->table.at(0).attribute(0)), std::string("pl.pf2"));
    }

    void platformIsTheUnionOfItsCounties() {
        if (!fixture::hasShared()) QSKIP("the shared data is not here");
        const layers::BaseLayers base = fixture::base({fixture::shared("data/admin.gpkg")});
        const layers::BuiltLayout layout = fixture::build(fixture::sampleScheme("platforms2020.json"), base);
        for (const char* id : {"pl.pf2", "pl.pf9", "pl.pf8"}) {
            QVERIFY(fixture::report(layout, id).withoutBoundary.empty());
            auto plane = layers::BaseInPlane::make(base, layout.crs).value();
            double sum = 0;
            layers::Scheme scheme = fixture::sampleScheme("platforms2020.json");
            for (const layers::SchemePlace& member : fixture::element(scheme, id).members)
                sum += ellipsoidArea(plane.areaOf(member).value().value(), layout.crs);
            const double area = ellipsoidArea(fixture::shape(layout, id), layout.crs);
            QVERIFY2(std::abs(area / sum - 1) < 1e-9, qPrintable(QString::number(area / sum - 1)));
        }
    }

    void prefectureWithoutPolygonIsPutTogetherFromCounties() {
        if (!fixture::hasShared()) QSKIP("the shared data is not here");
        const layers::BaseLayers base = fixture::base({fixture::shared("data/admin.gpkg|county")});
        auto plane = layers::BaseInPlane::make(base, gis::CoordinateReferenceSystem::fromCode("EPSG:4545").value());
        const auto dazhou = plane->areaOf(place("达州市", "511700")).value();
        QVERIFY(dazhou.has_value());
        const auto whole = fixture::base({fixture::shared("data/admin.gpkg|prefecture")});
        auto wholePlane = layers::BaseInPlane::make(whole, plane->crs());
        const double expected = gis::planeArea(wholePlane->areaOf(place("达州市", "511700")).value().value());
        QVERIFY(std::abs(gis::planeArea(*dazhou) / expected - 1) < 1e-6);
    }

    void sameNameIsResolvedByCode() {
        if (!fixture::hasShared()) QSKIP("the shared data is not here");
        const layers::BaseLayers base = fixture::base({fixture::shared("data/admin.gpkg|county")});
        QCOMPARE(base.countOfName("市中区"), 2U);
        auto plane = layers::BaseInPlane::make(base, gis::CoordinateReferenceSystem::fromCode("EPSG:4544").value());
        const auto neijiang = plane->areaOf(place("市中区", "511002")).value();
        const auto leshan = plane->areaOf(place("市中区", "511102")).value();
        QVERIFY(neijiang && leshan);
        QVERIFY(neijiang->extent().minX > leshan->extent().maxX);  // 内江 lies a degree east of 乐山
        QVERIFY(!plane->areaOf(place("市中区", "")).value());      // the name alone does not say which
    }

    void ambiguousNameIsWarnedOf() {
        if (!fixture::hasShared()) QSKIP("the shared data is not here");
        const layers::BaseLayers base = fixture::base({fixture::shared("data/admin.gpkg|county")});
        const auto scheme = layers::schemeFromJson(
            R"({"elements":[{"id":"t.z","kind":"zone","name":"z","members":[{"name":"市中区"},{"name":"荣昌区","adcode":"500153"}]}]})",
            "t");
        const layers::BuiltLayout layout = fixture::build(*scheme, base);
        QVERIFY(hasWarning(layout, "ambiguous_name", "市中区"));
    }

    void unknownMemberIsNamed() {
        const auto scheme = layers::schemeFromJson(
            R"({"elements":[{"id":"t.z","kind":"zone","name":"z","members":[{"name":"无名县","adcode":"999999"},{"name":"荣昌区","adcode":"500153"}]}]})",
            "t");
        const layers::BuiltLayout layout = fixture::build(*scheme, m_base);
        QVERIFY(hasWarning(layout, "no_boundary_loaded", "无名县 (999999)"));
        QVERIFY(hasWarning(layout, "no_boundary_loaded", "t.z"));
        QVERIFY(fixture::report(layout, "t.z").isBuilt);
    }

    void chosenCrsIsTheResults() {
        layers::BuildOptions options = layers::shippedBuildOptions().value();
        options.crs = gis::CoordinateReferenceSystem::cgcs2000();
        const layers::BuiltLayout layout = fixture::build(fixture::sampleScheme("wandakai.json"), m_base, options);
        const gis::Geometry disc = fixture::shape(layout, "wdk.cluster_wanzhou");
        QVERIFY(disc.extent().minX > 108 && disc.extent().maxX < 109);
        const double circle = std::numbers::pi * 14 * 14 * 1e6;
        QVERIFY(std::abs(ellipsoidArea(disc, layout.crs) / circle - 1) < 1e-5);
    }

    void recipeHoldsParametersAndElement() {
        const gis::Feature belt = fixture::feature(m_wandakai, "wdk.belt_xiyu");
        const std::string recipe =
            gis::toText(belt.attribute(layers::layoutSchema().indexOf(layers::layout_field::recipe)));
        for (const char* part : {"\"builder\":\"band\"", "\"width_km\":14.0", "\"id\":\"wdk.belt_xiyu\""})
            QVERIFY2(recipe.find(part) != std::string::npos, recipe.c_str());
    }

    void twoRunsAreEqual() {
        gis::JobControl one;
        one.threads = 1;
        const auto again = layers::buildLayout(fixture::sampleScheme("wandakai.json"), m_base,
                                               layers::shippedBuildOptions().value(), one);
        QVERIFY(again);
        for (const layers::BuiltLayer& layer : m_wandakai.layers)
            QVERIFY(again->layer(layer.name)->table == layer.table);
    }
    void cancelStops() {
        gis::JobControl control;
        control.cancel.cancel();
        const auto built = layers::buildLayout(fixture::sampleScheme("wandakai.json"), m_base,
                                               layers::shippedBuildOptions().value(), control);
        QVERIFY(!built);
        QCOMPARE(built.error().code, gis::ErrorCode::Canceled);
    }
    void roadInManyPiecesIsOneAxis() {
        // 300 pieces of 1 km out of order, every other one digitised backwards, between two known places.
        std::vector<gis::Feature> pieces;
        for (int i = 0; i < 300; ++i) {
            const double x = 400'000 + 1000.0 * ((i * 7) % 300);
            std::vector<gis::Coordinate> piece{{x, 3'400'000}, {x + 1000, 3'400'000}};
            if (i % 2 != 0) std::swap(piece.front(), piece.back());
            pieces.emplace_back(gis::FeatureId{i + 1}, gis::Geometry::lineString(piece),
                                std::vector<gis::Value>{gis::Value(std::string("road"))});
        }
        const auto crs = gis::CoordinateReferenceSystem::fromCode("EPSG:4545").value();
        const auto toDegrees = gis::CoordinateTransform::make(crs, gis::CoordinateReferenceSystem::cgcs2000())
                                   .value()
                                   .apply(gis::Geometry::multiPoint({{450'500, 3'401'000}, {600'250, 3'399'000}}));
        layers::Geography known;
        known.places = {{"100001", "west", "", toDegrees->coordinates()[0]},
                        {"100002", "east", "", toDegrees->coordinates()[1]}};
        const auto base = layers::BaseLayers::make({{"roads", gis::FeatureTable(gis::Schema({{"name"}}), crs, pieces)}},
                                                   known, layers::shippedBaseFieldNames().value());
        const auto scheme = layers::schemeFromJson(
            R"({"elements":[{"id":"t.a","kind":"axis","name":"a","carriers":[{"name":"road"}],
                "members":[{"name":"west","adcode":"100001"},{"name":"east","adcode":"100002"}]}]})",
            "t");
        const gis::Geometry axis = fixture::shape(fixture::build(*scheme, *base), "t.a");
        QCOMPARE(axis.partCount(), 1U);
        QVERIFY(std::abs(gis::planeLength(axis) - 149'750) < 0.01);
        QVERIFY(std::abs(axis.coordinates().front().x - 450'500) < 0.01);  // from the first member on
    }

    void layerWithoutCrsIsRefusedByName() {
        const gis::FeatureTable table(gis::Schema({{"name"}}), {}, {});
        const auto base = layers::BaseLayers::make({{"roads.shp|roads", table}}, {}, {});
        QVERIFY(!base);
        QCOMPARE(base.error().code, gis::ErrorCode::CrsMissing);
        QVERIFY(gis::describe(base.error()).find("roads") != std::string::npos);
    }

    void allElementsOfThePapersAreBuiltOrExplained() {
        if (!fixture::hasShared()) QSKIP("the shared data is not here");
        const layers::BaseLayers base =
            fixture::base({fixture::shared("data/admin.gpkg"), fixture::shared("data/hydro.gpkg"),
                           fixture::shared("data/transport.gpkg")});
        const layers::BuiltLayout layout =
            fixture::build(fixture::scheme(fixture::shared("domain/layouts.json")), base);
        QCOMPARE(layout.reports.size(), 510U);
        std::size_t built = 0;
        for (const layers::ElementReport& report : layout.reports) {
            built += report.isBuilt ? 1 : 0;
            QVERIFY2(report.isBuilt != !report.reason.empty(), report.id.c_str());
        }
        qInfo("%zu of 510 elements have a geometry", built);
        QVERIFY(built >= 350);
        for (const layers::BuiltLayer& layer : layout.layers)
            for (const gis::Feature& feature : layer.table) QVERIFY(!gis::flawOf(feature.geometry()));
    }
};

QTEST_GUILESS_MAIN(TestLayoutBuilder)
#include "test_layout_builder.moc"
