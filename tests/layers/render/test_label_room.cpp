// SPDX-License-Identifier: Apache-2.0
#include <QGuiApplication>
#include <QtTest>

#include "layers/render/LabelCandidate.h"
#include "tests/gis/drawing/DrawingFixture.h"

using namespace layers;

namespace {

LabelRequest requestFor(const QPolygonF& ring, const QString& text, const LabelStyle& label) {
    LabelRequest request;
    request.text = text;
    request.style = textStyleOf(label);
    request.placement = label.placement;
    request.priority = label.priority;
    request.shape.dimension = 2;
    request.shape.parts = {{ring}};
    return request;
}

}  // namespace

class TestLabelRoom : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsLeftOutHadNoPlace();
    void importantNamesAreAlwaysLookedFor();
};

/// Against the search itself, on polygons about as large as their names.
void TestLabelRoom::whatIsLeftOutHadNoPlace() {
    fixture::Dice dice(3);
    TextRuler ruler;
    const QStringList texts{QStringLiteral("甲"),     QStringLiteral("红线"),
                            QStringLiteral("大巴山"), QStringLiteral("生态保护红线片区"),
                            QStringLiteral("A1"),     QStringLiteral("Zone 27 b")};
    LabelStyle label;
    label.sizePt = 7.5;
    label.priority = 20;
    int leftOut = 0, placed = 0;
    for (int round = 0; round < 1500; ++round) {
        const double radius = dice.between(0.5, 14), flat = dice.between(0.15, 1);
        QPolygonF ring;
        for (const gis::Coordinate c : fixture::raggedRing(dice, {0, 0}, radius, 5 + dice.below(30)))
            ring.append({c.x, c.y * flat});
        label.placement = round % 2 == 0 ? LabelPlacement::Inside : LabelPlacement::AlongLine;
        const QString& text = texts[round % texts.size()];
        const LabelRequest request = requestFor(ring, text, label);
        const LabelOffer inside = offerInside(request, ruler);
        const bool hasCourse = !offerAlong(request, ruler).bent.empty();
        const bool standsInside = std::any_of(inside.places.begin(), inside.places.end(), [&](const LabelPlace& place) {
            return outsideCost(inside, place).has_value();
        });
        const bool hasPlace = hasCourse || standsInside;
        const bool mayBeUsed = standsInside || (hasCourse && label.placement == LabelPlacement::AlongLine);
        QVERIFY2(mayHaveRoom(request, ruler) || !mayBeUsed, qPrintable(text));
        const bool looked = mayHoldLabel(ring.boundingRect(), text, label);
        QVERIFY2(looked || !hasPlace, qPrintable(text));
        leftOut += looked ? 0 : 1;
        placed += hasPlace ? 1 : 0;
    }
    QVERIFY2(leftOut > 100 && placed > 200, qPrintable(QStringLiteral("%1 %2").arg(leftOut).arg(placed)));
}

void TestLabelRoom::importantNamesAreAlwaysLookedFor() {
    LabelStyle label;
    label.placement = LabelPlacement::Inside;
    label.priority = 50;
    QVERIFY(mayHoldLabel({0, 0, 0.1, 0.1}, QStringLiteral("甲乙丙"), label));
    label.priority = 49;
    QVERIFY(!mayHoldLabel({0, 0, 0.1, 0.1}, QStringLiteral("甲乙丙"), label));
    label.callout = LabelCallout::Line;  // it may stand outside
    QVERIFY(mayHoldLabel({0, 0, 0.1, 0.1}, QStringLiteral("甲乙丙"), label));
    label.callout = LabelCallout::None;
    label.placement = LabelPlacement::Around;
    QVERIFY(mayHoldLabel({0, 0, 0.1, 0.1}, QStringLiteral("甲乙丙"), label));
    label.leastSizeMm = 0.2;  // but the style may say from which size on
    QVERIFY(!mayHoldLabel({0, 0, 0.1, 0.1}, QStringLiteral("甲乙丙"), label));
    QVERIFY(mayHoldLabel({0, 0, 0.3, 0.1}, QStringLiteral("甲乙丙"), label));
}

QTEST_MAIN(TestLabelRoom)
#include "test_label_room.moc"
