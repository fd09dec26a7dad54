// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/ElementStatistics.h"

#include <algorithm>

#include "gis/analysis/EllipsoidMeasure.h"
#include "gis/base/Resources.h"
#include "layers/scheme/JsonReading.h"

namespace layers {
namespace {

constexpr const char* unitsName = "schemes/fact_units.json";

gis::Result<FactUnits::Measure> readMeasure(const JsonReading& reading, const char* member) {
    FactUnits::Measure measure;
    TUCE_TRY(object, reading.object(member));
    if (!object) return reading.wrong(member, gis::message("layers", "is missing or empty"));
    TUCE_TRY(indicators, object->texts("indicators"));
    TUCE_TRY(units, object->object("units"));
    measure.indicators = indicators;
    if (!units) return measure;
    for (const auto& [word, value] : units->json().items()) {
        TUCE_TRY(factor, units->number(word.c_str(), 1e-6, 1e15));
        if (factor) measure.units[word] = *factor;
    }
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

std::optional<double> FactUnits::Measure::printed(const std::vector<SchemeFact>& facts) const {
    for (const SchemeFact& fact : facts) {
        const bool isMeasured = fact.type == FactType::Measured || fact.type == FactType::About;
        const auto unit = units.find(fact.unit);
        if (isMeasured && fact.value && unit != units.end() &&
            std::find(indicators.begin(), indicators.end(), fact.indicator) != indicators.end())
            return *fact.value * unit->second;
    }
    return std::nullopt;
}

std::optional<double> ElementStatistics::areaRatio() const { return ratio(areaSquareMetres, printedSquareMetres); }
std::optional<double> ElementStatistics::lengthRatio() const { return ratio(lengthMetres, printedMetres); }

gis::Result<FactUnits> factUnitsFromJson(const std::string& bytes, const std::string& name) {
    TUCE_TRY(document, parsedObject(bytes, name));
    const JsonReading reading(document, name, {});
    TUCE_TRY(area, readMeasure(reading, "area"));
    TUCE_TRY(length, readMeasure(reading, "length"));
    return FactUnits{area, length};
}

gis::Result<FactUnits> shippedFactUnits() {
    TUCE_TRY(bytes, gis::readResource(unitsName));
    return factUnitsFromJson(bytes, unitsName);
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
