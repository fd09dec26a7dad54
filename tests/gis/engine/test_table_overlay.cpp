// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <cmath>
#include <limits>

#include "gis/engine/TableOverlay.h"

using gis::OverlayOperation;

Q_DECLARE_METATYPE(gis::OverlayOperation)

namespace {

gis::Geometry shape(const char* wkt) { return gis::fromWkt(wkt).value(); }

gis::CoordinateReferenceSystem crs(const char* code) { return gis::CoordinateReferenceSystem::fromCode(code).value(); }

gis::OverlaySide side(const char* layer, const char* field, std::vector<const char*> shapes,
                      const gis::CoordinateReferenceSystem& system) {
    std::vector<gis::Feature> features;
    for (const char* wkt : shapes) {
        const auto id = static_cast<std::int64_t>(features.size() + 1);
        features.emplace_back(gis::FeatureId{id}, shape(wkt),
                              std::vector<gis::Value>{std::string(layer) + std::to_string(id), 10 * id});
    }
    const gis::Schema schema({{"name", gis::FieldType::Text, 0}, {field, gis::FieldType::Integer, 0}});
    return {gis::FeatureTable(schema, system, std::move(features)), {"file", layer, {}}};
}

/// "a1 b2 area|…" for each piece, in order.
QString pieces(const gis::FeatureTable& table) {
    QStringList list;
    for (const gis::Feature& feature : table) {
        list << QString::fromStdString(gis::toText(feature.attribute(0)) + "+" + gis::toText(feature.attribute(2)) +
                                       "=") +
                    QString::number(gis::planeArea(feature.geometry()) +
                                    gis::planeLength(feature.geometry()) * (feature.geometry().dimension() == 1));
    }
    return list.join(u' ');
}

QString kinds(const gis::Warnings& warnings) {
    QStringList list;
    for (const auto& warning : warnings)
        list << QString::fromStdString(warning.kind + ":" + warning.subject.layer + warning.subject.feature);
    return list.join(u' ');
}

gis::Result<gis::TableOverlay> run(OverlayOperation operation, const gis::OverlaySide& a, const gis::OverlaySide& b,
                                   unsigned threads = 2) {
    gis::JobControl control;
    control.threads = threads;
    return gis::overlayTables(operation, a, b, gis::DatumPolicy::Refuse, control);
}

}  // namespace

class TestTableOverlay : public QObject {
    Q_OBJECT
    // two squares of 4x4 side by side with a gap; a strip through both and a square far off
    const gis::CoordinateReferenceSystem m_zone = crs("EPSG:4545");
    const gis::OverlaySide m_a =
        side("a", "n", {"POLYGON((0 0,4 0,4 4,0 4,0 0))", "POLYGON((6 0,10 0,10 4,6 4,6 0))"}, m_zone);
    const gis::OverlaySide m_b = side("b", "n",
                                      {"POLYGON((-1 1,11 1,11 2,-1 2,-1 1))", "POLYGON((2 1.5,3 1.5,3 5,2 5,2 1.5))",
                                       "POLYGON((50 0,51 0,51 1,50 1,50 0))"},
                                      m_zone);

private Q_SLOTS:
    void operations_data() {
        QTest::addColumn<OverlayOperation>("operation");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, OverlayOperation operation, const char* expected) {
            QTest::newRow(name) << operation << QString::fromLatin1(expected);
        };
        row("a piece for each pair", OverlayOperation::Intersection, "a1+b1=4 a1+b2=2.5 a2+b1=4");
        row("a without all b", OverlayOperation::Difference, "a1+=10 a2+=12");
        row("b overlapping itself stays so", OverlayOperation::SymmetricDifference, "a1+=10 a2+=12 +b1=4 +b2=1 +b3=1");
        row("pieces of both and of each", OverlayOperation::Union,
            "a1+b1=4 a1+b2=2.5 a2+b1=4 a1+=10 a2+=12 +b1=4 +b2=1 +b3=1");
    }
    void operations() {
        QFETCH(OverlayOperation, operation);
        const auto answer = run(operation, m_a, m_b);
        QVERIFY2(answer, answer ? "" : gis::describe(answer.error()).c_str());
        QTEST(pieces(answer->table), "expected");
        QCOMPARE(answer->geometryType, gis::GeometryType::MultiPolygon);
        QVERIFY(answer->table.crs() == m_zone);
        QVERIFY(answer->warnings.empty());
    }
    void columnsOfBothWithoutClashes() {
        const auto answer = run(OverlayOperation::Intersection, m_a, m_b);
        QStringList names;
        for (const auto& field : answer->table.schema().fields()) names << QString::fromStdString(field.name);
        QCOMPARE(names.join(u' '), QStringLiteral("name n b_name b_n"));
        const auto& piece = answer->table.at(1);
        QVERIFY(piece.attributes() ==
                (std::vector<gis::Value>{std::string("a1"), std::int64_t{10}, std::string("b2"), std::int64_t{20}}));
        QCOMPARE(gis::number(piece.id()), std::int64_t(2));
    }
    void threadsDoNotMatter() {
        std::vector<const char*> strips(40, "POLYGON((0 0,9 1,8 9,1 8,0 0))");
        const auto many = side("m", "n", strips, m_zone);
        const auto one = run(OverlayOperation::Union, many, m_b, 1);
        const auto four = run(OverlayOperation::Union, many, m_b, 4);
        QVERIFY(one->table == four->table);
        QVERIFY(one->warnings == four->warnings);
        QVERIFY(one->table.size() > 80);
    }
    void linesAndPoints() {
        const auto lines = side("l", "n", {"LINESTRING(-2 1.5,12 1.5)", "MULTIPOINT((1 1),(5 5))"}, m_zone);
        const auto inside = run(OverlayOperation::Intersection, lines, m_a);
        QCOMPARE(pieces(inside->table), QStringLiteral("l1+a1=4 l1+a2=4 l2+a1=0"));
        QCOMPARE(inside->geometryType, gis::GeometryType::Empty);  // lines and points
        const auto outside = run(OverlayOperation::Difference, lines, m_a);
        QCOMPARE(pieces(outside->table), QStringLiteral("l1+=6 l2+=0"));
    }
    void invalidOnesAreRepairedAndNamed() {
        const auto bow = side("bow", "n", {"POLYGON((0 0,4 4,4 0,0 4,0 0))", "POLYGON((0 0,1 0,1 1,0 0))"}, m_zone);
        const auto answer = run(OverlayOperation::Difference, bow, m_b);
        QVERIFY(answer);
        QCOMPARE(kinds(answer->warnings), QStringLiteral("repaired:bow1"));
        QVERIFY(gis::translated(answer->warnings.front().text).find("(2, 2)") != std::string::npos);
    }
    void uselessOnesAreSkippedAndNamed() {
        auto broken = m_a;
        const double nan = std::numeric_limits<double>::quiet_NaN();
        broken.table =
            broken.table.with({broken.table.at(0).withGeometry(gis::Geometry::polygon({{{0, 0}, {1, nan}, {1, 1}}}))});
        const auto answer = run(OverlayOperation::Intersection, broken, m_b);
        QVERIFY(answer);
        QCOMPARE(kinds(answer->warnings), QStringLiteral("skipped:a1"));
        QCOMPARE(pieces(answer->table), QStringLiteral("a2+b1=4"));
    }
    void bComesIntoTheCrsOfA() {
        const auto geographic =
            side("g", "n", {"POLYGON((108.39 30.79,108.41 30.79,108.41 30.81,108.39 30.81,108.39 30.79))"},
                 gis::CoordinateReferenceSystem::wgs84());
        const auto planar =
            side("p", "n", {"POLYGON((500000 3300000,600000 3300000,600000 3500000,500000 3500000,500000 3300000))"},
                 m_zone);
        const auto answer = run(OverlayOperation::Intersection, planar, geographic);
        QVERIFY2(answer, answer ? "" : gis::describe(answer.error()).c_str());
        QCOMPARE(kinds(answer->warnings), QStringLiteral("datums_taken_as_equal:"));
        // 0.02 degrees are about 1.91 km by 2.22 km there
        const double area = gis::planeArea(answer->table.at(0).geometry());
        QVERIFY2(area > 4.2e6 && area < 4.3e6, QByteArray::number(area).constData());
        QVERIFY(answer->table.crs() == m_zone);
    }
    void crsMustBeKnownOrBothUnknown() {
        const auto unknown = side("u", "n", {"POLYGON((0 0,4 0,4 4,0 4,0 0))"}, {});
        const auto mixed = run(OverlayOperation::Intersection, m_a, unknown);
        QVERIFY(!mixed);
        QCOMPARE(mixed.error().code, gis::ErrorCode::CrsMissing);
        QCOMPARE(mixed.error().subject.layer, std::string("u"));
        const auto both = run(OverlayOperation::Intersection, unknown, unknown);
        QVERIFY(both);
        QCOMPARE(kinds(both->warnings), QStringLiteral("crs_missing:u"));
    }
    void otherDatumsAreRefused() {
        const auto old = side("o", "n", {"POLYGON((108 30,109 30,109 31,108 30))"}, crs("EPSG:4214"));  // Beijing 1954
        const auto answer = run(OverlayOperation::Intersection, m_a, old);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, gis::ErrorCode::DatumShiftUnknown);
    }
    void emptyTables() {
        const auto none = side("none", "n", {}, m_zone);
        QCOMPARE(run(OverlayOperation::Intersection, m_a, none)->table.size(), std::size_t(0));
        QCOMPARE(run(OverlayOperation::Difference, m_a, none)->table.size(), std::size_t(2));
        QCOMPARE(run(OverlayOperation::Union, none, m_a)->table.size(), std::size_t(2));
    }
    void cancelStops() {
        gis::JobControl control;
        control.cancel.cancel();
        const auto answer = gis::overlayTables(OverlayOperation::Union, m_a, m_b, gis::DatumPolicy::Refuse, control);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, gis::ErrorCode::Canceled);
    }
};

QTEST_APPLESS_MAIN(TestTableOverlay)
#include "test_table_overlay.moc"
