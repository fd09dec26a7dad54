// SPDX-License-Identifier: Apache-2.0
#include "gis/io/PlainValues.h"

#include <limits>
#include <string_view>

#include "gis/io/TextEncoding.h"

namespace gis {

namespace {

/// Digits where the form has a 0, else the same characters.
bool hasForm(std::string_view text, std::string_view form) {
    if (text.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool isDigit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == '0' ? !isDigit : text[i] != form[i]) return false;
    }
    return true;
}

int numberAt(std::string_view text, std::size_t place) { return (text[place] - '0') * 10 + text[place + 1] - '0'; }

bool isDay(std::string_view text) {
    constexpr int longest[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int month = numberAt(text, 5), day = numberAt(text, 8);
    return month >= 1 && month <= 12 && day >= 1 && day <= longest[month - 1];
}

bool isDate(std::string_view text) { return hasForm(text, "0000-00-00") && isDay(text); }

/// The one form that a GeoPackage allows (OGC 12-128r18, table 1), in UTC.
bool isTime(std::string_view text) {
    return hasForm(text, "0000-00-00T00:00:00.000Z") && isDay(text) && numberAt(text, 11) < 24 &&
           numberAt(text, 14) < 60 && numberAt(text, 17) < 60;
}

/// Without a fraction of nothing, as the features of all other formats have it.
void shortenTime(std::string& text) {
    constexpr std::size_t fraction = 19;
    if (text.compare(fraction, 4, ".000") == 0) text.erase(fraction, 4);
}

template <class Integer>
bool isWithin(std::int64_t value) {
    using Limits = std::numeric_limits<Integer>;
    return value >= Limits::min() && value <= Limits::max();
}

}  // namespace

std::optional<PlainValues> PlainValues::of(OGRFeatureDefnH definition) {
    PlainValues values;
    const int count = OGR_FD_GetFieldCount(definition);
    for (int i = 0; i < count; ++i) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        const OGRFieldType type = OGR_Fld_GetType(field);
        if (type == OFTBinary) continue;
        if (type != OFTInteger && type != OFTInteger64 && type != OFTReal && type != OFTString && type != OFTDate &&
            type != OFTDateTime)
            return std::nullopt;
        values.m_columns.push_back({OGR_Fld_GetNameRef(field), type, OGR_Fld_GetSubType(field)});
    }
    return values;
}

std::vector<std::string> PlainValues::names() const {
    std::vector<std::string> names;
    for (const Column& column : m_columns) names.push_back(column.name);
    return names;
}

bool PlainValues::take(const SqliteStatement& row, int column, const Column& as, Value& value) {
    if (row.isNull(column)) return true;
    if (row.isBlob(column)) return false;
    value = row.value(column);
    if (as.type == OFTReal) {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) value = static_cast<double>(*whole);
        return std::holds_alternative<double>(value);
    }
    if (as.type == OFTInteger || as.type == OFTInteger64) {
        const auto* integer = std::get_if<std::int64_t>(&value);
        if (integer == nullptr) return false;
        if (as.subtype == OFSTBoolean) return *integer == 0 || *integer == 1;
        if (as.subtype == OFSTInt16) return isWithin<std::int16_t>(*integer);
        return as.type == OFTInteger64 || isWithin<std::int32_t>(*integer);
    }
    auto* text = std::get_if<std::string>(&value);
    if (text == nullptr || text->find('\0') != std::string::npos || !isUtf8(*text)) return false;
    if (as.type == OFTString) return true;
    if (as.type == OFTDate) return isDate(*text);
    if (!isTime(*text)) return false;
    shortenTime(*text);
    return true;
}

std::optional<std::vector<Value>> PlainValues::read(const SqliteStatement& row, int first) const {
    std::vector<Value> values(m_columns.size());
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (!take(row, first + static_cast<int>(i), m_columns[i], values[i])) return std::nullopt;
    return values;
}

}  // namespace gis
