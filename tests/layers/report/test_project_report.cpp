// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

#include "layers/check/SnapshotCheckInput.h"
#include "layers/report/ProjectReport.h"
#include "layers/report/ReportDocument.h"
#include "layers/report/RuleBook.h"
#include "tests/layers/check/CheckBuilder.h"

using namespace check_builder;
using layers::ControlType;
using layers::LayerKind;
using layers::RuleDirection;

namespace {

layers::LayerPtr planLayer(std::int64_t id, const std::string& name, LayerKind kind, const std::vector<Shape>& shapes,
                           layers::ControlRule rule = {}) {
    const layers::CheckLayer made = layer(name, shapes);
    layers::Layer built;
    built.id = gis::LayerId{id};
    built.name = name;
    built.kind = kind;
    built.control = rule;
    built.nameField = "name";
    built.table = made.table;
    return std::make_shared<const layers::Layer>(std::move(built));
}

layers::PolicyCorpus corpus() {
    layers::PolicyDocument document;
    document.id = "doc";
    document.title = "示例方案";
    document.number = "测〔2023〕1号";
    layers::Clause clause;
    clause.id = "doc/(五)";
    clause.documentId = "doc";
    clause.number = "(五)";
    clause.heading = "一轴两带";
    document.clauses.push_back(clause);
    return layers::PolicyCorpus({document});
}

layers::ProjectSnapshot snapshot() {
    layers::ProjectSnapshot made;
    made.info.title = "<script>alert(1)</script> & 示例";
    made.info.crsCode = "EPSG:4545";
    made.layers = {
        planLayer(1, "red", LayerKind::ControlLine, {{"r", square(0, 0, 100), "虚构红线"}},
                  {ControlType::EcoRedline, RuleDirection::ForbidInside}),
        planLayer(2, "boundary", LayerKind::ControlLine, {{"b", square(0, 0, 1000), {}}},
                  {ControlType::DevBoundary, RuleDirection::RequireInside}),
        planLayer(3, "base", LayerKind::Basemap, {{"x", square(0, 0, 5000), {}}}),
        planLayer(4, "clusters", LayerKind::Layout,
                  {{"1", square(50, 0, 100), "组团 \"A\""}, {"2", square(950, 0, 100), "组团B"}}),
        planLayer(5, "axes", LayerKind::Layout, {{"1", "LINESTRING(-50 50,150 50)", "轴线"}}),
    };
    made.corpus = corpus();
    layers::ClauseLink link;
    link.id = 1;
    link.layer = gis::LayerId{4};
    link.feature = gis::FeatureId{1};
    link.clauseId = "doc/(五)";
    made.links = {link};
    return made;
}

layers::CheckReport checkOf(const layers::ProjectSnapshot& plan) {
    layers::CheckOptions options;
    options.area = layers::AreaMethod::Planar;
    return checked(layers::checkInput(plan, options));
}

QString textOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace

class TestProjectReport : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString at(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void aPlanGivesItsLayoutsAndControlLines() {
        const layers::CheckInput made = layers::checkInput(snapshot());
        QCOMPARE(made.plan.size(), 2U);
        QCOMPARE(made.control.size(), 2U);
        const auto report = checkOf(snapshot());
        QVERIFY(!report.findings.empty());
        const layers::Finding& first = report.findings.front();
        QCOMPARE(gis::number(first.planLayerId), 5);
        QCOMPARE(gis::number(first.planFeature), 1);
        QCOMPARE(first.planName, std::string("轴线"));
    }

    void htmlIsSelfContainedAndEscaped() {
        const auto plan = snapshot();
        QVERIFY(layers::writeProjectReport(plan, checkOf(plan), {at("r.html").toStdString()}, gis::Overwrite::No)
                    .has_value());
        const QString html = textOf(at("r.html"));
        QVERIFY(html.startsWith(QStringLiteral("<!DOCTYPE html>")));
        QVERIFY(!html.contains(QStringLiteral("<script")) && html.contains(QStringLiteral("&lt;script&gt;")));
        QVERIFY(html.contains(QStringLiteral("组团 &quot;A&quot;")));
        for (const char* loaded : {"http://", "https://", "src=", "@import", "url(", "<link"})
            QVERIFY2(!html.contains(QString::fromLatin1(loaded)), loaded);
        for (const char* judged : {"lawful", "legal", "合法", "合规"})
            QVERIFY2(!html.contains(QString::fromUtf8(judged), Qt::CaseInsensitive), judged);
        // every element that is opened is closed
        for (const char* tag : {"table", "tr", "td", "th", "section", "p", "h2", "thead", "tbody"}) {
            const QString name = QString::fromLatin1(tag);
            const auto opened = html.count(QRegularExpression(QStringLiteral("<%1[ >]").arg(name)));
            QCOMPARE(opened, html.count(QStringLiteral("</%1>").arg(name)));
        }
    }

    void htmlShowsTheNumbersOfTheCheckRoundedOnce() {
        const auto plan = snapshot();
        QVERIFY(layers::writeProjectReport(plan, checkOf(plan), {at("n.html").toStdString()}, gis::Overwrite::No)
                    .has_value());
        const QString html = textOf(at("n.html"));
        // cluster A: 10000 m² in all, half of it on the red line; 5000 m² are 0.5 ha and 7.5 mu
        QVERIFY(
            html.contains(QStringLiteral("<td class=\"n\">5000.00</td><td class=\"n\">0.5000</td>"
                                         "<td class=\"n\">7.50</td><td class=\"n\">50.00</td>")));
        // cluster B: 5000 m² outside the development boundary
        QVERIFY(html.contains(QStringLiteral("组团B")));
        // the axis: 100 m inside, two crossings
        QVERIFY(html.contains(QStringLiteral("<td class=\"n\">2</td><td class=\"n\">100.00</td>")));
        QVERIFY(html.contains(QStringLiteral("测〔2023〕1号")) && html.contains(QStringLiteral("(五) 一轴两带")));
        QVERIFY(html.contains(QStringLiteral("142号")));  // the rule's steps, with their source
        QVERIFY(html.contains(QStringLiteral("2022-08")));
    }

    void workbookHasASheetForEachBlock() {
        const auto plan = snapshot();
        QVERIFY(layers::writeProjectReport(plan, checkOf(plan), {at("r.xlsx").toStdString()}, gis::Overwrite::No)
                    .has_value());
        QProcess python;
        python.start(QStringLiteral("python3"),
                     {QStringLiteral("-c"),
                      QStringLiteral("import sys,zipfile,re\nz=zipfile.ZipFile(sys.argv[1])\nprint(z.testzip())\n"
                                     "print(len(re.findall('<sheet ',z.read('xl/workbook.xml').decode())))\n"
                                     "print(any(b'<f>' in z.read(n) for n in z.namelist()))"),
                      at("r.xlsx")});
        if (!python.waitForFinished()) QSKIP("python3 is not here");
        QCOMPARE(python.readAllStandardOutput(), QByteArray("None\n14\nFalse\n"));
    }

    void jsonHasTheCheckAndTheClauses() {
        const auto plan = snapshot();
        const auto json = nlohmann::json::parse(layers::projectReportJson(plan, checkOf(plan)).value());
        for (const char* member : {"project", "run", "layers", "findings", "summary", "warnings", "clauses"})
            QVERIFY2(json.contains(member), member);
        QCOMPARE(json["clauses"][0]["number"].get<std::string>(), std::string("(五)"));
        QCOMPARE(json["audit"]["open"].get<std::size_t>() + json["audit"]["approved"].get<std::size_t>(),
                 json["audit"]["findings"].size());
        int clauses = 0;
        int features = 0;
        for (const auto& covered : json["coverage"]["documents"]) {
            clauses += covered["clauses_with_features"].get<int>();
            for (const auto& layer : covered["layers"]) features += layer["features"].get<int>();
        }
        QCOMPARE(clauses, 1);
        QCOMPARE(features, 1);
    }

    void otherFormatsAreNamed() {
        const auto plan = snapshot();
        const auto written =
            layers::writeProjectReport(plan, checkOf(plan), {at("r.docx").toStdString()}, gis::Overwrite::No);
        QVERIFY(!written);
        QCOMPARE(written.error().code, gis::ErrorCode::UnsupportedFormat);
    }

    void shownNumbers_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("shown");
        QTest::newRow("half up") << 0.00005 << 4 << QStringLiteral("0.0001");
        QTest::newRow("no sign on nothing") << -0.000001 << 2 << QStringLiteral("0.00");
        QTest::newRow("trailing zeros") << 2.0 << 4 << QStringLiteral("2.0000");
        QTest::newRow("negative") << -1.25 << 1 << QStringLiteral("-1.3");
        QTest::newRow("not a number") << std::nan("") << 2 << QString();
    }
    void shownNumbers() {
        QFETCH(double, value);
        QFETCH(int, decimals);
        QFETCH(QString, shown);
        QCOMPARE(QString::fromStdString(layers::ReportCell::value(value, decimals).shown()), shown);
    }

    void shippedRulesHaveDateAndCertainty() {
        const auto rules = layers::shippedRuleBook();
        QVERIFY(rules.has_value());
        const layers::ControlTypeRule* eco = rules->ruleFor(ControlType::EcoRedline);
        QVERIFY(eco != nullptr);
        QCOMPARE(eco->kinds.size(), 10U);
        QVERIFY(rules->ruleFor(ControlType::BasicFarmland) != nullptr);
        QVERIFY(rules->ruleFor(ControlType::DevBoundary) != nullptr);
        for (const layers::ControlTypeRule& rule : rules->rules) {
            QVERIFY(!rule.date.empty() && !rule.basis.empty() && !rule.cases.empty());
            for (const auto& kind : rule.kinds)
                QVERIFY(kind.certainty == "high" || kind.certainty == "medium" || kind.certainty == "low");
        }
    }

    void wrongRuleDataAreRefused() {
        QCOMPARE(layers::ruleBookFromJson("{\"rules\":[{}]}").error().code, gis::ErrorCode::InvalidData);
        QCOMPARE(layers::ruleBookFromJson("not json").error().code, gis::ErrorCode::InvalidData);
    }
};

QTEST_GUILESS_MAIN(TestProjectReport)
#include "test_project_report.moc"
