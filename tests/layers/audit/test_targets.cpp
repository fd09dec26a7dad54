// SPDX-License-Identifier: Apache-2.0
// Targets of a paper (到2025年…) against the fields of a feature, and an audit that is stopped.
#include <QtTest>

#include "tests/layers/audit/AuditPlan.h"

namespace {

using audit_plan::findingOf;
using audit_plan::Plan;
using layers::AuditKind;
using layers::AuditSeverity;

layers::PolicyDocument paper(const std::string& text) {
    layers::PolicyDocument document;
    document.id = "own";
    document.title = "own";
    document.text = text;
    layers::Clause clause;
    clause.id = "own/1";
    clause.documentId = "own";
    clause.number = "1";
    clause.path = "1";
    clause.text = text;
    document.clauses.push_back(clause);
    return document;
}

/// The plan's one feature with a further field.
layers::ProjectSnapshot withField(layers::ProjectSnapshot plan, const std::string& field, const gis::Value& value) {
    auto layer = std::make_shared<layers::Layer>(*plan.layers.front());
    std::vector<gis::Field> fields = layer->table.schema().fields();
    fields.push_back({field, gis::FieldType::Real, 0});
    std::vector<gis::Feature> features;
    for (const gis::Feature& feature : layer->table) {
        std::vector<gis::Value> values = feature.attributes();
        values.push_back(value);
        features.emplace_back(feature.id(), feature.geometry(), std::move(values));
    }
    layer->table = gis::FeatureTable(gis::Schema(fields), layer->table.crs(), std::move(features));
    plan.layers.front() = layer;
    return plan;
}

class TestTargets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void targetsAreComparedWithFields_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("field");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("severity");  // empty: nothing is found
        const auto row = [](const char* name, const char* words, const char* field, double value, const char* found) {
            QTest::newRow(name) << QString::fromUtf8(words) << QString::fromUtf8(field) << value
                                << QString::fromLatin1(found);
        };
        const char* area = "到2025年，甲新区建成区面积达到50平方公里。";
        row("as aimed at", area, "面积_公顷_2025", 5000, "");
        row("other unit, too small", area, "面积_公顷_2025", 500, "warning");
        row("without a year a note", area, "建成区面积", 30, "note");
        row("without a year, reached", area, "建成区面积", 50, "");
        row("another year", area, "建成区面积2035", 90, "");
        row("another quantity", area, "人口", 30, "");
        row("a field of nothing known", area, "库存", 30, "");
        row("at least", "到2030年，甲新区人口规模不低于60万人。", "人口_万人_2030", 75, "");
        row("at least, missed", "到2030年，甲新区人口规模不低于60万人。", "人口_万人_2030", 40, "warning");
        row("people one by one", "到2030年，甲新区人口规模不低于60万人。", "Population2030", 400000, "warning");
        row("no target", "2020年，甲新区人口60万人。", "人口_万人_2020", 40, "");
        row("two of them", "到2030年，甲新区、乙新区人口分别达到60万人、70万人。", "人口_万人_2030", 40, "");
        row("of somebody else", "到2030年，乙新区人口达到60万人。", "人口_万人_2030", 40, "");
    }
    void targetsAreComparedWithFields() {
        QFETCH(QString, words);
        QFETCH(QString, field);
        QFETCH(double, value);
        QFETCH(QString, severity);
        Plan plan;
        plan.document(paper(words.toStdString())).draw({"", "platform", "甲新区", ""}).link(1, "own/1");
        const auto knowledge = layers::shippedAuditKnowledge();
        QVERIFY(knowledge);
        const auto report = layers::audit(withField(plan.snapshot(), field.toStdString(), value), *knowledge);
        QVERIFY(report);
        const auto* finding = findingOf(*report, AuditKind::FigureDiffers);
        QCOMPARE(finding != nullptr ? QString::fromStdString(toText(finding->severity)) : QString(), severity);
        if (finding != nullptr) QCOMPARE(finding->names.back(), field.toStdString());
    }

    void anIndicatorOfTheIndexHasAFieldOfItsName() {
        Plan plan;
        plan.draw({"wdk.targets", "indicator_set", "发展目标", ""}).link(1, "wandakai/(四)");
        const auto knowledge = layers::shippedAuditKnowledge();
        QVERIFY(knowledge);
        const auto found = [&](double share) {
            const auto report = layers::audit(withField(plan.snapshot(), "森林覆盖率_2025", share), *knowledge);
            return report && findingOf(*report, AuditKind::FigureDiffers) != nullptr;
        };
        QVERIFY(found(43));
        QVERIFY(!found(50));
    }

    // The token is polled within the questions: an audit canceled from the start reads no feature to its end.
    void canceledAtOnce() {
        Plan plan;
        for (int i = 0; i < 50; ++i) plan.draw({"", "platform", "甲新区", "万州区"});
        const auto knowledge = layers::shippedAuditKnowledge();
        QVERIFY(knowledge);
        gis::JobControl control;
        control.cancel.cancel();
        const auto report = layers::audit(plan.snapshot(), *knowledge, control);
        QVERIFY(!report);
        QCOMPARE(report.error().code, gis::ErrorCode::Canceled);
    }
};

}  // namespace

QTEST_APPLESS_MAIN(TestTargets)
#include "test_targets.moc"
