// SPDX-License-Identifier: Apache-2.0
#include "layers/workflow/LayoutRegister.h"

#include <map>
#include <memory>

#include "layers/report/CsvText.h"
#include "layers/report/Workbook.h"
#include "layers/scheme/JoinedThings.h"

namespace layers {
namespace {

constexpr const char* listSeparator = "; ";
constexpr double narrowColumn = 12;

gis::Value text(const std::string& words) { return words.empty() ? gis::Value() : gis::Value(words); }

void append(std::string& list, const std::string& item) { list += (list.empty() ? "" : listSeparator) + item; }

std::string membersOf(const SchemeElement& element) {
    std::string list;
    for (const SchemePlace& member : element.members)
        append(list, member.name + (member.adcode.empty() ? "" : " " + member.adcode) +
                         (member.role.empty() ? "" : " (" + member.role + ")") + (member.inferred ? " *" : ""));
    return list;
}

std::string carriersOf(const SchemeElement& element) {
    std::string list;
    for (const SchemeCarrier& carrier : element.carriers)
        append(list, carrier.name + (carrier.role.empty() ? "" : " (" + carrier.role + ")"));
    return list;
}

std::string factsOf(const SchemeElement& element) {
    std::string list;
    for (const SchemeFact& fact : element.facts)
        append(list, fact.indicator + (fact.value ? " " + gis::toPlainDecimal(*fact.value) + fact.unit : "") +
                         (fact.year ? " " + std::to_string(*fact.year) : "") + " " + factWord(fact.type));
    return list;
}

std::string listed(const std::vector<std::string>& items) {
    std::string list;
    for (const std::string& item : items) append(list, item);
    return list;
}

std::string relationsOf(const SchemeElement& element) {
    std::string list;
    for (const SchemeRelation& relation : element.relations)
        append(list, relation.type + " " + relation.target + (relation.inferred ? " *" : ""));
    return list;
}

/// For each element the others that are the same thing, oldest first, with the date of their paper.
std::map<std::string, std::string> sameThings(const Scheme& scheme) {
    std::map<std::string, std::string> same;
    for (const JoinedThing& thing : joinedThings(scheme))
        for (const ThingStatement& own : thing.statements)
            for (const ThingStatement& other : thing.statements)
                if (&own != &other)
                    append(same[own.elementId], other.elementId + (other.date.empty() ? "" : " " + other.date));
    return same;
}

std::vector<CheckColumn> columns() {
    using gis::FieldType;
    const auto column = [](const char* name, FieldType type, gis::Message meaning) {
        return CheckColumn{name, type, std::move(meaning)};
    };
    return {column("id", FieldType::Text, gis::message("layers", "Element")),
            column("document", FieldType::Text, gis::message("layers", "Document")),
            column("date", FieldType::Text, gis::message("layers", "Date of the document")),
            column("kind", FieldType::Text, gis::message("layers", "Kind")),
            column("name", FieldType::Text, gis::message("layers", "Name")),
            column("status", FieldType::Text, gis::message("layers", "Stage")),
            column("wording", FieldType::Text, gis::message("layers", "Wording")),
            column("clause", FieldType::Text, gis::message("layers", "Clause")),
            column("heading", FieldType::Text, gis::message("layers", "Heading of the clause")),
            column("quote", FieldType::Text, gis::message("layers", "Printed words")),
            column("inferred", FieldType::Integer, gis::message("layers", "Inferred (1) or read (0)")),
            column("decided_by", FieldType::Text, gis::message("layers", "Shape decided by")),
            column("members", FieldType::Text, gis::message("layers", "Members (role; * inferred)")),
            column("carriers", FieldType::Text, gis::message("layers", "Carriers")),
            column("facts", FieldType::Text, gis::message("layers", "Figures")),
            column("same_as", FieldType::Text, gis::message("layers", "The same in other documents")),
            column("built", FieldType::Integer, gis::message("layers", "Drawn (1) or not (0)")),
            column("reason", FieldType::Text, gis::message("layers", "Why it is not drawn")),
            column("schematic", FieldType::Integer, gis::message("layers", "Schematic shape (1)")),
            column("area_m2", FieldType::Real, gis::message("layers", "Area drawn, m²")),
            column("printed_area_m2", FieldType::Real, gis::message("layers", "Area printed, m²")),
            column("area_ratio", FieldType::Real, gis::message("layers", "Area drawn / printed")),
            column("length_m", FieldType::Real, gis::message("layers", "Length drawn, m")),
            column("printed_length_m", FieldType::Real, gis::message("layers", "Length printed, m")),
            column("length_ratio", FieldType::Real, gis::message("layers", "Length drawn / printed")),
            column("rank", FieldType::Integer, gis::message("layers", "Rank")),
            column("aliases", FieldType::Text, gis::message("layers", "Other names")),
            column("relations", FieldType::Text, gis::message("layers", "Relations (* inferred)")),
            column("inferred_carriers", FieldType::Text,
                   gis::message("layers", "Carriers whose course is inferred from lines of other names"))};
}

std::vector<gis::Value> row(const LayoutRegister& made, std::size_t index,
                            const std::map<std::string, std::string>& same) {
    const SchemeElement& element = made.scheme.elements[index];
    const ElementReport& report = made.layout.reports[index];
    const ElementStatistics& measured = made.statistics[index];
    const SchemeDocument* document = made.scheme.document(element.documentId);
    const auto others = same.find(element.id);
    const auto flag = [](bool isSet) { return gis::Value(std::int64_t{isSet ? 1 : 0}); };
    const std::string heading =
        element.clauseNumber + (element.clauseNumber.empty() ? "" : " ") + element.clauseHeading;
    return {text(element.id),
            text(document && !document->title.empty() ? document->title : element.documentId),
            text(document ? document->date : ""),
            text(element.kind),
            text(element.name),
            text(element.statusClass),
            text(element.statusWording),
            text(element.clauseId),
            text(heading),
            text(element.quote.text),
            flag(element.inferred),
            text(element.decidedBy),
            text(membersOf(element)),
            text(carriersOf(element)),
            text(factsOf(element)),
            others == same.end() ? gis::Value() : text(others->second),
            flag(report.isBuilt),
            text(report.isBuilt ? "" : gis::translated(report.reason)),
            report.isBuilt ? flag(report.isSchematic) : gis::Value(),
            value(measured.areaSquareMetres),
            value(measured.printedSquareMetres),
            value(measured.areaRatio()),
            value(measured.lengthMetres),
            value(measured.printedMetres),
            value(measured.lengthRatio()),
            element.rank > 0 ? gis::Value(std::int64_t{element.rank}) : gis::Value(),
            text(listed(element.aliases)),
            text(relationsOf(element)),
            text(listed(report.inferredCarriers))};
}

void writeCell(Workbook& book, int column, const gis::Value& cell) {
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) book.integer(column, *integer);
    if (const auto* real = std::get_if<double>(&cell)) book.number(column, *real);
    if (const auto* words = std::get_if<std::string>(&cell)) book.text(column, *words);
}

gis::Result<void> writeWorkbook(const CheckTable& table, const std::string& title, const std::string& path,
                                gis::Overwrite overwrite, const gis::JobControl& control) {
    TUCE_TRY(file, gis::AtomicFile::create(path, overwrite));
    Workbook book(file.temporaryPath(), title);
    book.beginSheet(gis::translated(gis::message("layers", "Register of elements")));
    int column = 0;
    for (const CheckColumn& head : table.columns) {
        book.setColumnWidth(column, narrowColumn);
        book.header(column++, gis::translated(head.meaning));
    }
    book.nextRow();
    book.freezeHere();
    book.filterAbove(static_cast<int>(table.columns.size()) - 1, table.rowCount);
    for (std::size_t i = 0; i < table.rowCount; ++i) {
        if (control.cancel.isCanceled()) return gis::canceled();
        column = 0;
        for (const gis::Value& cell : table.row(i)) writeCell(book, column++, cell);
        book.nextRow();
    }
    TUCE_CHECK(book.close(path));
    return file.commit();
}

}  // namespace

CheckTable registerTable(const LayoutRegister& made) {
    const auto same = std::make_shared<const std::map<std::string, std::string>>(sameThings(made.scheme));
    return {"register", columns(), made.scheme.elements.size(),
            [&made, same](std::size_t index) { return row(made, index, *same); }};
}

bool isRegisterFile(const std::string& path) { return path.ends_with(".csv") || path.ends_with(".xlsx"); }

gis::Result<void> writeRegister(const LayoutRegister& made, const std::string& path, gis::Overwrite overwrite,
                                const gis::JobControl& control) {
    const CheckTable table = registerTable(made);
    if (path.ends_with(".xlsx")) return writeWorkbook(table, made.layout.title, path, overwrite, control);
    if (!path.ends_with(".csv"))
        return gis::fail(gis::ErrorCode::InvalidArgument, {path, {}, {}},
                         gis::message("layers", "the register is written as .csv or .xlsx"),
                         gis::message("layers", "name such a file"));
    const std::string bytes = csvText(table, control);
    if (control.cancel.isCanceled()) return gis::canceled();
    return gis::writeFile(path, bytes, overwrite);
}

}  // namespace layers
