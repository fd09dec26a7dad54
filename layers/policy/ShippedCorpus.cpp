// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"
#include "layers/policy/PolicyCorpus.h"

namespace layers {

namespace {

using Json = nlohmann::json;
using Strings = std::vector<std::string>;

Clause clause(const Json& json, const std::string& documentId) {
    Clause made;
    made.id = json.at("id");
    made.documentId = documentId;
    made.level = json.at("level");
    made.number = json.at("number");
    made.path = json.at("path");
    made.sequence = json.at("sequence");
    made.heading = json.at("heading");
    made.summary = json.at("summary");
    made.places = json.at("places").get<Strings>();
    made.warnings = json.value("warnings", Strings());
    return made;
}

PolicyDocument document(const Json& json) {
    PolicyDocument made;
    made.id = json.at("id");
    made.title = json.at("title");
    made.number = json.at("number");
    made.issuers = json.at("issuers").get<Strings>();
    made.dates = json.at("dates").get<Strings>();
    made.note = json.at("note");
    for (const Json& item : json.at("clauses")) made.clauses.push_back(clause(item, made.id));
    return made;
}

}  // namespace

gis::Result<PolicyCorpus> shippedCorpus() {
    const std::string name = "corpus/corpus.json";
    TUCE_TRY(bytes, gis::readResource(name));
    try {
        std::vector<PolicyDocument> documents;
        const Json json = Json::parse(bytes);
        for (const Json& item : json.at("documents")) documents.push_back(document(item));
        return PolicyCorpus(std::move(documents));
    } catch (const Json::exception& error) {
        return gis::fail(gis::ErrorCode::InvalidData, {name, {}, {}},
                         gis::message("layers", "the index of policy papers is damaged"),
                         gis::message("layers", "install the program's resources again"), error.what());
    }
}

}  // namespace layers
