// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "layers/plan/Layer.h"
#include "layers/plan/LayoutElement.h"
#include "layers/plan/PrintLayout.h"

using namespace layers;

class TestPlanValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsOfTheCommandLine() {
        for (const char* word : {"boundary", "layout", "control", "basemap"})
            QCOMPARE(toText(*layerKindFromText(word)), std::string(word));
        for (const char* word : {"eco_redline", "basic_farmland", "dev_boundary", "other"})
            QCOMPARE(toText(*controlTypeFromText(word)), std::string(word));
        for (const char* word : {"forbid_inside", "require_inside", "inform"})
            QCOMPARE(toText(*ruleDirectionFromText(word)), std::string(word));
        const auto wrong = layerKindFromText("Boundary");
        QVERIFY(!wrong);
        QVERIFY(gis::describe(wrong.error()).find("boundary, layout, control, basemap") != std::string::npos);
    }
    void aSheetComesBackFromItsJson() {
        PrintLayout sheet;
        sheet.id = 7;
        sheet.name = "图1 \"空间格局\"";
        sheet.title = "一轴两带三组团";
        sheet.paperWidthMm = 1189;
        sheet.crsCode = "EPSG:4545";
        sheet.extent = {1.0 / 3, -2, 3e7, 4.5};
        sheet.scaleDenominator = 250'000;
        sheet.layers = {gis::LayerId{3}, gis::LayerId{1}};
        sheet.notes = {"示意", ""};
        sheet.showsLegend = false;
        QVERIFY(*printLayoutFromJson(toJson(sheet)) == sheet);
        QVERIFY(*printLayoutFromJson(toJson(PrintLayout{})) == PrintLayout{});
        QVERIFY(*printLayoutFromJson("{}") == PrintLayout{});
    }
    void aWrongSheetIsInvalid_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("{\"id\":");
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("text for a number") << QByteArray("{\"paper_width_mm\":\"wide\"}");
        QTest::newRow("no paper") << QByteArray("{\"paper_width_mm\":0}");
        QTest::newRow("paper of a kilometre") << QByteArray("{\"paper_height_mm\":1e6}");
        QTest::newRow("negative scale") << QByteArray("{\"scale_denominator\":-1}");
        QTest::newRow("layers by name") << QByteArray("{\"layers\":[\"a\"]}");
    }
    void aWrongSheetIsInvalid() {
        QFETCH(QByteArray, json);
        const auto sheet = printLayoutFromJson(json.toStdString());
        QVERIFY(!sheet);
        QCOMPARE(sheet.error().code, gis::ErrorCode::InvalidData);
    }
    void aFeatureIsNamedByTheField() {
        Layer layer;
        std::vector<gis::Value> values(layoutSchema().size());
        values[static_cast<std::size_t>(layoutSchema().indexOf(layout_field::name))] = std::string("轴");
        const gis::Feature feature(gis::FeatureId{1}, {}, values);
        layer.table = gis::FeatureTable(layoutSchema(), {}, {feature});
        QCOMPARE(layer.featureName(feature), std::string());
        layer.nameField = layout_field::name;
        QCOMPARE(layer.featureName(feature), std::string("轴"));
        layer.nameField = "gone";
        QCOMPARE(layer.featureName(feature), std::string());
    }
};

QTEST_GUILESS_MAIN(TestPlanValues)
#include "test_plan_values.moc"
