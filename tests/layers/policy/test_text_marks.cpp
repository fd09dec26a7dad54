// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "layers/document/CodePoints.h"
#include "layers/policy/TextMarks.h"

namespace {

using layers::TextMarkKind;

class TestTextMarks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        auto gazetteer = layers::shippedGazetteer();
        auto words = layers::shippedFigureWords();
        QVERIFY(gazetteer && words);
        m_gazetteer = std::move(*gazetteer);
        m_words = std::move(*words);
    }

    void marksOfAClause() {
        QCOMPARE(told("到2025年，万州区沿长江建设120公里生态廊道（责任单位：市林业局、开州区人民政府）。"),
                 QStringLiteral("date 2025年=2025 | place 万州区=万州区 | carrier 沿长江=长江 | figure 120公里= | "
                                "body 市林业局=市林业局 | body 开州区人民政府=开州区人民政府"));
    }

    void falsePlacesAreNotMarked() { QCOMPARE(told("畅通川渝，推进合作"), QStringLiteral("place 川渝=川渝")); }

    void marksNeverOverlap() {
        const std::string text = "2021—2025年万州区人民政府牵头，重庆市、四川省、成渝高铁、2.41万平方公里";
        std::size_t end = 0;
        for (const auto& mark : layers::marksIn(text, m_gazetteer, m_words)) {
            QVERIFY(mark.start >= end && mark.end > mark.start);
            end = mark.end;
        }
        QVERIFY(end > 0 && end <= layers::toCodePoints(text).size());
        QVERIFY(layers::marksIn({}, m_gazetteer, m_words).empty());
    }

private:
    QString told(const std::string& text) const {
        QStringList all;
        const auto points = layers::toCodePoints(text);
        for (const auto& mark : layers::marksIn(text, m_gazetteer, m_words)) {
            const char* kinds[] = {"place", "carrier", "figure", "date", "body"};
            all << QStringLiteral("%1 %2=%3")
                       .arg(QLatin1String(kinds[static_cast<int>(mark.kind)]),
                            QString::fromStdString(
                                layers::toUtf8(std::u32string_view(points).substr(mark.start, mark.end - mark.start))),
                            QString::fromStdString(mark.name));
        }
        return all.join(QStringLiteral(" | "));
    }
    layers::Gazetteer m_gazetteer;
    layers::FigureWords m_words;
};

}  // namespace

QTEST_APPLESS_MAIN(TestTextMarks)
#include "test_text_marks.moc"
