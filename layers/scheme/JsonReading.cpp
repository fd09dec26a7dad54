// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/JsonReading.h"

#include <cmath>

#include "gis/feature/Value.h"

namespace layers {

using gis::ErrorCode;
using gis::fail;
using gis::message;

JsonReading::JsonReading(const Json& object, std::string file, std::string place)
    : m_object(&object), m_file(std::move(file)), m_place(std::move(place)) {}

const JsonReading::Json* JsonReading::member(const char* name) const {
    const auto found = m_object->find(name);
    return found == m_object->end() || found->is_null() ? nullptr : &*found;
}

std::string JsonReading::within(const std::string& member) const {
    return m_place.empty() ? member : m_place + ": " + member;
}

tl::unexpected<gis::Error> JsonReading::wrong(const std::string& member, const gis::Message& what) const {
    return fail(ErrorCode::InvalidData, {m_file, {}, {}},
                message("layers", "%1 %2", {within(member), gis::translated(what)}),
                message("layers", "correct the file; resources/schemes/scheme.schema.json says what is expected"));
}

gis::Result<std::string> JsonReading::text(const char* member) const {
    const Json* found = this->member(member);
    if (found == nullptr) return std::string();
    if (!found->is_string()) return wrong(member, message("layers", "must be a text"));
    return found->get<std::string>();
}

gis::Result<std::string> JsonReading::requiredText(const char* member) const {
    TUCE_TRY(value, text(member));
    if (value.empty()) return wrong(member, message("layers", "is missing or empty"));
    return value;
}

gis::Result<bool> JsonReading::boolean(const char* member) const {
    const Json* found = this->member(member);
    if (found == nullptr) return false;
    if (!found->is_boolean()) return wrong(member, message("layers", "must be true or false"));
    return found->get<bool>();
}

gis::Result<std::optional<double>> JsonReading::number(const char* member, double least, double most) const {
    const Json* found = this->member(member);
    if (found == nullptr) return std::optional<double>();
    const double value = found->is_number() ? found->get<double>() : std::nan("");
    if (!(value >= least && value <= most))
        return wrong(member, message("layers", "must be a number from %1 to %2",
                                     {gis::toPlainDecimal(least), gis::toPlainDecimal(most)}));
    return std::optional<double>(value);
}

gis::Result<std::vector<std::string>> JsonReading::texts(const char* member) const {
    std::vector<std::string> values;
    const Json* found = this->member(member);
    if (found == nullptr) return values;
    if (!found->is_array()) return wrong(member, message("layers", "must be an array"));
    for (const Json& value : *found) {
        if (!value.is_string()) return wrong(member, message("layers", "must hold texts only"));
        values.push_back(value.get<std::string>());
    }
    return values;
}

gis::Result<std::vector<JsonReading>> JsonReading::objects(const char* member) const {
    std::vector<JsonReading> values;
    const Json* found = this->member(member);
    if (found == nullptr) return values;
    if (!found->is_array()) return wrong(member, message("layers", "must be an array"));
    for (std::size_t index = 0; index < found->size(); ++index) {
        const std::string name = std::string(member) + "[" + std::to_string(index) + "]";
        if (!(*found)[index].is_object()) return wrong(name, message("layers", "must be an object"));
        values.emplace_back((*found)[index], m_file, within(name));
    }
    return values;
}

gis::Result<std::optional<JsonReading>> JsonReading::object(const char* member) const {
    const Json* found = this->member(member);
    if (found == nullptr) return std::optional<JsonReading>();
    if (!found->is_object()) return wrong(member, message("layers", "must be an object"));
    return std::optional<JsonReading>(JsonReading(*found, m_file, within(member)));
}

gis::Result<nlohmann::ordered_json> parsedObject(const std::string& bytes, const std::string& file) {
    try {
        auto document = nlohmann::ordered_json::parse(bytes);
        if (document.is_object()) return document;
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::InvalidData, {file, {}, {}}, message("layers", "is not valid JSON"),
                    message("layers", "correct the file where the parser stopped"), error.what());
    }
    return fail(ErrorCode::InvalidData, {file, {}, {}}, message("layers", "holds no JSON object"),
                message("layers", "choose a scheme file with a member \"elements\""));
}

}  // namespace layers
