// SPDX-License-Identifier: Apache-2.0
// The card beside the mouse says what the panel says.
#include <QtTest>

#include "app/session/Quantities.h"
#include "app/window/LiveReadout.h"
#include "layers/edit/VertexEdit.h"
#include "tests/support/SmallPlan.h"

using namespace app;

namespace {

/// The small plan with another rule for its red line, and without its boundary.
layers::SnapshotPtr planWith(layers::RuleDirection direction) {
    auto plan = std::make_shared<layers::ProjectSnapshot>(*small_plan::snapshot());
    std::erase_if(plan->layers, [](const layers::LayerPtr& layer) { return layer->id == small_plan::developmentId; });
    for (layers::LayerPtr& layer : plan->layers) {
        if (layer->id != small_plan::redLineId) continue;
        auto red = std::make_shared<layers::Layer>(*layer);
        red->control.direction = direction;
        layer = red;
    }
    return plan;
}

layers::LiveAnswer answerFor(const layers::SnapshotPtr& plan, gis::FeatureId id, double dx) {
    const gis::Feature& feature = *plan->layer(small_plan::layoutId)->table.find(id);
    const auto moved = feature.withGeometry(layers::translated(feature.geometry(), dx, 0));
    const auto answer = layers::LiveCheck().check(*plan, small_plan::layoutId, moved);
    return answer ? *answer : layers::LiveAnswer();
}

}  // namespace

class TestLiveReadout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsForInformationIsNamed() {
        const auto plan = planWith(layers::RuleDirection::Inform);
        const auto answer = answerFor(plan, small_plan::platform, 0);
        const ReadoutCard card = readoutFor(answer, nullptr);
        QVERIFY(!card.conflict);
        QCOMPARE(card.title, QStringLiteral("In red line, for information"));
        QCOMPARE(card.value, hectaresText(*answer.overlaps.at(0).summary.netAreaSquareMetres));  // as in the panel
        QVERIFY(card.footnote.contains(percentText(answer.overlaps.at(0).summary.netSharePercent)));
        const ReadoutCard away = readoutFor(answerFor(plan, small_plan::platform, -3000), nullptr);
        QCOMPARE(away.title, QStringLiteral("No conflict"));
        const ReadoutCard forbidden =
            readoutFor(answerFor(planWith(layers::RuleDirection::ForbidInside), small_plan::platform, 0), nullptr);
        QVERIFY(forbidden.conflict);
        QCOMPARE(forbidden.title, QStringLiteral("Crosses red line"));
        QCOMPARE(forbidden.value, card.value);
    }

    void theChangeHasItsUnit_data() {
        QTest::addColumn<int>("feature");
        QTest::addColumn<double>("step");
        QTest::addColumn<QString>("unit");
        QTest::newRow("area, more") << 1 << 40.0 << QStringLiteral(" ha");
        QTest::newRow("area, less") << 1 << -40.0 << QStringLiteral(" ha");
        QTest::newRow("metres under kilometres") << 2 << -79.0 << QStringLiteral(" m");
        QTest::newRow("kilometres") << 2 << -1200.0 << QStringLiteral(" km");
    }
    void theChangeHasItsUnit() {
        QFETCH(int, feature);
        QFETCH(double, step);
        QFETCH(QString, unit);
        const auto plan = planWith(layers::RuleDirection::ForbidInside);
        const gis::FeatureId id{feature};
        const auto before = answerFor(plan, id, 0);
        const auto now = answerFor(plan, id, step);
        const ReadoutCard card = readoutFor(now, &before);
        const auto& was = before.overlaps.at(0).summary;
        const auto& is = now.overlaps.at(0).summary;
        const bool isArea = feature == 1;
        const double change =
            isArea ? *is.netAreaSquareMetres - *was.netAreaSquareMetres : *is.netLengthMetres - *was.netLengthMetres;
        QCOMPARE(change > 0, step > 0);
        const QString amount = isArea ? hectaresText(std::abs(change)) : lengthText(std::abs(change));
        QVERIFY2(amount.endsWith(unit), qPrintable(amount));
        const QString sign = change > 0 ? QStringLiteral("▲ +") : QStringLiteral("▼ −");
        QVERIFY2(card.footnote.contains(sign + amount + QStringLiteral(" since the drag began")),
                 qPrintable(card.footnote));
    }
};

QTEST_GUILESS_MAIN(TestLiveReadout)
#include "test_live_readout.moc"
