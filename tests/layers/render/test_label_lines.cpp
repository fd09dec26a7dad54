// SPDX-License-Identifier: Apache-2.0
#include <QGuiApplication>
#include <QPainter>
#include <QtTest>

#include "layers/render/LabelCandidate.h"

using namespace layers;

class TestLabelLines : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endBetweenWords_data();
    void endBetweenWords();
    void asManyAsTheRoomAsks();
    void marksStandWhereTheyMay();
    void theRulerMeasuresAsTheFont();
    void everyLetterHasAFont();
};

void TestLabelLines::endBetweenWords_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char* name, const QString& text, const QString& lines) {
        QTest::newRow(name) << text << lines.split(u'|');
    };
    row("two words", QStringLiteral("parcel 942"), QStringLiteral("parcel|942"));
    row("a word ends at its hyphen", QStringLiteral("Sichuan-basin"), QStringLiteral("Sichuan-|basin"));
    row("no place to tear", QStringLiteral("Chongqing"), QStringLiteral("Chongqing"));
    row("Chinese in halves", QStringLiteral("万达开统筹发展"), QStringLiteral("万达开统|筹发展"));
    row("no mark begins a line", QStringLiteral("成渝地区、双城"), QStringLiteral("成渝地区、|双城"));
}

void TestLabelLines::endBetweenWords() {
    QFETCH(QString, text);
    QFETCH(QStringList, lines);
    LabelStyle label;
    LabelRequest request;
    request.text = text;
    request.style = textStyleOf(label);
    request.shape.dimension = 2;
    const double width = 0.7 * textWidth(text, request.style);  // room for more than half of it
    request.shape.parts = {{QPolygonF(QRectF(0, 0, width / 0.95, 40))}};
    TextRuler ruler;
    const LabelOffer offer = offerInside(request, ruler);
    QVERIFY(!offer.places.empty() || lines.size() == 1);
    QStringList found;
    for (const auto& line : offer.block.lines) found << line.first;
    QCOMPARE(found, lines);
}

void TestLabelLines::asManyAsTheRoomAsks() {
    const QString text = QStringLiteral("成渝地区双城经济圈建设规划纲要");
    LabelRequest request;
    request.text = text;
    request.style = textStyleOf(LabelStyle{});
    TextRuler ruler;
    const double width = textWidth(text, request.style);
    QCOMPARE(linesFor(request, width * 1.01, ruler).size(), 1);
    QCOMPARE(linesFor(request, width * 0.6, ruler).size(), 2);
    QCOMPARE(linesFor(request, width * 0.35, ruler).size(), 3);
    for (const double share : {0.6, 0.35}) QCOMPARE(linesFor(request, width * share, ruler).join(QString()), text);
    request.lineLetters = 5;
    QCOMPARE(linesFor(request, 1e9, ruler).join(u'|'), QStringLiteral("成渝地区双|城经济圈建|设规划纲要"));
    request.lineLetters = 100;
    QCOMPARE(linesFor(request, 1e9, ruler).size(), 1);
}

/// 避头尾: wherever a name is broken, no closing mark begins a line and no opening one ends it.
void TestLabelLines::marksStandWhereTheyMay() {
    const QString closing = QStringLiteral("、,。;:?!)】》”’"), opening = QStringLiteral("(【《“‘");
    for (const QString& text :
         {QStringLiteral("万州、开州(三峡库区)、达州"), QStringLiteral("“一区两群”,协调发展"),
          QStringLiteral("川渝高竹新区(含《方案》所称先行区)"), QStringLiteral("甲、乙、丙、丁、戊、己、庚")})
        for (int lines = 2; lines <= 6; ++lines) {
            const QStringList broken = inLines(text, lines);
            QCOMPARE(broken.join(QString()), text);
            for (qsizetype i = 0; i < broken.size(); ++i) {
                QVERIFY2(!broken[i].isEmpty(), qPrintable(text));
                if (i > 0) QVERIFY2(!closing.contains(broken[i].front()), qPrintable(broken.join(u'|')));
                if (i + 1 < broken.size()) QVERIFY2(!opening.contains(broken[i].back()), qPrintable(broken.join(u'|')));
            }
        }
}

/// The ruler remembers; what it says is what the font says.
void TestLabelLines::theRulerMeasuresAsTheFont() {
    TextRuler ruler;
    TextStyle style{4.2};
    for (const bool bold : {false, true})
        for (const double spacing : {0.0, 0.4})
            for (const QString& text :
                 {QStringLiteral("重庆"), QStringLiteral("AV To Wa"), QStringLiteral("成都(天府)、A1"),
                  QStringLiteral("𠀋川"), QString(), QStringLiteral("国国国国")}) {
                style.bold = bold;
                style.letterSpacing = spacing;
                for (int again = 0; again < 2; ++again)
                    QVERIFY2(std::abs(ruler.width(text, style) - textWidth(text, style)) < 1e-9, qPrintable(text));
            }
}

/// Letters that the map's font lacks come from others of the chain: none has no width, none is an empty box.
void TestLabelLines::everyLetterHasAFont() {
    const QString text = QStringLiteral("渝Ж𠀋Ωé한あ①");
    TextRuler ruler;
    const TextStyle style{5};
    const auto picture = [&](const QString& letter) {
        QImage image(60, 60, QImage::Format_Grayscale8);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(8, 8);
        paintText(painter, letter, style, {1, 6});
        return image;
    };
    const QImage nothing = picture(QString(QChar(0xe123)));  // of private use: no font has it
    for (const QString& letter : lettersOf(text)) {
        QVERIFY2(ruler.letterWidth(letter, style) > 0.3, qPrintable(letter));
        QVERIFY2(picture(letter) != nothing, qPrintable(letter));
    }
}

QTEST_MAIN(TestLabelLines)
#include "test_label_lines.moc"
