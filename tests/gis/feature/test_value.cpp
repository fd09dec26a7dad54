// SPDX-License-Identifier: Apache-2.0
#include <rapidcheck.h>

#include <QtTest>
#include <clocale>
#include <cstring>
#include <limits>

#include "gis/feature/Value.h"

class TestValue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plainDecimals_data();
    void plainDecimals();
    void plainDecimalsReadBackTheSame();
    void textOfEachKind();
    void fieldNames();
};

void TestValue::plainDecimals_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << 0.0 << QByteArray("0");
    QTest::newRow("negative zero") << -0.0 << QByteArray("0");
    QTest::newRow("tenth") << 0.1 << QByteArray("0.1");
    QTest::newRow("whole") << 10642393438.0 << QByteArray("10642393438");
    QTest::newRow("small without exponent") << 1e-9 << QByteArray("0.000000001");
    QTest::newRow("large without exponent") << 1e21 << QByteArray("1000000000000000000000");
}

void TestValue::plainDecimals() {
    QFETCH(double, value);
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(gis::toPlainDecimal(value)), text);
}

void TestValue::plainDecimalsReadBackTheSame() {
    const bool holds = rc::check("a plain decimal reads back as the same double", [](std::uint64_t bits) {
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        RC_PRE(std::isfinite(value));
        const std::string text = gis::toPlainDecimal(value);
        RC_ASSERT(std::strtod(text.c_str(), nullptr) == value);
        RC_ASSERT(text.find('e') == std::string::npos);
    });
    QVERIFY(holds);
}

void TestValue::textOfEachKind() {
    QCOMPARE(gis::toText(gis::Value()), std::string());
    QCOMPARE(gis::toText(gis::Value(std::numeric_limits<std::int64_t>::min())), std::string("-9223372036854775808"));
    QCOMPARE(gis::toText(gis::Value(2.5)), std::string("2.5"));
    QCOMPARE(gis::toText(gis::Value(std::string("长江"))), std::string("长江"));
}

void TestValue::fieldNames() {
    const gis::Schema schema({{"name"}, {"NAME"}, {"Area"}});
    QCOMPARE(schema.indexOf("NAME"), 1);
    QCOMPARE(schema.indexOf("Name"), 0);
    QCOMPARE(schema.indexOf("AREA"), 2);
    QCOMPARE(schema.indexOf("length"), -1);
}

QTEST_APPLESS_MAIN(TestValue)
#include "test_value.moc"
