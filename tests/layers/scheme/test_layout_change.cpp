// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "Fixture.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/LayoutChange.h"

class TestLayoutChange : public QObject {
    Q_OBJECT
private:
    layers::SnapshotPtr m_empty;
    layers::BuiltLayout m_layout;
    layers::LayoutChangeOptions m_options;

private Q_SLOTS:
    void initTestCase() {
        layers::ProjectSnapshot snapshot;
        const auto corpus = layers::shippedCorpus();
        QVERIFY(corpus);
        snapshot.corpus = *corpus;
        m_empty = std::make_shared<const layers::ProjectSnapshot>(snapshot);
        m_layout = fixture::build(fixture::sampleScheme("wandakai.json"), fixture::sampleBase());
        const auto style = layers::shippedStyle("layout");
        QVERIFY(style);
        m_options.style = *style;
        m_options.who = "test";
        m_options.when = "2026-11-21T00:00:00Z";
    }

    void addsLayersAndLinksInOneStep() {
        gis::Warnings warnings;
        const layers::ChangeSet change = layers::layoutChange(*m_empty, m_layout, m_options, warnings);
        const auto plan = layers::applied(m_empty, change);
        QVERIFY(plan);
        QCOMPARE((*plan)->layers.size(), m_layout.layers.size());
        for (const layers::LayerPtr& layer : (*plan)->layers) {
            QVERIFY(layer->kind == layers::LayerKind::Layout);
            QVERIFY(!layer->note.empty());  // 示意
        }
        QCOMPARE((*plan)->links.size(), 9U);  // every element of the scheme rests on a clause of the corpus
        for (const layers::ClauseLink& link : (*plan)->links) {
            QVERIFY((*plan)->corpus.clause(link.clauseId) != nullptr);
            const gis::Feature* feature = (*plan)->layer(link.layer)->table.find(link.feature);
            QVERIFY(feature != nullptr);
            const int clause = layers::layoutSchema().indexOf(layers::layout_field::clause);
            QCOMPARE(gis::toText(feature->attribute(clause)), link.clauseId);
        }
        QVERIFY(warnings.empty());
    }

    void clausesThatAreNotInThePlanAreNamed() {
        gis::Warnings warnings;
        const layers::ProjectSnapshot bare;
        const auto plan = layers::applied(std::make_shared<const layers::ProjectSnapshot>(bare),
                                          layers::layoutChange(bare, m_layout, m_options, warnings));
        QVERIFY(plan);
        QVERIFY((*plan)->links.empty());
        std::string said;
        for (const gis::Warning& warning : warnings) said += warning.kind + " " + gis::describe(warning) + "\n";
        for (const char* clause : {"wandakai/(五)", "wandakai/(六)", "wandakai/(七)"})
            QVERIFY2(said.find(clause) != std::string::npos, said.c_str());
    }

    void undoGivesThePlanBack() {
        gis::Warnings warnings;
        const layers::ChangeSet change = layers::layoutChange(*m_empty, m_layout, m_options, warnings);
        const auto plan = layers::applied(m_empty, change);
        QVERIFY(plan);
        const auto back = layers::applied(*plan, change.inverted());
        QVERIFY(back);
        QVERIFY((*back)->samePlan(*m_empty));
    }

    void takenNamesGetANumber() {
        gis::Warnings warnings;
        const auto once = layers::applied(m_empty, layers::layoutChange(*m_empty, m_layout, m_options, warnings));
        QVERIFY(once);
        const auto twice = layers::applied(*once, layers::layoutChange(**once, m_layout, m_options, warnings));
        QVERIFY(twice);
        std::set<std::string> names;
        std::set<std::int64_t> links;
        for (const layers::LayerPtr& layer : (*twice)->layers) names.insert(layer->name);
        for (const layers::ClauseLink& link : (*twice)->links) links.insert(link.id);
        QCOMPARE(names.size(), 2 * m_layout.layers.size());
        QCOMPARE(links.size(), 18U);
    }
};

QTEST_GUILESS_MAIN(TestLayoutChange)
#include "test_layout_change.moc"
