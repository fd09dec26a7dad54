// SPDX-License-Identifier: Apache-2.0
#include "app/cli/ClauseText.h"

#include <algorithm>

#include "gis/base/Message.h"
#include "layers/document/CodePoints.h"

namespace cli {

namespace {

Json documentJson(const layers::PolicyDocument& document) {
    Json clauses = Json::array();
    for (const layers::Clause& clause : document.clauses)
        clauses.push_back(Json{{"id", clause.id},
                               {"level", clause.level},
                               {"number", clause.number},
                               {"path", clause.path},
                               {"sequence", clause.sequence},
                               {"heading", clause.heading},
                               {"text", clause.text},
                               {"start", clause.start},
                               {"heading_start", clause.headingStart},
                               {"body_start", clause.bodyStart},
                               {"end", clause.end},
                               {"occurrence", clause.occurrence},
                               {"warnings", clause.warnings}});
    return Json{{"document",
                 {{"title", document.title},
                  {"number", document.number},
                  {"issuers", document.issuers},
                  {"dates", document.dates},
                  {"encoding", document.encoding},
                  {"text_sha256", document.textSha256},
                  {"length", document.length}}},
                {"clauses", std::move(clauses)},
                {"warnings", document.warnings}};
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : "、") + text;
    return all;
}

/// The heading, or the first words of a clause without one.
std::string opening(const layers::Clause& clause) {
    if (!clause.heading.empty()) return clause.heading;
    constexpr std::size_t shown = 30;
    std::u32string text = layers::toCodePoints(clause.text);
    if (const auto end = text.find_first_of(U"\r\n"); end != std::u32string::npos) text.resize(end);
    return text.size() <= shown ? layers::toUtf8(text) : layers::toUtf8(text.substr(0, shown)) + "…";
}

}  // namespace

Json clausesJson(const std::vector<layers::PolicyDocument>& documents) {
    if (documents.size() == 1) return documentJson(documents.front());
    Json all = Json::array();
    for (const layers::PolicyDocument& document : documents) all.push_back(documentJson(document));
    return all;
}

std::string clauseOutline(const layers::PolicyDocument& document) {
    std::string outline = document.title;
    for (const std::string& line : {document.number, joined(document.issuers), joined(document.dates)})
        if (!line.empty()) outline += "\n" + line;
    for (const layers::Clause& clause : document.clauses) {
        const auto depth = static_cast<std::size_t>(std::count(clause.path.begin(), clause.path.end(), '/'));
        outline += "\n" + std::string(depth * 2, ' ') + clause.number + " " + opening(clause);
    }
    return outline + "\n" +
           gis::translated(gis::message("cli", "%1 clauses, encoding %2",
                                        {std::to_string(document.clauses.size()), document.encoding}));
}

}  // namespace cli
