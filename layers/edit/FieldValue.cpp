// SPDX-License-Identifier: Apache-2.0
#include <QDateTime>
#include <charconv>
#include <cmath>

#include "layers/edit/FeatureEdit.h"

namespace layers {

namespace {

tl::unexpected<gis::Error> unfit(const std::string& text, const gis::Field& field, gis::Message advice) {
    return gis::fail(gis::ErrorCode::InvalidData, {},
                     gis::message("layers", "field %1 cannot take \"%2\"", {field.name, text}), std::move(advice));
}

/// The number that the whole text says.
template <class Number>
std::optional<Number> numberFrom(const std::string& text) {
    Number number{};
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end) return std::nullopt;
    return number;
}

std::size_t characterCount(const std::string& text) {
    std::size_t count = 0;
    for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U) ++count;
    return count;
}

gis::Result<gis::Value> booleanFrom(const std::string& text, const gis::Field& field) {
    if (text == "1" || text == "true") return std::int64_t{1};
    if (text == "0" || text == "false") return std::int64_t{0};
    return unfit(text, field, gis::message("layers", "write true or false"));
}

gis::Result<gis::Value> timeFrom(const std::string& text, const gis::Field& field) {
    const QString time = QString::fromStdString(text);
    if (field.type == gis::FieldType::Date) {
        const bool valid = text.size() == 10 && QDate::fromString(time, Qt::ISODate).isValid();
        if (!valid) return unfit(text, field, gis::message("layers", "write a date as 2026-11-21"));
    } else if (!QDateTime::fromString(time, Qt::ISODateWithMs).isValid()) {
        return unfit(text, field, gis::message("layers", "write a time as 2026-11-21T19:30:00"));
    }
    return text;
}

}  // namespace

gis::Result<gis::Value> valueFromText(const std::string& text, const gis::Field& field) {
    if (text.empty()) return gis::Value{};
    switch (field.type) {
        case gis::FieldType::Integer: {
            const auto number = numberFrom<std::int64_t>(text);
            if (!number) return unfit(text, field, gis::message("layers", "write an integer"));
            return *number;
        }
        case gis::FieldType::Real: {
            const auto number = numberFrom<double>(text);
            if (!number || !std::isfinite(*number))
                return unfit(text, field, gis::message("layers", "write a number with a point, as 12.5"));
            return *number;
        }
        case gis::FieldType::Boolean:
            return booleanFrom(text, field);
        case gis::FieldType::Date:
        case gis::FieldType::DateTime:
            return timeFrom(text, field);
        case gis::FieldType::Text:
            break;
    }
    if (field.width > 0 && characterCount(text) > static_cast<std::size_t>(field.width))
        return unfit(text, field,
                     gis::message("layers", "the field holds %1 characters", {std::to_string(field.width)}));
    return text;
}

}  // namespace layers
