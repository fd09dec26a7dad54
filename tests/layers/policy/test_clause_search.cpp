// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "layers/policy/ClauseSearch.h"

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
        row("", true);
        row("   ", true);
    }
    void finds() {
        QFETCH(QString, words);
        QFETCH(bool, hit);
        layers::Clause clause;
        clause.number = "(五)";
        clause.heading = "区域发展布局";
        clause.text = "沿G60走廊，以开州为支点，构建一轴。";
        clause.summary = "三地怎样摆布";
        clause.places = {"达州市"};
        QCOMPARE(layers::ClauseSearch(words.toStdString()).matches(clause), hit);
    }
};

}  // namespace

QTEST_APPLESS_MAIN(TestClauseSearch)
#include "test_clause_search.moc"
