// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QtTest>

#include "layers/edit/NamesEdit.h"
#include "layers/project/ProjectGazetteer.h"
#include "layers/project/ProjectStore.h"

namespace {

layers::LayerPtr boundaries(const std::vector<std::pair<std::string, std::string>>& units) {
    auto layer = std::make_shared<layers::Layer>();
    layer->id = gis::LayerId{1};
    layer->name = "县界";
    layer->kind = layers::LayerKind::Boundary;
    layer->nameField = "name";
    layer->idField = "gb";
    const gis::Schema schema({{"gb", gis::FieldType::Text, {}}, {"name", gis::FieldType::Text, {}}});
    std::vector<gis::Feature> features;
    std::int64_t id = 1;
    for (const auto& [code, name] : units)
        features.emplace_back(gis::FeatureId{id++}, gis::Geometry(), std::vector<gis::Value>{code, name});
    layer->table = gis::FeatureTable(schema, gis::CoordinateReferenceSystem::cgcs2000(), features);
    return layer;
}

layers::ProjectSnapshot plan(const std::vector<std::pair<std::string, std::string>>& units) {
    layers::ProjectSnapshot snapshot;
    snapshot.info.crsCode = "EPSG:4490";
    snapshot.layers.push_back(boundaries(units));
    return snapshot;
}

std::string codeIn(const layers::Gazetteer& gazetteer, const char* text, const char* name) {
    for (const auto& match : gazetteer.matches(text))
        if (gazetteer.entries()[match.entry].name == name)
            return match.isAmbiguous() ? "ambiguous" : gazetteer.entries()[match.entry].adcode;
    return "none";
}

}  // namespace

class TestProjectGazetteer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void boundaryLayersAddTheirNames() {
        const auto snapshot = plan({{"156511002", "市中区"},
                                    {"156511102", "市中区"},
                                    {"156511011", "东兴区"},
                                    {"156623001", "合作市"},
                                    {"156511703", "通川区"},
                                    {"156500240", "石柱土家族自治县"}});
        const auto gazetteer = layers::gazetteerOf(snapshot);
        QVERIFY(gazetteer);
        QCOMPARE(codeIn(*gazetteer, "东兴区、市中区", "市中区"), std::string("511002"));
        QCOMPARE(codeIn(*gazetteer, "乐山市市中区", "市中区"), std::string("511102"));
        QCOMPARE(codeIn(*gazetteer, "内江市中区", "市中区"), std::string("511002"));
        QCOMPARE(codeIn(*gazetteer, "市中区", "市中区"), std::string("ambiguous"));
        QCOMPARE(codeIn(*gazetteer, "深化合作", "合作市"), std::string("none"));
        QCOMPARE(codeIn(*gazetteer, "畅通川渝", "通川区"), std::string("none"));
        QCOMPARE(codeIn(*gazetteer, "通川、达川", "通川区"), std::string("511703"));
        QCOMPARE(codeIn(*gazetteer, "石柱、丰都", "石柱土家族自治县"), std::string("500240"));
    }
    void aNameAcrossTwoWordsIsNone() {
        const auto gazetteer = layers::gazetteerOf(plan({{"511525", "高县"},
                                                         {"513336", "乡城县"},
                                                         {"511523", "江安县"},
                                                         {"510402", "东区"},
                                                         {"510923", "大英县"},
                                                         {"510107", "武侯区"},
                                                         {"510400", "攀枝花市"}}));
        QVERIFY(gazetteer);
        for (const char* text : {"提高县域经济发展水平", "做强县域经济", "统筹城乡城镇化建设", "保障长江安全",
                                 "高新区东区", "大英博物馆", "武侯祠景区"})
            for (const char* name : {"高县", "乡城县", "江安县", "东区", "大英县", "武侯区"})
                QVERIFY2(codeIn(*gazetteer, text, name) == "none", text);
        QCOMPARE(codeIn(*gazetteer, "提高高县域内水平", "高县"), std::string("511525"));
        QCOMPARE(codeIn(*gazetteer, "宜宾、高县、珙县", "高县"), std::string("511525"));
        QCOMPARE(codeIn(*gazetteer, "支持乡城、稻城发展", "乡城县"), std::string("513336"));
        QCOMPARE(codeIn(*gazetteer, "江安、长宁", "江安县"), std::string("511523"));
        QCOMPARE(codeIn(*gazetteer, "攀枝花市东区", "东区"), std::string("510402"));
        QCOMPARE(codeIn(*gazetteer, "大英、射洪", "大英县"), std::string("510923"));
    }
    void aShortNameOfTwoLevelsMeansTheUpper() {
        const auto gazetteer = layers::gazetteerOf(plan({{"511602", "广安区"}}));
        QVERIFY(gazetteer);
        QCOMPARE(codeIn(*gazetteer, "广安与邻水", "广安市"), std::string("511600"));
        QCOMPARE(codeIn(*gazetteer, "广安区与邻水", "广安区"), std::string("511602"));
    }
    void aUnitThatIsKnownIsNotAddedAgain() {
        const auto shipped = layers::shippedGazetteer().value().entries().size();
        QCOMPARE(layers::gazetteerOf(plan({{"500101", "万州区"}})).value().entries().size(), shipped);
        QCOMPARE(layers::gazetteerOf(plan({{"", "万州区"}})).value().entries().size(), shipped);
        QCOMPARE(layers::gazetteerOf(plan({{"500237", "巫山县"}})).value().entries().size(), shipped + 1);
        QCOMPARE(layers::gazetteerOf(layers::ProjectSnapshot()).value().entries().size(), shipped);
    }

    void usersNamesAreStoredUndoneAndRead() {
        const auto names = layers::userNamesFromJson(R"({"entries":[{"name":"新田港","kind":"port"}]})", "").value();
        auto before = std::make_shared<const layers::ProjectSnapshot>(plan({{"500101", "万州区"}}));
        const auto change = layers::addUserNames(*before, names);
        QVERIFY(change);
        QCOMPARE(change->changes.size(), std::size_t{1});
        const auto after = layers::applied(before, *change);
        QVERIFY(after);
        QCOMPARE(layers::gazetteerOf(**after).value().placeNames("新田港"), std::vector<std::string>{"新田港"});
        QVERIFY(layers::userNamesOf(**after).value().entries == names.entries);
        // The same again changes nothing, another spelling takes the entry's place.
        QVERIFY(layers::addUserNames(**after, names).value().isEmpty());
        auto more = names;
        more.entries[0].spellings.push_back("新田作业区");
        const auto next = layers::applied(*after, layers::addUserNames(**after, more).value());
        QVERIFY(layers::userNamesOf(**next).value().entries == more.entries);
        const auto undone = layers::applied(*after, change->inverted());
        QVERIFY((*undone)->samePlan(*before));

        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("p.gpkg")).toStdString();
        const auto saved = layers::createProject(path, **next, gis::Overwrite::No);
        QVERIFY2(saved, saved ? "" : gis::describe(saved.error()).c_str());
        const auto opened = layers::openProject(path);
        QVERIFY(opened);
        QVERIFY(layers::userNamesOf(*opened->snapshot).value().entries == more.entries);
    }

    void theCacheFollowsThePlan() {
        layers::GazetteerCache cache;
        const auto first = plan({{"500237", "巫山县"}});
        const auto same = cache.of(first).value();
        QCOMPARE(&cache.of(first).value().entries(), &same.entries());
        QCOMPARE(&cache.of(plan({{"500237", "巫山县"}})).value().entries(), &same.entries());
        const auto other = cache.of(plan({{"500236", "奉节县"}})).value();
        QVERIFY(other.find("奉节县") != nullptr);
        QVERIFY(other.find("巫山县") == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestProjectGazetteer)
#include "test_project_gazetteer.moc"
