// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <map>
#include <random>

#include "gis/engine/Overlay.h"
#include "layers/check/CheckAgain.h"
#include "layers/check/LiveCheck.h"
#include "layers/check/SnapshotCheckInput.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/VertexEdit.h"
#include "tests/support/SmallPlan.h"

using namespace layers;
using small_plan::at;
using small_plan::developmentId;
using small_plan::layoutId;
using small_plan::redLineId;

namespace {

using Random = std::mt19937_64;
int pick(Random& random, int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); }

std::string number(const std::optional<double>& value) { return value ? gis::toPlainDecimal(*value) : "-"; }
std::string words(const Finding& f) {
    return f.key() + " " + toText(f.kind) + " " + number(f.areaSquareMetres) + " " + number(f.lengthMetres) + " " +
           number(f.shareOfPlanPercent) + " " + number(f.shareOfControlPercent) + " " +
           (f.crossings ? std::to_string(*f.crossings) : "-") + " " + f.note;
}
std::string words(const FindingSummary& s) {
    return s.controlLayer + " " + number(s.planAreaSquareMetres) + " " + number(s.planLengthMetres) + " " +
           number(s.sumAreaSquareMetres) + " " + number(s.netAreaSquareMetres) + " " + number(s.netSharePercent) + " " +
           number(s.sumLengthMetres) + " " + number(s.netLengthMetres) + " " +
           (s.crossings ? std::to_string(*s.crossings) : "-") + " " + s.status + " " + s.note;
}

/// What is known of each plan feature, in words, sorted.
using Rows = std::map<std::int64_t, QStringList>;
std::int64_t keyOf(gis::FeatureId id) { return static_cast<std::int64_t>(id); }

Rows rowsOf(const CheckReport& report) {
    Rows rows;
    for (const Finding& f : report.findings) rows[keyOf(f.planFeature)] << QString::fromStdString(words(f));
    for (const FindingSummary& s : report.summaries) rows[keyOf(s.planFeature)] << QString::fromStdString(words(s));
    for (auto& [id, list] : rows) list.sort();
    return rows;
}

Rows fullRun(const ProjectSnapshot& plan) {
    const auto report = redLineCheck(checkInput(plan));
    return report ? rowsOf(*report) : Rows();
}

/// All that a report says but for when and how fast, row after row.
QStringList allWords(const CheckReport& report) {
    QStringList all;
    for (const Finding& f : report.findings) {
        all << QString::fromStdString(words(f) + " " + gis::toWkt(f.geometry));
        for (const auto& place : f.line ? f.line->places : std::vector<LinePlace>())
            all.back() += QStringLiteral(" %1").arg(place.chainageMetres, 0, 'g', 17);
    }
    for (const FindingSummary& s : report.summaries) all << QString::fromStdString(s.planId + " " + words(s));
    for (const CheckedLayer& l : report.layers)
        all << QString::fromStdString(l.name) +
                   QStringLiteral(" %1 %2 %3").arg(l.featureCount).arg(l.repaired).arg(l.skipped);
    for (const gis::Warning& w : report.warnings) all << QString::fromStdString(w.kind + " " + w.subject.feature);
    return all;
}
QStringList liveRun(const LiveCheck& live, const ProjectSnapshot& plan, const gis::Feature& feature) {
    QStringList rows;
    const auto answer = live.check(plan, layoutId, feature);
    if (!answer) return {QString::fromStdString(gis::describe(answer.error()))};
    for (const LiveOverlap& overlap : answer->overlaps) {
        for (const Finding& f : overlap.findings) rows << QString::fromStdString(words(f));
        if (!overlap.summary.controlLayer.empty()) rows << QString::fromStdString(words(overlap.summary));
    }
    rows.sort();
    return rows;
}

/// A place on a coarse grid, so that edges and corners of plan and red lines fall on each other all the time.
gis::Coordinate anyPlace(Random& random) { return at(100.0 * pick(random, -20, 25), 100.0 * pick(random, -15, 20)); }

gis::Geometry anyShape(Random& random, int dimension) {
    const gis::Coordinate c = anyPlace(random);
    const double size = 100.0 * pick(random, 1, 8);
    if (dimension == 1) {
        std::vector<gis::Coordinate> line{c};
        for (int i = pick(random, 1, 4); i > 0;) {
            const gis::Coordinate next = anyPlace(random);
            if (next == line.back()) continue;
            line.push_back(next);
            --i;
        }
        return gis::Geometry::lineString(line);
    }
    switch (pick(random, 0, 3)) {
        case 0:  // with a hole
            return gis::Geometry::polygon(
                {{c, {c.x + 3 * size, c.y}, {c.x + 3 * size, c.y + 3 * size}, {c.x, c.y + 3 * size}},
                 {{c.x + size, c.y + size}, {c.x + 2 * size, c.y + size}, {c.x + 2 * size, c.y + 2 * size}}});
        case 1:  // two parts that touch
            return gis::Geometry::multiPolygon(
                {{{c, {c.x + size, c.y}, {c.x + size, c.y + size}}},
                 {{{c.x + size, c.y + size}, {c.x + 2 * size, c.y + size}, {c.x + size, c.y + 2 * size}}}});
        case 2: {  // many corners
            std::vector<gis::Coordinate> ring;
            for (int i = 0; i < 60; ++i) {
                const double r = size * (0.6 + 0.4 * pick(random, 0, 1000) / 1000);
                ring.push_back({c.x + r * std::cos(i * M_PI / 30), c.y + r * std::sin(i * M_PI / 30)});
            }
            return gis::Geometry::polygon({ring});
        }
        default:
            return gis::Geometry::polygon({{c, {c.x + size, c.y}, {c.x + size, c.y + size}, {c.x, c.y + size}}});
    }
}

/// The small plan with more of everything; control layers overlap themselves here and there.
SnapshotPtr busyPlan(Random& random) {
    SnapshotPtr plan = small_plan::snapshot();
    std::vector<gis::Feature> elements, zones, towns;
    for (int i = 0; i < 14; ++i)
        elements.push_back(small_plan::element(gis::FeatureId{10 + i}, anyShape(random, i % 3 == 0 ? 1 : 2),
                                               i % 3 == 0 ? "axis" : "platform", "e" + std::to_string(i)));
    for (int i = 0; i < 12; ++i)
        zones.emplace_back(gis::FeatureId{10 + i}, anyShape(random, 2),
                           std::vector<gis::Value>{std::string("z") + std::to_string(i)});
    for (int i = 0; i < 3; ++i)
        towns.emplace_back(gis::FeatureId{10 + i}, anyShape(random, 2),
                           std::vector<gis::Value>{std::string("t") + std::to_string(i)});
    plan = *applied(plan, *upsertFeatures(*plan, layoutId, elements));
    plan = *applied(plan, *upsertFeatures(*plan, redLineId, zones));
    return *applied(plan, *upsertFeatures(*plan, developmentId, towns));
}

}  // namespace

class TestEdits : public QObject {
    Q_OBJECT

    Random m_random{71};
    SnapshotPtr m_plan;
    LiveCheck m_live;
    Rows m_rows;
    std::vector<ChangeSet> m_done;

    gis::Feature anyFeature(gis::LayerId layer) {
        const gis::FeatureTable& table = m_plan->layer(layer)->table;
        auto it = table.begin();
        std::advance(it, pick(m_random, 0, static_cast<int>(table.size()) - 1));
        return *it;
    }

    gis::Geometry changed(const gis::Geometry& shape) {
        const VertexPlace place{
            0, static_cast<std::size_t>(pick(m_random, 0, static_cast<int>(vertexCount(shape, 0)) - 1))};
        const gis::Coordinate corner = vertexAt(shape, place);
        switch (pick(m_random, 0, 4)) {
            case 0:
                return translated(shape, 100.0 * pick(m_random, -3, 3), 100.0 * pick(m_random, -3, 3));
            case 1:
                return translated(shape, 0.37 * pick(m_random, -300, 300), 1e-4 * pick(m_random, -3, 3));
            case 2:
                return withVertexMoved(shape, place, {corner.x + pick(m_random, -60, 60), corner.y + 20});
            case 3:
                return withVertexInserted(shape, place, {corner.x + 13, corner.y + pick(m_random, -9, 9)});
            default:
                return withVertexRemoved(shape, place).value_or(shape);
        }
    }

    gis::Result<ChangeSet> anyEdit() {
        const int kind = pick(m_random, 0, 9);
        const gis::LayerId layer = kind < 7 ? layoutId : pick(m_random, 0, 2) > 0 ? redLineId : developmentId;
        const gis::FeatureTable& table = m_plan->layer(layer)->table;
        if (kind == 5 && table.size() > 5) return removeFeatures(*m_plan, layer, {anyFeature(layer).id()});
        const gis::Feature before = anyFeature(layer);
        if (kind == 6) {
            const gis::Feature added(table.nextId(), anyShape(m_random, pick(m_random, 1, 2)), before.attributes());
            return upsertFeatures(*m_plan, layer, {added});
        }
        return upsertFeatures(*m_plan, layer, {before.withGeometry(changed(before.geometry()))});
    }

    /// Applies it, and looks anew at what it touches: one feature, or all where a red line changed.
    void perform(const ChangeSet& change) {
        const auto next = applied(m_plan, change);
        QVERIFY(next.has_value());
        m_plan = *next;
        std::vector<gis::FeatureId> touched;
        bool all = false;
        for (const Change& one : change.changes) {
            const auto* feature = std::get_if<FeatureChange>(&one);
            if (!feature) continue;
            all = all || feature->layer != layoutId;
            touched.push_back(feature->before ? feature->before->id() : feature->after->id());
        }
        const gis::FeatureTable& table = m_plan->layer(layoutId)->table;
        if (all) {
            touched.clear();
            for (const gis::Feature& feature : table) touched.push_back(feature.id());
        }
        for (const gis::FeatureId id : touched) {
            m_rows.erase(keyOf(id));
            if (const gis::Feature* feature = table.find(id)) m_rows[keyOf(id)] = liveRun(m_live, *m_plan, *feature);
        }
    }

    static CheckInput inputOf(const ProjectSnapshot& plan) {
        CheckOptions options;
        options.keepGeometry = true;
        options.hashInputs = false;
        return checkInput(plan, options);
    }

private Q_SLOTS:
    void onlyWhatChangedIsCheckedAgain() {
        m_random.seed(72);
        m_plan = busyPlan(m_random);
        m_done.clear();
        PreparedControls ready;
        MadeCheckPtr made;
        std::size_t features = 0, checked = 0;
        int undone = 0;
        for (int i = 0; i < 500; ++i) {
            if (!m_done.empty() && pick(m_random, 0, 3) == 0) {
                const auto back = applied(m_plan, m_done.back().inverted());
                QVERIFY(back.has_value());
                m_plan = *back;
                m_done.pop_back();
                ++undone;
            } else {
                const auto edit = anyEdit();
                QVERIFY(edit.has_value());
                const auto next = applied(m_plan, *edit);
                QVERIFY(next.has_value());
                m_plan = *next;
                m_done.push_back(*edit);
            }
            const auto again = checkAgain(made, inputOf(*m_plan), ready);
            QVERIFY(again.has_value());
            if (made) {
                features += (*again)->features;
                checked += (*again)->checked;
            }
            made = *again;
            if (i % 5 != 4) continue;
            const auto full = redLineCheck(inputOf(*m_plan));
            QVERIFY(full.has_value());
            const QStringList got = allWords(*made->report), expected = allWords(*full);
            for (qsizetype row = 0; row < std::min(got.size(), expected.size()); ++row)
                QVERIFY2(
                    got[row] == expected[row],
                    qPrintable(
                        QStringLiteral("after %1 steps: again\n%2\nfull\n%3").arg(i + 1).arg(got[row], expected[row])));
            QCOMPARE(got.size(), expected.size());
        }
        QVERIFY(undone > 80);
        qInfo("%zu of %zu features were looked at again", checked, features);
        QVERIFY(checked < features / 2);
    }

    void oneMovedFeatureIsOneFeature() {
        m_random.seed(73);
        m_plan = busyPlan(m_random);
        PreparedControls ready;
        const auto first = checkAgain(nullptr, inputOf(*m_plan), ready);
        QVERIFY(first.has_value());
        QCOMPARE((*first)->checked, (*first)->features);
        const auto same = checkAgain(*first, inputOf(*m_plan), ready);
        QCOMPARE((*same)->checked, std::size_t{0});
        const gis::Feature feature = *m_plan->layer(layoutId)->table.find(small_plan::platform);
        const auto moved = applied(
            m_plan, *upsertFeatures(*m_plan, layoutId, {feature.withGeometry(translated(feature.geometry(), 7, 3))}));
        const auto again = checkAgain(*same, inputOf(**moved), ready);
        QCOMPARE((*again)->checked, std::size_t{1});
        // A rule is asked of every feature.
        auto informs = std::make_shared<ProjectSnapshot>(**moved);
        auto red = std::make_shared<Layer>(*(*moved)->layer(redLineId));
        red->control.direction = RuleDirection::Inform;
        for (LayerPtr& layer : informs->layers)
            if (layer->id == redLineId) layer = red;
        const auto ruled = checkAgain(*again, inputOf(*informs), ready);
        QCOMPARE((*ruled)->checked, (*ruled)->features);
        QCOMPARE(allWords(*(*ruled)->report), allWords(*redLineCheck(inputOf(*informs))));
    }

    void liveRunsAddUpToAFullRun() {
        m_random.seed(71);
        m_done.clear();
        m_rows.clear();
        m_plan = busyPlan(m_random);
        for (const gis::Feature& feature : m_plan->layer(layoutId)->table)
            m_rows[keyOf(feature.id())] = liveRun(m_live, *m_plan, feature);
        int undone = 0;
        for (int i = 0; i < 500; ++i) {
            if (!m_done.empty() && pick(m_random, 0, 3) == 0) {
                const ChangeSet back = m_done.back().inverted();
                m_done.pop_back();
                perform(back);
                ++undone;
            } else {
                const auto edit = anyEdit();
                QVERIFY(edit.has_value());
                perform(*edit);
                m_done.push_back(*edit);
            }
            if (i % 20 != 19) continue;
            const Rows full = fullRun(*m_plan);
            QCOMPARE(m_rows.size(), full.size());
            for (const auto& [id, list] : full) {
                const QString text = QStringLiteral("after %1 steps, feature %2: live\n%3\nfull\n%4")
                                         .arg(i + 1)
                                         .arg(id)
                                         .arg(m_rows[id].join(u'\n'), list.join(u'\n'));
                QVERIFY2(m_rows[id] == list, qPrintable(text));
            }
        }
        QVERIFY(undone > 80);
    }
};

QTEST_GUILESS_MAIN(TestEdits)
#include "test_edits.moc"
