// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "app/canvas/MapTool.h"
#include "app/tools/DrawTool.h"
#include "app/tools/LabelTool.h"
#include "app/tools/MeasureTool.h"
#include "app/tools/MoveTool.h"
#include "app/tools/SelectTool.h"
#include "app/tools/VertexTool.h"
#include "gis/analysis/EllipsoidMeasure.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/policy/Clause.h"
#include "tests/support/SmallPlan.h"
#include "tests/support/StandInContext.h"

using namespace app;
using small_plan::at;

namespace {

StandInContext context() {
    StandInContext made(small_plan::snapshot());
    made.m_view = made.m_view.showing(
        {small_plan::x0 - 2000, small_plan::y0 - 2000, small_plan::x0 + 3000, small_plan::y0 + 3000});
    made.m_current = small_plan::layoutId;
    return made;
}

const gis::Feature* feature(const StandInContext& made, gis::FeatureId id) {
    return made.m_plan->layer(small_plan::layoutId)->table.find(id);
}

}  // namespace

class TestTools : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // ---- select
    void aClickPicksTheUppermostAndTheNextClickTheOneBelow() {
        StandInContext made = context();
        SelectTool tool(made);
        made.click(tool, at(700, 500));
        QCOMPARE(made.m_selection, (FeatureSet{small_plan::layoutId, {small_plan::platform}}));
        made.click(tool, at(700, 500));
        QCOMPARE(made.m_selection, (FeatureSet{small_plan::developmentId, {gis::FeatureId{1}}}));
        made.click(tool, at(9000, 9000));
        QVERIFY(made.m_selection.isEmpty());
    }
    /// What is selected hides nothing: a click elsewhere on it picks what lies above.
    void aClickElsewhereOnTheSelectedPicksTheUppermost() {
        StandInContext made = context();
        SelectTool tool(made);
        const FeatureSet town{small_plan::developmentId, {gis::FeatureId{1}}};
        made.click(tool, at(-2000, -2000));
        QCOMPARE(made.m_selection, town);
        made.click(tool, at(300, 300));
        QCOMPARE(made.m_selection, (FeatureSet{small_plan::layoutId, {small_plan::platform}}));
        made.click(tool, at(300, 300));
        QCOMPARE(made.m_selection, town);
    }
    void linesArePickedWhereTheirInkIs_data() {
        QTest::addColumn<bool>("arrow");
        QTest::newRow("a broad line") << false;
        QTest::newRow("the body of an arrow") << true;
    }
    void linesArePickedWhereTheirInkIs() {
        QFETCH(bool, arrow);
        const auto start = small_plan::snapshot();
        auto plan = std::make_shared<layers::ProjectSnapshot>(*start);
        auto layout = std::make_shared<layers::Layer>(*plan->layer(small_plan::layoutId));
        layout->style.symbol.line->widthMm = 8;  // 15 pixels to each side
        layout->style.symbol.line->arrow = arrow;
        plan->layers.back() = layout;
        StandInContext made(plan);
        made.m_view = context().m_view;
        SelectTool tool(made);
        const auto picksAxisAside = [&](double pixels) {
            made.click(tool, at(0, 2000 + pixels * made.m_view.unitsPerPixel));
            return made.m_selection == FeatureSet{small_plan::layoutId, {small_plan::axis}};
        };
        QVERIFY(picksAxisAside(0));
        QVERIFY(picksAxisAside(14));
        QVERIFY(picksAxisAside(-14));
        QVERIFY(!picksAxisAside(27));
        QVERIFY(!picksAxisAside(-27));
        StandInContext fine(start);  // the same place beside a line of common width
        fine.m_view = made.m_view;
        SelectTool pick(fine);
        fine.click(pick, at(0, 2000 + 14 * fine.m_view.unitsPerPixel));
        QVERIFY(fine.m_selection.layer != small_plan::layoutId);
    }
    void aBoxPicksWhatLiesInsideAndShiftAdds() {
        StandInContext made = context();
        SelectTool tool(made);
        made.drag(tool, at(-100, -100), at(1100, 1100));
        QCOMPARE(made.m_selection.features, std::vector<gis::FeatureId>{small_plan::platform});
        made.click(tool, at(-1000, 2000), Qt::ShiftModifier);
        QCOMPARE(made.m_selection.features.size(), std::size_t{2});
        made.click(tool, at(-1000, 2000), Qt::ShiftModifier);
        QCOMPARE(made.m_selection.features, std::vector<gis::FeatureId>{small_plan::platform});
    }
    void deleteRemovesWhatIsSelected() {
        StandInContext made = context();
        SelectTool tool(made);
        made.click(tool, at(700, 500));
        QVERIFY(tool.key(Qt::Key_Delete, {}));
        QVERIFY(feature(made, small_plan::platform) == nullptr);
        QVERIFY(feature(made, small_plan::axis) != nullptr);
    }

    // ---- draw
    void aPolygonIsDrawnAndNamedInOneStep() {
        StandInContext made = context();
        DrawTool tool(made, 2);
        made.click(tool, at(0, -1000));
        made.click(tool, at(400, -1000));
        made.click(tool, at(999, -999));
        QVERIFY(tool.key(Qt::Key_Backspace, {}));
        made.click(tool, at(400, -600));
        QVERIFY(tool.key(Qt::Key_Return, {}));
        QCOMPARE(made.steps.size(), 1);
        const gis::Feature* drawn = feature(made, gis::FeatureId{3});
        QVERIFY(drawn != nullptr);
        QVERIFY(drawn->geometry() == gis::Geometry::polygon({{at(0, -1000), at(400, -1000), at(400, -600)}}));
        const layers::LayerPtr layer = made.m_plan->layer(small_plan::layoutId);
        QCOMPARE(layer->featureName(*drawn), std::string("drawn"));
        QCOMPARE(gis::toText(drawn->attribute(layer->table.schema().indexOf("kind"))), std::string("platform"));
        QCOMPARE(made.m_selection, (FeatureSet{small_plan::layoutId, {gis::FeatureId{3}}}));
        QCOMPARE(made.liveCalls.first(), QStringLiteral("begin"));
        QCOMPARE(made.liveCalls.last(), QStringLiteral("end"));
        QVERIFY(made.liveCalls.contains(QStringLiteral("check")));
        QVERIFY(!tool.isBusy());
    }
    void aDoubleClickEndsALineWithoutAVertexTwice() {
        StandInContext made = context();
        DrawTool tool(made, 1);
        made.click(tool, at(0, 0));
        made.click(tool, at(500, 100));
        tool.doubleClick(made.pointer(at(500, 100)));
        QCOMPARE(feature(made, gis::FeatureId{3})->geometry().coordinateCount(), std::size_t{2});
    }
    void escapeLeavesNothing() {
        StandInContext made = context();
        DrawTool tool(made, 1);
        made.click(tool, at(0, 0));
        made.click(tool, at(500, 100));
        QVERIFY(tool.key(Qt::Key_Escape, {}));
        QVERIFY(!tool.isBusy());
        QVERIFY(!tool.key(Qt::Key_Return, {}));
        QVERIFY(made.steps.isEmpty());
    }
    void withoutAnAnswerTheDrawingIsDropped() {
        StandInContext made = context();
        made.element.reset();
        DrawTool tool(made, 0);
        made.click(tool, at(0, 0));
        QVERIFY(made.steps.isEmpty());
        QVERIFY(!tool.isBusy());
    }
    void tooFewVerticesAreNoArea() {
        StandInContext made = context();
        DrawTool tool(made, 2);
        made.click(tool, at(0, 0));
        made.click(tool, at(500, 100));
        tool.key(Qt::Key_Return, {});
        QVERIFY(made.steps.isEmpty());
        QVERIFY(!made.said.isEmpty());
        QVERIFY(tool.isBusy());  // one can go on
    }
    void aBasemapIsNotDrawnInto() {
        StandInContext made = context();
        made.m_current = small_plan::basemapId;
        DrawTool tool(made, 0);
        made.click(tool, at(0, 0));
        QVERIFY(made.steps.isEmpty());
        QVERIFY(made.said.last().contains(QStringLiteral("base")));
    }
    void aVertexSnapsToAnotherLayersCorner() {
        StandInContext made = context();
        made.snapping = true;
        DrawTool tool(made, 0);
        const double pixel = made.m_view.unitsPerPixel;
        made.click(tool, at(2500 + 4 * pixel, -500 - 3 * pixel));
        QVERIFY(feature(made, gis::FeatureId{3})->geometry() == gis::Geometry::point(at(2500, -500)));
    }
    void withoutAVertexNearItSnapsToTheEdge() {
        StandInContext made = context();
        const double pixel = made.m_view.unitsPerPixel;
        made.snapping = true;
        const auto target = made.snap(made.m_view.toScreen(at(2500 + 3 * pixel, 1000)), std::nullopt);
        QVERIFY(target.has_value());
        QCOMPARE(target->kind, SnapTarget::Kind::Edge);
        QCOMPARE(target->layerName, QStringLiteral("red line"));
        QVERIFY(std::abs(target->position.x - (small_plan::x0 + 2500)) < 1e-6);
        QVERIFY(!made.snap(made.m_view.toScreen(at(2500 + 15 * pixel, 1000)), std::nullopt));
    }
    void hiddenLayersAreNeitherPickedNorSnappedTo() {
        auto plan = std::make_shared<layers::ProjectSnapshot>(*small_plan::snapshot());
        auto hidden = std::make_shared<layers::Layer>(*plan->layer(small_plan::layoutId));
        hidden->visible = false;
        plan->layers[3] = hidden;
        StandInContext made(plan);
        made.m_view = context().m_view;
        for (const FeatureHit& hit : made.featuresAt(made.m_view.toScreen(at(700, 500)), 6))
            QVERIFY(hit.layer != small_plan::layoutId);
    }

    // ---- vertices
    void aVertexIsDraggedInOneStepWithTheLiveCheckBeside() {
        StandInContext made = context();
        made.select({small_plan::layoutId, {small_plan::platform}});
        VertexTool tool(made);
        made.drag(tool, at(1000, 1000), at(1400, 1300));
        QCOMPARE(made.steps, QStringList{QStringLiteral("Move vertex")});
        const gis::Geometry& shape = feature(made, small_plan::platform)->geometry();
        QVERIFY(shape.sequence(0)[2] == at(1400, 1300));
        QCOMPARE(shape.coordinateCount(), std::size_t{5});
        QVERIFY(made.lastLive->geometry() == shape);
        QCOMPARE(made.liveCalls.first(), QStringLiteral("begin"));
        QCOMPARE(made.liveCalls.last(), QStringLiteral("end"));
    }
    void theMiddleOfAnEdgeMakesAVertex() {
        StandInContext made = context();
        made.select({small_plan::layoutId, {small_plan::platform}});
        VertexTool tool(made);
        made.drag(tool, at(500, 0), at(500, -300));
        QCOMPARE(made.steps, QStringList{QStringLiteral("Add vertex")});
        QCOMPARE(feature(made, small_plan::platform)->geometry().coordinateCount(), std::size_t{6});
        QVERIFY(feature(made, small_plan::platform)->geometry().sequence(0)[1] == at(500, -300));
    }
    void doubleClickOnAnEdgeAddsAndDeleteRemoves() {
        StandInContext made = context();
        made.select({small_plan::layoutId, {small_plan::axis}});
        VertexTool tool(made);
        tool.doubleClick(made.pointer(at(-1500, 2000)));
        QCOMPARE(feature(made, small_plan::axis)->geometry().coordinateCount(), std::size_t{3});
        QVERIFY(tool.key(Qt::Key_Delete, {}));
        QCOMPARE(feature(made, small_plan::axis)->geometry().coordinateCount(), std::size_t{2});
        made.click(tool, at(2500, 2000));
        tool.key(Qt::Key_Delete, {});
        QCOMPARE(feature(made, small_plan::axis)->geometry().coordinateCount(), std::size_t{2});
        QVERIFY(!made.said.isEmpty());  // a line keeps two
    }
    void escapeDuringADragChangesNothing() {
        StandInContext made = context();
        made.select({small_plan::layoutId, {small_plan::platform}});
        VertexTool tool(made);
        tool.press(made.pointer(at(1000, 1000)));
        tool.move(made.pointer(at(1400, 1300)));
        QVERIFY(tool.key(Qt::Key_Escape, {}));
        tool.release(made.pointer(at(1400, 1300)));
        QVERIFY(made.steps.isEmpty());
        QCOMPARE(made.liveCalls.last(), QStringLiteral("end"));
    }
    void aMereClickMovesNoVertex() {
        StandInContext made = context();
        made.select({small_plan::layoutId, {small_plan::platform}});
        VertexTool tool(made);
        made.click(tool, at(1000 + 3 * made.m_view.unitsPerPixel, 1000));
        QVERIFY(made.steps.isEmpty());
    }

    // ---- move
    void featuresAreMovedAndCtrlLeavesACopy() {
        StandInContext made = context();
        MoveTool tool(made);
        made.drag(tool, at(200, 500), at(-300, 900));
        QCOMPARE(made.steps.size(), 1);
        QVERIFY(std::abs(feature(made, small_plan::platform)->geometry().extent().minX - (small_plan::x0 - 500)) <
                1e-6);
        made.drag(tool, at(-300, 900), at(-300, -500), Qt::ControlModifier);
        QCOMPARE(made.steps.size(), 2);
        const gis::Feature* copy = feature(made, gis::FeatureId{3});
        QVERIFY(copy != nullptr);
        QVERIFY(copy->attributes() == feature(made, small_plan::platform)->attributes());
        QVERIFY(std::abs(copy->geometry().extent().minY - (small_plan::y0 - 1000)) < 1e-6);
        QCOMPARE(made.m_selection, (FeatureSet{small_plan::layoutId, {gis::FeatureId{3}}}));
    }

    // ---- labels
    void aNameIsDraggedTurnedNudgedHiddenAndFreed() {
        StandInContext made = context();
        layers::PlacedLabel label;
        label.text = QStringLiteral("平台");
        label.layer = small_plan::layoutId;
        label.feature = small_plan::platform;
        label.centre = made.m_view.toScreen(at(500, 500)) / logicalPixelsPerMm;
        label.lines = {{label.text, label.centre + QPointF(-4, 1)}};
        label.boxes = {QRectF(label.centre - QPointF(4, 2), QSizeF(8, 4))};
        made.shownLabels = {label};
        LabelTool tool(made);
        made.click(tool, at(500, 500));  // chooses, changes nothing
        QVERIFY(made.steps.isEmpty());
        QCOMPARE(made.m_selection, (FeatureSet{small_plan::layoutId, {small_plan::platform}}));
        made.drag(tool, at(500, 500), at(900, 200));
        QCOMPARE(made.steps.size(), 1);
        const auto pin = [&] { return made.m_plan->labelPin(small_plan::layoutId, small_plan::platform); };
        QVERIFY(pin() != nullptr);
        QVERIFY(std::hypot(pin()->centre.x - at(900, 200).x, pin()->centre.y - at(900, 200).y) < 1e-6);
        QCOMPARE(pin()->angle, 0.0);
        // The picture has followed; the keys turn and move by steps of their own.
        label = layers::moved(label, 1, made.m_view.toScreen(at(900, 200)) / logicalPixelsPerMm - label.centre);
        label.byHand = true;
        made.shownLabels = {label};
        QVERIFY(tool.wantsKey(Qt::Key_Delete, {}));
        QVERIFY(tool.key(Qt::Key_BracketRight, {}));
        QVERIFY(tool.key(Qt::Key_BracketRight, {}));
        QCOMPARE(pin()->angle, 10.0);
        const gis::Coordinate before = pin()->centre;
        QVERIFY(tool.key(Qt::Key_Right, Qt::ShiftModifier));
        QVERIFY(std::abs(pin()->centre.x - before.x - 10 * made.m_view.unitsPerPixel) < 1e-6);
        QCOMPARE(made.steps.size(), 4);
        // The handle lies on the right; dragged straight below the words it turns them by a quarter.
        made.shownLabels.front().centre = made.m_view.toScreen(pin()->centre) / logicalPixelsPerMm;
        made.shownLabels.front().lines = {{label.text, made.shownLabels.front().centre + QPointF(-4, 1)}};
        const QPointF middle = made.m_view.toScreen(pin()->centre);
        const QPointF handle = middle + QPointF(4 * logicalPixelsPerMm + 16, 0);
        made.drag(tool, made.m_view.toMap(handle), made.m_view.toMap(middle + QPointF(0, 60)));
        QCOMPARE(pin()->angle, 90.0);
        QVERIFY(tool.key(Qt::Key_Backspace, {}));
        QVERIFY(pin() == nullptr);
        QVERIFY(tool.key(Qt::Key_Delete, {}));
        QVERIFY(pin() != nullptr && pin()->hidden);
        QVERIFY(feature(made, small_plan::platform) != nullptr);  // the feature itself stays
        QVERIFY(!tool.wantsKey(Qt::Key_Delete, {}));
    }
    void aLabelGoesWithItsFeature() {
        StandInContext made = context();
        auto plan = std::make_shared<layers::ProjectSnapshot>(*made.m_plan);
        plan->labelPins = {{small_plan::layoutId, small_plan::platform, at(100, 100), 0, false}};
        made.m_plan = plan;
        MoveTool tool(made);
        made.drag(tool, at(700, 500), at(1000, 300));
        QCOMPARE(made.steps.size(), 1);
        const layers::LabelPin* pin = made.m_plan->labelPin(small_plan::layoutId, small_plan::platform);
        QVERIFY(pin != nullptr);
        QVERIFY(std::hypot(pin->centre.x - at(400, -100).x, pin->centre.y - at(400, -100).y) < 1e-6);
        QVERIFY(tool.key(Qt::Key_Delete, {}));
        QVERIFY(made.m_plan->labelPins.empty());
    }

    // ---- measure
    void lengthIsGeodesicAndCopied() {
        StandInContext made = context();
        MeasureTool tool(made, MeasureTool::Kind::Length);
        made.click(tool, at(0, 0));
        made.click(tool, at(3000, 4000));
        tool.key(Qt::Key_Return, {});
        const auto measure = gis::EllipsoidMeasure::make(small_plan::crs());
        const double expected = measure->lengthMetres(at(0, 0), at(3000, 4000));
        QVERIFY(std::abs(expected - 5000) < 1);  // the projection's scale is near 1 here
        QVERIFY(expected != 5000);
        QCOMPARE(*tool.value(), expected);
        QVERIFY(tool.key(Qt::Key_C, Qt::ControlModifier));
        QCOMPARE(made.copied, tool.valueText());
        QVERIFY(tool.key(Qt::Key_Escape, {}));
        QVERIFY(!tool.value().has_value());
    }
    void areaIsThatOfTheNationalFormula() {
        StandInContext made = context();
        MeasureTool tool(made, MeasureTool::Kind::Area);
        for (const gis::Coordinate corner : {at(0, 0), at(1000, 0), at(1000, 1000), at(0, 1000)})
            made.click(tool, corner);
        tool.doubleClick(made.pointer(at(0, 1000)));
        const auto measure = gis::EllipsoidMeasure::make(small_plan::crs());
        QCOMPARE(*tool.value(), measure->areaSquareMetres(small_plan::box(0, 0, 1000, 1000)));
        QVERIFY(made.readouts.last().startsWith(QStringLiteral("99.99")) ||
                made.readouts.last().startsWith(QStringLiteral("100.0")));
    }
};

QTEST_MAIN(TestTools)
#include "test_tools.moc"
