// SPDX-License-Identifier: Apache-2.0
// Numbers as automatic numbering prints them.
#include <QtTest>

#include "layers/document/NumberText.h"
#include "layers/document/SymbolSigns.h"

using layers::numberStyleOfSample;
using layers::numberStyleOfWord;
using layers::numberText;

class TestNumberText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordFormats_data() {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<int>("number");
        QTest::addColumn<QByteArray>("printed");
        const auto row = [](const char* format, int number, const char* printed) {
            QTest::addRow("%s %d", format, number) << QByteArray(format) << number << QByteArray(printed);
        };
        row("decimal", 12, "12");
        row("decimalZero", 7, "07");
        row("decimalFullWidth", 12, "１２");
        row("chineseCounting", 3, "三");
        row("chineseCounting", 10, "十");
        row("chineseCounting", 11, "十一");
        row("chineseCounting", 20, "二十");
        row("chineseCounting", 26, "二十六");
        row("chineseCounting", 110, "一百一十");
        row("chineseCountingThousand", 101, "一百零一");
        row("chineseCountingThousand", 123, "一百二十三");
        row("chineseCountingThousand", 1005, "一千零五");
        row("japaneseCounting", 12, "十二");
        row("japaneseCounting", 101, "百一");
        row("ideographDigital", 10, "一〇");
        row("ideographDigital", 26, "二六");
        row("chineseLegalSimplified", 23, "贰拾叁");
        row("ideographTraditional", 3, "丙");
        row("ideographTraditional", 11, "11");
        row("ideographZodiac", 12, "亥");
        row("decimalEnclosedCircle", 1, "①");
        row("decimalEnclosedCircle", 20, "⑳");
        row("decimalEnclosedCircle", 21, "㉑");
        row("decimalEnclosedCircleChinese", 36, "㊱");
        row("decimalEnclosedCircle", 51, "51");
        row("decimalEnclosedParen", 2, "⑵");
        row("decimalEnclosedFullstop", 2, "⒉");
        row("lowerLetter", 1, "a");
        row("lowerLetter", 27, "aa");
        row("upperLetter", 28, "BB");
        row("lowerRoman", 4, "iv");
        row("upperRoman", 1999, "MCMXCIX");
        row("ordinal", 11, "11th");
        row("ordinal", 22, "22nd");
        row("none", 5, "");
        row("unheardOf", 5, "5");
        row("lowerRoman", 0, "0");
        row("chineseCounting", -3, "-3");
    }
    void wordFormats() {
        QFETCH(QByteArray, format);
        QFETCH(int, number);
        QFETCH(QByteArray, printed);
        QCOMPARE(QByteArray::fromStdString(numberText(numberStyleOfWord(format.toStdString()), number)), printed);
    }

    void openDocumentFormats() {
        QCOMPARE(numberText(numberStyleOfSample("一, 二, 三, ..."), 12), std::string("十二"));
        QCOMPARE(numberText(numberStyleOfSample("①, ②, ③, ..."), 3), std::string("③"));
        QCOMPARE(numberText(numberStyleOfSample("i"), 9), std::string("ix"));
        QCOMPARE(numberText(numberStyleOfSample(""), 9), std::string());
    }

    void symbolFonts() {
        QCOMPARE(layers::symbolSign("Wingdings", 0xF0FC), U'✓');
        QCOMPARE(layers::symbolSign("Symbol", 0xF061), U'α');
        QCOMPARE(layers::symbolSign("Symbol", 0xF0B3), U'≥');
        QCOMPARE(layers::symbolSign("Webdings", 0xF021), U'\0');
        QCOMPARE(layers::symbolSign("SimSun", U'①'), U'①');
    }
};

QTEST_GUILESS_MAIN(TestNumberText)
#include "test_number_text.moc"
