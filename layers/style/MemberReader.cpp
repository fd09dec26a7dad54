// SPDX-License-Identifier: Apache-2.0
#include "layers/style/MemberReader.h"

#include <cmath>

namespace layers {

MemberReader::MemberReader(const Json& value, std::string path, std::optional<gis::Error>& firstError)
    : m_value(value), m_path(std::move(path)), m_firstError(firstError) {
    if (!m_value.is_object()) wrong(m_path, gis::message("layers", "must be an object"));
}

const MemberReader::Json* MemberReader::member(const char* name) {
    m_known.insert(name);
    if (m_firstError) return nullptr;
    const auto found = m_value.find(name);
    return found == m_value.end() ? nullptr : &*found;
}

void MemberReader::wrong(const std::string& path, const gis::Message& what) {
    if (m_firstError) return;
    const std::string place = path.empty() ? "(root)" : path;
    m_firstError = gis::fail(gis::ErrorCode::InvalidData, {},
                             gis::message("layers", "member %1 %2", {place, gis::translated(what)}))
                       .value();
}

void MemberReader::text(const char* name, std::string& target) {
    const Json* found = member(name);
    if (found == nullptr) return;
    if (!found->is_string()) return wrong(pathOf(name), gis::message("layers", "must be a text"));
    target = found->get<std::string>();
}

void MemberReader::number(const char* name, double& target, Range range) {
    const Json* found = member(name);
    if (found == nullptr) return;
    if (!found->is_number()) return wrong(pathOf(name), gis::message("layers", "must be a number"));
    const double value = found->get<double>();
    if (!std::isfinite(value) || value < range.least || value > range.most)
        return wrong(pathOf(name), gis::message("layers", "must lie between %1 and %2",
                                                {Json(range.least).dump(), Json(range.most).dump()}));
    target = value;
}

void MemberReader::integer(const char* name, int& target, Range range) {
    double value = target;
    number(name, value, range);
    if (value != std::floor(value)) return wrong(pathOf(name), gis::message("layers", "must be a whole number"));
    target = static_cast<int>(value);
}

void MemberReader::boolean(const char* name, bool& target) {
    const Json* found = member(name);
    if (found == nullptr) return;
    if (!found->is_boolean()) return wrong(pathOf(name), gis::message("layers", "must be true or false"));
    target = found->get<bool>();
}

void MemberReader::colour(const char* name, Colour& target) {
    std::string said;
    text(name, said);
    if (m_firstError || !m_value.contains(name)) return;
    const auto parsed = parseColour(said);
    if (!parsed) return wrong(pathOf(name), parsed.error().problem);
    target = *parsed;
}

void MemberReader::numbers(const char* name, std::vector<double>& target, Range range) {
    const Json* found = member(name);
    if (found == nullptr) return;
    if (!found->is_array()) return wrong(pathOf(name), gis::message("layers", "must be an array"));
    target.clear();
    for (const Json& element : *found) {
        if (!element.is_number() || element.get<double>() < range.least || element.get<double>() > range.most)
            return wrong(pathOf(name), gis::message("layers", "must hold numbers between %1 and %2",
                                                    {Json(range.least).dump(), Json(range.most).dump()}));
        target.push_back(element.get<double>());
    }
}

void MemberReader::finish() {
    if (m_firstError || !m_value.is_object()) return;
    for (const auto& [name, value] : m_value.items())
        if (!m_known.contains(name)) return wrong(pathOf(name), gis::message("layers", "is not known here"));
}

}  // namespace layers
