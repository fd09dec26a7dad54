// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "layers/policy/ClauseSearch.h"
#include "layers/policy/PinyinReading.h"

namespace {

class TestClauseSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("hit");
        const auto row = [](const char* words, bool hit) { QTest::newRow(words) << QString::fromUtf8(words) << hit; };
        row("开州", true);        // two characters
        row("轴", true);          // and one
        row("布局 开州", true);   // both, in any order
        row("开州　布局", true);  // apart by an ideographic space
        row("开州 成都", false);  // each must be there
        row("(五)", true);        // by number
        row("g60", true);         // letters in either case
        row("三地", true);        // the summary
        row("达州市", true);      // a place of the index
        row("（五）", true);      // as a Chinese keyboard writes it
        row("州开", false);
        row("支点", true);    // a line breaks it
        row("六走廊", true);  // a page does, with an indent
        row("支廊", false);
        row("沿岸", true);   // with the page's number between
        row("沿线", false);  // a number alone is no page
        row("cj", true);     // a place by the initials of its pinyin
        row("changjiang", true);
        row("chongq", true);  // 重 has its rarer reading in this name
        row("zhongqing", false);
        row("zj", false);
        row("bswhlv", true);  // ü as v and as u
        row("bswhlu", true);
        row("c", false);  // one letter is no name
        row("cj 开州", true);
        row("cj 成都", false);
        row("onetwo", false);  // words of letters are not put together
        row("", true);
        row("   ", true);
    }
    void finds() {
        QFETCH(QString, words);
        QFETCH(bool, hit);
        layers::Clause clause;
        clause.number = "(五)";
        clause.heading = "区域发展布局";
        clause.text = "沿G60走廊，以开州为支\n点，构建一轴。one two 六走\r\n\r\n　　廊。沿\n\n  — 3 —  \n岸，沿\n3\n线";
        clause.summary = "三地怎样摆布";
        clause.places = {"达州市", "长江", "重庆市", "巴蜀文化旅游走廊"};
        const auto names = layers::shippedGazetteer();
        QVERIFY(names);
        QCOMPARE(layers::ClauseSearch(words.toStdString(), *names).matches(clause), hit);
    }

    void everyNameHasAReading() {
        const auto names = layers::shippedGazetteer();
        QVERIFY(names);
        for (const layers::PlaceEntry& entry : names->entries()) {
            QVERIFY2(!entry.pinyin.empty(), entry.name.c_str());
            // A syllable for each Chinese character of the name.
            const QString name = QString::fromStdString(entry.name);
            qsizetype characters = 0;
            for (const QChar c : name) characters += c.script() == QChar::Script_Han ? 1 : 0;
            const QStringList syllables = QString::fromStdString(entry.pinyin.front()).split(u' ');
            const auto spoken = std::count_if(syllables.begin(), syllables.end(), [](const QString& one) {
                return !one.contains(QRegularExpression(QStringLiteral("[0-9]"))) && one != u"lng";
            });
            QVERIFY2(spoken == characters, entry.name.c_str());
        }
    }

    void readingsFit_data() {
        QTest::addColumn<QString>("letters");
        QTest::addColumn<int>("fit");
        const auto row = [](const char* letters, layers::ReadingFit fit) {
            QTest::newRow(letters) << QString::fromLatin1(letters) << int(fit);
        };
        for (const char* whole : {"cqjb", "chongqingjiangbei", "cqjiangb", "chqjb", "CQJB", "cqjiangbei"})
            row(whole, layers::ReadingFit::Whole);
        for (const char* begins : {"cq", "chong", "cho", "chongqing", "cqj"}) row(begins, layers::ReadingFit::Begins);
        for (const char* inside : {"jiangbei", "jiangb", "qing", "bei"}) row(inside, layers::ReadingFit::Inside);
        for (const char* none : {"c", "jb", "jian", "qb", "cqjbx", "chongbei", "cq jb", "重庆", ""})
            row(none, layers::ReadingFit::None);
    }
    void readingsFit() {
        QFETCH(QString, letters);
        QFETCH(int, fit);
        QCOMPARE(int(layers::readingFit(letters.toStdString(), "chóng qìng jiāng běi")), fit);
    }

    // Letters without end are typed by nobody, and must not cost time without end.
    void manyLettersEnd() {
        QCOMPARE(layers::readingFit(std::string(5000, 'a'), std::string(5000, 'a')), layers::ReadingFit::None);
    }
};

}  // namespace

QTEST_APPLESS_MAIN(TestClauseSearch)
#include "test_clause_search.moc"
