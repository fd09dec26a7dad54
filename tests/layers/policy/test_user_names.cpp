// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "layers/policy/Gazetteer.h"
#include "layers/policy/GazetteerReader.h"

class TestUserNames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readAndWrittenAgain() {
        const std::string json = R"({"entries":[
            {"name":"新田港","kind":"port","spellings":["新田作业区"],
             "pitfalls":[{"spelling":"新田港","not_after":["老"]}]},
            {"name":"三水区","adcode":"440607","spellings":["三水"],"parent":"佛山市"},
            {"name":"小片区","kind":"region","expands_to":[{"name":"万州区","adcode":"500101"},{"name":"某镇"}]}]})";
        const auto names = layers::userNamesFromJson(json, "names.json");
        QVERIFY(names);
        QCOMPARE(names->entries.size(), std::size_t{3});
        QCOMPARE(names->entries[0].id, std::string("user/新田港"));
        QCOMPARE(names->entries[0].spellings, (std::vector<std::string>{"新田港", "新田作业区"}));
        QCOMPARE(names->entries[1].kind, std::string("admin"));
        QCOMPARE(names->entries[2].expandsTo.size(), std::size_t{2});
        const auto again = layers::userNamesFromJson(layers::toJson(*names), "again.json");
        QVERIFY(again);
        QVERIFY(again->entries == names->entries);
        QCOMPARE(again->contexts.size(), std::size_t{1});
        QCOMPARE(again->contexts[0].notAfter, std::vector<std::string>{"老"});
        QCOMPARE(layers::toJson(*again), layers::toJson(*names));
    }

    void tablesAreRead() {
        const auto names = layers::userNamesFromTable(
            "\xEF\xBB\xBF名称;别名;代码;备注;拼音\r\n新田港;\"新田\"\"码头、新田作业区\";;x;xīn tián "
            "gǎng\r\n\r\n三水区;三水;440607\r\n",
            "names.csv");
        QVERIFY2(names.has_value(), names ? "" : gis::describe(names.error()).c_str());
        QCOMPARE(names->entries.size(), std::size_t{2});
        QCOMPARE(names->entries[0].spellings, (std::vector<std::string>{"新田港", "新田\"码头", "新田作业区"}));
        QCOMPARE(names->entries[0].pinyin, std::vector<std::string>{"xīn tián gǎng"});
        QCOMPARE(names->entries[0].kind, std::string("place"));
        QCOMPARE(names->entries[1].adcode, std::string("440607"));
        QCOMPARE(names->entries[1].kind, std::string("admin"));
        const auto wrong = layers::userNamesFromTable("name\tcode\n甲地\t12\n", "names.tsv");
        QVERIFY(!wrong);
        QVERIFY(gis::translated(wrong.error().problem).find("甲地") != std::string::npos);
        QVERIFY(!layers::userNamesFromTable("", "empty.csv"));
    }

    void theyAreFound() {
        const auto names = layers::userNamesFromJson(
            R"({"entries":[{"name":"新田港","kind":"port","pitfalls":[{"spelling":"新田港","not_after":["老"]}]}]})",
            "");
        QVERIFY(names);
        const layers::Gazetteer gazetteer(layers::withUserNames(layers::shippedGazetteer().value().data(), *names));
        QCOMPARE(gazetteer.placeNames("扩建新田港和万州"), (std::vector<std::string>{"新田港", "万州区"}));
        QVERIFY(gazetteer.placeNames("老新田港").empty());
    }

    void whatIsWrongIsNamed_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        QTest::newRow("no JSON") << QByteArray("{") << QStringLiteral("entries");
        QTest::newRow("no entries") << QByteArray("{}") << QStringLiteral("entries");
        QTest::newRow("no name") << QByteArray(R"({"entries":[{"kind":"port"}]})") << QStringLiteral("entry 1");
        QTest::newRow("the second one") << QByteArray(R"({"entries":[{"name":"甲地"},{"name":"乙地","adcode":"12"}]})")
                                        << QStringLiteral("entry 2 \"乙地\"");
        QTest::newRow("one character") << QByteArray(R"({"entries":[{"name":"渝地","spellings":["渝"]}]})")
                                       << QStringLiteral("\"渝\"");
        QTest::newRow("unknown member") << QByteArray(R"({"entries":[{"name":"甲地","speling":["x"]}]})")
                                        << QStringLiteral("speling");
        QTest::newRow("no list") << QByteArray(R"({"entries":[{"name":"甲地","spellings":"x"}]})")
                                 << QStringLiteral("spellings");
        QTest::newRow("foreign pitfall")
            << QByteArray(R"({"entries":[{"name":"甲地","pitfalls":[{"spelling":"乙地","not_after":["x"]}]}]})")
            << QStringLiteral("乙地");
        QTest::newRow("twice") << QByteArray(R"({"entries":[{"name":"甲地"},{"name":"甲地"}]})")
                               << QStringLiteral("user/甲地");
    }
    void whatIsWrongIsNamed() {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        const auto names = layers::userNamesFromJson(json.toStdString(), "names.json");
        QVERIFY(!names);
        QCOMPARE(names.error().code, gis::ErrorCode::InvalidData);
        const QString told = QString::fromStdString(gis::describe(names.error()));
        QVERIFY2(told.contains(words), qPrintable(told));
        QVERIFY(told.contains(QStringLiteral("names.json")));
    }

    void shortNamesOfUnits() {
        const layers::GazetteerData data = layers::shippedGazetteer().value().data();
        QCOMPARE(layers::shortUnitName("石柱土家族自治县", data), std::string("石柱"));
        QCOMPARE(layers::shortUnitName("甘孜藏族自治州", data), std::string("甘孜"));
        QCOMPARE(layers::shortUnitName("北川羌族自治县", data), std::string("北川"));
        QCOMPARE(layers::shortUnitName("万州区", data), std::string("万州"));
        QCOMPARE(layers::shortUnitName("渠县", data), std::string());
        QCOMPARE(layers::shortUnitName("合作市", data), std::string());
        QCOMPARE(layers::shortUnitName("通川区", data), std::string("通川"));
        QCOMPARE(layers::shortUnitName("天府新区", data), std::string("天府"));
    }
};

QTEST_GUILESS_MAIN(TestUserNames)
#include "test_user_names.moc"
