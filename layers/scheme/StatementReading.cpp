// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/StatementReading.h"

#include <cmath>
#include <utility>

#include "gis/base/Resources.h"

namespace layers {
namespace {

constexpr const char* statusName = "schemes/status.json";
constexpr double greatestOffset = 1e9;

constexpr std::pair<const char*, FactType> factWords[] = {
    {"measured", FactType::Measured}, {"status", FactType::Measured},
    {"target", FactType::Target},     {"lower_bound", FactType::LowerBound},
    {"about", FactType::About},       {"target_qualitative", FactType::Qualitative}};

gis::Result<std::optional<int>> whole(const JsonReading& reading, const char* member, double least, double most) {
    TUCE_TRY(number, reading.number(member, least, most));
    if (number && *number != std::floor(*number))
        return reading.wrong(member, gis::message("layers", "must be a whole number"));
    return number ? std::optional(static_cast<int>(*number)) : std::optional<int>();
}

/// A member that may be written as a bare text: true if it is one.
bool isText(const JsonReading& reading, const char* member) {
    const auto found = reading.json().find(member);
    return found != reading.json().end() && found->is_string();
}

gis::Result<SchemeFact> readFact(const JsonReading& reading) {
    constexpr double greatestValue = 1e18;
    SchemeFact fact;
    TUCE_TRY(indicator, reading.requiredText("indicator"));
    TUCE_TRY(value, reading.number("value", -greatestValue, greatestValue));
    TUCE_TRY(unit, reading.text("unit"));
    TUCE_TRY(year, whole(reading, "year", 1, 9999));
    TUCE_TRY(start, whole(reading, "start", 0, greatestOffset));
    TUCE_TRY(end, whole(reading, "end", 0, greatestOffset));
    TUCE_TRY(word, reading.text("type"));
    fact = {indicator, value, unit, year, FactType::Measured, start, end};
    if (word.empty()) return fact;
    for (const auto& [known, type] : factWords) {
        if (word != known) continue;
        fact.type = type;
        return fact;
    }
    return reading.wrong(
        "type", gis::message("layers", "must be measured, target, lower_bound, about or target_qualitative, not \"%1\"",
                             {word}));
}

gis::Result<SchemeRelation> readRelation(const JsonReading& reading) {
    TUCE_TRY(type, reading.requiredText("type"));
    TUCE_TRY(target, reading.requiredText("target"));
    TUCE_TRY(inferred, reading.boolean("inferred"));
    return SchemeRelation{type, target, inferred};
}

gis::Result<void> readQuote(const JsonReading& reading, SchemeElement& element) {
    if (isText(reading, "anchor")) {
        TUCE_TRY(text, reading.text("anchor"));
        element.quote.text = text;
        return {};
    }
    TUCE_TRY(anchor, reading.object("anchor"));
    if (!anchor) return {};
    TUCE_TRY(text, anchor->text("text"));
    TUCE_TRY(start, whole(*anchor, "start", 0, greatestOffset));
    TUCE_TRY(end, whole(*anchor, "end", 0, greatestOffset));
    TUCE_TRY(hits, whole(*anchor, "hits", 0, greatestOffset));
    element.quote = {text, start, end, hits};
    return {};
}

gis::Result<void> readClause(const JsonReading& reading, SchemeElement& element) {
    const gis::Message missing = gis::message("layers", "is missing or empty");
    if (isText(reading, "clause")) {
        TUCE_TRY(id, reading.text("clause"));
        if (id.empty()) return reading.wrong("clause.id", missing);
        element.clauseId = id;
        return {};
    }
    TUCE_TRY(clause, reading.object("clause"));
    if (!clause) return {};
    TUCE_TRY(id, clause->text("id"));
    if (id.empty()) return reading.wrong("clause.id", missing);
    TUCE_TRY(number, clause->text("number"));
    TUCE_TRY(heading, clause->text("heading"));
    element.clauseId = id;
    element.clauseNumber = number;
    element.clauseHeading = heading;
    return {};
}

gis::Result<void> readStatus(const JsonReading& reading, SchemeElement& element) {
    if (isText(reading, "status")) {
        TUCE_TRY(word, reading.text("status"));
        element.statusClass = word;
        return {};
    }
    TUCE_TRY(status, reading.object("status"));
    if (!status) return {};
    TUCE_TRY(wording, status->text("wording"));
    TUCE_TRY(word, status->text("cls"));
    element.statusWording = wording;
    element.statusClass = word;
    return {};
}

gis::Result<StatusClass> readStatusClass(const JsonReading& reading) {
    TUCE_TRY(word, reading.requiredText("cls"));
    TUCE_TRY(title, reading.requiredText("title"));
    TUCE_TRY(english, reading.text("title_en"));
    TUCE_TRY(stage, whole(reading, "stage", 0, 100));
    return StatusClass{word, title, english, stage.value_or(0)};
}

}  // namespace

const char* factWord(FactType type) {
    for (const auto& [word, known] : factWords)
        if (known == type) return word;
    return "";
}

const StatusClass* StatusClasses::find(const std::string& word) const {
    for (const StatusClass& found : classes)
        if (found.word == word) return &found;
    return nullptr;
}

int StatusClasses::stage(const std::string& word) const {
    const StatusClass* found = find(word);
    return found == nullptr ? 0 : found->stage;
}

gis::Result<StatusClasses> statusClassesFromJson(const std::string& bytes, const std::string& name) {
    TUCE_TRY(document, parsedObject(bytes, name));
    TUCE_TRY(items, JsonReading(document, name, {}).objects("classes"));
    StatusClasses found;
    for (const JsonReading& item : items) {
        TUCE_TRY(status, readStatusClass(item));
        if (found.find(status.word) != nullptr)
            return item.wrong("cls", gis::message("layers", "occurs twice: \"%1\"", {status.word}));
        found.classes.push_back(status);
    }
    return found;
}

gis::Result<StatusClasses> shippedStatusClasses() {
    TUCE_TRY(bytes, gis::readResource(statusName));
    return statusClassesFromJson(bytes, statusName);
}

gis::Result<void> readStatement(const JsonReading& reading, SchemeElement& element) {
    TUCE_CHECK(readClause(reading, element));
    TUCE_CHECK(readQuote(reading, element));
    TUCE_CHECK(readStatus(reading, element));
    TUCE_TRY(inferred, reading.boolean("inferred"));
    TUCE_TRY(decidedBy, reading.text("decided_by"));
    element.inferred = inferred;
    element.decidedBy = decidedBy;
    TUCE_TRY(facts, reading.objects("facts"));
    for (const JsonReading& item : facts) {
        TUCE_TRY(fact, readFact(item));
        element.facts.push_back(fact);
    }
    TUCE_TRY(relations, reading.objects("relations"));
    for (const JsonReading& item : relations) {
        TUCE_TRY(relation, readRelation(item));
        element.relations.push_back(relation);
    }
    return {};
}

gis::Result<std::vector<SchemeDocument>> readDocuments(const JsonReading& reading) {
    std::vector<SchemeDocument> documents;
    TUCE_TRY(items, reading.objects("documents"));
    for (const JsonReading& item : items) {
        SchemeDocument document;
        TUCE_TRY(id, item.requiredText("id"));
        TUCE_TRY(title, item.text("title"));
        TUCE_TRY(number, item.text("doc_number"));
        TUCE_TRY(made, item.text("date_made"));
        TUCE_TRY(published, item.text("date_published"));
        TUCE_TRY(inferred, item.text("date_inferred"));
        document = {id, title, number, !made.empty() ? made : published, false};
        if (document.date.empty() && !inferred.empty()) {
            document.date = inferred;
            document.dateInferred = true;
        }
        documents.push_back(document);
    }
    return documents;
}

}  // namespace layers
