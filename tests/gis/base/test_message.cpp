// SPDX-License-Identifier: Apache-2.0
#include <QTranslator>
#include <QtTest>
#include <cstring>

#include "gis/base/Result.h"

namespace {

/// Stands in for a loaded .qm file.
class ReversingTranslator : public QTranslator {
public:
    QString translate(const char* context, const char* source, const char*, int) const override {
        return std::strcmp(context, "gis") == 0 && std::strcmp(source, "from %1 to %2") == 0 ? QStringLiteral("%2 ← %1")
                                                                                             : QString();
    }
    bool isEmpty() const override { return false; }
};

gis::Result<int> half(int number) {
    if (number % 2 != 0)
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("gis", "%1 is odd", {std::to_string(number)}));
    return number / 2;
}
gis::Result<void> mustBeEven(int number) {
    TUCE_CHECK(half(number));
    return {};
}
gis::Result<int> quarter(int number) {
    TUCE_TRY(first, half(number));
    TUCE_CHECK(mustBeEven(first));
    return half(first);
}

}  // namespace

class TestMessage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void arguments_data();
    void arguments();
    void translationMayTurnTheOrder();
    void equality();
    void errorsAreOneLine();
    void subjects_data();
    void subjects();
    void errorsAreHandedOn();
};

void TestMessage::arguments_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("text");
    const auto list = [](std::initializer_list<const char*> words) {
        QStringList result;
        for (const char* word : words) result << QString::fromUtf8(word);
        return result;
    };
    QTest::newRow("nothing to say") << QByteArray() << list({"a"}) << QString();
    QTest::newRow("no place") << QByteArray("plain") << list({"a"}) << QStringLiteral("plain");
    QTest::newRow("two places") << QByteArray("%1 of %2") << list({"3", "7"}) << QStringLiteral("3 of 7");
    QTest::newRow("turned order") << QByteArray("%2 of %1") << list({"3", "7"}) << QStringLiteral("7 of 3");
    QTest::newRow("twice the same") << QByteArray("%1 and %1") << list({"x"}) << QStringLiteral("x and x");
    QTest::newRow("an argument with a place of its own")
        << QByteArray("%1 and %2") << list({"100%2", "%1"}) << QStringLiteral("100%2 and %1");
    QTest::newRow("missing argument stays") << QByteArray("%1 %2") << list({"x"}) << QStringLiteral("x %2");
    QTest::newRow("per cent sign") << QByteArray("%1 %, 5%") << list({"x"}) << QStringLiteral("x %, 5%");
    QTest::newRow("place zero") << QByteArray("%0 %1") << list({"x"}) << QStringLiteral("%0 x");
    QTest::newRow("Chinese argument") << QByteArray("%1!") << list({"长江"}) << QStringLiteral("长江!");
    QTest::newRow("place at the very end") << QByteArray("end %") << list({"x"}) << QStringLiteral("end %");
}

void TestMessage::arguments() {
    QFETCH(QByteArray, source);
    QFETCH(QStringList, arguments);
    QFETCH(QString, text);
    std::vector<std::string> words;
    for (const QString& word : arguments) words.push_back(word.toStdString());
    QCOMPARE(QString::fromStdString(gis::translated(gis::Message{"gis", source.constData(), words})), text);
}

void TestMessage::translationMayTurnTheOrder() {
    const gis::Message text = gis::message("gis", "from %1 to %2", {"a", "b"});
    QCOMPARE(gis::translated(text), std::string("from a to b"));
    ReversingTranslator translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    QCOMPARE(gis::translated(text), std::string("b ← a"));  // translated where shown, not where made
    QCoreApplication::removeTranslator(&translator);
}

void TestMessage::equality() {
    QVERIFY(gis::message("gis", "a", {"1"}) == gis::message("gis", "a", {"1"}));
    QVERIFY(!(gis::message("gis", "a", {"1"}) == gis::message("gis", "a", {"2"})));
    QVERIFY(!(gis::message("gis", "a") == gis::message("gis", "b")));
    QVERIFY(gis::Message().empty());
}

void TestMessage::errorsAreOneLine() {
    const auto failed =
        gis::fail(gis::ErrorCode::Unreadable, {"a.gpkg", "roads", "17"}, gis::message("gis", "the geometry is damaged"),
                  gis::message("gis", "export the layer again"), "library said\r\nthis");
    const QString text = QString::fromStdString(gis::describe(failed.value()));
    QCOMPARE(text, QStringLiteral("a.gpkg|roads, feature 17: the geometry is damaged (library said  this); "
                                  "export the layer again"));
}

void TestMessage::subjects_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("layer");
    QTest::addColumn<QByteArray>("feature");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("file") << QByteArray("a") << QByteArray() << QByteArray() << QByteArray("a");
    QTest::newRow("layer") << QByteArray() << QByteArray("b") << QByteArray() << QByteArray("b");
    QTest::newRow("feature") << QByteArray() << QByteArray() << QByteArray("3") << QByteArray("feature 3");
    QTest::newRow("layer and feature") << QByteArray() << QByteArray("b") << QByteArray("3")
                                       << QByteArray("b, feature 3");
}

void TestMessage::subjects() {
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, layer);
    QFETCH(QByteArray, feature);
    QFETCH(QByteArray, text);
    const gis::Subject subject{path.toStdString(), layer.toStdString(), feature.toStdString()};
    QCOMPARE(QByteArray::fromStdString(gis::describe(subject)), text);
}

void TestMessage::errorsAreHandedOn() {
    QCOMPARE(*quarter(12), 3);
    QCOMPARE(gis::describe(quarter(7).error()), std::string("7 is odd"));
    QCOMPARE(gis::describe(quarter(6).error()), std::string("3 is odd"));
    QCOMPARE(gis::canceled().value().code, gis::ErrorCode::Canceled);
}

QTEST_GUILESS_MAIN(TestMessage)
#include "test_message.moc"
