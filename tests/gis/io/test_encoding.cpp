// SPDX-License-Identifier: Apache-2.0
// Which encoding the table of a Shapefile is in. The files are made here: written in ASCII, then patched by bytes.
#include <QTemporaryDir>
#include <QtTest>

#include "gis/io/TextEncoding.h"
#include "gis/io/VectorFile.h"
#include "tests/support/GisFixtures.h"

using support::fileBytes;
using support::putBytes;

namespace {

const QByteArray gbkChongqing("\xD6\xD8\xC7\xEC");  // 重庆
const std::string chongqing = "重庆";

}  // namespace

class TestEncoding : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString at(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    /// A Shapefile of two points whose first text is `bytes`; `mark` is the content of the .cpg, null for none.
    void make(const QByteArray& bytes, unsigned char language, const char* mark) const {
        const gis::Schema schema({{"name", gis::FieldType::Text, 0}});
        const std::string holder(static_cast<std::size_t>(bytes.size()), 'Q');
        const gis::FeatureTable table(
            schema, gis::CoordinateReferenceSystem::cgcs2000(),
            {gis::Feature(gis::FeatureId{0}, gis::Geometry::point({106, 29}), {holder}),
             gis::Feature(gis::FeatureId{1}, gis::Geometry::point({107, 30}), {std::string("plain")})});
        QVERIFY(gis::writeLayers(at("t.shp").toStdString(), {{"t", table, {}}}, gis::Overwrite::Yes));
        QByteArray dbf = fileBytes(at("t.dbf"));
        dbf[29] = static_cast<char>(language);
        QVERIFY(dbf.contains(QByteArray::fromStdString(holder)));
        dbf.replace(QByteArray::fromStdString(holder), bytes);
        QVERIFY(putBytes(at("t.dbf"), dbf));
        QFile::remove(at("t.cpg"));
        if (mark != nullptr) QVERIFY(putBytes(at("t.cpg"), mark));
    }

private Q_SLOTS:
    void decision_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("language");
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QString>("wished");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("warnings");
        const QByteArray utf8 = QByteArray::fromStdString(chongqing);
        const auto row = [](const char* name, const QByteArray& bytes, int language, const char* mark,
                            const char* wished, const char* encoding, const char* reason, const QString& text,
                            const char* warnings) {
            QTest::newRow(name) << bytes << language << QString::fromLatin1(mark) << QString::fromLatin1(wished)
                                << QString::fromLatin1(encoding) << QString::fromLatin1(reason) << text
                                << QString::fromLatin1(warnings);
        };
        const QString cq = QString::fromStdString(chongqing);
        row("GBK, language byte 4D", gbkChongqing, 0x4D, "", "", "GBK", "ldid", cq, "");
        row("GBK, cpg", gbkChongqing, 0x00, "GBK", "", "GBK", "cpg", cq, "");
        row("GBK, cpg as a number", gbkChongqing, 0x00, "936\r\n", "", "GBK", "cpg", cq, "");
        row("GBK under language byte 57", gbkChongqing, 0x57, "", "", "GBK", "detected", cq, "");
        row("GBK under language byte 00", gbkChongqing, 0x00, "", "", "GBK", "detected", cq, "");
        row("UTF-8, cpg", utf8, 0x00, "UTF-8", "", "UTF-8", "cpg", cq, "");
        row("UTF-8 under language byte 57", utf8, 0x57, "", "", "UTF-8", "detected", cq, "");
        row("UTF-8, no mark", utf8, 0x00, "", "", "UTF-8", "detected", cq, "");
        row("plain letters, no mark", "plain", 0x57, "", "", "UTF-8", "default", QStringLiteral("plain"), "");
        row("option wins", gbkChongqing, 0x00, "UTF-8", "GBK", "GBK", "open option", cq, "");
        row("option GB18030", gbkChongqing, 0x57, "", "GB18030", "GB18030", "open option", cq, "");
        row("marks contradict: cpg wins and it is said", utf8, 0x4D, "UTF-8", "", "UTF-8", "cpg", cq,
            "encoding_conflict");
        row("marks agree", gbkChongqing, 0x4D, "GBK", "", "GBK", "cpg", cq, "");
        row("cpg is wrong: it is said", gbkChongqing, 0x00, "UTF-8", "", "UTF-8", "cpg", QString(), "broken_text");
        row("cpg is nonsense", gbkChongqing, 0x4D, "BANANA", "", "GBK", "ldid", cq, "");
        row("rare character of four bytes", QByteArray("\x95\x32\x82\x36"), 0x57, "", "", "GBK", "detected",
            QStringLiteral("𠀀"), "");
    }
    void decision() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, language);
        QFETCH(QString, mark);
        QFETCH(QString, wished);
        QFETCH(QString, text);
        make(bytes, static_cast<unsigned char>(language), mark.isEmpty() ? nullptr : mark.toLatin1().constData());
        gis::ReadOptions options;
        options.encoding = wished.toStdString();
        const auto read = gis::readLayer({at("t.shp").toStdString(), {}}, options);
        QVERIFY2(read, read ? "" : gis::describe(read.error()).c_str());
        QTEST(QString::fromStdString(read->info.encoding), "encoding");
        QTEST(QString::fromStdString(read->info.encodingReason), "reason");
        if (!text.isNull()) QCOMPARE(QString::fromStdString(gis::toText(read->table.at(0).attribute(0))), text);
        QStringList kinds;
        for (const auto& warning : read->warnings) kinds << QString::fromStdString(warning.kind);
        QTEST(kinds.join(u' '), "warnings");
        QCOMPARE(gis::toText(read->table.at(1).attribute(0)), std::string("plain"));
    }
    void unknownOptionIsWrongUse() {
        make("plain", 0, nullptr);
        gis::ReadOptions options;
        options.encoding = "KLINGON";
        QCOMPARE(gis::readLayer({at("t.shp").toStdString(), {}}, options).error().code,
                 gis::ErrorCode::InvalidArgument);
    }
    void csvInGbk() {
        QVERIFY(putBytes(at("t.csv"), "name,x,y\n" + gbkChongqing + ",106,29\n"));
        const auto read = gis::readLayer({at("t.csv").toStdString(), {}});
        QCOMPARE(read->info.encoding, std::string("GBK"));
        QCOMPARE(gis::toText(read->table.at(0).attribute(0)), chongqing);
        QVERIFY(putBytes(at("u.csv"), "\xEF\xBB\xBFname,x,y\nplain,106,29\n"));
        const auto marked = gis::readLayer({at("u.csv").toStdString(), {}});
        QCOMPARE(marked->info.encodingReason, std::string("detected"));
        QCOMPARE(marked->info.schema.fields().front().name, std::string("name"));
    }

    void utf8_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("whole");
        QTest::newRow("plain") << QByteArray("abc") << true;
        QTest::newRow("Chinese") << QByteArray("重庆") << true;
        QTest::newRow("four bytes") << QByteArray("\xF0\xA0\x80\x80") << true;
        QTest::newRow("cut") << QByteArray("\xE9\x87") << false;
        QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << false;
        QTest::newRow("overlong in three") << QByteArray("\xE0\x80\xAF") << false;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
        QTest::newRow("above U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << false;
        QTest::newRow("GBK") << gbkChongqing << false;
    }
    void utf8() {
        QFETCH(QByteArray, bytes);
        QTEST(gis::isUtf8({bytes.constData(), static_cast<std::size_t>(bytes.size())}), "whole");
    }
    void decoderDropsACutCharacter() {
        const auto gbk = gis::TextDecoder::make("GBK").value();
        bool broken = false;
        QCOMPARE(gbk.decode("\xD6\xD8\xC7", broken), std::string("重"));
        QVERIFY(!broken);
        const auto utf8 = gis::TextDecoder::make("UTF-8").value();
        QCOMPARE(utf8.decode("重\xE5\xBA", broken), std::string("重"));
        QVERIFY(!broken);
        QVERIFY(utf8.decode("a\xFF"
                            "b",
                            broken)
                    .find("\xEF\xBF\xBD") != std::string::npos);
        QVERIFY(broken);
    }
};

QTEST_GUILESS_MAIN(TestEncoding)
#include "test_encoding.moc"
