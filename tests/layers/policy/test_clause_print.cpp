// SPDX-License-Identifier: Apache-2.0
// What a second set of documents written blind showed (tests/data/policy/blind2/README.md), each in other words.
#include <QtTest>

#include "layers/policy/ClauseParser.h"

namespace {

struct Case {
    const char* name;
    const char* text;
    const char* clauses;  ///< path=heading, parted by bars
};

QString clausesOf(const QString& text) {
    const auto document = layers::parseDocument(text.toStdString());
    QStringList all;
    if (!document) return QStringLiteral("failed");
    for (const layers::Clause& clause : document->clauses)
        all << QString::fromStdString(clause.path + "=" + clause.heading);
    return all.join(u'|');
}

void addRows(std::initializer_list<Case> cases) {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clauses");
    for (const Case& row : cases)
        QTest::newRow(row.name) << QString::fromUtf8(row.text) << QString::fromUtf8(row.clauses);
}

void compareClauses() {
    QFETCH(QString, text);
    QFETCH(QString, clauses);
    QCOMPARE(clausesOf(text), clauses);
}

}  // namespace

class TestClausePrint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void menusOfAPage_data() {
        addRows({
            {"two entries",
             "一、通知\n二、公告\n索引号： 77\n某镇办法\n为此，制定如下。\n一、修路\n1.镇区。修两公里。\n2.村里。修三公"
             "里。\n二、植树\n"
             "3.河边。种柳。\n三、其他\n照办。\n",
             "一=修路|一/1=镇区|一/2=村里|二=植树|二/3=河边|三=其他"},
            {"one entry", "一、规划计划\n您的位置：首页\n某县措施\n一、稳粮\n种稻。\n二、扩油\n种菜籽。\n",
             "一=稳粮|二=扩油"},
            {"more entries than the paper has",
             "一、概况\n二、领导\n三、机构\n当前位置：首页 > "
             "文件\n某区方案\n一、清淤\n清三条沟。\n二、护岸\n护两处。\n",
             "一=清淤|二=护岸"},
            {"a short paper with an annex is none",
             "某局通知\n一、时间\n二、地点\n（此件公开发布）\n附件\n议程安排\n一、报到\n上午报到。\n二、讲话\n下午讲话"
             "。"
             "\n",
             "一=时间|二=地点|一=报到|二=讲话"},
        });
    }
    void menusOfAPage() { compareClauses(); }

    void signsWithBlanks_data() {
        addRows({
            {"brackets", "第一条 要求：\n( 一 )早；\n（ 二）快；\n( 三 ）准。\n第二条 无。\n",
             "第一条=|第一条/( 一 )=|第一条/（ 二）=|第一条/( 三 ）=|第二条="},
            {"shell brackets",
             "一、要求\n〔一〕建账。逐户登记。\n〔二〕核对。每月一次。\n〔2031〕第7期\n二、其他\n无。\n",
             "一=要求|一/〔一〕=建账|一/〔二〕=核对|二=其他"},
            {"numerals", "第 二 十 章 附则\n第九 十九 条 无偿。\n第 一 百 条 解释。\n第一 百零 一条 施行。\n",
             "第 二 十 章=附则|第 二 十 章/第九 十九 条=|第 二 十 章/第 一 百 条=|第 二 十 章/第一 百零 一条="},
            {"blank before the comma", "二、要求\n1 、早。\n2、快。\n3　、准。\n三 、其他\n无。\n",
             "二=要求|二/1=|二/2=|二/3=|三=其他"},
            {"small comma", "一﹑修路\n修。\n二﹑植树\n种。\n", "一=修路|二=植树"},
            {"signs of one character", "㈠职责\n⑴修路；\n⑵植树。\n㈡分工\n⒈镇里修；\n⒉村里种。\n",
             "㈠=职责|㈠/⑴=|㈠/⑵=|㈡=分工|㈡/⒈=|㈡/⒉="},
            {"reference with blanks", "第 一 条 甲。\n第 二 条 乙。\n第 一 条第( 二 )项所称甲，指乙。\n",
             "第 一 条=|第 二 条="},
        });
    }
    void signsWithBlanks() { compareClauses(); }

    void annexWithoutNumber_data() {
        addRows({
            {"behind the date",
             "一、原则同意，请照办，\n不得延误。\n二、方案另报，\n并抄送我办。\n某市人民政府\n2033年5月6日\n（此件依申"
             "请公开）\n\n附件\n\n入园条件\n\n一、土地\n"
             "（一）"
             "净地；\n"
             "（二）熟地。\n二、资金\n到账。\n抄送：某办。\n",
             "一=|二=|一=土地|一/（一）=|一/（二）=|二=资金"},
            {"articles", "第一章 总则\n第一条 甲。\n第二条 乙。\n附 件\n操作细则\n第一条 丙。\n第二条 丁。\n",
             "第一章=总则|第一章/第一条=|第一章/第二条=|第一条=|第二条="},
            {"title behind the colon",
             "一、甲\n（一）子。文。\n2033年5月6日\n附件：验收标准\n一、外观\n平整。\n二、强度\n达标。\n",
             "一=甲|一/（一）=子|一=外观|二=强度"},
            {"a list of files is none",
             "一、甲，\n子。\n二、乙，\n丑。\n某县\n2033年5月6日\n附件\n1、名单.xlsx\n2、样表.docx\n", "一=|二="},
        });
    }
    void annexWithoutNumber() { compareClauses(); }

    void annexWithoutNumberBeginsARowOfItsOwn() {
        const auto document =
            layers::parseDocument("一、甲\n修路。\n二、乙\n植树。\n附件\n细则\n一、丙\n量地。\n二、丁\n钉桩。\n");
        QVERIFY(document);
        QVERIFY(document->warnings.empty());
        QCOMPARE(document->clauses.size(), std::size_t{4});
        QCOMPARE(document->clauses[1].text, std::string("乙\n植树。"));
        QVERIFY(document->clauses[0].id != document->clauses[2].id);
    }

    void bothLanguages_data() {
        addRows({
            {"run in",
             "一、水\nI. Water\n（一）取水。限量。\n(1) Intake. It is capped.\n（二）排水。达标。\n(2) Outfall. It is "
             "clean.\n（三）节水。\n(3) Saving.\n二、电\nII. Power\n无。\nNone.\n",
             "一=水|I=Water|I/（一）=取水|I/（一）/(1)=Intake|I/（二）=排水|I/（二）/(2)=Outfall|I/（三）=节水|I/"
             "（三）/(3)=|二=电|II=Power"},
            {"sentences", "第一条 目的\n（一）禁止取土；\n(a) quarrying;\n（二）禁止开荒；\n(b) clearing.\n",
             "第一条=目的|第一条/（一）=|第一条/（一）/(a)=|第一条/（二）=|第一条/（二）/(b)="},
            {"a Chinese line is no translation", "一、水\n（一）取水。限量。\n（二）排水。按\n(2)号图办理。\n",
             "一=水|一/（一）=取水|一/（二）=排水"},
            {"heading above another number", "I. Scope of Works\n第二条第（一）项除外。\nII. Dates\nNone.\n",
             "I=Scope of Works|II=Dates"},
        });
    }
    void bothLanguages() { compareClauses(); }

    void translatedNumbersLeaveNoGap() {
        const auto document = layers::parseDocument("（一）山。\n(1) Hills.\n（二）水。\n(2) Rivers.\n");
        QVERIFY(document);
        QCOMPARE(document->clauses.size(), std::size_t{4});
        QVERIFY(document->warnings.empty());
    }

    void englishArticles_data() {
        addRows({
            {"inserted",
             "Article 4 - Fees\nNone.\nArticle 4a - Waivers\n(a) schools;\n(b) clinics.\nArticle 4b\nNone.\n",
             "Article 4=Fees|Article 4a=Waivers|Article 4a/(a)=|Article 4a/(b)=|Article 4b="},
            {"dashes", "Chapter 1 – Aims\nArticle 1 — Scope\nIt binds all.\nArticle 2 - Dates\nNone.\n",
             "Chapter 1=Aims|Chapter 1/Article 1=Scope|Chapter 1/Article 2=Dates"},
            {"in a sentence",
             "Article 1 - Scope\nIt binds those named in\nArticle 3a of the act.\nArticle 2 - Dates\nNone.\n",
             "Article 1=Scope|Article 2=Dates"},
        });
    }
    void englishArticles() { compareClauses(); }

    void steps_data() {
        addRows({
            {"alone",
             "附件1\n办证流程\n第一步 登记\n到窗口登记。\n第二步 审核\n当场审核。\n第三步 发证\n三日内发证。\n",
             "附件1=办证流程|附件1/第一步=登记|附件1/第二步=审核|附件1/第三步=发证"},
            {"with lists", "（一）流程\n第一步：测量\n1.放线；\n2.钉桩。\n第二步：施工\n1.开挖。\n（二）期限\n一年。\n",
             "（一）=流程|（一）/第一步=测量|（一）/第一步/1=|（一）/第一步/2=|（一）/第二步=施工|（一）/第二步/"
             "1=|（二）="
             "期限"},
            {"above an amount", "第一步 摸底\n7月底前完成。\n第二步 定案\n10月底前完成。\n", "第一步=摸底|第二步=定案"},
            {"in sentences", "一、安排\n第一步，三月摸底；第二步，五月动工。\n第一步 摸底。三月做。\n二、其他\n无。\n",
             "一=安排|二=其他"},
        });
    }
    void steps() { compareClauses(); }

    void boxes_data() {
        addRows({
            {"drawn",
             "第一章 水利\n一、堤防\n见下。\n专栏1 "
             "堤防工程\n┌─────┐\n│1.东堤加固。长三公里。  │\n│2.西堤新建。长两公里。  │\n└─────┘\n二、水库\n除险。\n",
             "第一章=水利|第一章/一=堤防|第一章/专栏1=堤防工程|第一章/专栏1/1=东堤加固|第一章/专栏1/2=西堤新建|第一章/"
             "二="
             "水库"},
            {"a list goes on behind the frame",
             "一、林业\n1.补植。五百亩。\n专栏3 "
             "补植工程\n┏━━┓\n┃（1）南坡：三百亩。┃\n┃（2）北坡：两百亩。┃\n┗━━┛\n2.抚"
             "育。一千亩。\n"
             "二、草原\n封育。\n",
             "一=林业|一/1=补植|一/1/专栏3=补植工程|一/1/专栏3/（1）=南坡|一/1/专栏3/（2）=北坡|一/2=抚育|二=草原"},
            {"plain, then numbers that run on",
             "一、路\n1.国道。改线。\n专栏1 项目\n1.甲路：十公里；\n2.乙路：二十公里。\n二、桥\n2.渡改桥。三座。\n",
             "一=路|一/1=国道|一/1/专栏1=项目|一/1/专栏1/1=甲路|一/1/专栏1/2=乙路|二=桥|二/2=渡改桥"},
            {"indicators are rows",
             "第一章 目标\n专栏1 指标\n1.林地面积（万亩） 52 53\n2.湿地面积（万亩） 6 7\n第二章 任务\n种树。\n",
             "第一章=目标|第一章/专栏1=指标|第二章=任务"},
            {"tables behind the text", "第一章 任务\n种树。\n附表1 项目汇总\n名称\t亩数\t投资\n南坡\t300\t5\n",
             "第一章=任务|附表1=项目汇总"},
            {"a table spoken of", "第一章 任务\n项目见\n附表1所列。\n", "第一章=任务"},
        });
    }
    void boxes() { compareClauses(); }

    void plansOfTasks_data() {
        addRows({
            {"tabs",
             "序号\t任务\t牵头\n一、道路\n1\t修桥\t交通局\n2\t补路\t城管局\n二、绿地\n3\t公园。\t园林所\n3-"
             "1\t苗圃\t园林所\n三、"
             "要求\n抓紧。\n",
             "一=道路|一/1=修桥|一/2=补路|二=绿地|二/3=公园|二/3-1=苗圃|三=要求"},
            {"bars and a head in each part",
             "一、水\n序号 | 任务 | 责任单位\n1 | 清淤 | 水务局\n2 | 护岸 | 水务局\n二、电\n序号 | 任务 | 责任单位\n3 "
             "| 换杆 | "
             "供电所\n4 | 入地 | 供电所\n",
             "一=水|一/1=清淤|一/2=护岸|二=电|二/3=换杆|二/4=入地"},
            {"blanks, a cell over two lines",
             "编号    任务    时限\n（一）房屋\n1    危房    三十\n户    六月\n2    厕所    七月\n（二）环境\n3    "
             "垃圾    全年\n4    污水    全年\n",
             "（一）=房屋|（一）/1=危房|（一）/2=厕所|（二）=环境|（二）/3=垃圾|（二）/4=污水"},
            {"indicators in groups",
             "一、目标\n序号\t指标\t2030年\t责任单位\n\n一、约束性\n\n1\t林地\t30\t林业局\n2\t湿地\t8\t林业局\n\n二、预"
             "期性\n\n"
             "3\t绿地\t5\t城管局\n\n二、任务\n种树。\n",
             "一=目标|一=约束性|二=预期性|二=任务"},
            {"groups with numbers of their own",
             "一、任务\n序号\t任务\t时限\n一、续建\n1\t东堤\t六月\n2\t西堤\t七月\n二、新建\n3\t北堤\t全年\n\n二、要求\n"
             "抓紧。\n",
             "一=任务|二=要求"},
            {"numbers begin anew: all is one table of data",
             "序号\t名称\t亩数\n一、旱地\n1\t东坡\t30\n2\t西坡\t40\n二、水田\n1\t南畈\t50\n2\t北畈\t60\n", ""},
            {"one part", "一、水田\n序号\t名称\t亩数\n1\t南畈\t50\n2\t北畈\t60\n3\t中畈\t60\n二、旱地\n无。\n",
             "一=水田|二=旱地"},
            {"numbers alone", "序号\t产值\t增速\n一、工业\n1\t30\t5\n2\t40\t6\n二、农业\n3\t50\t7\n4\t60\t8\n", ""},
        });
    }
    void plansOfTasks() { compareClauses(); }

    /// Rows that a docx or a page tells to be a table are tasks by the same rule; their divisions are the text's.
    void plansOfTasksAsTables() {
        const std::string plan =
            "某县计划\n序号\t任务\t牵头\n一、道路\n1\t修桥。两座\t交通局\n2\t补路\t城管局\n二、绿地\n3\t公园\t园林所\n"
            "三、要求\n抓紧。\n";
        const auto tasks = layers::parseDocument(plan, {}, {}, {{1, 7}});
        QVERIFY(tasks);
        QCOMPARE(tasks->clauses.size(), std::size_t{6});
        QCOMPARE(tasks->clauses[1].path, std::string("一/1"));
        QCOMPARE(tasks->clauses[1].heading, std::string("修桥。两座"));
        QCOMPARE(tasks->clauses[4].path, std::string("二/3"));
        QVERIFY(tasks->warnings.empty());
        const std::string data =
            "一、目标\n见表。\n序号\t指标\t责任单位\n一、农业\n1\t稻\t农业局\n2\t麦\t农业局\n二、林业\n3\t茶\t林业局\n"
            "二、措施\n种。\n";
        const auto rows = layers::parseDocument(data, {}, {}, {{2, 8}});
        QVERIFY(rows);
        QCOMPARE(rows->clauses.size(), std::size_t{2});
    }

    void itemsHaveNoHeadings_data() {
        addRows({
            {"the last of an enumeration", "一、定位：\n（一）粮仓；\n（二）菜园；\n（三）果篮。\n二、期限\n十年。\n",
             "一=|一/（一）=|一/（二）=|一/（三）=|二=期限"},
            {"but a name with words behind it", "一、做法：\n（一）合并。把三村并为一村；\n（二）撤销。把一村撤销。\n",
             "一=|一/（一）=合并|一/（二）=撤销"},
            {"a phrase before an amount",
             "一、会议议定\n（一）同意立项；\n（二）占用林地的\n3.5亩先行补办。\n二、其他\n无。\n",
             "一=会议议定|一/（一）=|一/（二）=|二=其他"},
            {"a provision above a table",
             "1 总则\n1.1 一般规定\n1.1.1 县城主要街道两侧 50 m 内退让取 6.5。\n表1.1 退让\n街 6.5\n1.1.2 其余从略。\n",
             "1=总则|1/1.1=一般规定|1/1.1/1.1.1=|1/1.1/1.1.2="},
            {"aims", "一、规划的\n（一）编制目的\n为了发展。\n", "一=|一/（一）=编制目的"},
            {"below an article",
             "第三条 程序：\n（一）申报。户主提出。\n（二）县里应当复核。三日办结。\n（三）符合条件的。发证。\n",
             "第三条=|第三条/（一）=申报|第三条/（二）=|第三条/（三）="},
        });
    }
    void itemsHaveNoHeadings() { compareClauses(); }

    void headingsOverAPageEnd() {
        const QString before =
            QStringLiteral("第一章 任务\n第一节 加快构建覆盖城乡联通周边的公共交通和慢行交通一体化服\n\n- 8 -\n\n");
        const QString after =
            QStringLiteral("务体系\n一、公交\n开行十条公交线路，覆盖全部乡镇。\n第二节 停车\n新建泊位。\n");
        const QString wanted = QStringLiteral(
            "第一章=任务|第一章/第一节=加快构建覆盖城乡联通周边的公共交通和慢行交通一体化服务体系|第一章/第一节/"
            "一=公交|第一"
            "章/第二节=停车");
        QCOMPARE(clausesOf(before + after), wanted);
        QCOMPARE(clausesOf(before + QStringLiteral("\f某市交通规划\n\n") + after), wanted);
        // a paragraph on the next page is none of the heading
        const QString body =
            QStringLiteral("全市开行十条公交线路，覆盖全部乡镇，平均间隔不超过十分钟。\n第二节 停车\n新建。\n");
        QCOMPARE(
            clausesOf(before + body),
            QStringLiteral(
                "第一章=任务|第一章/第一节=加快构建覆盖城乡联通周边的公共交通和慢行交通一体化服|第一章/第二节=停车"));
    }
};

QTEST_GUILESS_MAIN(TestClausePrint)
#include "test_clause_print.moc"
