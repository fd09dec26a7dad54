// SPDX-License-Identifier: Apache-2.0
#include "layers/check/RowOrder.h"
#include "tests/layers/check/CheckBuilder.h"

using namespace check_builder;

namespace {

QStringList planIds(const layers::CheckReport& report) {
    QStringList ids;
    for (const layers::Finding& f : report.findings) ids << QString::fromStdString(f.planId);
    return ids;
}

layers::CheckReport checkedIds(const std::vector<std::string>& ids) {
    std::vector<Shape> shapes;
    for (const std::string& id : ids) shapes.push_back({id, square(0, 0, 10), {}});
    return checked(input(layer("plan", shapes), zones({{"z", square(0, 0, 10), {}}})));
}

}  // namespace

class TestOrderAndNames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ids_data() {
        QTest::addColumn<QStringList>("given");
        QTest::addColumn<QStringList>("ordered");
        const auto row = [](const char* name, const char* given, const char* ordered) {
            QTest::newRow(name) << QString::fromUtf8(given).split(u' ') << QString::fromUtf8(ordered).split(u' ');
        };
        row("integers by value", "10 9 -3 100 0", "-3 0 9 10 100");
        row("longer than any machine number", "184467440737095516160 99999999999999999999 5",
            "5 99999999999999999999 184467440737095516160");
        row("leading zeros: equal values by code point", "7 07 007 6", "6 007 07 7");
        row("one text makes all texts", "10 9 A", "10 9 A");
        row("a decimal is no integer", "10 9 1.5", "1.5 10 9");
        row("code points, not UTF-16", "\xF0\xA0\x80\x80 \xEF\xBC\xA1", "\xEF\xBC\xA1 \xF0\xA0\x80\x80");
        row("Chinese", "重庆 达州 A", "A 达州 重庆");
    }
    void ids() {
        QFETCH(QStringList, given);
        QFETCH(QStringList, ordered);
        std::vector<std::string> texts;
        for (const QString& id : given) texts.push_back(id.toStdString());
        QCOMPARE(planIds(checkedIds(texts)), ordered);
    }

    void controlIdsAreOrderedByThemselves() {
        // Plan ids are texts, control ids numbers; an outside row has no control id and does not make them texts.
        const auto report = checked(input(
            layer("plan", {{"b", square(0, 0, 12), {}}, {"a", square(0, 0, 12), {}}}),
            zones({{"10", square(0, 0, 5), {}}, {"9", square(5, 5, 5), {}}}, layers::RuleDirection::RequireInside)));
        QStringList rows;
        for (const layers::Finding& f : report.findings) rows << QString::fromStdString(f.planId + f.controlId);
        QCOMPARE(rows, (QStringList{QStringLiteral("a"), QStringLiteral("a9"), QStringLiteral("a10"),
                                    QStringLiteral("b"), QStringLiteral("b9"), QStringLiteral("b10")}));
    }

    void layersComeByName() {
        auto made = input(layer("roads", {{"1", square(0, 0, 10), {}}}), zones({{"1", square(0, 0, 10), {}}}));
        made.plan.push_back(layer("parks", {{"2", square(0, 0, 10), {}}}));
        made.control.push_back(layer("farmland", {{"1", square(0, 0, 10), {}}}));
        QStringList rows;
        for (const layers::Finding& f : checked(made).findings)
            rows << QString::fromStdString(f.planLayer + " " + f.controlLayer);
        QCOMPARE(rows, (QStringList{QStringLiteral("parks farmland"), QStringLiteral("parks zones"),
                                    QStringLiteral("roads farmland"), QStringLiteral("roads zones")}));
    }

    void aNameThatOccursInTwoFilesNamesTheFile() {
        auto made = input(layer("plan", {{"1", square(0, 0, 10), {}}}), layer("zones", {{"1", square(0, 0, 10), {}}}));
        made.control.push_back(layer("zones", {{"1", square(0, 0, 5), {}}}));
        made.control[0].path = "data/red.gpkg";
        made.control[1].path = "data/farm.gpkg";
        auto report = checked(made);
        QCOMPARE(report.findings[0].controlLayer, std::string("farm.gpkg|zones"));
        QCOMPARE(report.findings[1].controlLayer, std::string("red.gpkg|zones"));
        QCOMPARE(report.findings[1].planLayer, std::string("plan"));

        made.control[1].path = "other/red.gpkg";
        report = checked(made);
        QCOMPARE(report.findings[0].controlLayer, std::string("data/red.gpkg|zones"));
        QCOMPARE(report.findings[1].controlLayer, std::string("other/red.gpkg|zones"));

        made.control[1].path = "data/../data/red.gpkg";  // one file, named in two ways
        QCOMPARE(checked(made).findings[0].controlLayer, std::string("zones"));
    }

    void theFeatureIdIsTheDefault() {
        auto made = input(layer("plan", {{"x", square(0, 0, 10), {}}, {"y", square(0, 0, 10), {}}}),
                          zones({{"z", square(0, 0, 10), {}}}));
        made.plan[0].idField.clear();
        QCOMPARE(planIds(checked(made)), (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
    }

    void aFieldThatIsNotThereIsNamedWithWhatThereIs() {
        auto made = input(layer("plan", {{"x", square(0, 0, 10), {}}}), zones({{"z", square(0, 0, 10), {}}}));
        made.plan[0].idField = "BSM";
        const auto report = layers::redLineCheck(made);
        QVERIFY(!report);
        QCOMPARE(report.error().code, gis::ErrorCode::NotFound);
        const QString text = QString::fromStdString(gis::describe(report.error()));
        QVERIFY2(text.contains(QStringLiteral("BSM")) && text.contains(QStringLiteral("plan.gpkg|plan")) &&
                     text.contains(QStringLiteral("id, name")),
                 qPrintable(text));
    }

    void idsThatMissOrRepeatAreTold() {
        const auto report = checked(
            input(layer("plan", {{"x", square(0, 0, 10), {}}, {"x", square(3, 0, 10), {}}, {"", square(1, 0, 10), {}}}),
                  zones({{"z", square(0, 0, 10), {}}})));
        QStringList kinds;
        for (const gis::Warning& warning : report.warnings) kinds << QString::fromStdString(warning.kind);
        QVERIFY(kinds.contains(QStringLiteral("id_not_unique")) && kinds.contains(QStringLiteral("id_missing")));
        QCOMPARE(report.findings.size(), 3U);
    }

    void nothingToCheckIsAnError() {
        layers::CheckInput nothing;
        QCOMPARE(layers::redLineCheck(nothing).error().code, gis::ErrorCode::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestOrderAndNames)
#include "test_order_and_names.moc"
