// SPDX-License-Identifier: Apache-2.0
// GCC 12 sees an overflow in its own std::string here (bug 105651's family); there is none.
#pragma GCC diagnostic ignored "-Warray-bounds"
#pragma GCC diagnostic ignored "-Wstringop-overflow"
#include <QtTest>

#include "gis/base/Resources.h"
#include "layers/document/CodePoints.h"
#include "layers/document/TextDecoder.h"
#include "layers/policy/DocumentImport.h"

namespace {

std::string dataFile(const std::string& name) { return std::string(TUCE_TEST_DATA) + "/policy/" + name; }

}  // namespace

class TestTextDecoder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void encodingsAreTold_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("encoding");
        QTest::newRow("UTF-8") << "notice.txt"
                               << "UTF-8";
        QTest::newRow("UTF-8 with mark") << "encoding_utf8_bom.txt"
                                         << "UTF-8";
        QTest::newRow("UTF-16 little") << "encoding_utf16le.txt"
                                       << "UTF-16LE";
        QTest::newRow("UTF-16 big") << "encoding_utf16be.txt"
                                    << "UTF-16BE";
        QTest::newRow("UTF-16 little with mark") << "encoding_utf16le_bom.txt"
                                                 << "UTF-16LE";
        QTest::newRow("UTF-16 big with mark") << "encoding_utf16be_bom.txt"
                                              << "UTF-16BE";
        QTest::newRow("GB18030") << "encoding_gb18030.txt"
                                 << "GB18030";
    }
    void encodingsAreTold() {
        QFETCH(QString, file);
        QFETCH(QString, encoding);
        const auto plain = gis::readFile(dataFile("notice.txt"));
        const auto bytes = gis::readFile(dataFile(file.toStdString()));
        QVERIFY(plain && bytes);
        const auto decoded = layers::decodeText(*bytes);
        QVERIFY(decoded);
        QCOMPARE(QString::fromStdString(decoded->encoding), encoding);
        QCOMPARE(decoded->text, *plain);
        QVERIFY(decoded->warnings.empty());
    }

    void oneDocumentInAnyEncodingGivesTheSameClauses() {
        const auto plain = layers::readDocument(dataFile("notice.txt"));
        QVERIFY(plain);
        for (const char* file : {"encoding_utf8_bom.txt", "encoding_utf16le.txt", "encoding_gb18030.txt"}) {
            const auto other = layers::readDocument(dataFile(file));
            QVERIFY(other);
            QVERIFY(other->document.clauses == plain->document.clauses);
            QCOMPARE(other->document.textSha256, plain->document.textSha256);
        }
    }

    void traditionalTextIsBig5() {
        // 為了規範本縣的工作 … in Big5, made with iconv
        const std::string bytes = QByteArray::fromHex(
                                      "ac b0 a4 46 b3 57 bd 64 a5 bb bf a4 aa ba a4 75 a7 40 a1 41 a7 da "
                                      "ad cc b3 6f a8 c7 a4 48 a8 d3 a8 ec b3 6f b8 cc a1 43")
                                      .toStdString();
        const auto decoded = layers::decodeText(bytes);
        QVERIFY(decoded);
        QCOMPARE(decoded->encoding, std::string("Big5"));
        QCOMPARE(decoded->text, std::string("為了規範本縣的工作，我們這些人來到這裡。"));
    }

    void shortGbkTextIsRecognised() {
        const std::string bytes = QByteArray::fromHex("d2bba1a2d7dccce5d2aac7f3").toStdString();
        const auto decoded = layers::decodeText(bytes);
        QVERIFY(decoded);
        QCOMPARE(decoded->text, std::string("一、总体要求"));
    }

    void namedEncodingOverrides() {
        const auto decoded = layers::decodeText("caf\xE9", "ISO-8859-1");
        QVERIFY(decoded);
        QCOMPARE(decoded->text, std::string("café"));
        const auto unknown = layers::decodeText("x", "KLINGON");
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, gis::ErrorCode::InvalidArgument);
    }

    void cutOffCharacterIsReplacedAndTold() {
        const auto plain = gis::readFile(dataFile("notice.txt"));
        QVERIFY(plain);
        const auto decoded = layers::decodeText(std::string(*plain).append("\xE4\xB8"));
        QVERIFY(decoded);
        QCOMPARE(decoded->encoding, std::string("UTF-8"));
        QCOMPARE(decoded->warnings.size(), std::size_t{1});
        QCOMPARE(decoded->warnings[0].kind, std::string("damaged_bytes"));
    }

    void noiseIsRefused() {
        std::string noise;
        unsigned state = 7;
        for (int i = 0; i < 4000; ++i) noise += static_cast<char>((state = state * 1103515245U + 12345U) >> 20U);
        const auto decoded = layers::decodeText(noise, {}, "noise.txt");
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, gis::ErrorCode::InvalidData);
        QVERIFY(gis::describe(decoded.error()).find("noise.txt") != std::string::npos);
    }

    void emptyFileIsAnEmptyText() {
        const auto decoded = layers::decodeText({});
        QVERIFY(decoded);
        QVERIFY(decoded->text.empty());
    }

    void codePointsGoThereAndBack() {
        const std::string text = "a\xC2\xA0万\xF0\xA0\xAE\xB7";
        QCOMPARE(layers::toCodePoints(text).size(), std::size_t{4});
        QCOMPARE(layers::toUtf8(layers::toCodePoints(text)), text);
        QCOMPARE(layers::toUtf8(layers::toCodePoints("\xC0\xAF\xED\xA0\x80")).find('/'), std::string::npos);
    }

    void formatsThatAreNotWrittenYet() {
        const auto read = layers::readDocument("/nowhere/plan.WPS");
        QVERIFY(!read);
        QCOMPARE(read.error().code, gis::ErrorCode::UnsupportedFormat);
        QVERIFY(gis::describe(read.error()).find("cannot read .wps; available: .txt, .md, .html") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestTextDecoder)
#include "test_text_decoder.moc"
