// SPDX-License-Identifier: Apache-2.0
// Rows of numbers as offices print them: dates behind "1.", gaps, tables and tables of contents pasted as text.
#include <QtTest>

#include "layers/document/CodePoints.h"
#include "layers/policy/ClauseParser.h"

namespace {

layers::PolicyDocument parsed(const QString& text) {
    const auto document = layers::parseDocument(text.toStdString());
    return document ? *document : layers::PolicyDocument();
}

QString numbersOf(const layers::PolicyDocument& document) {
    QStringList numbers;
    for (const layers::Clause& clause : document.clauses) numbers << QString::fromStdString(clause.number);
    return numbers.join(u' ');
}

QString headingsOf(const layers::PolicyDocument& document) {
    QStringList headings;
    for (const layers::Clause& clause : document.clauses) headings << QString::fromStdString(clause.heading);
    return headings.join(u'|');
}

struct Case {
    const char* name;
    const char* text;
    const char* numbers;
};

void addRows(std::initializer_list<Case> cases) {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("numbers");
    for (const Case& row : cases)
        QTest::newRow(row.name) << QString::fromUtf8(row.text) << QString::fromUtf8(row.numbers);
}

void compareNumbers() {
    QFETCH(QString, text);
    QFETCH(QString, numbers);
    QCOMPARE(numbersOf(parsed(text)), numbers);
}

}  // namespace

class TestClauseRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void digitsBehindThePoint_data() {
        addRows({
            {"months", "一、进度\n1.3月底前，摸清家底；\n2.6月底前，编出初稿；\n3.11月底前，报批。\n二、其他\n照办。\n",
             "一 1 2 3 二"},
            {"first months", "一、进度\n1.1月底前，摸清家底；\n2.2月底前，编出初稿。\n二、其他\n照办。\n", "一 1 2 二"},
            {"spans of months", "一、进度\n1.3—5月，摸清家底。\n2.6—9月，编出初稿。\n", "一 1 2"},
            {"years", "一、进度\n1．2027年开工；\n2．2028年完工。\n", "一 1 2"},
            {"counts", "一、试点\n1.4个村先行。\n2.9个村跟进。\n", "一 1 2"},
            {"months behind 、", "一、进度\n1、3月底前，摸清家底；\n2、6月底前，编出初稿。\n", "一 1 2"},
            {"single inside a list", "一、任务\n1.整理台账。\n2.300万元以上的项目入库。\n3.按季通报。\n", "一 1 2 3"},
            {"a letter behind", "一、任务\n1.整理台账\n2.5G基站选址\n3.按季通报\n", "一 1 2 3"},
            {"amount on a broken line", "一、任务\n1.新修河堤\n2.5公里，绿道一条。\n", "一 1"},
            {"amount before the list's own number", "一、任务\n1.修渠。\n2.种树。\n3.5万亩灌区受益。\n3.护岸。\n",
             "一 1 2 3"},
            {"amount behind a sentence", "一、任务\n新修河堤，全长\n1.5公里。\n", "一"},
            {"no second item", "一、任务\n抓紧办理。\n1.5公里河堤年内完工。\n", "一"},
            {"row of houses", "一、任务\n拆除沿街的\n1、2号楼。\n", "一"},
            {"levels",
             "1 范围\n本文件规定图幅。\n1.1 图幅\n分两种。\n1.1.1 大图\n甲。\n1.1.2 小图\n乙。\n2 术语\n无。\n",
             "1 1.1 1.1.1 1.1.2 2"},
            {"levels without blanks", "1.1图幅\n分两种。\n1.2比例\n不限。\n2.1术语\n无。\n", "1.1 1.2 2.1"},
        });
    }
    void digitsBehindThePoint() { compareNumbers(); }

    void tablesAsText_data() {
        addRows({
            {"tabs",
             "一、道路\n序号\t事项\t牵头\n1\t修桥\t交通局\n2\t补路\t城管局\n二、绿地\n（一）公园\n3.新建三处\n4."
             "修缮两处\n",
             "一 二 （一） 3 4"},
            {"bars", "一、道路\n序号 | 事项 | 牵头\n1 | 修桥 | 交通局\n二、绿地\n照办。\n", "一 二"},
            {"blanks", "一、道路\n序号 事项 牵头\n1 修桥 交通局\n2 补路 城管局\n（二）绿地\n照办。\n二、其他\n无。\n",
             "一 （二） 二"},
            {"groups of rows",
             "一、指标\n序号  指标  数值\n一、约束性\n1  耕地  20\n（二）预期性\n2  绿地  30\n二、其他\n照办。\n",
             "一 二"},
            {"rows with points", "一、道路\n序号 事项\n1.修桥\n2.补路\n二、绿地\n照办。\n", "一 二"},
            {"English rows",
             "1 Aims\nKeep it.\n2 Means\n2.1 Land\nBuy it.\nTable B-2 Works\n\nNo.  Work  Cost\n1  New weir  "
             "3.5\n2  Mill lane  0.8\n\n3 Ends\nNone.\n",
             "1 2 2.1 3"},
            {"Number of a house", "Chapter 1 Aims\nNo. 5  High Street\n(a) keep it;\n(b) paint it.\n",
             "Chapter 1 (a) (b)"},
        });
    }
    void tablesAsText() { compareNumbers(); }

    void contentsWithoutDots_data() {
        addRows({
            {"foreword between",
             "某镇规划\n目录\n一、现状\n（一）人口\n（二）产业\n二、目标\n正文\n为此，制定本规划。\n一、现状\n（一）人"
             "口\n"
             "三万人。\n（二）产业\n种茶。\n二、目标\n富民。\n",
             "一 （一） （二） 二"},
            {"colon and pages",
             "某镇规划\n目录：\n一、现状 1\n（一）人口 2\n二、目标 "
             "3\n本规划分三期实施。\n一、现状\n（一）人口。三万人。\n二、"
             "目标\n富民。\n",
             "一 （一） 二"},
            {"without title",
             "某镇规划\n第一章 现状\n第二章 目标\n第三章 附则\n\n为此，制定本规划。\n第一章 现状\n甲。\n第二章 "
             "目标\n乙。\n第三章 附则\n丙。\n",
             "第一章 第二章 第三章"},
            {"headings that come once", "某镇规划\n一、现状\n二、目标\n三、附则\n本规划自即日起实施。\n", "一 二 三"},
            {"two forms alike", "一、姓名\n二、住址\n三、电话\n乙方填写\n一、姓名\n二、住址\n三、电话\n",
             "一 二 三 一 二 三"},
            {"other words under the same numbers",
             "一、甲\n二、乙\n三、丙\n附件1：细则\n一、丁\n甲。\n二、戊\n乙。\n三、己\n丙。\n",
             "一 二 三 附件1 一 二 三"},
        });
    }
    void contentsWithoutDots() { compareNumbers(); }

    void listsThatGoOn_data() {
        addRows({
            {"and",
             "Chapter 1 Aims\nThe town shall:\n(a) plant trees;\n(b) clean drains; and\n(c) mend paths:\n(i) in the "
             "park, and\n(ii) at the quay.\n",
             "Chapter 1 (a) (b) (c) (i) (ii)"},
            {"以及", "一、原则\n（一）节约；\n（二）便民；以及\n（三）公开。\n", "一 （一） （二） （三）"},
            {"and before a reference",
             "Chapter 1 Aims\n(a) plant trees.\nIt acts under paragraphs (a) and\n(b) of the "
             "act.\n",
             "Chapter 1 (a)"},
            {"inline run keeps the lines",
             "一、答疑\n7.翻建\n能。1.原址的，到镇里办；2.另选的，先看规划。\n8.查询\n上网。\n", "一 7 8"},
            {"inline run behind a colon",
             "一、答疑\n1.翻建。分两种：1.原址的到镇里办；2.另选的看规划。\n2.查询。上网。\n", "一 1 2"},
            {"gap", "一、要求\n1.建账。\n2.检查。\n6.总结。\n7.上报。\n二、其他\n1.保密。\n5.归档。\n",
             "一 1 2 6 7 二 1 5"},
            {"late beginning", "一、任务\n6.办证。可以。\n7.查询。上网。\n8.投诉。电话。\n", "一 6 7 8"},
            {"late and alone", "一、任务\n6.办证。可以。\n", "一"},
            {"part inside a sentence",
             "二、问题\n（一）水土。中度的占三成，轻度的占四分之\n一、余下的占三成。\n三、对策\n按第\n"
             "二、三章办理。\n",
             "二 （一） 三"},
        });
    }
    void listsThatGoOn() { compareNumbers(); }

    void gapsAreWarnedOf() {
        const auto document = parsed(QStringLiteral("一、要求\n1.建账。\n2.检查。\n6.总结。\n7.上报。\n"));
        QCOMPARE(document.warnings, std::vector<std::string>{"number_gap: 2 6"});
        const auto late = parsed(QStringLiteral("一、要求\n6.建账。\n7.检查。\n"));
        QCOMPARE(late.warnings, std::vector<std::string>{"number_gap: 6"});
    }

    void questionsAreHeadings() {
        QCOMPARE(headingsOf(parsed(
                     QStringLiteral("一、怎么办？\n1.近期到哪年，远期呢？\n到2030年。\n（一）动起来！\n照办。\n"))),
                 QStringLiteral("怎么办？|近期到哪年，远期呢？|动起来！"));
        QCOMPARE(headingsOf(parsed(QStringLiteral("一、检查\n1.是否到位？\n2.是否合规？\n"))),
                 QStringLiteral("检查||"));
    }

    void headingsOverTwoLines() {
        const QString wrapped = QStringLiteral(
            "一、工程\n（一）青溪上游河道整治与两岸村庄人居环境提升以及配套道路建设改\n造工程。投资三亿元。\n（二）茶园"
            "。投资一亿元。\n");
        const auto document = parsed(wrapped);
        QCOMPARE(headingsOf(document),
                 QStringLiteral("工程|青溪上游河道整治与两岸村庄人居环境提升以及配套道路建设改造工程|茶园"));
        const std::u32string text = layers::toCodePoints(document.text);
        QCOMPARE(layers::toUtf8(std::u32string_view(text).substr(document.clauses[1].bodyStart, 3)),
                 std::string("投资三"));
        const QString twoLines = QStringLiteral(
            "一、工程\n（一）推进青溪上游河道整治与两岸村庄人居环境提升\n县里统筹。各镇按照本规划的安排分年实施，并在每"
            "年年底前向县里报告"
            "一次进展情况。\n");
        QCOMPARE(headingsOf(parsed(twoLines)), QStringLiteral("工程|推进青溪上游河道整治与两岸村庄人居环境提升"));
    }
};

QTEST_GUILESS_MAIN(TestClauseRows)
#include "test_clause_rows.moc"
