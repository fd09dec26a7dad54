// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <nlohmann/json.hpp>

#include "layers/report/AuditDocument.h"
#include "tests/layers/audit/AuditPlan.h"

namespace {

using audit_plan::Plan;

class TestAuditOutputs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        const auto knowledge = layers::shippedAuditKnowledge();
        QVERIFY(knowledge);
        Plan plan = audit_plan::threeClusters();
        plan.draw({"", "cluster", "=1+1", "云阳县"});
        m_plan = plan.snapshot();
        auto report = layers::audit(m_plan, *knowledge);
        QVERIFY(report);
        m_report = std::move(*report);
        QVERIFY(m_report.findings.size() > 3);
    }

    void everyFormatIsWritten() {
        const QTemporaryDir folder;
        const auto path = [&folder](const char* name) { return folder.filePath(QLatin1String(name)).toStdString(); };
        const auto written =
            layers::writeAudit(m_plan, m_report, "plan.gpkg",
                               {path("a.html"), path("a.xlsx"), path("a.json"), path("a.csv")}, gis::Overwrite::No);
        QVERIFY2(written, written ? "" : gis::describe(written.error()).c_str());
        const QStringList lines = read(path("a.csv")).trimmed().split(u'\n');
        QCOMPARE(lines.size(), qsizetype(m_report.findings.size()) + 1);
        QCOMPARE(lines[0],
                 QStringLiteral("kind,severity,layer,feature,feature_name,clause,names,message,key,approved"));
        QVERIFY(lines.filter(QStringLiteral(",'=1+1,")).size() == 1);  // no formula
        const auto json = nlohmann::json::parse(read(path("a.json")).toStdString());
        QCOMPARE(json.at("findings").size(), m_report.findings.size());
        QVERIFY(read(path("a.html")).contains(QStringLiteral("三峡库区生态廊道")));
        QProcess python;
        python.start(QStringLiteral("python3"),
                     {QStringLiteral("-c"),
                      QStringLiteral("import sys,zipfile,re\nz=zipfile.ZipFile(sys.argv[1])\n"
                                     "print(len(re.findall('<sheet ',z.read('xl/workbook.xml').decode())),"
                                     "any(b'<f>' in z.read(n) for n in z.namelist()))"),
                      QString::fromStdString(path("a.xlsx"))});
        if (!python.waitForFinished()) QSKIP("python3 is not here");
        QCOMPARE(python.readAllStandardOutput(), QByteArray("3 False\n"));
    }

    void otherEndingsAreRefused() {
        const auto refused = layers::writeAudit(m_plan, m_report, "plan.gpkg", {"a.docx"}, gis::Overwrite::No);
        QVERIFY(!refused && refused.error().code == gis::ErrorCode::UnsupportedFormat);
    }

    void coverageCountsFeaturesOnce() {
        const auto section = layers::coverageBlock(m_plan);
        QCOMPARE(section.tables.size(), std::size_t{1});
        const auto& rows = section.tables[0].rows;
        QCOMPARE(rows.size(), m_plan.corpus.documents().size() + 1);  // each document, and what has no clause
        std::size_t linked = 0;
        for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
            const bool isIt = m_plan.corpus.documents()[i]->id == "wandakai";
            linked += isIt ? 1 : 0;
            QCOMPARE(rows[i][2].shown(), std::string(isIt ? "1" : "0"));
            QCOMPARE(rows[i][3].shown(), std::string(isIt ? "3" : "0"));
        }
        QCOMPARE(linked, std::size_t{1});
        QCOMPARE(rows.back()[3].shown(), std::string("1"));
    }

    void clausesAreListedWithTheirFeatures() {
        const auto section = layers::clauseListBlock(m_plan);
        QCOMPARE(section.tables.size(), m_plan.corpus.documents().size());
        std::size_t features = 0;
        for (const auto& table : section.tables)
            for (const auto& row : table.rows) features += std::stoul(row[3].shown());
        QCOMPARE(features, std::size_t{3});
    }

private:
    static QString read(const std::string& path) {
        QFile file(QString::fromStdString(path));
        if (!file.open(QIODevice::ReadOnly)) qFatal("no %s", path.c_str());
        return QString::fromUtf8(file.readAll());
    }
    layers::ProjectSnapshot m_plan;
    layers::AuditReport m_report;
};

}  // namespace

QTEST_GUILESS_MAIN(TestAuditOutputs)
#include "test_audit_outputs.moc"
