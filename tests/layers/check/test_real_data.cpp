// SPDX-License-Identifier: Apache-2.0
#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/PolygonArea.hpp>
#include <QFileInfo>
#include <map>

#include "gis/analysis/EllipsoidMeasure.h"
#include "gis/engine/Validity.h"
#include "gis/io/VectorFile.h"
#include "tests/layers/check/CheckBuilder.h"

using namespace check_builder;

namespace {

const std::string sharedData = TUCE_SHARED_DIR "/data/";

layers::CheckLayer read(const std::string& source, const std::string& idField) {
    layers::CheckLayer layer;
    const auto found = gis::readLayer(gis::SourceName::parse(sharedData + source));
    if (!found) {
        qWarning("%s", gis::describe(found.error()).c_str());
        return layer;
    }
    layer.name = found->info.name;
    layer.path = sharedData + source;
    layer.table = found->table;
    layer.idField = idField;
    return layer;
}

bool isThere(const char* file) { return QFileInfo::exists(QString::fromStdString(sharedData + file)); }

// The geodesic area by GeographicLib of a polygon in degrees whose edges are straight in longitude and latitude,
// each cut to steps of at most `step` degrees.
double geodesicArea(const gis::Geometry& geometry, double step) {
    const GeographicLib::Geodesic ellipsoid(6378137, 1 / 298.257222101);
    double total = 0;
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        for (std::size_t s = geometry.partBegin(part); s < geometry.partEnd(part); ++s) {
            GeographicLib::PolygonArea polygon(ellipsoid);
            const auto ring = geometry.sequence(s);
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                const gis::Coordinate a = ring[i];
                const gis::Coordinate b = ring[i + 1];
                const int parts = std::max(1, static_cast<int>(std::ceil(std::hypot(b.x - a.x, b.y - a.y) / step)));
                for (int k = 0; k < parts; ++k)
                    polygon.AddPoint(a.y + (b.y - a.y) * k / parts, a.x + (b.x - a.x) * k / parts);
            }
            double perimeter = 0;
            double area = 0;
            polygon.Compute(false, true, perimeter, area);
            total += s == geometry.partBegin(part) ? std::abs(area) : -std::abs(area);
        }
    }
    return total;
}

// The overlap of two valid polygons by another way than the check: clipped part by part, added up.
double referenceArea(const gis::Geometry& plan, const gis::Geometry& zone) {
    const auto cut = gis::overlay(gis::OverlayOperation::Difference, plan, zone);
    return cut ? geodesicArea(plan, 0.002) - geodesicArea(cut->geometry, 0.002) : std::nan("");
}

}  // namespace

class TestRealData : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Protected areas of the United States against counties: areas of the pieces against GeographicLib's geodesic
    // area of (plan area less plan minus county), edges cut to 0.002 degrees.
    void parksAgainstCounties() {
        if (!isThere("overlay_us.gpkg")) QSKIP("shared data are not here");
        layers::CheckInput made;
        made.plan.push_back(read("overlay_us.gpkg|park_area", {}));
        made.control.push_back(read("overlay_us.gpkg|county", "fips"));
        QCOMPARE(made.plan[0].table.size(), 61U);
        QCOMPARE(made.control[0].table.size(), 133U);
        const auto report = checked(made, 2);
        QCOMPARE(report.layers.at(1).repaired, 4U);  // FIPS 02105, 53007, 56029, 56039
        QStringList repaired;
        for (const gis::Warning& w : report.warnings)
            if (w.kind == "geometry_repaired") repaired << QString::fromStdString(w.subject.feature);
        QCOMPARE(repaired, (QStringList{QStringLiteral("02105"), QStringLiteral("53007"), QStringLiteral("56029"),
                                        QStringLiteral("56039")}));
        QCOMPARE(report.stats.fallbacks, 0U);  // 95 degrees wide
        int compared = 0;
        double worst = 0;
        for (const layers::Finding& f : report.findings) {
            if (!f.areaSquareMetres || repaired.contains(QString::fromStdString(f.controlId))) continue;
            const gis::Geometry& plan = made.plan[0].table.find(f.planFeature)->geometry();
            const gis::Geometry& zone = made.control[0].table.find(f.controlFeature)->geometry();
            const double reference = referenceArea(plan, zone);
            const double planArea = geodesicArea(plan, 0.002);
            const double error = std::abs(*f.areaSquareMetres - reference) / planArea;
            worst = std::max(worst, error);
            ++compared;
        }
        qInfo("%d pieces, worst difference %.2e of the plan feature's area", compared, worst);
        QVERIFY(compared > 100);
        QVERIFY2(worst < 1e-6, qPrintable(QString::number(worst)));
        for (const layers::FindingSummary& s : report.summaries)
            if (s.balanceErrorSquareMetres && *s.planAreaSquareMetres > 0)
                QVERIFY2(std::abs(*s.balanceErrorSquareMetres) < 1e-9 * *s.planAreaSquareMetres + 1e-3,
                         s.planId.c_str());
    }

    // Counties against themselves: neighbours share their borders vertex by vertex, so each meets only itself.
    void countiesAgainstThemselves() {
        if (!isThere("admin.gpkg")) QSKIP("shared data are not here");
        layers::CheckInput made;
        made.plan.push_back(read("admin.gpkg|county", "adcode"));
        made.control.push_back(made.plan.back());
        const auto report = checked(made, 2);
        std::size_t same = 0;
        for (const layers::Finding& f : report.findings) {
            same += f.planId == f.controlId ? 1 : 0;
            if (f.planId == f.controlId) QVERIFY(std::abs(*f.shareOfPlanPercent - 100) < 1e-9);
        }
        qInfo("%zu rows, %zu of them a county against itself", report.findings.size(), same);
        QCOMPARE(report.findings.size(), 221U);
        QCOMPARE(same, 221U);
    }

    // Two sources of the same counties: slivers along every border. Each row against GEOS' piece, measured by the
    // formula edge by edge.
    void countiesOfTwoSources() {
        if (!isThere("admin.gpkg") || !isThere("admin_osm.gpkg")) QSKIP("shared data are not here");
        layers::CheckInput made;
        made.plan.push_back(read("admin.gpkg|county", "adcode"));
        made.control.push_back(read("admin_osm.gpkg|county", {}));
        const auto report = checked(made, 2);
        const auto measure = gis::EllipsoidMeasure::make(made.plan[0].table.crs());
        QVERIFY(measure.has_value());
        std::map<std::pair<std::int64_t, std::int64_t>, double> rows;
        for (const layers::Finding& f : report.findings)
            if (f.areaSquareMetres) rows[{number(f.planFeature), number(f.controlFeature)}] = *f.areaSquareMetres;
        double worst = 0;
        std::size_t expectedRows = 0, repaired = 0;
        for (const gis::Feature& plan : made.plan[0].table) {
            for (const gis::Feature& zone : made.control[0].table) {
                if (!plan.geometry().extent().meets(zone.geometry().extent())) continue;
                if (gis::flawOf(plan.geometry()) || gis::flawOf(zone.geometry())) {
                    ++repaired;
                    rows.erase({number(plan.id()), number(zone.id())});
                    continue;
                }
                const auto cut = gis::overlay(gis::OverlayOperation::Intersection, plan.geometry(), zone.geometry());
                const double area = measure->areaSquareMetres(cut->geometry);
                const double allowed = 1e-9 * area + 1e-3;
                const auto row = rows.find({number(plan.id()), number(zone.id())});
                expectedRows += area > 0 ? 1 : 0;
                const double off = std::abs((row == rows.end() ? 0 : row->second) - area);
                worst = std::max(worst, off / allowed);
                QCOMPARE(row != rows.end(), area > 0);
            }
        }
        qInfo("%zu rows, %zu pairs with repaired shapes left out, at most %.2g of what is allowed", rows.size(),
              repaired, worst);
        QCOMPARE(rows.size(), expectedRows);
        QVERIFY(rows.size() > 1000);
        QVERIFY2(worst <= 1, qPrintable(QString::number(worst)));
    }
};

QTEST_GUILESS_MAIN(TestRealData)
#include "test_real_data.moc"
