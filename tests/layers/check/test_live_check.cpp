// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "gis/engine/Overlay.h"
#include "layers/check/LiveCheck.h"
#include "layers/check/SnapshotCheckInput.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/VertexEdit.h"
#include "tests/support/SmallPlan.h"

using namespace layers;

namespace {

std::string words(const Finding& f) {
    const auto number = [](const std::optional<double>& value) { return value ? gis::toPlainDecimal(*value) : "-"; };
    return f.key() + " " + toText(f.kind) + " " + number(f.areaSquareMetres) + " " + number(f.lengthMetres) + " " +
           number(f.shareOfPlanPercent) + " " + number(f.shareOfControlPercent) + " " +
           (f.crossings ? std::to_string(*f.crossings) : "-");
}

std::string words(const FindingSummary& s) {
    const auto number = [](const std::optional<double>& value) { return value ? gis::toPlainDecimal(*value) : "-"; };
    return s.controlLayer + " " + number(s.planAreaSquareMetres) + " " + number(s.planLengthMetres) + " " +
           number(s.netAreaSquareMetres) + " " + number(s.netSharePercent) + " " + number(s.netLengthMetres) + " " +
           (s.crossings ? std::to_string(*s.crossings) : "-") + " " + s.status;
}

/// Rows of the bulk check for one feature, sorted.
QStringList bulkRows(const ProjectSnapshot& plan, gis::FeatureId feature) {
    CheckOptions options;
    options.keepGeometry = true;
    const auto report = redLineCheck(checkInput(plan, options));
    QStringList rows;
    for (const Finding& f : report->findings)
        if (f.planFeature == feature) rows << QString::fromStdString(words(f));
    for (const FindingSummary& s : report->summaries)
        if (s.planFeature == feature) rows << QString::fromStdString(words(s));
    rows.sort();
    return rows;
}

QStringList liveRows(const LiveAnswer& answer) {
    QStringList rows;
    for (const LiveOverlap& overlap : answer.overlaps) {
        for (const Finding& f : overlap.findings) rows << QString::fromStdString(words(f));
        if (!overlap.summary.controlLayer.empty()) rows << QString::fromStdString(words(overlap.summary));
    }
    rows.sort();
    return rows;
}

/// The plan with the platform's geometry replaced, as an edit would do it.
SnapshotPtr edited(const SnapshotPtr& plan, const gis::Feature& feature) {
    return *applied(plan, *upsertFeatures(*plan, small_plan::layoutId, {feature}));
}

}  // namespace

class TestLiveCheck : public QObject {
    Q_OBJECT
    const SnapshotPtr m_plan = small_plan::snapshot();

private Q_SLOTS:
    void numbersOfADragEqualTheBulkCheck_data() {
        QTest::addColumn<double>("dx");
        QTest::addColumn<double>("dy");
        QTest::newRow("half inside the red line") << 0.0 << 0.0;
        QTest::newRow("wholly inside") << 700.0 << 0.0;
        QTest::newRow("beside it") << -1500.0 << 0.0;
        QTest::newRow("touching it") << -500.0 << 0.0;
        QTest::newRow("partly outside the boundary to keep") << -3500.0 << 100.0;
        QTest::newRow("wholly outside") << 4000.0 << 4000.0;
        QTest::newRow("a sliver of half a square metre") << -499.9995 << 0.0;
    }
    void numbersOfADragEqualTheBulkCheck() {
        QFETCH(double, dx);
        QFETCH(double, dy);
        const LayerPtr layout = m_plan->layer(small_plan::layoutId);
        const LiveCheck live;
        for (const gis::FeatureId id : {small_plan::platform, small_plan::axis}) {
            const gis::Feature& before = *layout->table.find(id);
            const gis::Feature dragged = before.withGeometry(translated(before.geometry(), dx, dy));
            const auto answer = live.check(*m_plan, layout->id, dragged);
            QVERIFY(answer.has_value());
            QCOMPARE(liveRows(*answer), bulkRows(*edited(m_plan, dragged), id));
        }
    }

    void halfAPlatformIsFiftyHectares() {
        const LayerPtr layout = m_plan->layer(small_plan::layoutId);
        const auto answer = LiveCheck().check(*m_plan, layout->id, *layout->table.find(small_plan::platform));
        QVERIFY(answer.has_value());
        const LiveOverlap& red = answer->overlaps.front();
        QCOMPARE(red.controlName, std::string("red line"));
        QVERIFY(red.isConflict());
        // 500 m x 1000 m of the projection; its scale differs from 1 by less than 1e-4 here.
        QVERIFY(std::abs(*red.summary.netAreaSquareMetres - 500e3) < 100);
        QVERIFY(std::abs(*red.summary.netSharePercent - 50) < 0.01);
        QVERIFY(!red.findings.front().geometry.isEmpty());
        QVERIFY(answer->hasConflicts());
        QVERIFY(!answer->overlaps.back().isConflict());
    }

    void aChangedControlLayerIsSeen() {
        const LayerPtr layout = m_plan->layer(small_plan::layoutId);
        const gis::Feature& feature = *layout->table.find(small_plan::platform);
        const LiveCheck live;
        QVERIFY(live.check(*m_plan, layout->id, feature)->hasConflicts());
        const SnapshotPtr free = *applied(m_plan, *removeFeatures(*m_plan, small_plan::redLineId, {gis::FeatureId{1}}));
        QVERIFY(!live.check(*free, layout->id, feature)->hasConflicts());
        QVERIFY(live.check(*m_plan, layout->id, feature)->hasConflicts());  // undone
    }

    void aChangedRuleIsSeen() {
        const LayerPtr layout = m_plan->layer(small_plan::layoutId);
        const gis::Feature& feature = *layout->table.find(small_plan::platform);
        auto informs = std::make_shared<ProjectSnapshot>(*m_plan);
        auto red = std::make_shared<Layer>(*m_plan->layer(small_plan::redLineId));
        red->control.direction = RuleDirection::Inform;
        informs->layers[1] = red;
        const LiveCheck live;
        QVERIFY(live.check(*m_plan, layout->id, feature)->hasConflicts());
        QVERIFY(!live.check(*informs, layout->id, feature)->hasConflicts());
    }

    void manyZonesUnderADraggedShape() {
        std::vector<gis::Feature> zones;
        for (int i = 0; i < 225; ++i)
            zones.emplace_back(gis::FeatureId{100 + i},
                               small_plan::box(100.0 * (i % 15) - 20, 100.0 * (i / 15) - 30, 60, 70),
                               std::vector<gis::Value>{std::string("z") + std::to_string(i)});
        const SnapshotPtr plan = *applied(m_plan, *upsertFeatures(*m_plan, small_plan::redLineId, zones));
        std::vector<gis::Coordinate> ring;
        for (int i = 0; i < 300; ++i) {
            const double turn = i * M_PI / 150, radius = 550 + 40 * (i % 3);
            ring.push_back(small_plan::at(650 + radius * std::cos(turn), 700 + radius * std::sin(turn)));
        }
        const LayerPtr layout = plan->layer(small_plan::layoutId);
        gis::Feature feature = layout->table.find(small_plan::platform)->withGeometry(gis::Geometry::polygon({ring}));
        const LiveCheck live;
        for (int step = 0; step < 12; ++step) {
            const VertexPlace place{0, 40};
            const gis::Coordinate corner = vertexAt(feature.geometry(), place);
            // Now a vertex, now the whole.
            feature = feature.withGeometry(
                step % 4 < 3 ? withVertexMoved(feature.geometry(), place, {corner.x - 7, corner.y + 3})
                             : translated(feature.geometry(), 13, -8));
            const auto numbers = live.numbers(*plan, layout->id, feature);
            QVERIFY(numbers.has_value());
            QVERIFY(!numbers->hasShapes);
            QCOMPARE(liveRows(*numbers), bulkRows(*edited(plan, feature), small_plan::platform));
            const auto shaped = live.withShapes(*numbers);
            QVERIFY(shaped.has_value());
            QVERIFY(shaped->hasShapes);
            QCOMPARE(liveRows(*shaped), liveRows(*numbers));
            QVERIFY(shaped->overlaps.front().findings.size() > 100);
            for (const Finding& finding : shaped->overlaps.front().findings)  // the scale differs from 1 by 1e-4 or so
                QVERIFY(std::abs(gis::planeArea(finding.geometry) / *finding.areaSquareMetres - 1) < 1e-3);
        }
    }

    void aCanceledCallSaysSo() {
        gis::JobControl control;
        control.cancel.cancel();
        const LayerPtr layout = m_plan->layer(small_plan::layoutId);
        const auto answer = LiveCheck().check(*m_plan, layout->id, *layout->table.find(small_plan::axis), control);
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().code, gis::ErrorCode::Canceled);
    }

    void onlyLayoutFeaturesAreChecked() {
        const LayerPtr base = m_plan->layer(small_plan::basemapId);
        const auto answer = LiveCheck().check(*m_plan, base->id, *base->table.find(gis::FeatureId{1}));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().code, gis::ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestLiveCheck)
#include "test_live_check.moc"
