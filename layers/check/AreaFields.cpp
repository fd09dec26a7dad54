// SPDX-License-Identifier: Apache-2.0
#include "layers/check/AreaFields.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"

namespace layers {

namespace {

std::optional<double> squareMetresOf(const std::string& unit) {
    if (unit == "m2") return 1;
    if (unit == "ha") return 1e4;
    if (unit == "km2") return 1e6;
    if (unit == "mu") return 2000.0 / 3;
    return std::nullopt;
}

std::vector<AreaField> fieldsFrom(const std::string& json) {
    std::vector<AreaField> fields;
    const auto document = nlohmann::json::parse(json, nullptr, false);
    if (!document.is_object() || !document.contains("fields")) return fields;
    for (const auto& entry : document["fields"]) {
        AreaField field{entry.value("name", ""), entry.value("unit", ""), entry.value("certainty", "low"), 1};
        const auto metres = squareMetresOf(field.unit);
        if (field.name.empty() || !metres) continue;
        field.squareMetresPerUnit = *metres;
        fields.push_back(std::move(field));
    }
    return fields;
}

const std::vector<AreaField>& shippedFields() {
    static const std::vector<AreaField> fields = [] {
        const auto json = gis::readResource("rules/area_fields.json");
        return json ? fieldsFrom(*json) : std::vector<AreaField>();
    }();
    return fields;
}

}  // namespace

std::vector<AreaField> areaFieldsOf(const gis::Schema& schema) {
    std::vector<AreaField> found;
    for (const AreaField& known : shippedFields()) {
        const int index = schema.indexOf(known.name);
        if (index < 0) continue;
        found.push_back(known);
        found.back().name = schema.fields()[static_cast<std::size_t>(index)].name;
    }
    return found;
}

void takeAreaFields(CheckLayer& layer, const gis::Schema& schema) {
    std::vector<AreaField> fields = areaFieldsOf(schema);
    layer.areaField = fields.empty() ? AreaField() : fields.front();
    layer.otherAreaFields.assign(fields.begin() + (fields.empty() ? 0 : 1), fields.end());
}

std::optional<double> statedArea(const AreaField& field, std::string_view value) {
    const auto begin = value.find_first_not_of(' ');
    if (begin == std::string_view::npos) return std::nullopt;
    value = value.substr(begin, value.find_last_not_of(' ') - begin + 1);
    double number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool isWhole = read.ec == std::errc() && read.ptr == value.data() + value.size();
    if (!isWhole || !std::isfinite(number) || number < 0) return std::nullopt;
    return number * field.squareMetresPerUnit;
}

}  // namespace layers
