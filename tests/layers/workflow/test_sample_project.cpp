// SPDX-License-Identifier: Apache-2.0
// The bundled sample as a plan: what it must hold, and that every layout feature rests on a clause.
#include <QGuiApplication>
#include <QtTest>
#include <set>

#include "layers/check/SnapshotCheckInput.h"
#include "layers/plan/LayoutElement.h"
#include "layers/project/ProjectStore.h"
#include "layers/workflow/SampleProject.h"

using namespace layers;

class TestSampleProject : public QObject {
    Q_OBJECT
    SampleProject m_sample;

private Q_SLOTS:
    void initTestCase() {
        auto sample = sampleProject();
        QVERIFY2(sample, sample ? "" : gis::describe(sample.error()).c_str());
        m_sample = *sample;
    }

    void holdsTheLayoutsOfThreeSchemes() {
        std::set<std::string> ids;
        for (const LayerPtr& layer : m_sample.snapshot->layers) {
            if (layer->kind != LayerKind::Layout) continue;
            const int field = layer->table.schema().indexOf(layout_field::elementId);
            for (const gis::Feature& feature : layer->table) ids.insert(gis::toText(feature.attribute(field)));
        }
        for (const char* id :
             {"wdk.axis", "wdk.belt_xiyu", "wdk.belt_xiangyu", "wdk.cluster_wanzhou", "wdk.cluster_dazhou",
              "wdk.cluster_kaizhou", "wdk.eco_barrier", "wdk.eco_corridor", "cn.axis_changjiang", "cn.axis_nanxian",
              "cn.belt_huancq", "cn.belt_neiziyi", "pl.pf2", "pl.pf8", "pl.pf9"})
            QVERIFY2(ids.contains(id), id);
    }

    void everyLayoutFeatureRestsOnAClause() {
        std::size_t features = 0;
        for (const LayerPtr& layer : m_sample.snapshot->layers) {
            if (layer->kind != LayerKind::Layout) continue;
            for (const gis::Feature& feature : layer->table) {
                ++features;
                const auto links = m_sample.snapshot->linksOf(layer->id, feature.id());
                QVERIFY2(!links.empty(), layer->featureName(feature).c_str());
                QVERIFY(m_sample.snapshot->corpus.clause(links.front().clauseId) != nullptr);
            }
        }
        QVERIFY(features >= 17);
    }

    void everySheetCarriesTheCautions() {
        QCOMPARE(m_sample.snapshot->sheets.size(), std::size_t{3});
        for (const PrintLayout& sheet : m_sample.snapshot->sheets) {
            std::string notes;
            for (const std::string& note : sheet.notes) notes += note + "\n";
            for (const char* words : {"示意", "2016", "虚构演示数据", "审图号"})
                QVERIFY2(notes.find(words) != std::string::npos, notes.c_str());
        }
    }

    void aSheetShowsItsOwnLayoutOnly() {
        std::multiset<gis::LayerId> shown;
        for (const PrintLayout& sheet : m_sample.snapshot->sheets)
            for (const gis::LayerId id : sheet.layers)
                if (m_sample.snapshot->layer(id)->kind == LayerKind::Layout) shown.insert(id);
        for (const gis::LayerId id : shown) QCOMPARE(shown.count(id), std::size_t{1});
    }

    void missingBoundariesAreNamed() {
        std::string told;
        for (const gis::Warning& warning : m_sample.warnings) told += gis::describe(warning) + "\n";
        QVERIFY2(told.find("511703") != std::string::npos, told.c_str());  // 达川区: no Sichuan county ships
    }

    void theRedLineIsCrossedAndSurvivesAFile() {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("sample.gpkg")).toStdString();
        QVERIFY(createProject(path, *m_sample.snapshot, gis::Overwrite::No));
        const auto opened = openProject(path);
        QVERIFY2(opened, opened ? "" : gis::describe(opened.error()).c_str());
        QVERIFY(opened->snapshot->samePlan(*m_sample.snapshot));
        const auto check = redLineCheck(checkInput(*opened->snapshot));
        QVERIFY(check);
        QVERIFY(check->hasConflicts());
        for (const FindingSummary& row : check->summaries)
            if (row.balanceErrorSquareMetres)
                QVERIFY2(std::abs(*row.balanceErrorSquareMetres) <= 1e-2 + 1e-9 * row.planAreaSquareMetres.value_or(0),
                         row.planName.c_str());
    }
};

QTEST_MAIN(TestSampleProject)
#include "test_sample_project.moc"
