// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace gis {

/// An attribute value: null, integer, real or UTF-8 text. Dates and times are ISO 8601 text, booleans integers.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

enum class FieldType { Integer, Real, Text, Boolean, Date, DateTime };

/// A column of a layer. `width` 0 means unlimited (characters).
struct Field {
    std::string name;
    FieldType type = FieldType::Text;
    int width = 0;
    bool operator==(const Field&) const = default;
};

/// The columns of a layer, without id and geometry.
class Schema {
public:
    Schema() = default;
    explicit Schema(std::vector<Field> fields) : m_fields(std::move(fields)) {}
    const std::vector<Field>& fields() const { return m_fields; }
    std::size_t size() const { return m_fields.size(); }
    /// Index of a field by exact name, else by name without regard to ASCII case; -1 if there is none.
    int indexOf(const std::string& name) const;
    bool operator==(const Schema&) const = default;

private:
    std::vector<Field> m_fields;
};

inline bool isNull(const Value& value) { return std::holds_alternative<std::monostate>(value); }
/// Shortest text that reads back the same; empty for null.
std::string toText(const Value& value);
/// The shortest plain decimal (no exponent) that reads back the same double; "." as the point in every locale.
std::string toPlainDecimal(double value);

}  // namespace gis
