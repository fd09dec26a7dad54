// SPDX-License-Identifier: Apache-2.0
#include "Fixture.h"

class TestScheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shippedSchemesLoad_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("elements");
        QTest::newRow("one axis, two belts, three clusters, barrier, corridor, region") << "wandakai.json" << 9;
        QTest::newRow("two axes, two belts, region") << "chuannan.json" << 5;
        QTest::newRow("three platforms of 2020") << "platforms2020.json" << 3;
    }
    void shippedSchemesLoad() {
        QFETCH(QString, file);
        const layers::Scheme scheme = fixture::sampleScheme(file.toStdString());
        QTEST(static_cast<int>(scheme.elements.size()), "elements");
        const layers::LayoutKinds kinds = layers::shippedLayoutKinds().value();
        for (const layers::SchemeElement& element : scheme.elements) {
            QVERIFY2(kinds.find(element.kind) != nullptr, element.id.c_str());
            QVERIFY2(!element.clauseId.empty(), element.id.c_str());
        }
    }

    void allElementsOfThePapersLoad() {
        if (!fixture::hasShared()) QSKIP("the shared data is not here");
        const layers::Scheme scheme = fixture::scheme(fixture::shared("domain/layouts.json"));
        QCOMPARE(scheme.elements.size(), 510U);
        std::size_t members = 0;
        std::size_t carriers = 0;
        const layers::LayoutKinds kinds = layers::shippedLayoutKinds().value();
        for (const layers::SchemeElement& element : scheme.elements) {
            members += element.members.size();
            carriers += element.carriers.size();
            QVERIFY2(kinds.find(element.kind) != nullptr, element.kind.c_str());
        }
        QCOMPARE(members, 677U);  // as domain/README.md counts them
        QCOMPARE(carriers, 94U);
    }

    void thirtyEightKindsShip() { QCOMPARE(layers::shippedLayoutKinds().value().kinds.size(), 38U); }

    void mistakesAreNamed_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("not JSON") << QByteArray("{") << "JSON";
        QTest::newRow("an array") << QByteArray("[1]") << "JSON object";
        QTest::newRow("no elements") << QByteArray("{}") << "elements";
        QTest::newRow("element is a text") << QByteArray(R"({"elements":["a"]})") << "elements[0]";
        QTest::newRow("no id") << QByteArray(R"({"elements":[{"kind":"axis","name":"n"}]})") << "elements[0]: id";
        QTest::newRow("no kind") << QByteArray(R"({"elements":[{"id":"a.b","name":"n"}]})") << "element a.b: kind";
        QTest::newRow("same id twice")
            << QByteArray(R"({"elements":[{"id":"a","kind":"k","name":"n"},{"id":"a","kind":"k","name":"n"}]})")
            << "elements[1]: id occurs twice";
        QTest::newRow("member without name")
            << QByteArray(
                   R"({"elements":[{"id":"a.b","kind":"k","name":"n","members":[{"name":"x"},{"adcode":"500101"}]}]})")
            << "element a.b: members[1]: name";
        QTest::newRow("code with letters")
            << QByteArray(
                   R"({"elements":[{"id":"a.b","kind":"k","name":"n","members":[{"name":"x","adcode":"50O101"}]}]})")
            << "element a.b: members[0]: adcode";
        QTest::newRow("width is a text") << QByteArray(
                                                R"({"elements":[{"id":"a.b","kind":"k","name":"n","width_km":"12"}]})")
                                         << "element a.b: width_km";
        QTest::newRow("negative radius") << QByteArray(
                                                R"({"elements":[{"id":"a.b","kind":"k","name":"n","radius_km":-1}]})")
                                         << "element a.b: radius_km";
        QTest::newRow("carriers are an object")
            << QByteArray(R"({"elements":[{"id":"a.b","kind":"k","name":"n","carriers":{}}]})")
            << "element a.b: carriers";
        QTest::newRow("end without name")
            << QByteArray(R"({"elements":[{"id":"a.b","kind":"k","name":"n","ends":{"start":{}}}]})")
            << "element a.b: ends: start: name";
        const auto with = [](const char* member) {
            return QByteArray(R"({"elements":[{"id":"a.b","kind":"k","name":"n",)") + member + "}]}";
        };
        QTest::newRow("fact without indicator")
            << with(R"("facts":[{"value":1}])") << "element a.b: facts[0]: indicator";
        QTest::newRow("figure is a text")
            << with(R"("facts":[{"indicator":"i","value":"2.41"}])") << "element a.b: facts[0]: value";
        QTest::newRow("half a year") << with(R"("facts":[{"indicator":"i","year":2022.5}])") << "facts[0]: year";
        QTest::newRow("unknown type of fact")
            << with(R"("facts":[{"indicator":"i","type":"wish"}])") << "element a.b: facts[0]: type";
        QTest::newRow("relation without target")
            << with(R"("relations":[{"type":"part_of"}])") << "element a.b: relations[0]: target";
        QTest::newRow("anchor before the document")
            << with(R"("anchor":{"text":"t","start":-1})") << "element a.b: anchor: start";
        QTest::newRow("status is a number") << with(R"("status":3)") << "element a.b: status";
        QTest::newRow("inferred is a text") << with(R"("inferred":"yes")") << "element a.b: inferred";
        QTest::newRow("document without id")
            << QByteArray(R"({"documents":[{"title":"t"}],"elements":[]})") << "documents[0]: id";
    }
    void mistakesAreNamed() {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        const auto scheme = layers::schemeFromJson(json.toStdString(), "plan.json");
        QVERIFY(!scheme);
        QCOMPARE(scheme.error().code, gis::ErrorCode::InvalidData);
        const QString said = QString::fromStdString(gis::describe(scheme.error()));
        QVERIFY2(said.contains(named), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("plan.json")), qPrintable(said));
    }

    void unknownKeysAreKeptForTheRecipe() {
        const auto scheme =
            layers::schemeFromJson(R"({"elements":[{"id":"a","kind":"axis","name":"n","colour":"red"}]})", "x");
        QVERIFY(scheme);
        QVERIFY(scheme->elements.front().json.find("\"colour\":\"red\"") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestScheme)
#include "test_scheme.moc"
