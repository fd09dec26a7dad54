// SPDX-License-Identifier: Apache-2.0
#include "layers/audit/PrintedFigures.h"

#include <algorithm>
#include <cmath>

#include "layers/audit/ElementStatements.h"
#include "layers/document/CodePoints.h"

namespace layers {

namespace {

/// Facts of the index as figures: the unit decides what they measure.
void addFacts(const AuditGround& ground, const PolicyElement& element, std::vector<PrintedFigure>& printed) {
    for (const ElementFact& fact : element.facts) {
        if (!fact.value || (fact.type != "status" && fact.type != "target")) continue;
        const std::string words = gis::toPlainDecimal(*fact.value) + fact.unit;
        auto figures = figuresIn(toCodePoints(words), ground.knowledge.figures);
        if (figures.size() != 1) continue;
        figures.front().year = fact.year;
        printed.push_back({figures.front(), words, fact.indicator, element.clauseId, fact.type == "target"});
    }
}

void addSentence(const AuditGround& ground, const std::u32string& sentence, const std::string& clauseId,
                 std::vector<PrintedFigure>& printed) {
    std::vector<PrintedFigure> found;
    for (TextFigure& figure : figuresIn(sentence, ground.knowledge.figures)) {
        if (!figure.isOfAThing) continue;
        const bool target = isTargetIn(sentence, figure, ground.knowledge);
        const std::u32string_view words = std::u32string_view(sentence).substr(figure.start, figure.end - figure.start);
        found.push_back({std::move(figure), toUtf8(words), {}, clauseId, target});
    }
    for (const PrintedFigure& one : found) {
        const auto alike = std::count_if(found.begin(), found.end(), [&one](const PrintedFigure& other) {
            return other.isTarget == one.isTarget && other.figure.quantity == one.figure.quantity &&
                   (!one.isTarget || other.figure.year == one.figure.year);
        });
        if (alike == 1) printed.push_back(one);
    }
}

void addClause(const AuditGround& ground, const DrawnFeature& drawn, const Clause& clause,
               std::vector<PrintedFigure>& printed) {
    const std::u32string& text = ground.codePoints(clause);
    const std::u32string name = toCodePoints(drawn.name);
    constexpr std::u32string_view ends = U"。；;\n";
    // 万开云组团。包括…，面积2.0万平方公里。: below its own name all sentences of the clause are about it.
    if (!name.empty() && squeezedName(clause.heading) == squeezedName(drawn.name)) {
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = std::min(text.find_first_of(ends, start), text.size());
            addSentence(ground, text.substr(start, end - start), clause.id, printed);
            start = end + 1;
        }
        return;
    }
    for (std::size_t at = text.find(name); at < text.size();) {
        const std::size_t before = at == 0 ? std::u32string::npos : text.find_last_of(ends, at - 1);
        const std::size_t start = before == std::u32string::npos ? 0 : before + 1;
        const std::size_t end = std::min(text.find_first_of(ends, at + name.size()), text.size());
        addSentence(ground, text.substr(start, end - start), clause.id, printed);
        at = text.find(name, end);
    }
}

}  // namespace

bool isTargetIn(const std::u32string& sentence, const TextFigure& figure, const AuditKnowledge& knowledge) {
    if (!figure.year) return false;
    const TextDate* last = nullptr;
    const std::vector<TextDate> dates = datesIn(sentence);
    for (const TextDate& date : dates)
        if (date.end <= figure.start) last = &date;
    if (last == nullptr) return false;
    const std::u32string_view before(sentence.data(), last->start);
    return std::any_of(knowledge.targetWords.begin(), knowledge.targetWords.end(),
                       [before](const std::u32string& word) { return before.ends_with(word); });
}

std::vector<PrintedFigure> printedFigures(const AuditGround& ground, const DrawnFeature& drawn) {
    std::vector<PrintedFigure> printed;
    if (const PolicyElement* element = ground.element(drawn.elementId))
        for (const PolicyElement* statement : statementsOf(ground, *element)) addFacts(ground, *statement, printed);
    if (drawn.name.empty()) return printed;
    std::vector<PrintedFigure> inText;
    for (const ClauseLink* link : drawn.links) {
        const Clause* clause = ground.snapshot.corpus.clause(link->clauseId);
        if (clause != nullptr && !clause->text.empty() && link->relation != LinkRelation::Constraint)
            addClause(ground, drawn, *clause, inText);
    }
    const auto isTold = [facts = printed](const PrintedFigure& figure) {
        return std::any_of(facts.begin(), facts.end(), [&figure](const PrintedFigure& fact) {
            const bool bothTargets = fact.isTarget && figure.isTarget;
            const bool bothSizes = !fact.isTarget && !figure.isTarget;
            return bothSizes || (bothTargets && fact.figure.quantity == figure.figure.quantity);
        });
    };
    std::copy_if(inText.begin(), inText.end(), std::back_inserter(printed),
                 [&isTold](const PrintedFigure& figure) { return !isTold(figure); });
    return printed;
}

bool agrees(const TextFigure& figure, double size, const AuditKnowledge& knowledge) {
    const double wanted = figure.value * figure.factor;
    const double share = figure.bound == FigureBound::About ? knowledge.aboutTolerance : knowledge.figureTolerance;
    const double spare = figure.halfStep * figure.factor + share * wanted;
    if (figure.bound != FigureBound::AtLeast && size > wanted + spare) return false;
    return figure.bound == FigureBound::AtMost || size >= wanted - spare;
}

std::string inUnitOf(const TextFigure& figure, double size) {
    double scale = 5 / figure.halfStep;
    // 280 people are not 0万人.
    while (size != 0 && std::round(size / figure.factor * scale) == 0 && scale < 1e9) scale *= 10;
    return gis::toPlainDecimal(std::round(size / figure.factor * scale) / scale) + figure.unit;
}

}  // namespace layers
