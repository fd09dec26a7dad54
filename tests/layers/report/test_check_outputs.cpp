// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "gis/io/VectorFile.h"
#include "layers/report/CheckOutputs.h"
#include "layers/report/CsvText.h"
#include "tests/layers/check/CheckBuilder.h"

using namespace check_builder;

namespace {

// Names as a hostile or merely unlucky file may bring them.
layers::CheckInput awkwardJob() {
    auto made = input(layer("plan", {{"=1+1", square(0, 0, 10), "@SUM(A1)"},
                                     {"-5", square(0, 0, 10), "a \"quoted\", name"},
                                     {"+x", square(0, 0, 10), "two\nlines"},
                                     {"x", "LINESTRING(-5 5,15 5)", "\t= tab"}}),
                      zones({{"z", square(5, 0, 10), "重庆市"}}));
    return made;
}

layers::CheckReport awkwardReport() {
    auto made = awkwardJob();
    made.options.keepGeometry = true;
    return checked(made);
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
}

QByteArray outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000)) return "(did not run)";
    return process.readAllStandardOutput();
}

}  // namespace

class TestCheckOutputs : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::string at(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }

private Q_SLOTS:
    void csvIsExactlyAsTheContractSays() {
        const auto report =
            checked(input(layer("plan", {{"1", square(0, 0, 10), "厂"}, {"2", "LINESTRING(0 5,20 5)", {}}}),
                          zones({{"z", square(5, 0, 10), {}}})));
        QVERIFY(layers::writeCheckOutputs(report, {at("pairs.csv")}, gis::Overwrite::No).has_value());
        QCOMPARE(bytesOf(m_folder.filePath(QStringLiteral("pairs.csv"))),
                 QByteArray("plan_layer,plan_id,plan_name,control_layer,control_id,control_name,control_type,area_m2,"
                            "length_m,crossings,share_of_plan_pct,share_of_control_pct,distance_m,class,note\n"
                            "plan,1,厂,zones,z,,eco_redline,50,,,50,50,,overlap,\n"
                            "plan,2,,zones,z,,eco_redline,,10,2,50,,,overlap,\n"));
        QCOMPARE(bytesOf(m_folder.filePath(QStringLiteral("pairs.summary.csv"))),
                 QByteArray("plan_layer,plan_id,plan_name,plan_area_m2,plan_length_m,control_layer,control_type,"
                            "sum_area_m2,net_area_m2,net_share_pct,sum_length_m,net_length_m,crossings,"
                            "balance_error_m2,status,note\n"
                            "plan,1,厂,100,,zones,eco_redline,50,50,50,,,,0,ok,\n"
                            "plan,2,,,20,zones,eco_redline,,,50,10,10,2,,ok,\n"));
    }

    void textsAreNoFormulas_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        const auto row = [](const char* text, const char* cell) {
            QTest::newRow(cell) << QString::fromUtf8(text) << QString::fromUtf8(cell);
        };
        row("=1+1", "'=1+1");
        row("+A1", "'+A1");
        row("-A1", "'-A1");
        row("@SUM(A1)", "'@SUM(A1)");
        row("\tx", "'\tx");
        row("\rx", "'\rx");
        row("＝1", "'＝1");
        row("-5", "-5");
        row("-5.25", "-5.25");
        row("-5-6", "'-5-6");
        row("-", "'-");
        row("a=b", "a=b");
        row("重庆", "重庆");
        row("", "");
    }
    void textsAreNoFormulas() {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        QCOMPARE(QString::fromStdString(layers::spreadsheetSafe(text.toStdString())), cell);
    }

    void numbersReadBackTheSame() {
        layers::CheckReport report;
        for (const double value : {0.1, 1.0 / 3, 1e-7, 123456789012.34567, 1e21, 0.0})
            report.findings.push_back({}), report.findings.back().areaSquareMetres = value;
        report.findings.push_back({});
        report.findings.back().areaSquareMetres = std::nan("");
        QStringList cells;
        for (const QByteArray& line :
             QByteArray::fromStdString(layers::csvText(layers::pairsTable(report))).split('\n'))
            if (line.startsWith(',')) cells << QString::fromLatin1(line.split(',').at(7));
        QCOMPARE(cells, (QStringList{QStringLiteral("0.1"), QStringLiteral("0.3333333333333333"),
                                     QStringLiteral("0.0000001"), QStringLiteral("123456789012.34567"),
                                     QStringLiteral("1000000000000000000000"), QStringLiteral("0"), QString()}));
    }

    void pointsOfLinesAreNoRowOfTheCsv() {
        layers::CheckReport report;
        report.findings.resize(3);
        report.findings[0].lengthMetres = 0;  // met in points alone
        report.findings[0].crossings = 2;
        report.findings[1].lengthMetres = 12.5;
        report.findings[2].areaSquareMetres = 7;
        QCOMPARE(layers::pairsTable(report).rowCount, 3U);
        const layers::CheckTable csv = layers::csvPairsTable(report);
        QCOMPARE(csv.rowCount, 2U);
        QCOMPARE(std::get<double>(csv.row(0).at(8)), 12.5);
        QCOMPARE(std::get<double>(csv.row(1).at(7)), 7.0);
    }

    void awkwardNamesStayInTheirCells() {
        QVERIFY(layers::writeCheckOutputs(awkwardReport(), {at("awkward.csv")}, gis::Overwrite::No).has_value());
        const QByteArray csv = bytesOf(m_folder.filePath(QStringLiteral("awkward.csv")));
        QVERIFY(csv.contains("\nplan,'+x,\"two\nlines\",zones,z,重庆市,"));
        QVERIFY(csv.contains("\nplan,-5,\"a \"\"quoted\"\", name\",zones,"));
        QVERIFY(csv.contains("\nplan,'=1+1,'@SUM(A1),zones,"));
        QVERIFY(csv.contains("\nplan,x,'\t= tab,zones,"));
        QVERIFY(!csv.contains('\r') && !csv.startsWith("\xEF\xBB\xBF"));
    }

    void jsonHoldsTheSameNumbers() {
        const auto report = awkwardReport();
        QVERIFY(layers::writeCheckOutputs(report, {at("a.json")}, gis::Overwrite::No).has_value());
        const auto json = nlohmann::json::parse(bytesOf(m_folder.filePath(QStringLiteral("a.json"))).toStdString());
        QCOMPARE(json.at("findings").size(), report.findings.size());
        for (std::size_t i = 0; i < report.findings.size(); ++i) {
            const auto& row = json["findings"][i];
            QCOMPARE(row.at("plan_id").get<std::string>(), report.findings[i].planId);
            QCOMPARE(row.at("area_m2").is_null(), !report.findings[i].areaSquareMetres.has_value());
            if (report.findings[i].areaSquareMetres)
                QCOMPARE(row["area_m2"].get<double>(), *report.findings[i].areaSquareMetres);
            const auto piece = gis::fromWkt(row.at("geometry").get<std::string>());
            QVERIFY(piece.has_value());
            QVERIFY(*piece == report.findings[i].geometry);
        }
        QCOMPARE(json.at("summary").size(), report.summaries.size());
        QCOMPARE(json.at("run").at("area_method").get<std::string>(), std::string("planar"));
        QCOMPARE(json.at("layers").size(), 2U);
        QVERIFY(json.at("warnings").is_array());
    }

    void geoPackageHoldsTheCutPieces() {
        const auto report = awkwardReport();
        QVERIFY(layers::writeCheckOutputs(report, {at("a.gpkg")}, gis::Overwrite::No).has_value());
        const auto pairs = gis::readLayer(gis::SourceName{at("a.gpkg"), "pairs"});
        QVERIFY(pairs.has_value());
        QCOMPARE(pairs->table.size(), report.findings.size());
        QCOMPARE(pairs->table.crs().epsg(), 4545);
        const int area = pairs->table.schema().indexOf("area_m2");
        for (std::size_t i = 0; i < report.findings.size(); ++i) {
            const gis::Feature& row = pairs->table.at(i);
            if (report.findings[i].areaSquareMetres) {
                QCOMPARE(std::get<double>(row.attribute(area)), *report.findings[i].areaSquareMetres);
                QCOMPARE(std::abs(gis::planeArea(row.geometry())), *report.findings[i].areaSquareMetres);
            } else {
                QVERIFY(gis::isNull(row.attribute(area)));
            }
        }
        const QByteArray summary = outputOf(QStringLiteral("ogr2ogr"),
                                            {QStringLiteral("-f"), QStringLiteral("CSV"), QStringLiteral("/vsistdout/"),
                                             QString::fromStdString(at("a.gpkg")), QStringLiteral("summary")});
        if (!summary.isEmpty()) QCOMPARE(summary.count('\n'), static_cast<qsizetype>(report.summaries.size()) + 2);
    }

    void workbookReadsBack() {
        const auto report = awkwardReport();
        QVERIFY(layers::writeCheckOutputs(report, {at("a.xlsx")}, gis::Overwrite::No).has_value());
        const QString path = QString::fromStdString(at("a.xlsx"));
        const QByteArray csv =
            outputOf(QStringLiteral("ogr2ogr"), {QStringLiteral("-f"), QStringLiteral("CSV"),
                                                 QStringLiteral("/vsistdout/"), path, QStringLiteral("pairs")});
        if (csv.isEmpty()) QSKIP("ogr2ogr with its XLSX driver is not here");
        QVERIFY2(csv.startsWith("plan_layer,plan_id,plan_name,control_layer,"), csv.left(200).constData());
        QVERIFY(csv.contains("=1+1"));  // a text as it is, without an apostrophe
        QVERIFY(csv.contains("重庆市"));
        const QByteArray xml =
            outputOf(QStringLiteral("python3"), {QStringLiteral("-c"),
                                                 QStringLiteral("import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\n"
                                                                "print(*[n for n in z.namelist()])\n"
                                                                "print(*[z.read(n).decode() for n in z.namelist() if "
                                                                "'sheets/' in n or n.endswith('workbook.xml')])"),
                                                 path});
        QVERIFY(xml.contains("name=\"pairs\"") && xml.contains("name=\"summary\"") && xml.contains("name=\"run\""));
        QVERIFY(!xml.contains("<f>") && !xml.contains("hyperlink"));
        QVERIFY(xml.contains("state=\"frozen\""));
    }

    void filesThatHoldMoreThanOneTableSayMore() {
        const auto report = awkwardReport();  // a line passes through the zone
        QVERIFY(layers::writeCheckOutputs(report, {at("more.gpkg"), at("more.json")}, gis::Overwrite::No).has_value());
        const auto passages = gis::readLayer(gis::SourceName{at("more.gpkg"), "passages"});
        QVERIFY(passages.has_value());
        QCOMPARE(passages->table.size(), 1U);
        QVERIFY(passages->table.at(0).geometry() == gis::Geometry::point({5, 5}));
        const int chainage = passages->table.schema().indexOf("chainage_m");
        QCOMPARE(std::get<double>(passages->table.at(0).attribute(chainage)), 10.0);
        const auto json = nlohmann::json::parse(bytesOf(m_folder.filePath(QStringLiteral("more.json"))).toStdString());
        QCOMPARE(json.at("run").at("run_id").get<std::string>(), report.run.id);
        QCOMPARE(json.at("layers").at(0).at("content_hash").get<std::string>(), report.layers.at(0).hash);
        QCOMPARE(json.at("totals").size(), 1U);
        QCOMPARE(json.at("totals").at(0).at("gross_area_m2").get<double>(), 150.0);
        QVERIFY(json.at("areas").is_array() && json.at("repairs").is_array());
        for (const auto& row : json.at("findings")) {
            if (row.at("length_m").is_null()) continue;
            QCOMPARE(row.at("passages").size(), 1U);
            QCOMPARE(row.at("stretches").at(0).at("from_m").get<double>(), 10.0);
        }
    }

    void outputsAreByteEqualAtAGivenDate() {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        for (const char* ending : {"csv", "json", "xlsx", "gpkg"}) {
            const std::string one = at("one.") + ending;
            const std::string two = at("two.") + ending;
            QVERIFY(layers::writeCheckOutputs(checked(awkwardJob(), 1), {one}, gis::Overwrite::No).has_value());
            QTest::qSleep(ending[0] == 'x' ? 1100 : 0);
            QVERIFY(layers::writeCheckOutputs(checked(awkwardJob(), 2), {two}, gis::Overwrite::No).has_value());
            QVERIFY2(bytesOf(QString::fromStdString(one)) == bytesOf(QString::fromStdString(two)), ending);
        }
        qunsetenv("SOURCE_DATE_EPOCH");
    }

    void whatCannotBeWrittenIsSaid() {
        const auto code = [](const std::vector<std::string>& paths, const std::vector<std::string>& inputs,
                             gis::Overwrite overwrite) {
            const auto possible = layers::checkOutputsPossible(paths, inputs, overwrite);
            return possible ? gis::ErrorCode::Internal : possible.error().code;
        };
        QCOMPARE(code({at("x.docx")}, {}, gis::Overwrite::No), gis::ErrorCode::UnsupportedFormat);
        QCOMPARE(code({at("noending")}, {}, gis::Overwrite::No), gis::ErrorCode::UnsupportedFormat);
        QCOMPARE(code({at("x.csv"), at("x.csv")}, {}, gis::Overwrite::Yes), gis::ErrorCode::InvalidArgument);
        QCOMPARE(code({at("x.csv"), at("x.summary.csv")}, {}, gis::Overwrite::Yes), gis::ErrorCode::InvalidArgument);
        QVERIFY(gis::writeFile(at("there.gpkg"), "x", gis::Overwrite::No).has_value());
        std::filesystem::create_hard_link(at("there.gpkg"), at("alias.gpkg"));
        QCOMPARE(code({at("there.gpkg")}, {}, gis::Overwrite::No), gis::ErrorCode::AlreadyExists);
        QCOMPARE(code({at("alias.gpkg")}, {at("there.gpkg")}, gis::Overwrite::Yes), gis::ErrorCode::InvalidArgument);
        QCOMPARE(code({at("y.CSV"), at("y.json")}, {at("there.gpkg")}, gis::Overwrite::No), gis::ErrorCode::Internal);
    }

    void aFailureLeavesNoneOfTheOutputs() {
        QDir(m_folder.path()).mkpath(QStringLiteral("set"));
        const std::string good = at("set/good.csv");
        const std::string bad = at("set/missing/bad.json");
        const auto written = layers::writeCheckOutputs(awkwardReport(), {good, bad}, gis::Overwrite::No);
        QVERIFY(!written);
        QCOMPARE(written.error().code, gis::ErrorCode::Unwritable);
        QCOMPARE(written.error().subject.path, bad);
        const auto left = QDir(m_folder.filePath(QStringLiteral("set")))
                              .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
    }
};

QTEST_GUILESS_MAIN(TestCheckOutputs)
#include "test_check_outputs.moc"
