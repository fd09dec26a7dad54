// SPDX-License-Identifier: Apache-2.0
#include "layers/project/PlanJson.h"

namespace layers {

PlanJson clauseJson(const Clause& clause) {
    return {{"key", clause.key},
            {"id", clause.id},
            {"level", clause.level},
            {"number", clause.number},
            {"path", clause.path},
            {"sequence", clause.sequence},
            {"occurrence", clause.occurrence},
            {"heading", clause.heading},
            {"text", clause.text},
            {"summary", clause.summary},
            {"places", clause.places},
            {"offsets", {clause.start, clause.headingStart, clause.bodyStart, clause.end}},
            {"warnings", clause.warnings}};
}

Clause clauseFrom(const PlanJson& json, const std::string& documentId) {
    Clause clause;
    clause.key = json.at("key").get<std::int64_t>();
    clause.id = json.at("id").get<std::string>();
    clause.documentId = documentId;
    clause.level = json.at("level").get<std::string>();
    clause.number = json.at("number").get<std::string>();
    clause.path = json.at("path").get<std::string>();
    clause.sequence = json.at("sequence").get<int>();
    clause.occurrence = json.at("occurrence").get<int>();
    clause.heading = json.at("heading").get<std::string>();
    clause.text = json.at("text").get<std::string>();
    clause.summary = json.at("summary").get<std::string>();
    clause.places = json.at("places").get<std::vector<std::string>>();
    const auto offsets = json.at("offsets").get<std::array<std::size_t, 4>>();
    clause.start = offsets[0];
    clause.headingStart = offsets[1];
    clause.bodyStart = offsets[2];
    clause.end = offsets[3];
    clause.warnings = json.at("warnings").get<std::vector<std::string>>();
    return clause;
}

PlanJson documentJson(const PolicyDocument& document) {
    PlanJson clauses = PlanJson::array();
    for (const Clause& clause : document.clauses) clauses.push_back(clauseJson(clause));
    return {{"key", document.key},
            {"id", document.id},
            {"title", document.title},
            {"number", document.number},
            {"issuers", document.issuers},
            {"dates", document.dates},
            {"note", document.note},
            {"encoding", document.encoding},
            {"text_sha256", document.textSha256},
            {"text", document.text},
            {"length", document.length},
            {"warnings", document.warnings},
            {"clauses", std::move(clauses)}};
}

PolicyDocument documentFrom(const PlanJson& json) {
    PolicyDocument document;
    document.key = json.at("key").get<std::int64_t>();
    document.id = json.at("id").get<std::string>();
    document.title = json.at("title").get<std::string>();
    document.number = json.at("number").get<std::string>();
    document.issuers = json.at("issuers").get<std::vector<std::string>>();
    document.dates = json.at("dates").get<std::vector<std::string>>();
    document.note = json.at("note").get<std::string>();
    document.encoding = json.at("encoding").get<std::string>();
    document.textSha256 = json.at("text_sha256").get<std::string>();
    document.text = json.at("text").get<std::string>();
    document.length = json.at("length").get<std::size_t>();
    document.warnings = json.at("warnings").get<std::vector<std::string>>();
    for (const PlanJson& clause : json.at("clauses")) document.clauses.push_back(clauseFrom(clause, document.id));
    return document;
}

}  // namespace layers
