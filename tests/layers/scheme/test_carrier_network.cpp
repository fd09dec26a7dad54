// SPDX-License-Identifier: Apache-2.0
// The way along a carrier's lines: made networks with an answer one can see, then real rivers and railways.
#include <QtTest>

#include "layers/scheme/CarrierNetwork.h"
#include "tests/layers/scheme/Fixture.h"

using layers::LinePath;
using layers::NetworkPath;
using Places = std::vector<gis::Coordinate>;

namespace {

layers::NetworkLimits limits() { return {1, 100, 50, 20}; }

std::vector<NetworkPath> paths(const std::vector<LinePath>& lines, const Places& places) {
    return layers::networkPaths(lines, places, limits());
}

bool passes(const LinePath& path, gis::Coordinate position) {
    return layers::nearestOnPath(path, position).distance < 1e-6;
}

}  // namespace

class TestCarrierNetwork : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLineIsCutAtTheOutermostPlaces() {
        const LinePath line{{0, 0}, {1000, 0}, {1000, 1000}};
        const auto found = paths({line}, {{200, 30}, {1030, 600}});
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].parts, (std::vector<LinePath>{{{200, 0}, {1000, 0}, {1000, 600}}}));
        QCOMPARE(found[0].places, (std::set<std::size_t>{0, 1}));
        QCOMPARE(found[0].longestBridge, 0.0);
        QVERIFY(!found[0].isReordered);
    }
    void placesOutOfOrderDoNotTurnBack() {
        const LinePath line{{0, 0}, {3000, 0}};
        const auto found = paths({line}, {{1500, 0}, {2500, 0}, {500, 0}});
        QCOMPARE(found.size(), 1U);
        QVERIFY(found[0].isReordered);
        QCOMPARE(layers::pathLength(found[0].parts.front()), 2000.0);
        QCOMPARE(found[0].parts.size(), 1U);
    }
    void aLoopIsTakenThroughItsMembers() {
        // A square of side 1000, open nowhere; the short way from the first to the last is one side.
        const LinePath ring{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}, {0, 0}};
        const auto direct = paths({ring}, {{0, 200}, {200, 0}});
        QCOMPARE(layers::pathLength(direct[0].parts.front()), 400.0);
        const auto around = paths({ring}, {{0, 200}, {0, 900}, {900, 1000}, {1000, 100}, {200, 0}});
        QCOMPARE(around[0].parts.size(), 1U);
        QCOMPARE(layers::pathLength(around[0].parts.front()), 3600.0);
        QVERIFY(passes(around[0].parts.front(), {1000, 500}));
        QVERIFY(!passes(around[0].parts.front(), {100, 0}));
    }
    void theShorterOfTwoChannelsIsTakenUnlessAPlaceLiesOnTheOther() {
        const std::vector<LinePath> lines{{{0, 0}, {1000, 0}},
                                          {{1000, 0}, {2000, 0}},
                                          {{1000, 0}, {1000, 800}, {2000, 800}, {2000, 0}},
                                          {{2000, 0}, {3000, 0}}};
        QCOMPARE(layers::pathLength(paths(lines, {{100, 0}, {2900, 0}})[0].parts.front()), 2800.0);
        const auto longer = paths(lines, {{100, 0}, {1500, 810}, {2900, 0}});
        QCOMPARE(longer[0].parts.size(), 1U);
        QCOMPARE(layers::pathLength(longer[0].parts.front()), 4400.0);
    }
    void aGapIsBridgedOnlyAsFarAsAllowed() {
        const auto bridged = paths({{{0, 0}, {1000, 0}}, {{2000, 0}, {1090, 0}}}, {{100, 0}, {1900, 0}});
        QCOMPARE(bridged.size(), 1U);
        QCOMPARE(bridged[0].longestBridge, 90.0);
        QCOMPARE(layers::pathLength(bridged[0].parts.front()), 1800.0);
        // 101 m are too many: neither part has two places.
        QVERIFY(paths({{{0, 0}, {1000, 0}}, {{2000, 0}, {1101, 0}}}, {{100, 0}, {1900, 0}}).empty());
        // Each part with two places of its own is a way of its own, that with more places first.
        const auto apart =
            paths({{{0, 0}, {1000, 0}}, {{1200, 0}, {3000, 0}}}, {{100, 0}, {900, 0}, {1300, 0}, {2000, 0}, {2900, 0}});
        QCOMPARE(apart.size(), 2U);
        QCOMPARE(apart[0].places, (std::set<std::size_t>{2, 3, 4}));
        QCOMPARE(layers::pathLength(apart[1].parts.front()), 800.0);
    }
    void anEndNearTheMiddleOfAnotherLineIsAJunction() {
        const std::vector<LinePath> lines{{{0, 0}, {2000, 0}}, {{1000, 0.5}, {1000, 900}}};
        const auto found = paths(lines, {{100, 0}, {1000, 800}});
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].longestBridge, 0.0);
        QVERIFY(qAbs(layers::pathLength(found[0].parts.front()) - 1700) < 1);
        const std::vector<LinePath> away{{{0, 0}, {2000, 0}}, {{1000, 60}, {1000, 900}}};
        QCOMPARE(paths(away, {{100, 0}, {1000, 800}})[0].longestBridge, 60.0);
    }
    void twoBranchesBothReachTheirPlaces() {
        // A trunk that divides: one place on the trunk, one on each branch.
        const std::vector<LinePath> lines{{{0, 0}, {1000, 0}}, {{1000, 0}, {3000, 1000}}, {{1000, 0}, {2000, -1000}}};
        const auto found = paths(lines, {{100, 0}, {2000, -1000}, {3000, 1000}});
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].parts.size(), 2U);
        QCOMPARE(found[0].places.size(), 3U);
        const double whole = layers::pathLength(found[0].parts[0]) + layers::pathLength(found[0].parts[1]);
        QVERIFY(qAbs(whole - (900 + std::hypot(2000, 1000) + std::hypot(1000, 1000))) < 1e-6);
        for (const gis::Coordinate end : {gis::Coordinate{100, 0}, {2000, -1000}, {3000, 1000}})
            QVERIFY(passes(found[0].parts[0], end) || passes(found[0].parts[1], end));
    }
    void aStubBesideTheWayIsNoBranch() {
        const std::vector<LinePath> lines{{{0, 0}, {2000, 0}}, {{1000, 0}, {1000, 40}}};
        const auto found = paths(lines, {{100, 0}, {1000, 41}, {1900, 0}});
        QCOMPARE(found[0].parts, (std::vector<LinePath>{{{100, 0}, {1000, 0}, {1900, 0}}}));
        QCOMPARE(found[0].places.size(), 3U);
    }
    void placesThatAreFarDoNotCount() {
        const LinePath line{{0, 0}, {2000, 0}};
        QVERIFY(paths({line}, {{100, 60}, {1900, 60}}).empty());
        // Beyond the end of the line only 20 are allowed, beside it 50.
        QVERIFY(paths({line}, {{100, 40}, {2030, 0}}).empty());
        QCOMPARE(paths({line}, {{100, 40}, {2010, 0}}).size(), 1U);
        QVERIFY(paths({line}, {}).empty());
        QVERIFY(paths({}, {{0, 0}, {1, 1}}).empty());
        QVERIFY(paths({{{5, 5}}, {}, {{1, 1}, {1, 1}}}, {{0, 0}, {1, 1}}).empty());
        QVERIFY(paths({line}, {{500, 0}, {500, 0}}).empty());
    }
    void theSameWhateverTheOrderOfTheLines() {
        std::vector<LinePath> lines{{{0, 0}, {1000, 0}}, {{1050, 0}, {2000, 0}}, {{2000, 0}, {2000, 1000}}};
        const Places places{{100, 0}, {1500, 10}, {2000, 900}};
        const auto first = paths(lines, places);
        std::reverse(lines.begin(), lines.end());
        for (LinePath& line : lines) std::reverse(line.begin(), line.end());
        const auto second = paths(lines, places);
        QCOMPARE(first.size(), 1U);
        QCOMPARE(second[0].parts, first[0].parts);
    }

    void railwayAlongALoadedLineThatIsCalledShorter() {
        if (!fixture::hasShared()) QSKIP("no shared data");
        const layers::BaseLayers base = fixture::base(
            {fixture::shared("data/admin.gpkg|county"), fixture::shared("data/transport.gpkg|hsr_line_2016")});
        QCOMPARE(base.lineName("成渝高铁"), std::string("成渝"));
        QVERIFY(!base.isNameOf("成渝", "成渝高铁"));
        QVERIFY(base.lineName("成渝高速公路").empty());
        QVERIFY(base.lineName("成渝铁路").empty());  // the old one runs elsewhere
        const auto scheme = layers::schemeFromJson(
            R"({"elements":[{"id":"a","kind":"axis","name":"轴","carriers":[{"name":"成渝高铁","kind":"railway"}],
                "members":[{"name":"内江市东兴区","adcode":"511011"},{"name":"永川区","adcode":"500118"},
                           {"name":"荣昌区","adcode":"500153"},{"name":"简阳市","adcode":"510185"}]}]})",
            "a");
        QVERIFY(scheme);
        const layers::BuiltLayout layout = fixture::build(*scheme, base);
        const gis::Feature axis = fixture::feature(layout, "a");
        QVERIFY(!fixture::report(layout, "a").isSchematic);
        QCOMPARE(axis.geometry().dimension(), 1);
        const auto has = [&layout](const char* kind) {
            return std::any_of(layout.warnings.begin(), layout.warnings.end(),
                               [kind](const gis::Warning& warning) { return warning.kind == kind; });
        };
        QVERIFY(has("line_by_stem"));
        QVERIFY(has("order_along"));
        // Jianyang to Yongchuan: 170 km by rail, within what a generalised line leaves away.
        const double length = layers::pathLength(layers::pathsOf(axis.geometry()).front());
        QVERIFY2(length > 140'000 && length < 200'000, qPrintable(QString::number(length)));
    }
    void aRiverInManyPiecesIsOneWay() {
        if (!fixture::hasShared()) QSKIP("no shared data");
        const layers::BaseLayers base =
            fixture::base({fixture::shared("data/admin.gpkg|county"), fixture::shared("data/hydro.gpkg|river_wdb")});
        QCOMPARE(base.lineName("长江黄金水道"), std::string("长江"));
        const auto scheme = layers::schemeFromJson(
            R"({"elements":[{"id":"a","kind":"axis","name":"轴","carriers":[{"name":"长江黄金水道","kind":"waterway"}],
                "members":[{"name":"翠屏区","adcode":"511502"},{"name":"江阳区","adcode":"510502"},
                           {"name":"江津区","adcode":"500116"}]},
               {"id":"far","kind":"axis","name":"远","carriers":[{"name":"长江","kind":"waterway"},
                {"name":"岷江","kind":"waterway"}],
                "members":[{"name":"翠屏区","adcode":"511502"},{"name":"江津区","adcode":"500116"}]}]})",
            "a");
        QVERIFY(scheme);
        const layers::BuiltLayout layout = fixture::build(*scheme, base);
        const gis::Feature axis = fixture::feature(layout, "a");
        QVERIFY(!fixture::report(layout, "a").isSchematic);
        QCOMPARE(layers::pathsOf(axis.geometry()).size(), 1U);
        const auto touches = [&layout](const char* kind, const char* element) {
            return std::any_of(layout.warnings.begin(), layout.warnings.end(), [&](const gis::Warning& warning) {
                return warning.kind == kind && warning.subject.feature == element;
            });
        };
        QVERIFY(touches("carrier_touches_none", "far"));  // Jiangjin is far from the Min
        QVERIFY(!touches("carrier_touches_none", "a"));
    }
    void aRiverInTwoLayersCountsOnce() {
        if (!fixture::hasShared()) QSKIP("no shared data");
        const auto scheme = layers::schemeFromJson(
            R"({"elements":[{"id":"a","kind":"waterway","name":"航道","carriers":[{"name":"长江","kind":"waterway"}]}]})",
            "a");
        QVERIFY(scheme);
        const auto lengthOver = [&scheme](const std::vector<std::string>& rivers) {
            std::vector<std::string> all{fixture::shared("data/admin.gpkg|county")};
            for (const std::string& river : rivers) all.push_back(fixture::shared(river));
            const layers::BuiltLayout layout = fixture::build(*scheme, fixture::base(all));
            return layers::pathLength(layers::pathsOf(fixture::feature(layout, "a").geometry()).front());
        };
        const double once = lengthOver({"data/hydro.gpkg|river_named"});
        QVERIFY2(once > 600'000 && once < 1'100'000, qPrintable(QString::number(once)));
        QVERIFY(qAbs(lengthOver({"data/hydro.gpkg"}) - once) < 0.01 * once);
    }
    void carriersSideBySideMakeNoWayThereAndBack() {
        if (!fixture::hasShared()) QSKIP("no shared data");
        const layers::BaseLayers base =
            fixture::base({fixture::shared("data/admin.gpkg|county"), fixture::shared("data/admin.gpkg|prefecture"),
                           fixture::shared("data/transport.gpkg")});
        const auto scheme = layers::schemeFromJson(
            R"({"elements":[{"id":"a","kind":"axis","name":"轴","carriers":[{"name":"成渝高铁","kind":"railway"},
                {"name":"成渝高速公路","kind":"expressway"}],
                "members":[{"name":"内江市","adcode":"511000","level":"prefecture"},
                           {"name":"自贡市","adcode":"510300","level":"prefecture"},
                           {"name":"荣昌区","adcode":"500153","level":"county"}]}]})",
            "a");
        QVERIFY(scheme);
        const layers::BuiltLayout layout = fixture::build(*scheme, base);
        double length = 0;
        for (const LinePath& path : layers::pathsOf(fixture::feature(layout, "a").geometry()))
            length += layers::pathLength(path);
        // Zigong to Neijiang is about 36 km as the crow flies, Neijiang to Rongchang 56.
        QVERIFY2(length > 85'000 && length < 115'000, qPrintable(QString::number(length)));
    }
    void theRecipeStatesTheDistances() {
        const layers::BuiltLayout layout =
            fixture::build(fixture::sampleScheme("chuannan.json"), fixture::sampleBase());
        std::size_t paths = 0;
        for (const layers::ElementReport& report : layout.reports) {
            if (!report.isBuilt || report.builder != "path") continue;
            const gis::Feature axis = *layout.layer(report.layer)->table.find(report.feature);
            const std::string recipe =
                gis::toText(axis.attribute(layout.layer(report.layer)->table.schema().indexOf("recipe")));
            for (const char* parameter : {"anchor_km", "join_km", "gap_km"})
                QVERIFY(recipe.find("\"" + std::string(parameter) + "\":") != std::string::npos);
            ++paths;
        }
        QVERIFY(paths > 0);
    }
};

QTEST_GUILESS_MAIN(TestCarrierNetwork)
#include "test_carrier_network.moc"
