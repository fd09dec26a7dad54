// SPDX-License-Identifier: Apache-2.0
#include "layers/project/CorpusStore.h"

#include <map>

#include "layers/project/PlanJson.h"
#include "layers/project/ProjectTables.h"
#include "layers/project/RowSync.h"

namespace layers {

namespace {

using Texts = std::vector<std::string>;

const Texts documentColumns{"id",   "document_id", "title",       "number", "issuers", "dates",
                            "note", "encoding",    "text_sha256", "text",   "length",  "warnings"};
const Texts clauseColumns{"id",     "clause_id",    "document_id",    "position",    "level",      "number",
                          "path",   "sequence",     "occurrence",     "heading",     "text",       "summary",
                          "places", "start_offset", "heading_offset", "body_offset", "end_offset", "warnings"};

std::int64_t number(std::size_t value) { return static_cast<std::int64_t>(value); }
std::size_t size(const gis::Value& value) {
    return static_cast<std::size_t>(std::max<std::int64_t>(0, integerOf(value)));
}
std::string listText(const Texts& texts) { return textOf(PlanJson(texts)); }
Texts listFrom(const gis::Value& value) { return planJsonFromText(gis::toText(value)).get<Texts>(); }

std::string selectAll(const Texts& columns, const char* table, const char* order) {
    std::string list;
    for (const std::string& column : columns) list += (list.empty() ? "" : ",") + column;
    return "SELECT " + list + " FROM " + table + " ORDER BY " + order;
}

Row documentRow(const PolicyDocument& document) {
    return {document.key,
            document.id,
            document.title,
            document.number,
            listText(document.issuers),
            listText(document.dates),
            document.note,
            document.encoding,
            document.textSha256,
            document.text,
            number(document.length),
            listText(document.warnings)};
}

PolicyDocument documentOf(const Row& row) {
    PolicyDocument document;
    document.key = integerOf(row[0]);
    document.id = gis::toText(row[1]);
    document.title = gis::toText(row[2]);
    document.number = gis::toText(row[3]);
    document.issuers = listFrom(row[4]);
    document.dates = listFrom(row[5]);
    document.note = gis::toText(row[6]);
    document.encoding = gis::toText(row[7]);
    document.textSha256 = gis::toText(row[8]);
    document.text = gis::toText(row[9]);
    document.length = size(row[10]);
    document.warnings = listFrom(row[11]);
    return document;
}

Row clauseRow(const Clause& clause, const std::string& documentId, std::size_t position) {
    return {clause.key,
            clause.id,
            documentId,
            number(position),
            clause.level,
            clause.number,
            clause.path,
            std::int64_t{clause.sequence},
            std::int64_t{clause.occurrence},
            clause.heading,
            clause.text,
            clause.summary,
            listText(clause.places),
            number(clause.start),
            number(clause.headingStart),
            number(clause.bodyStart),
            number(clause.end),
            listText(clause.warnings)};
}

Clause clauseOf(const Row& row) {
    Clause clause;
    clause.key = integerOf(row[0]);
    clause.id = gis::toText(row[1]);
    clause.documentId = gis::toText(row[2]);
    clause.level = gis::toText(row[4]);
    clause.number = gis::toText(row[5]);
    clause.path = gis::toText(row[6]);
    clause.sequence = static_cast<int>(integerOf(row[7]));
    clause.occurrence = static_cast<int>(integerOf(row[8]));
    clause.heading = gis::toText(row[9]);
    clause.text = gis::toText(row[10]);
    clause.summary = gis::toText(row[11]);
    clause.places = listFrom(row[12]);
    clause.start = size(row[13]);
    clause.headingStart = size(row[14]);
    clause.bodyStart = size(row[15]);
    clause.end = size(row[16]);
    clause.warnings = listFrom(row[17]);
    return clause;
}

}  // namespace

gis::Result<PolicyCorpus> readCorpus(const gis::SqliteDatabase& database) {
    TUCE_TRY(documentRows, readRows(database, selectAll(documentColumns, project_table::documents, "id")));
    TUCE_TRY(clauseRows, readRows(database, selectAll(clauseColumns, project_table::clauses, "position, id")));
    try {
        std::vector<PolicyDocument> documents;
        std::map<std::string, std::size_t> places;
        for (const Row& row : documentRows) {
            places.emplace(gis::toText(row[1]), documents.size());
            documents.push_back(documentOf(row));
        }
        for (const Row& row : clauseRows)
            if (const auto place = places.find(gis::toText(row[2])); place != places.end())
                documents[place->second].clauses.push_back(clauseOf(row));
        return PolicyCorpus(std::move(documents));
    } catch (const std::exception& error) {
        return gis::fail(gis::ErrorCode::Unreadable, {database.path(), project_table::clauses, {}},
                         gis::message("layers", "the policy documents cannot be read"),
                         gis::message("layers", "restore the project from a copy"), error.what());
    }
}

gis::Result<void> writeCorpus(const gis::SqliteDatabase& database, const PolicyCorpus& corpus) {
    WantedRows documents{project_table::documents, documentColumns, 1, {}, {}};
    WantedRows clauses{project_table::clauses, clauseColumns, 1, {}, {}};
    for (const auto& document : corpus.documents()) {
        documents.rows.push_back(documentRow(*document));
        for (std::size_t i = 0; i < document->clauses.size(); ++i)
            clauses.rows.push_back(clauseRow(document->clauses[i], document->id, i));
    }
    TUCE_CHECK(syncRows(database, documents));
    return syncRows(database, clauses);
}

}  // namespace layers
