// SPDX-License-Identifier: Apache-2.0
// Shapefiles for others: GBK and UTF-8, what they cannot hold is named, all parts together or none.
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "gis/io/TextEncoder.h"
#include "gis/io/VectorFile.h"
#include "tests/support/GisFixtures.h"

using support::fileBytes;
using support::folderState;
using support::putBytes;

namespace {

const std::string redLine = "生态保护红线";
const std::string rare = "𬇙水";  // U+2C1D9, which GBK does not hold

gis::FeatureTable named(const std::vector<std::string>& names) {
    std::vector<gis::Feature> features;
    for (const std::string& name : names) {
        const auto id = static_cast<std::int64_t>(features.size()) + 1;
        features.emplace_back(gis::FeatureId{id}, support::square(100 + static_cast<double>(id), 30, 0.5),
                              std::vector<gis::Value>{name, id * 10});
    }
    return {gis::Schema({{"红线名称", gis::FieldType::Text, 0}, {"面积", gis::FieldType::Integer, 0}}),
            gis::CoordinateReferenceSystem::cgcs2000(), std::move(features)};
}

std::vector<std::string> kindsOf(const gis::Warnings& warnings) {
    std::vector<std::string> kinds;
    for (const gis::Warning& warning : warnings) kinds.push_back(warning.kind);
    return kinds;
}

}  // namespace

class TestTableExport : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    static gis::Result<gis::Warnings> write(const QString& path, const gis::FeatureTable& table, const char* encoding,
                                            bool cuts = true, gis::Overwrite overwrite = gis::Overwrite::No) {
        return gis::exportLayers(path.toStdString(), {{"layer", table, {}}}, overwrite, {encoding, cuts});
    }
    static QString ogrinfo(const QString& path) {
        QProcess process;
        process.start(QStringLiteral("ogrinfo"), {QStringLiteral("-al"), QStringLiteral("-geom=NO"), path});
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    }

private Q_SLOTS:
    void bothEncodingsComeBack_data() {
        QTest::addColumn<QByteArray>("encoding");
        QTest::newRow("GBK") << QByteArray("GBK");
        QTest::newRow("UTF-8") << QByteArray("UTF-8");
    }
    void bothEncodingsComeBack() {
        QFETCH(QByteArray, encoding);
        const QString file = path((encoding + ".shp").constData());
        const auto written = write(file, named({redLine, "永久基本农田"}), encoding.constData());
        QVERIFY(written);
        const bool gbk = encoding == "GBK";
        // Four letters are eight bytes of GBK, and twelve of UTF-8.
        QVERIFY(kindsOf(*written) == (gbk ? std::vector<std::string>{} : std::vector<std::string>{"name_cut"}));
        const auto read = gis::readLayer({file.toStdString(), {}});
        QVERIFY(read);
        QCOMPARE(read->info.encoding, encoding.toStdString());
        QCOMPARE(read->info.encodingReason, std::string("cpg"));
        QVERIFY(read->warnings.empty());
        QCOMPARE(read->table.schema().fields()[0].name, std::string(gbk ? "红线名称" : "红线名"));
        QCOMPARE(gis::toText(read->table.at(0).attribute(0)), redLine);
        QCOMPARE(gis::toText(read->table.at(1).attribute(1)), std::string("20"));
        QVERIFY(read->table.crs() == gis::CoordinateReferenceSystem::cgcs2000());
        if (QStandardPaths::findExecutable(QStringLiteral("ogrinfo")).isEmpty()) QSKIP("no ogrinfo");
        const QString seen = ogrinfo(file);
        QVERIFY2(seen.contains(QString::fromStdString(redLine)), qPrintable(seen));
        QVERIFY(seen.contains(QString::fromUtf8(gbk ? "红线名称" : "红线名")));
    }
    void gbkIsFoundWithoutItsMarks() {
        const QString file = path("bare.shp");
        QVERIFY(write(file, named({redLine}), "GBK"));
        QCOMPARE(fileBytes(path("bare.cpg")), QByteArray("GBK"));
        QByteArray table = fileBytes(path("bare.dbf"));
        QCOMPARE(table[29], '\x4D');
        QVERIFY(QFile::remove(path("bare.cpg")));
        auto read = gis::readLayer({file.toStdString(), {}});
        QVERIFY(read);
        QCOMPARE(read->info.encodingReason, std::string("ldid"));
        QCOMPARE(gis::toText(read->table.at(0).attribute(0)), redLine);
        table[29] = 0;
        QVERIFY(putBytes(path("bare.dbf"), table));
        read = gis::readLayer({file.toStdString(), {}});
        QVERIFY(read);
        QCOMPARE(read->info.encodingReason, std::string("detected"));
        QCOMPARE(gis::toText(read->table.at(0).attribute(0)), redLine);
    }
    void whatIsLostIsNamed() {
        std::string longText;
        while (longText.size() < 600) longText += "占";
        const auto written = write(path("lossy.shp"), named({rare, redLine, longText}), "GBK");
        QVERIFY(written);
        QVERIFY((kindsOf(*written) == std::vector<std::string>{"text_cut", "text_lost"}));
        const std::string cut = gis::translated((*written)[0].text);
        const std::string lost = gis::translated((*written)[1].text);
        QVERIFY2(cut.find("红线名称") != std::string::npos && cut.find("features: 3") != std::string::npos,
                 cut.c_str());
        QVERIFY2(lost.find("𬇙") != std::string::npos && lost.find("features: 1") != std::string::npos, lost.c_str());
        const auto read = gis::readLayer({path("lossy.shp").toStdString(), {}});
        QVERIFY(read);
        QVERIFY(read->warnings.empty());  // no half character at the cut
        QCOMPARE(gis::toText(read->table.at(0).attribute(0)), std::string("?水"));
        QCOMPARE(gis::toText(read->table.at(2).attribute(0)), longText.substr(0, 127 * 3));
    }
    void longTextsAreRefusedUnlessTheyMayBeCut() {
        const auto answer = write(path("long.shp"), named({std::string(255, 'x')}), "UTF-8", false);
        QCOMPARE(answer.error().code, gis::ErrorCode::InvalidArgument);
        QVERIFY(!QFile::exists(path("long.shp")));
        // 100 letters are 300 bytes of UTF-8 and 200 of GBK.
        std::string letters;
        for (int i = 0; i < 100; ++i) letters += "占";
        QVERIFY(!write(path("long.shp"), named({letters}), "UTF-8", false));
        QVERIFY(write(path("long.shp"), named({letters}), "GBK", false));
    }
    void otherEncodingsAreNotWritten() {
        QCOMPARE(write(path("big5.shp"), named({redLine}), "Big5").error().code, gis::ErrorCode::InvalidArgument);
        QVERIFY(!QFile::exists(path("big5.shp")));
    }
    void numbersTooLongForAColumnAreTold() {
        const gis::FeatureTable table(gis::Schema({{"n", gis::FieldType::Real, 0}}),
                                      gis::CoordinateReferenceSystem::cgcs2000(),
                                      {gis::Feature(gis::FeatureId{1}, support::square(100, 30, 1), {1e200 / 3})});
        const auto written = write(path("number.shp"), table, "UTF-8");
        QVERIFY(written);
        const auto read = gis::readLayer({path("number.shp").toStdString(), {}});
        QVERIFY(read);
        const bool same = std::get<double>(read->table.at(0).attribute(0)) == 1e200 / 3;
        QVERIFY(same || !written->empty());
    }
    void allPartsOrNone() {
        const QString file = path("set.shp");
        QVERIFY(write(file, named({"a"}), "UTF-8"));
        const QByteArray shapes = fileBytes(file);
        const QByteArray table = fileBytes(path("set.dbf"));
        // A part that cannot be put in its place: a folder has its name.
        QVERIFY(QFile::remove(path("set.cpg")));
        QVERIFY(QDir().mkpath(path("set.cpg")));
        const auto before = folderState(m_folder.path());
        const auto answer = write(file, named({redLine, redLine}), "GBK", true, gis::Overwrite::Yes);
        QVERIFY(!answer);
        QCOMPARE(fileBytes(file), shapes);
        QCOMPARE(fileBytes(path("set.dbf")), table);
        QVERIFY(folderState(m_folder.path()) == before);
        QVERIFY(QDir().rmdir(path("set.cpg")));
        QVERIFY(write(file, named({redLine, redLine}), "GBK", true, gis::Overwrite::Yes));
        const auto read = gis::readLayer({file.toStdString(), {}});
        QVERIFY(read);
        QCOMPARE(read->table.size(), std::size_t{2});
    }
    void samplesShowBothReadings() {
        const QString file = path("sample.shp");
        QVERIFY(write(file, named({redLine}), "GBK"));
        const auto samples = gis::encodingSamples(file.toStdString(), {"UTF-8", "GB18030"});
        QCOMPARE(samples.size(), std::size_t{2});
        QVERIFY(samples[0].isBroken);
        QVERIFY(!samples[1].isBroken);
        QVERIFY2(samples[1].text.find(redLine) != std::string::npos, samples[1].text.c_str());
        QVERIFY(write(path("plain.shp"),
                      {gis::Schema({{"n", gis::FieldType::Text, 0}}),
                       gis::CoordinateReferenceSystem::cgcs2000(),
                       {gis::Feature(gis::FeatureId{1}, support::square(100, 30, 1), {"abc"})}},
                      "UTF-8"));
        QVERIFY(gis::encodingSamples(path("plain.shp").toStdString(), {"UTF-8"}).empty());
    }
    void geoJsonThatIsNotUtf8IsReadInItsEncoding() {
        const auto gbk = gis::TextEncoder::make("GBK");
        std::string lost;
        QByteArray head = "{'type':'FeatureCollection','features':[{'type':'Feature','properties':{'name':'";
        QByteArray tail = "'},'geometry':{'type':'Point','coordinates':[106.5,29.5]}}]}";
        for (QByteArray* part : {&head, &tail}) part->replace('\'', '"');
        const auto json = [&](const std::string& name) { return head + QByteArray::fromStdString(name) + tail; };
        // 乗 ends in a byte that is a backslash in ASCII.
        const std::string name = redLine + "乗";
        QVERIFY(putBytes(path("gbk.geojson"), json(gbk->encode(name, lost))));
        QVERIFY(lost.empty());
        for (const char* wished : {"", "GBK"}) {
            gis::ReadOptions options;
            options.encoding = wished;
            const auto read = gis::readLayer({path("gbk.geojson").toStdString(), {}}, options);
            QVERIFY(read);
            QCOMPARE(gis::toText(read->table.at(0).attribute(0)), name);
            QCOMPARE(read->info.encoding, std::string("GBK"));
            QCOMPARE(read->info.name, std::string("gbk"));
        }
        // One that is UTF-8 says its own encoding: the wish is refused by name.
        QVERIFY(putBytes(path("utf8.geojson"), json(name)));
        gis::ReadOptions options;
        options.encoding = "GBK";
        const auto read = gis::readLayer({path("utf8.geojson").toStdString(), {}}, options);
        QVERIFY(read);
        QCOMPARE(gis::toText(read->table.at(0).attribute(0)), name);
        QCOMPARE(read->info.encodingReason, std::string("format"));
        QCOMPARE(kindsOf(read->warnings), std::vector<std::string>{"encoding_conflict"});
        // Nor is one of several megabytes in one line, wherever a piece of it ends within a character.
        std::string longName;
        while (longName.size() < 3'000'000) longName += "x生态";
        QVERIFY(putBytes(path("long.geojson"), json(longName)));
        const auto longRead = gis::readLayer({path("long.geojson").toStdString(), {}}, {});
        QVERIFY(longRead);
        QCOMPARE(longRead->info.encodingReason, std::string("format"));
        QVERIFY(gis::toText(longRead->table.at(0).attribute(0)) == longName);
        options.encoding = "no such";
        QCOMPARE(gis::readLayer({path("utf8.geojson").toStdString(), {}}, options).error().code,
                 gis::ErrorCode::InvalidArgument);
    }
    void csvWithChineseHeadings() {
        const auto gbk = gis::TextEncoder::make("GBK");
        std::string lost;
        const std::string text = "名称,经度,纬度\n万州,108.4,30.8\n";
        for (const bool utf8 : {true, false}) {
            const QString file = path(utf8 ? "u.csv" : "g.csv");
            QVERIFY(putBytes(file, QByteArray::fromStdString(utf8 ? text : gbk->encode(text, lost))));
            const auto read = gis::readLayer({file.toStdString(), {}});
            QVERIFY2(read, read ? "" : gis::describe(read.error()).c_str());
            QCOMPARE(read->table.schema().fields()[0].name, std::string("名称"));
            QCOMPARE(gis::toText(read->table.at(0).attribute(0)), std::string("万州"));
            QVERIFY(read->table.at(0).geometry() == gis::Geometry::point({108.4, 30.8}));
        }
    }
};

QTEST_GUILESS_MAIN(TestTableExport)
#include "test_table_export.moc"
