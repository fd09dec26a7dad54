// SPDX-License-Identifier: Apache-2.0
#include <QGuiApplication>
#include <QtTest>

#include "layers/render/LabelCandidate.h"

using namespace layers;

class TestLabelLines : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endBetweenWords_data();
    void endBetweenWords();
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
    const auto candidates = candidatesInside(request);
    QVERIFY(!candidates.empty() || lines.size() == 1);
    for (const LabelCandidate& candidate : candidates) {
        QStringList found;
        for (const auto& line : candidate.label.lines) found << line.first;
        QCOMPARE(found, lines);
    }
}

QTEST_MAIN(TestLabelLines)
#include "test_label_lines.moc"
