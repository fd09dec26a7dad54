// SPDX-License-Identifier: Apache-2.0
#include "gis/feature/Value.h"

#include <charconv>

namespace gis {

namespace {

bool equalIgnoringAsciiCase(const std::string& a, const std::string& b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lower(a[i]) != lower(b[i])) return false;
    return true;
}

}  // namespace

int Schema::indexOf(const std::string& name) const {
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        if (m_fields[i].name == name) return static_cast<int>(i);
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        if (equalIgnoringAsciiCase(m_fields[i].name, name)) return static_cast<int>(i);
    return -1;
}

std::string toPlainDecimal(double value) {
    char buffer[400];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr;
    const std::string text(buffer, end);
    return text == "-0" ? "0" : text;
}

std::string toText(const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
    if (const auto* real = std::get_if<double>(&value)) return toPlainDecimal(*real);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return {};
}

}  // namespace gis
