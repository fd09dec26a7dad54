// SPDX-License-Identifier: Apache-2.0
// The solution of the names of a map: the same wherever one looks, on screen and paper, with hands' work kept.
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QtTest>
#include <cmath>

#include "MapBuilders.h"
#include "layers/render/LabelPlacing.h"
#include "layers/render/LabelRequests.h"
#include "layers/render/LabelSolver.h"
#include "layers/render/MapRenderer.h"

using namespace layers;
using namespace map_builders;

namespace {

using Named = std::vector<std::pair<std::string, gis::Geometry>>;

/// Towns, rivers, counties and parcels of random size all over 400 x 300 km.
std::shared_ptr<ProjectSnapshot> crowdedPlan(quint32 seed, int towns = 900) {
    QRandomGenerator random(seed);
    Named points, rivers, areas;
    const auto name = [&](const char* kind, int index) { return std::string(kind) + std::to_string(index); };
    for (int index = 0; index < towns; ++index)
        points.emplace_back(name("城镇", index), point(random.bounded(400.0) - 200, random.bounded(300.0) - 150));
    for (int index = 0; index < 25; ++index) {
        double east = random.bounded(300.0) - 200, north = random.bounded(300.0) - 150;
        std::vector<std::pair<double, double>> course;
        double way = random.bounded(6.28);
        for (int step = 0; step < 30; ++step) {
            course.emplace_back(east, north);
            way += random.bounded(0.8) - 0.4;
            east += 6 * std::cos(way);
            north += 6 * std::sin(way);
        }
        rivers.emplace_back(name("河流", index), line(course));
    }
    for (int index = 0; index < 120; ++index)
        areas.emplace_back(name("地块", index),
                           disc(random.bounded(400.0) - 200, random.bounded(300.0) - 150, 2 + random.bounded(14.0)));
    return plan({namedLayer(1, "县", LayerKind::Boundary, "boundary_county", areas),
                 namedLayer(2, "河", LayerKind::Basemap, "river", rivers),
                 namedLayer(3, "城镇", LayerKind::Basemap, "place", points)});
}

/// A view of 480 x 270 mm at 1:denominator.
MapSettings viewAt(double eastKm, double northKm, double denominator, double widthMm = 480, double heightMm = 270) {
    MapSettings settings;
    settings.crs = mapCrs();
    settings.widthMm = widthMm;
    settings.heightMm = heightMm;
    settings.standsAlone = false;
    const double halfWidth = widthMm / 2000 * denominator, halfHeight = heightMm / 2000 * denominator;
    const gis::Coordinate centre = at(eastKm, northKm);
    settings.extent = {centre.x - halfWidth, centre.y - halfHeight, centre.x + halfWidth, centre.y + halfHeight};
    return settings;
}

using Key = std::tuple<gis::LayerId, gis::FeatureId, std::uint64_t>;
Key keyOf(const PlacedLabel& label) { return {label.layer, label.feature, label.piece}; }

gis::Coordinate groundOf(QPointF at, const MapSettings& settings) {
    const gis::Extent seen = settings.shownExtent();
    const double perUnit = settings.millimetresPerUnit();
    return {seen.minX + at.x() / perUnit, seen.maxY - at.y() / perUnit};
}

bool liesIn(const PlacedLabel& label, const QRectF& map) {
    const auto boxes = coveredBy(label);
    return std::all_of(boxes.begin(), boxes.end(), [&](const QRectF& box) { return map.contains(box); });
}

/// Of the names wholly seen in both of two views, how many stand at the same place on the ground.
struct Stability {
    int both = 0, same = 0;
    void compare(const std::vector<PlacedLabel>& before, const MapSettings& from, const std::vector<PlacedLabel>& after,
                 const MapSettings& to) {
        const QRectF map(0, 0, from.widthMm, from.heightMm);
        const double tolerance = 0.25 / from.millimetresPerUnit();  // a pixel
        std::map<Key, gis::Coordinate> places;
        for (const PlacedLabel& label : after) places[keyOf(label)] = groundOf(label.centre, to);
        for (const PlacedLabel& label : before) {
            if (!liesIn(label, map)) continue;
            const gis::Coordinate there = groundOf(label.centre, from);
            const gis::Extent shown = to.shownExtent();
            const double room = 30 / to.millimetresPerUnit();  // wholly seen in the other view too
            if (there.x < shown.minX + room || there.x > shown.maxX - room || there.y < shown.minY + room ||
                there.y > shown.maxY - room)
                continue;
            ++both;
            const auto found = places.find(keyOf(label));
            if (found == places.end()) continue;
            const double way = std::hypot(found->second.x - there.x, found->second.y - there.y);
            same += way < tolerance ? 1 : 0;
        }
    }
    double share() const { return both > 0 ? static_cast<double>(same) / both : 0; }
};

LayerPtr withLabel(const LayerPtr& layer, const std::function<void(LabelStyle&)>& change) {
    Layer copy = *layer;
    change(copy.style.label);
    for (Category& category : copy.style.categories)
        if (category.label) change(*category.label);
    return std::make_shared<const Layer>(copy);
}

std::vector<PlacedLabel> solved(const ProjectSnapshot& plan, const MapSettings& settings) {
    const auto solution = solveLabels(plan, settings);
    return solution ? solution->seenIn(settings) : std::vector<PlacedLabel>{};
}

const PlacedLabel* labelOf(const std::vector<PlacedLabel>& labels, const QString& text) {
    for (const PlacedLabel& label : labels)
        if (label.text == text) return &label;
    return nullptr;
}

}  // namespace

class TestLabelSolver : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesStandStillWhileTheMapIsMoved_data();
    void namesStandStillWhileTheMapIsMoved();
    void memoryMovesNoName();
    void paperHasTheSolutionOfTheScreen();
    void noTwoNamesMeet();
    void partsOfARiverAreNamedOnce();
    void aLongRiverIsNamedAgainAndAgain();
    void whatFindsNoPlaceIsTiedByALeader();
    void aSmallAreaIsNamedBesideItself();
    void steepChineseStandsUpright();
    void aNamePlacedByHandStays();
    void handsWorkIsTheSameInAnotherReferenceSystem();
    void smallFeaturesHaveNoName();
    void aCancelIsObeyed();
};

void TestLabelSolver::namesStandStillWhileTheMapIsMoved_data() {
    QTest::addColumn<double>("denominator");
    QTest::newRow("many to a view") << 700'000.0;
    QTest::newRow("few to a view") << 150'000.0;
}

/// Each view is solved for itself, with nothing remembered: what stands still does so because the solution is the same.
void TestLabelSolver::namesStandStillWhileTheMapIsMoved() {
    QFETCH(double, denominator);
    const auto snapshot = crowdedPlan(7);
    QRandomGenerator random(11);
    Stability stability;
    double east = 0, north = 0;
    MapSettings from = viewAt(east, north, denominator);
    auto before = solved(*snapshot, from);
    for (int step = 0; step < 14; ++step) {
        east += (random.bounded(200.0) - 100) * denominator / 1e6;
        north += (random.bounded(120.0) - 60) * denominator / 1e6;
        const MapSettings to = viewAt(east, north, denominator);
        auto after = solved(*snapshot, to);
        stability.compare(before, from, after, to);
        before = std::move(after);
        from = to;
    }
    qInfo("%d names were seen in two views, %.2f %% of them at the same place", stability.both,
          100 * stability.share());
    QVERIFY(stability.both > 200);
    QVERIFY2(stability.share() > 0.985, qPrintable(QString::number(stability.share())));
}

/// The window remembers what it showed: there no name moves at all.
void TestLabelSolver::memoryMovesNoName() {
    const SnapshotPtr snapshot = crowdedPlan(5);
    constexpr double denominator = 500'000;
    LabelMemory memory;
    QRandomGenerator random(3);
    Stability stability;
    double east = 0, north = 0;
    MapSettings from = viewAt(east, north, denominator);
    auto before = memory.of(snapshot, from).value()->seenIn(from);
    for (int step = 0; step < 30; ++step) {
        east += random.bounded(60.0) - 30;
        north += random.bounded(30.0) - 15;
        if (step % 10 == 9) east = north = 0;  // far away and back
        const MapSettings to = viewAt(east, north, denominator);
        auto after = memory.of(snapshot, to).value()->seenIn(to);
        stability.compare(before, from, after, to);
        before = std::move(after);
        from = to;
    }
    QVERIFY(stability.both > 300);
    QCOMPARE(stability.same, stability.both);
}

void TestLabelSolver::paperHasTheSolutionOfTheScreen() {
    const auto snapshot = crowdedPlan(9);
    constexpr double denominator = 600'000;
    const MapSettings screen = viewAt(3, -8, denominator);
    MapSettings page = viewAt(17, 4, denominator, 390, 260);
    page.standsAlone = true;
    page.pixelsPerMm = 300 / 25.4;
    const DrawList list = makeDrawList(*snapshot, page).value();
    const QRectF legend(10, 190, 90, 60);
    const auto onPaper = labelsOfPage(*snapshot, page, list, InkMap(list), {legend}).value();
    const auto onScreen = solved(*snapshot, screen);
    std::map<Key, const PlacedLabel*> paper;
    for (const PlacedLabel& label : onPaper) {
        paper[keyOf(label)] = &label;
        QVERIFY(liesIn(label, list.frame.box()));
        for (const QRectF& box : label.boxes) QVERIFY(!box.intersects(legend));
    }
    int compared = 0, same = 0;
    const QRectF room = list.frame.box().adjusted(30, 30, -30, -30);
    for (const PlacedLabel& label : onScreen) {
        const gis::Coordinate ground = groundOf(label.centre, screen);
        const QPointF there = list.frame.toPaper(ground);
        if (!room.contains(there) || legend.adjusted(-40, -40, 40, 40).contains(there)) continue;
        ++compared;
        const auto found = paper.find(keyOf(label));
        same += found != paper.end() && QLineF(found->second->centre, there).length() < 0.25 ? 1 : 0;
    }
    qInfo("%d of %d names at the same place on screen and paper", same, compared);
    QVERIFY(compared > 150);
    QVERIFY2(same >= 0.985 * compared, qPrintable(QStringLiteral("%1 of %2").arg(same).arg(compared)));
}

void TestLabelSolver::noTwoNamesMeet() {
    for (quint32 seed = 1; seed <= 6; ++seed) {
        auto snapshot = *crowdedPlan(seed, 400);
        for (LayerPtr& layer : snapshot.layers)
            layer = withLabel(layer, [&](LabelStyle& label) {
                label.callout = static_cast<LabelCallout>(seed % 3);
                label.lineLetters = seed % 2 == 0 ? 3 : 0;
            });
        const auto labels = solved(snapshot, viewAt(0, 0, 500'000 + 100'000 * seed));
        QVERIFY(labels.size() > 60);
        for (std::size_t one = 0; one < labels.size(); ++one)
            for (std::size_t other = one + 1; other < labels.size(); ++other)
                for (const QRectF& a : coveredBy(labels[one]))
                    for (const QRectF& b : coveredBy(labels[other]))
                        QVERIFY2(!a.intersects(b), qPrintable(labels[one].text + u'/' + labels[other].text));
    }
}

void TestLabelSolver::partsOfARiverAreNamedOnce() {
    const Named parts{{"清江", line({{-60, 0}, {-20, 4}})},
                      {"清江", line({{-20, 4}, {20, -3}})},
                      {"清江", line({{20, -3}, {60, 2}})}};
    const LayerPtr layer = namedLayer(1, "河", LayerKind::Basemap, "river", parts);
    const MapSettings settings = viewAt(0, 0, 1'000'000, 300, 150);
    QCOMPARE(solved(*plan({layer}), settings).size(), std::size_t{1});
    const LayerPtr each = withLabel(layer, [](LabelStyle& label) { label.apartMm = 0; });
    QCOMPARE(solved(*plan({each}), settings).size(), std::size_t{3});
}

void TestLabelSolver::aLongRiverIsNamedAgainAndAgain() {
    std::vector<std::pair<double, double>> course;
    for (int km = -900; km <= 900; km += 10) course.emplace_back(km, 6 * std::sin(km / 40.0));
    const auto snapshot = plan({namedLayer(1, "河", LayerKind::Basemap, "river", {{"长江", line(course)}})});
    const auto labels = solved(*snapshot, viewAt(0, 0, 1'000'000, 1000, 200));
    // Some 1180 mm are solved; the course runs through squares of two rows of the lattice.
    QVERIFY2(labels.size() >= 3 && labels.size() <= 9, qPrintable(QString::number(labels.size())));
    for (std::size_t one = 0; one < labels.size(); ++one)
        for (std::size_t other = one + 1; other < labels.size(); ++other)
            QVERIFY(QLineF(labels[one].centre, labels[other].centre).length() >= 120);
    // Wherever one looks some name is near.
    for (double east = -400; east <= 400; east += 130)
        QVERIFY(!solved(*snapshot, viewAt(east, 0, 1'000'000, 420, 200)).empty());
}

void TestLabelSolver::whatFindsNoPlaceIsTiedByALeader() {
    Named towns;
    for (int index = 0; index < 24; ++index)
        towns.emplace_back("重要地点" + std::to_string(index),
                           point(5 + 2.6 * std::cos(index * 0.2618), 7 + 2.6 * std::sin(index * 0.2618)));
    const LayerPtr bare = namedLayer(1, "城镇", LayerKind::Basemap, "place", towns);
    const MapSettings settings = viewAt(5, 7, 500'000, 200, 150);
    const auto without = solved(*plan({bare}), settings);
    for (const LabelCallout callout : {LabelCallout::Line, LabelCallout::Box}) {
        const LayerPtr tied = withLabel(bare, [&](LabelStyle& label) { label.callout = callout; });
        const auto with = solved(*plan({tied}), settings);
        qInfo("%zu of %zu names, %zu without leaders", with.size(), towns.size(), without.size());
        QVERIFY2(with.size() >= without.size() + 2, qPrintable(QString::number(with.size())));
        int leaders = 0;
        for (const PlacedLabel& label : with) {
            if (label.leader.empty()) continue;
            ++leaders;
            QCOMPARE(label.boxed, callout == LabelCallout::Box);
            const gis::Coordinate town =
                towns[static_cast<std::size_t>(gis::number(label.feature)) - 1].second.extent().centre();
            const PaperFrame frame{settings.shownExtent(), settings.millimetresPerUnit()};
            const double end = QLineF(label.leader.back(), frame.toPaper(town)).length();
            QVERIFY2(end < 2, qPrintable(QString::number(end)));  // at its marker
        }
        QVERIFY(leaders >= 2);
    }
}

void TestLabelSolver::aSmallAreaIsNamedBesideItself() {
    LayerPtr layer = namedLayer(1, "县", LayerKind::Boundary, "boundary_county", {{"小小开发区", disc(0, 0, 1)}});
    const MapSettings settings = viewAt(0, 0, 500'000, 200, 150);
    QVERIFY(solved(*plan({layer}), settings).empty());  // no room in it, and not worth standing on others
    layer = withLabel(layer, [](LabelStyle& label) { label.callout = LabelCallout::Line; });
    const auto labels = solved(*plan({layer}), settings);
    QCOMPARE(labels.size(), std::size_t{1});
    QCOMPARE(labels[0].leader.size(), std::size_t{2});
    QVERIFY(QLineF(labels[0].leader[1], QPointF(100, 75)).length() < 2);
    QVERIFY(!labels[0].boxes[0].contains(QPointF(100, 75)));
}

void TestLabelSolver::steepChineseStandsUpright() {
    const auto course = line({{0, -60}, {2, -20}, {-2, 20}, {1, 60}});  // from south to north
    const auto snapshot = plan({namedLayer(1, "河", LayerKind::Basemap, "river", {{"嘉陵江水", course}}),
                                namedLayer(2, "river", LayerKind::Basemap, "river", {{"Jialing", course}})});
    const auto labels = solved(*snapshot, viewAt(0, 0, 800'000, 250, 200));
    const PlacedLabel* chinese = labelOf(labels, QStringLiteral("嘉陵江水"));
    const PlacedLabel* latin = labelOf(labels, QStringLiteral("Jialing"));
    QVERIFY(chinese != nullptr && latin != nullptr);
    for (std::size_t i = 0; i < chinese->letters.size(); ++i) {
        QVERIFY(std::abs(chinese->letters[i].angle) < 25);
        if (i > 0) QVERIFY(chinese->letters[i].centre.y() > chinese->letters[i - 1].centre.y());  // top to bottom
    }
    for (const PlacedLetter& letter : latin->letters) QVERIFY(std::abs(std::abs(letter.angle) - 90) < 25);
}

void TestLabelSolver::aNamePlacedByHandStays() {
    auto snapshot = *crowdedPlan(4, 300);
    const MapSettings settings = viewAt(0, 0, 600'000);
    const auto before = solved(snapshot, settings);
    const PaperFrame frame{settings.shownExtent(), settings.millimetresPerUnit()};
    const LayerPtr towns = snapshot.layer(gis::LayerId{3}), rivers = snapshot.layer(gis::LayerId{2});
    const gis::FeatureId town = towns->table.at(0).id(), hidden = towns->table.at(1).id(),
                         river = rivers->table.at(0).id();
    snapshot.labelPins = {{gis::LayerId{2}, river, at(10, 12), 30, false},
                          {gis::LayerId{3}, town, at(-20, 5), 0, false},
                          {gis::LayerId{3}, hidden, {}, 0, true}};
    const auto check = [&](const std::vector<PlacedLabel>& labels, const PaperFrame& map) {
        int found = 0;
        for (const PlacedLabel& label : labels) {
            QVERIFY(!(label.layer == gis::LayerId{3} && label.feature == hidden));
            QCOMPARE(label.byHand, (label.layer == gis::LayerId{3} && label.feature == town) ||
                                       (label.layer == gis::LayerId{2} && label.feature == river));
            if (!label.byHand) continue;
            ++found;
            const bool isTown = label.layer == gis::LayerId{3};
            const QPointF wanted = map.toPaper(isTown ? at(-20, 5) : at(10, 12));
            QVERIFY(QLineF(label.centre, wanted).length() < 1e-3);
            QCOMPARE(label.angle, isTown ? 0.0 : 30.0);
        }
        QCOMPARE(found, 2);
    };
    check(solved(snapshot, settings), frame);
    const MapSettings closer = viewAt(0, 0, 300'000);  // at another scale too
    check(solved(snapshot, closer), {closer.shownExtent(), closer.millimetresPerUnit()});
    MapSettings page = viewAt(0, 0, 600'000);
    page.standsAlone = true;
    const DrawList list = makeDrawList(snapshot, page).value();
    check(labelsOfPage(snapshot, page, list, InkMap(list), {}).value(), list.frame);
    // Names that no hand touched make room, and the others stay.
    Stability stability;
    stability.compare(before, settings, solved(snapshot, settings), settings);
    QVERIFY(stability.share() > 0.9);
}

void TestLabelSolver::handsWorkIsTheSameInAnotherReferenceSystem() {
    auto snapshot = *plan({namedLayer(3, "城镇", LayerKind::Basemap, "place", {{"见龙", point(0, 0)}})});
    snapshot.labelPins = {{gis::LayerId{3}, gis::FeatureId{1}, at(12, 7), 0, false}};
    MapSettings settings = viewAt(0, 0, 600'000);
    settings.crs = gis::CoordinateReferenceSystem::cgcs2000();
    const auto transform = gis::CoordinateTransform::make(mapCrs(), settings.crs).value();
    settings.extent = transform.apply(settings.extent).value();
    const auto labels = solved(snapshot, settings);
    QCOMPARE(labels.size(), std::size_t{1});
    const PaperFrame frame{settings.shownExtent(), settings.millimetresPerUnit()};
    QVERIFY(QLineF(labels[0].centre, frame.toPaper(transform.apply(at(12, 7)).value())).length() < 1e-3);
}

void TestLabelSolver::smallFeaturesHaveNoName() {
    const LayerPtr layer = withLabel(namedLayer(1, "县", LayerKind::Boundary, "boundary_county",
                                                {{"大县", disc(-40, 0, 20)}, {"小县", disc(30, 0, 8)}}),
                                     [](LabelStyle& label) { label.leastSizeMm = 20; });
    const auto labels = solved(*plan({layer}), viewAt(0, 0, 1'000'000, 200, 150));
    QCOMPARE(labels.size(), std::size_t{1});
    QCOMPARE(labels[0].text, QStringLiteral("大县"));
}

void TestLabelSolver::aCancelIsObeyed() {
    gis::JobControl control;
    control.cancel.cancel();
    const auto stopped = solveLabels(*crowdedPlan(1), viewAt(0, 0, 600'000), control);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, gis::ErrorCode::Canceled);
}

QTEST_MAIN(TestLabelSolver)
#include "test_label_solver.moc"
