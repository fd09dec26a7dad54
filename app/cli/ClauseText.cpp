// SPDX-License-Identifier: Apache-2.0
#include "app/cli/ClauseText.h"

#include <algorithm>

#include "gis/base/Message.h"
#include "layers/document/CodePoints.h"
#include "layers/policy/TextOutside.h"

namespace cli {

namespace {

Json clauseJson(const layers::Clause& clause) {
    return {{"id", clause.id},
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
            {"warnings", clause.warnings}};
}

Json headJson(const layers::PolicyDocument& document) {
    return {{"title", document.title},  {"number", document.number},     {"issuers", document.issuers},
            {"dates", document.dates},  {"encoding", document.encoding}, {"text_sha256", document.textSha256},
            {"length", document.length}};
}

Json outsideJson(const layers::PolicyDocument& document) {
    Json stretches = Json::array();
    for (const layers::OutsideText& stretch : layers::textOutside(document))
        stretches.push_back({{"start", stretch.start},
                             {"end", stretch.end},
                             {"line", stretch.line},
                             {"after", stretch.before},
                             {"text", layers::wordsOf(document, stretch)}});
    return stretches;
}

Json noticesJson(const gis::Warnings& warnings) {
    Json notices = Json::array();
    for (const gis::Warning& warning : warnings)
        notices.push_back({{"kind", warning.kind}, {"text", gis::translated(warning.text)}});
    return notices;
}

/// Writes JSON in pieces as dump(2) would write the whole.
class PieceWriter {
public:
    PieceWriter(const TextSink& sink, int depth) : m_sink(sink), m_depth(depth) {}

    void document(const ReadClauses& read) {
        m_sink("{");
        member("document", headJson(read.document));
        m_sink(",");
        line(1);
        m_sink("\"clauses\": [");
        bool first = true;
        for (const layers::Clause& clause : read.document.clauses) {
            m_sink(first ? "" : ",");
            first = false;
            line(2);
            piece(clauseJson(clause), 2);
        }
        if (!first) line(1);
        m_sink("],");
        member("outside", outsideJson(read.document));
        m_sink(",");
        member("notices", noticesJson(read.warnings));
        m_sink(",");
        member("warnings", read.document.warnings);
        line(0);
        m_sink("}");
    }

private:
    void line(int depth) { m_sink("\n" + std::string(static_cast<std::size_t>(2 * (m_depth + depth)), ' ')); }
    void piece(const Json& json, int depth) {
        // Text that is not UTF-8 (a wrongly marked file) must not stop the output.
        const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
        for (std::size_t from = 0; from <= text.size();) {
            const std::size_t end = std::min(text.find('\n', from), text.size());
            if (from > 0) line(depth);
            m_sink(std::string_view(text).substr(from, end - from));
            from = end + 1;
        }
    }
    void member(const char* name, const Json& json) {
        line(1);
        m_sink(std::string("\"") + name + "\": ");
        piece(json, 1);
    }

    const TextSink& m_sink;
    int m_depth;
};

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

void writeClausesJson(const std::vector<ReadClauses>& documents, const TextSink& sink) {
    if (documents.size() == 1) return PieceWriter(sink, 0).document(documents.front());
    sink("[");
    for (std::size_t i = 0; i < documents.size(); ++i) {
        sink(i == 0 ? "\n  " : ",\n  ");
        PieceWriter(sink, 1).document(documents[i]);
    }
    sink(documents.empty() ? "]" : "\n]");
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
