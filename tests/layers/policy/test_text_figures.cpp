// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "layers/document/CodePoints.h"
#include "layers/policy/TextFigures.h"

namespace {

using layers::FigureBound;

const layers::FigureWords& words() {
    static const layers::FigureWords shipped = [] {
        const auto read = layers::shippedFigureWords();
        if (!read) qFatal("%s", gis::describe(read.error()).c_str());
        return *read;
    }();
    return shipped;
}

std::vector<layers::TextFigure> figures(const std::string& text) {
    return layers::figuresIn(layers::toCodePoints(text), words());
}

/// "2.41 万平方公里 exact"; with the year where there is one.
QStringList told(const std::string& text) {
    QStringList all;
    for (const auto& figure : figures(text)) {
        QString one = QStringLiteral("%1 %2 %3")
                          .arg(figure.value, 0, 'g', 12)
                          .arg(QString::fromStdString(figure.unit), QString::fromStdString(toText(figure.bound)));
        if (figure.year) one += QStringLiteral(" %1").arg(*figure.year);
        all << one;
    }
    return all;
}

QStringList bodies(const std::string& text) {
    QStringList all;
    const auto points = layers::toCodePoints(text);
    for (const auto& body : layers::bodiesIn(points, words())) {
        if (layers::toUtf8(std::u32string_view(points).substr(body.start, body.end - body.start)) != body.name)
            all << QStringLiteral("offsets!");
        all << QString::fromStdString(body.name);
    }
    return all;
}

QStringList dates(const std::string& text) {
    QStringList all;
    for (const auto& date : layers::datesIn(layers::toCodePoints(text))) all << QString::fromStdString(date.iso);
    return all;
}

class TestTextFigures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void figure_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char* name, const char* text, const char* wanted) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(wanted);
        };
        row("area", "全区总面积2.41万平方公里，", "2.41 万平方公里 exact");
        row("the longest unit counts", "占地3000亩、40万亩", "3000 亩 exact | 40 万亩 exact");
        row("thousands", "人口1,234.5万人", "1234.5 万人 exact");
        row("year of its sentence", "2022年常住人口814.8万人，生产总值4283.2亿元。森林覆盖率50%",
            "814.8 万人 exact 2022 | 4283.2 亿元 exact 2022 | 50 % exact");
        row("bounds before", "不低于60%，约12公里，控制在90平方公里以内",
            "60 % at_least | 12 公里 about | 90 平方公里 at_most");
        row("bounds after", "3000吨级以上，10个左右", "3000 吨级 at_least | 10 个 about");
        row("aim", "到2025年，达到2万亿元", "2 万亿元 exact 2025");
        row("names of roads and clauses", "G60科创走廊、第3条、渝府发〔2023〕9号、1.1.1米制", "");
        row("a year is no figure", "2023年3月11日印发", "");
        row("wide digits", "长１２.５公里", "12.5 公里 exact");
        row("blank before the unit", "长 12.5 km", "12.5 km exact");
        row("number without a unit", "共有3", "");
        row("the end of a range", "30～50公里", "");
        row("a wide comma parts a list", "12，200亩", "200 亩 exact");
    }
    void figure() {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        QCOMPARE(told(text.toStdString()).join(QStringLiteral(" | ")), wanted);
    }

    void speedsAndDistancesAreNoSizes() {
        for (const char* text :
             {"设计时速350公里", "速度达到120公里/小时", "沿线1公里范围内", "宽30米", "海拔1500米", "半径5公里"}) {
            const auto found = figures(text);
            QVERIFY2(found.size() == 1 && !found[0].isOfAThing, text);
        }
        for (const char* text : {"全长120公里", "规划面积30平方公里"}) {
            const auto found = figures(text);
            QVERIFY2(found.size() == 1 && found[0].isOfAThing, text);
        }
    }

    void offsetsTakeInNumberAndUnit() {
        const auto found = figures("面积2.41万平方公里。");
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].start, std::size_t{2});
        QCOMPARE(found[0].end, std::size_t{11});
        QCOMPARE(found[0].halfStep, 0.005);
        QCOMPARE(found[0].value * found[0].factor, 2.41e10);
    }

    void date() {
        QCOMPARE(dates("2023年3月11日，到2025年，2021—2025年，2035年6月"),
                 (QStringList{QStringLiteral("2023-03-11"), QStringLiteral("2025"), QStringLiteral("2021/2025"),
                              QStringLiteral("2035-06")}));
        QCOMPARE(dates("渝府发〔2023〕9号，12023年，2023 个，3021年"), QStringList());
        QCOMPARE(dates("2023年"), QStringList{QStringLiteral("2023")});
    }

    void body() {
        QCOMPARE(bodies("责任单位：市发展改革委、市交通局，万州区人民政府。下一句有市水利局。"),
                 (QStringList{QStringLiteral("市发展改革委"), QStringLiteral("市交通局"),
                              QStringLiteral("万州区人民政府")}));
        QCOMPARE(bodies("推进工程建设（省交通运输厅牵头，市财政局等按职责分工负责）。"),
                 (QStringList{QStringLiteral("省交通运输厅"), QStringLiteral("市财政局")}));
        QCOMPARE(bodies("建设（含万州、开州）。"), QStringList());
        QCOMPARE(bodies(std::string()), QStringList());
        // In running sentences.
        QCOMPARE(bodies("由万州区人民政府负责。"), QStringList{QStringLiteral("万州区人民政府")});
        QCOMPARE(bodies("由重庆市生态环境局会同四川省生态环境厅负责，有关区县配合。"),
                 (QStringList{QStringLiteral("重庆市生态环境局"), QStringLiteral("四川省生态环境厅")}));
        QCOMPARE(bodies("市发展改革委牵头，市财政局、市住房和城乡建设局配合。"),
                 (QStringList{QStringLiteral("市发展改革委"), QStringLiteral("市财政局"),
                              QStringLiteral("市住房和城乡建设局")}));
        QCOMPARE(bodies("由市水利局和市交通局共同负责。"),
                 (QStringList{QStringLiteral("市水利局"), QStringLiteral("市交通局")}));
        QCOMPARE(bodies("企业主要负责人要履行职责，各地相互配合，加强统筹协调由此负责。"), QStringList());
    }

    void brokenTextIsSurvived() {
        for (const char* text :
             {"", "1", "1.", "2023", "2023年1", "，，，", "（负责）", "责任单位：", "9999999999999999999999亩"})
            figures(text), bodies(text), dates(text);
        QVERIFY(figures("9999999999999999999999亩").empty());
        QVERIFY(figures("0." + std::string(400, '1') + "公里").empty());
        QCOMPARE(figures("99999999999亩").size(), std::size_t{1});
    }
};

}  // namespace

QTEST_APPLESS_MAIN(TestTextFigures)
#include "test_text_figures.moc"
