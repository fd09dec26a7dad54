// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <optional>

#include "gis/analysis/EllipsoidMeasure.h"
#include "gis/feature/Value.h"
#include "layers/audit/AuditChecks.h"
#include "layers/audit/ElementStatements.h"
#include "layers/document/CodePoints.h"

namespace layers {

namespace {

/// A figure with where it stands.
struct Printed {
    TextFigure figure;
    std::string words;
    std::string clauseId;
};

bool isMeasurable(const TextFigure& figure) {
    return figure.isOfAThing && (figure.quantity == "area" || figure.quantity == "length");
}

/// Facts of the index as figures: the unit decides what they measure.
void addFacts(const AuditGround& ground, const PolicyElement& element, std::vector<Printed>& printed) {
    for (const ElementFact& fact : element.facts) {
        if (!fact.value || fact.type != "status") continue;
        const std::string words = gis::toPlainDecimal(*fact.value) + fact.unit;
        const auto figures = figuresIn(toCodePoints(words), ground.knowledge.figures);
        if (figures.size() == 1 && isMeasurable(figures.front()))
            printed.push_back({figures.front(), words, element.clauseId});
    }
}

/// The one area and the one length of the sentences in which the text of a clause names the feature; of several nobody
/// knows which is meant.
void addFigures(const AuditGround& ground, const DrawnFeature& drawn, const Clause& clause,
                std::vector<Printed>& printed) {
    const std::u32string& text = ground.codePoints(clause);
    const std::u32string name = toCodePoints(drawn.name);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = text.find_first_of(U"。；;\n", at);
        if (end == std::u32string::npos) end = text.size();
        const std::u32string sentence = text.substr(at, end - at);
        at = end + 1;
        if (sentence.find(name) == std::u32string::npos) continue;
        for (const char* quantity : {"area", "length"}) {
            std::vector<TextFigure> found;
            for (TextFigure& figure : figuresIn(sentence, ground.knowledge.figures))
                if (figure.quantity == quantity && isMeasurable(figure)) found.push_back(std::move(figure));
            if (found.size() == 1)
                printed.push_back({found.front(),
                                   toUtf8(std::u32string_view(sentence).substr(
                                       found.front().start, found.front().end - found.front().start)),
                                   clause.id});
        }
    }
}

std::optional<double> drawnSize(const DrawnFeature& drawn, const std::string& quantity) {
    const gis::Geometry& shape = drawn.feature->geometry();
    if (shape.isEmpty() || shape.dimension() != (quantity == "area" ? 2 : 1)) return std::nullopt;
    const auto measure = gis::EllipsoidMeasure::make(drawn.layer->table.crs(), true);
    if (!measure) return std::nullopt;
    const double size = quantity == "area" ? measure->areaSquareMetres(shape) : measure->lengthMetres(shape);
    return std::isfinite(size) ? std::optional(size) : std::nullopt;
}

/// Whether what is drawn is as it is printed.
bool agrees(const TextFigure& figure, double drawn, const AuditKnowledge& knowledge) {
    const double wanted = figure.value * figure.factor;
    const double share = figure.bound == FigureBound::About ? knowledge.aboutTolerance : knowledge.figureTolerance;
    const double spare = figure.halfStep * figure.factor + share * wanted;
    if (figure.bound != FigureBound::AtLeast && drawn > wanted + spare) return false;
    return figure.bound == FigureBound::AtMost || drawn >= wanted - spare;
}

/// In the printed unit, with one digit more than is printed.
std::string inUnitOf(const TextFigure& figure, double size) {
    const double scale = 5 / figure.halfStep;
    return gis::toPlainDecimal(std::round(size / figure.factor * scale) / scale) + figure.unit;
}

void compare(const AuditGround& ground, const DrawnFeature& drawn, const Printed& printed, AuditFindings& findings) {
    const auto size = drawnSize(drawn, printed.figure.quantity);
    if (!size || agrees(printed.figure, *size, ground.knowledge)) return;
    const std::string has = inUnitOf(printed.figure, *size);
    findings.add(AuditKind::FigureDiffers, AuditSeverity::Warning, &drawn, printed.clauseId, {printed.words},
                 gis::message("layers", "clause %1 prints %2; what is drawn has %3",
                              {ground.cited(printed.clauseId), printed.words, has}),
                 has);
}

}  // namespace

void checkFigures(const AuditGround& ground, AuditFindings& findings) {
    for (const DrawnFeature& drawn : ground.features()) {
        std::vector<Printed> printed;
        const PolicyElement* element = ground.element(drawn.elementId);
        if (element != nullptr)
            for (const PolicyElement* statement : statementsOf(ground, *element)) addFacts(ground, *statement, printed);
        if (printed.empty() && !drawn.name.empty())
            for (const ClauseLink* link : drawn.links) {
                const Clause* clause = ground.snapshot.corpus.clause(link->clauseId);
                if (clause != nullptr && !clause->text.empty() && link->relation != LinkRelation::Constraint)
                    addFigures(ground, drawn, *clause, printed);
            }
        for (const Printed& one : printed) compare(ground, drawn, one, findings);
    }
}

}  // namespace layers
