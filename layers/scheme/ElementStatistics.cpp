// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/ElementStatistics.h"

#include <algorithm>

#include "gis/analysis/EllipsoidMeasure.h"
#include "gis/base/Resources.h"
#include "layers/document/CodePoints.h"
#include "layers/policy/TextFigures.h"
#include "layers/scheme/JsonReading.h"

namespace layers {
namespace {

constexpr const char* indicatorsName = "schemes/fact_indicators.json";

gis::Result<FactUnits::Measure> readMeasure(const JsonReading& reading, const char* quantity,
                                            const FigureWords& words) {
    FactUnits::Measure measure;
    TUCE_TRY(indicators, reading.texts(quantity));
    if (indicators.empty()) return reading.wrong(quantity, gis::message("layers", "is missing or empty"));
    measure.indicators = indicators;
    for (const FigureWords::Unit& unit : words.units)
        if (unit.quantity == quantity) measure.units[toUtf8(unit.word)] = unit.factor;
    return measure;
}

std::optional<double> ratio(const std::optional<double>& measured, const std::optional<double>& printed) {
    return measured && printed && *printed > 0 ? std::optional(*measured / *printed) : std::nullopt;
}

void addShape(ElementStatistics& statistics, const gis::EllipsoidMeasure& measure, const gis::Geometry& shape) {
    if (shape.dimension() == 2) statistics.areaSquareMetres = measure.areaSquareMetres(shape);
    if (shape.dimension() == 1) statistics.lengthMetres = measure.lengthMetres(shape);
}

}  // namespace

const SchemeFact* FactUnits::Measure::printedFact(const std::vector<SchemeFact>& facts) const {
    for (const SchemeFact& fact : facts) {
        const bool isMeasured = fact.type == FactType::Measured || fact.type == FactType::About;
        if (isMeasured && fact.value && units.contains(fact.unit) &&
            std::find(indicators.begin(), indicators.end(), fact.indicator) != indicators.end())
            return &fact;
    }
    return nullptr;
}

std::optional<double> FactUnits::Measure::printed(const std::vector<SchemeFact>& facts) const {
    const SchemeFact* fact = printedFact(facts);
    return fact == nullptr ? std::nullopt : std::optional(*fact->value * units.at(fact->unit));
}

std::optional<double> ElementStatistics::areaRatio() const { return ratio(areaSquareMetres, printedSquareMetres); }
std::optional<double> ElementStatistics::lengthRatio() const { return ratio(lengthMetres, printedMetres); }

gis::Result<FactUnits> shippedFactUnits() {
    TUCE_TRY(bytes, gis::readResource(indicatorsName));
    TUCE_TRY(document, parsedObject(bytes, indicatorsName));
    TUCE_TRY(words, shippedFigureWords());
    const JsonReading reading(document, indicatorsName, {});
    TUCE_TRY(area, readMeasure(reading, "area", words));
    TUCE_TRY(length, readMeasure(reading, "length", words));
    return FactUnits{area, length};
}

gis::Result<std::vector<ElementStatistics>> elementStatistics(const Scheme& scheme, const BuiltLayout& layout,
                                                              const FactUnits& units, const gis::JobControl& control) {
    TUCE_TRY(measure, gis::EllipsoidMeasure::make(layout.crs));
    std::map<std::string, const ElementReport*> reports;
    for (const ElementReport& report : layout.reports) reports[report.id] = &report;
    std::vector<ElementStatistics> all;
    for (const SchemeElement& element : scheme.elements) {
        if (control.cancel.isCanceled()) return gis::canceled();
        ElementStatistics statistics;
        statistics.id = element.id;
        statistics.members = element.members.size();
        statistics.printedSquareMetres = units.area.printed(element.facts);
        statistics.printedMetres = units.length.printed(element.facts);
        if (const auto found = reports.find(element.id); found != reports.end() && found->second->isBuilt) {
            const ElementReport& report = *found->second;
            statistics.membersWithoutBoundary = report.withoutBoundary.size();
            const BuiltLayer* layer = layout.layer(report.layer);
            if (const gis::Feature* feature = layer ? layer->table.find(report.feature) : nullptr)
                addShape(statistics, measure, feature->geometry());
        }
        all.push_back(statistics);
    }
    return all;
}

}  // namespace layers
