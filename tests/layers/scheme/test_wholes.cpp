// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "Fixture.h"
#include "gis/engine/Overlay.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/ElementStatistics.h"
#include "layers/scheme/ElementToBuild.h"
#include "layers/scheme/JoinedThings.h"

namespace {

QString text(const QJsonObject& object, const char* member) { return object[QLatin1String(member)].toString(); }

/// Read with Qt, not with the reader that is tested.
QJsonArray elementsOfTheFile() {
    const auto bytes = gis::readFile(fixture::shared("domain/layouts.json")).value();
    return QJsonDocument::fromJson(QByteArray::fromStdString(bytes)).object()[QLatin1String("elements")].toArray();
}

/// Ids of the parts of each whole, and the members that it names itself.
struct Told {
    std::map<QString, QStringList> parts;
    std::map<QString, QStringList> members;
};

Told told() {
    Told found;
    for (const QJsonValue& value : elementsOfTheFile()) {
        const QJsonObject element = value.toObject();
        for (const QJsonValue& relation : element[QLatin1String("relations")].toArray())
            if (text(relation.toObject(), "type") == QLatin1String("part_of"))
                found.parts[text(relation.toObject(), "target")] += text(element, "id");
        for (const QJsonValue& member : element[QLatin1String("members")].toArray())
            found.members[text(element, "id")] += text(member.toObject(), "name");
    }
    return found;
}

}  // namespace

class TestWholes : public QObject {
    Q_OBJECT
private:
    layers::Scheme m_scheme;
    layers::BaseLayers m_base;
    layers::BuiltLayout m_layout;
    Told m_told;

private Q_SLOTS:
    void initTestCase() {
        if (!fixture::hasShared()) QSKIP("the shared data is not here");
        m_scheme = fixture::scheme(fixture::shared("domain/layouts.json"));
        m_base = fixture::base({fixture::shared("data/admin.gpkg"), fixture::shared("data/hydro.gpkg"),
                                fixture::shared("data/transport.gpkg")});
        m_layout = fixture::build(m_scheme, m_base);
        m_told = told();
    }

    void thereAre27() {
        QCOMPARE(m_told.parts.size(), 27U);
        QCOMPARE(layers::wholesOf(m_scheme).size(), 27U);
    }

    void whole_data() {
        QTest::addColumn<QString>("id");
        for (const auto& [whole, parts] : told().parts) QTest::newRow(qPrintable(whole)) << whole;
    }
    void whole() {
        QFETCH(QString, id);
        const std::string wholeId = id.toStdString();
        // It has the parts that the file tells, in the file's order.
        QStringList parts;
        for (const std::string& part : layers::partsOf(m_scheme, wholeId)) parts += QString::fromStdString(part);
        QCOMPARE(parts, m_told.parts[id]);
        // And the members.
        const layers::SchemeElement* element = m_scheme.element(wholeId);
        QVERIFY(element != nullptr);
        QStringList members;
        for (const layers::SchemePlace& member : element->members) members += QString::fromStdString(member.name);
        QCOMPARE(members, m_told.members[id]);
        // It is cut out with its parts and built alone just as with all others.
        const auto own = layers::schemeOfWholes(m_scheme, {wholeId});
        QVERIFY(own);
        QVERIFY(own->elements.size() > static_cast<std::size_t>(parts.size()));
        layers::BuildOptions options = layers::shippedBuildOptions().value();
        options.crs = m_layout.crs;
        const layers::BuiltLayout built = fixture::build(*own, m_base, options);
        QCOMPARE(built.reports.size(), own->elements.size());
        for (const layers::ElementReport& report : built.reports) {
            const layers::ElementReport& among = fixture::report(m_layout, report.id);
            QCOMPARE(report.isBuilt, among.isBuilt);
            QVERIFY2(report.isBuilt || !report.reason.empty(), report.id.c_str());
            if (report.isBuilt) QVERIFY(fixture::shape(built, report.id) == fixture::shape(m_layout, report.id));
        }
        // Members of its own are in the drawing, by name.
        const layers::ElementReport& report = fixture::report(m_layout, wholeId);
        QVERIFY2(report.isBuilt || members.isEmpty(), gis::translated(report.reason).c_str());
        if (!report.isBuilt) return;
        const QString listed = QString::fromStdString(
            gis::toText(fixture::feature(m_layout, wholeId)
                            .attribute(layers::layoutSchema().indexOf(layers::layout_field::members))));
        QCOMPARE(listed.split(QStringLiteral("、"), Qt::SkipEmptyParts), members);
    }

    void areasAgreeWithThePapers_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<double>("printed");
        QTest::newRow("wan da kai, 2.41") << "wdk.zone" << 2.41e10;
        QTest::newRow("south Sichuan and west Chongqing, 4.66") << "cn.zone" << 4.66e10;
    }
    void areasAgreeWithThePapers() {
        QFETCH(QString, id);
        const auto all = layers::elementStatistics(m_scheme, m_layout, layers::shippedFactUnits().value()).value();
        QCOMPARE(all.size(), 510U);
        const auto one = std::find_if(all.begin(), all.end(), [&](const auto& s) { return s.id == id.toStdString(); });
        QTEST(one->printedSquareMetres.value(), "printed");
        qInfo("%s: drawn %.1f km2, ratio %.4f", qPrintable(id), *one->areaSquareMetres / 1e6, *one->areaRatio());
        QVERIFY(std::abs(*one->areaRatio() - 1) < 0.01);  // the papers round to three digits
    }
    void everyBuiltAreaAndLineIsMeasured() {
        const auto all = layers::elementStatistics(m_scheme, m_layout, layers::shippedFactUnits().value()).value();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const layers::ElementReport& report = m_layout.reports[i];
            QCOMPARE(all[i].id, report.id);
            QCOMPARE(all[i].areaSquareMetres.has_value(), report.layer == "layout_area");
            QCOMPARE(all[i].lengthMetres.has_value(), report.layer == "layout_axis");
            QVERIFY(all[i].areaSquareMetres.value_or(1) > 0 && all[i].lengthMetres.value_or(1) > 0);
        }
    }
    void memberUnitsKeepTheirRoles() {
        layers::BuildOptions options = layers::shippedBuildOptions().value();
        options.withMembers = true;
        const layers::Scheme own = layers::schemeOfWholes(m_scheme, {"lh.metro_cq"}).value();
        const layers::BuiltLayout built = fixture::build(own, m_base, options);
        const layers::BuiltLayer* layer = built.layer("layout_member");
        QVERIFY(layer != nullptr && layer->table.schema() == layers::memberSchema());
        std::map<std::string, int> roles;
        for (const gis::Feature& feature : layer->table)
            ++roles[gis::toText(feature.attribute(layer->table.schema().indexOf("role")))];
        // Counted in the file: 4, 5 (one of them, 万盛, inside 綦江 and without a polygon), 4, 1, 9.
        QCOMPARE(roles["同城化"], 4);
        QCOMPARE(roles["支点城市"], 4);
        QCOMPARE(roles["桥头堡城市"], 4);
        QCOMPARE(roles["全面融入"], 1);
        QCOMPARE(roles["中心城区"], 9);
    }
    void groupsHaveThePlacesOfTheirParts() {
        const gis::Geometry group = fixture::shape(m_layout, "pl.grp_s");
        std::vector<gis::Geometry> parts{fixture::shape(m_layout, "pl.pf8"), fixture::shape(m_layout, "pl.pf9")};
        const double area = gis::planeArea(gis::unionAll(parts).value());
        QVERIFY(std::abs(gis::planeArea(group) / area - 1) < 1e-9);
        // Alone too, and again from what its recipe holds, once it was told of them.
        const layers::LayoutKinds kinds = layers::shippedLayoutKinds().value();
        const layers::SchemeElement* element = m_scheme.element("pl.grp_s");
        gis::Warnings warnings;
        const auto whole = layers::elementToBuild(m_scheme, *element, *kinds.find(element->kind), warnings);
        QCOMPARE(warnings.size(), 1U);
        layers::Scheme alone;
        const auto told = layers::elementFromJson(whole.json, {});
        QVERIFY(told);
        alone.elements.push_back(*told);
        const auto shape = fixture::shape(fixture::build(alone, m_base), "pl.grp_s");
        // Alone it lies in a plane about another meridian.
        QVERIFY2(std::abs(gis::planeArea(shape) / area - 1) < 2e-3,
                 qPrintable(QString::number(gis::planeArea(shape) / area, 'g', 12)));
    }
    /// What lies in a plan is built again from its recipe alone.
    void theRecipeOfAGroupHoldsThePlaces() {
        for (const layers::BuiltLayer& layer : m_layout.layers) {
            const int id = layer.table.schema().indexOf(layers::layout_field::elementId);
            const int recipe = layer.table.schema().indexOf(layers::layout_field::recipe);
            for (const gis::Feature& feature : layer.table) {
                if (recipe < 0 || gis::toText(feature.attribute(id)) != "pl.grp_s") continue;
                const auto json =
                    QJsonDocument::fromJson(QByteArray::fromStdString(gis::toText(feature.attribute(recipe)))).object();
                const auto members = json[QLatin1String("element")].toObject()[QLatin1String("members")].toArray();
                QStringList names;
                for (const QJsonValue& member : members) names << text(member.toObject(), "name");
                QStringList wanted =
                    m_told.members[QStringLiteral("pl.pf8")] + m_told.members[QStringLiteral("pl.pf9")];
                wanted.removeDuplicates();
                QCOMPARE(QSet<QString>(names.begin(), names.end()), QSet<QString>(wanted.begin(), wanted.end()));
                return;
            }
        }
        QFAIL("the group was not built");
    }
    void everyMemberOrCarrierGivesAShapeOrAReason() {
        std::size_t able = 0, built = 0;
        for (std::size_t i = 0; i < m_scheme.elements.size(); ++i) {
            const layers::SchemeElement& element = m_scheme.elements[i];
            if (element.members.empty() && element.carriers.empty()) continue;
            ++able;
            built += m_layout.reports[i].isBuilt ? 1 : 0;
        }
        QCOMPARE(able, 384U);
        qInfo("%zu of %zu elements with members or carriers have a shape", built, able);
        // Three name small rivers only, of which no layer is loaded.
        QCOMPARE(built, 381U);
        for (const char* id : {"wdk.control.02", "cn.eco_belt_綦江", "cn.control.01"})
            QVERIFY2(!fixture::report(m_layout, id).isBuilt, id);
    }
};

QTEST_GUILESS_MAIN(TestWholes)
#include "test_wholes.moc"
