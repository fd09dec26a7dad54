// SPDX-License-Identifier: Apache-2.0
#include "layers/style/Filter.h"

#include <algorithm>
#include <compare>
#include <optional>

#include "layers/style/FieldNumbers.h"
#include "layers/style/FilterNode.h"

namespace layers {

namespace {

enum class Truth { No, Unknown, Yes };

Truth truthOf(bool yes) { return yes ? Truth::Yes : Truth::No; }

/// Unordered where the two have no order: null, or a number beside a text that is none.
std::partial_ordering order(const gis::Value& a, const gis::Value& b) {
    const auto* textA = std::get_if<std::string>(&a);
    const auto* textB = std::get_if<std::string>(&b);
    if (textA != nullptr && textB != nullptr) {
        const int sign = textA->compare(*textB);
        return sign < 0   ? std::partial_ordering::less
               : sign > 0 ? std::partial_ordering::greater
                          : std::partial_ordering::equivalent;
    }
    const auto numberA = numberOf(a);
    const auto numberB = numberOf(b);
    if (numberA && numberB) return *numberA <=> *numberB;
    return std::partial_ordering::unordered;
}

Truth equal(const gis::Value& a, const gis::Value& b) {
    if (gis::isNull(a) || gis::isNull(b)) return Truth::Unknown;
    return truthOf(order(a, b) == std::partial_ordering::equivalent);
}

std::size_t characterEnd(const std::string& text, std::size_t at) {
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return at;
}

/// % is any run of characters, _ is one.
bool isLike(const std::string& text, const std::string& pattern) {
    std::size_t at = 0;
    std::size_t in = 0;
    std::size_t star = std::string::npos;
    std::size_t starAt = 0;
    while (at < text.size()) {
        if (in < pattern.size() && pattern[in] == '%') {
            star = in++;
            starAt = at;
        } else if (in < pattern.size() && pattern[in] == '_') {
            at = characterEnd(text, at);
            ++in;
        } else if (in < pattern.size() && pattern[in] == text[at]) {
            ++at;
            ++in;
        } else if (star != std::string::npos) {
            in = star + 1;
            at = starAt = characterEnd(text, starAt);
        } else {
            return false;
        }
    }
    while (in < pattern.size() && pattern[in] == '%') ++in;
    return in == pattern.size();
}

class Evaluation {
public:
    explicit Evaluation(const gis::Feature& feature) : m_feature(feature) {}

    Truth of(const FilterNode& node) const {
        switch (node.what) {
            case FilterOperator::And: {
                Truth truth = Truth::Yes;
                for (const auto& child : node.children) truth = std::min(truth, of(*child));
                return truth;
            }
            case FilterOperator::Or: {
                Truth truth = Truth::No;
                for (const auto& child : node.children) truth = std::max(truth, of(*child));
                return truth;
            }
            case FilterOperator::Not: {
                const Truth truth = of(*node.children.front());
                return truth == Truth::Unknown ? truth : truthOf(truth == Truth::No);
            }
            case FilterOperator::IsNull:
                return truthOf(gis::isNull(valueOf(node.operands[0])));
            case FilterOperator::In:
                return isIn(node);
            case FilterOperator::Like: {
                const gis::Value& value = valueOf(node.operands[0]);
                if (gis::isNull(value)) return Truth::Unknown;
                return truthOf(isLike(gis::toText(value), gis::toText(node.operands[1].literal)));
            }
            default:
                return compared(node);
        }
    }

private:
    const gis::Value& valueOf(const FilterOperand& operand) const {
        static const gis::Value null;
        if (operand.field.empty()) return operand.literal;
        return operand.index < 0 ? null : m_feature.attribute(operand.index);
    }

    Truth isIn(const FilterNode& node) const {
        Truth truth = Truth::No;
        const gis::Value& value = valueOf(node.operands[0]);
        for (std::size_t index = 1; index < node.operands.size(); ++index)
            truth = std::max(truth, equal(value, valueOf(node.operands[index])));
        return truth;
    }

    Truth compared(const FilterNode& node) const {
        const gis::Value& a = valueOf(node.operands[0]);
        const gis::Value& b = valueOf(node.operands[1]);
        const Truth same = equal(a, b);
        if (same == Truth::Unknown || node.what == FilterOperator::Equal) return same;
        if (node.what == FilterOperator::Unequal) return truthOf(same == Truth::No);
        const auto sign = order(a, b);
        if (sign == std::partial_ordering::unordered) return Truth::Unknown;
        switch (node.what) {
            case FilterOperator::Less:
                return truthOf(sign < 0);
            case FilterOperator::LessOrEqual:
                return truthOf(sign <= 0);
            case FilterOperator::Greater:
                return truthOf(sign > 0);
            default:
                return truthOf(sign >= 0);
        }
    }

    const gis::Feature& m_feature;
};

FilterNodePtr bound(const FilterNode& node, const gis::Schema& schema) {
    FilterNode copy = node;
    for (FilterNodePtr& child : copy.children) child = bound(*child, schema);
    for (FilterOperand& operand : copy.operands)
        if (!operand.field.empty()) operand.index = schema.indexOf(operand.field);
    return std::make_shared<const FilterNode>(std::move(copy));
}

void collectFields(const FilterNode& node, std::vector<std::string>& fields) {
    for (const FilterNodePtr& child : node.children) collectFields(*child, fields);
    for (const FilterOperand& operand : node.operands)
        if (!operand.field.empty() && std::find(fields.begin(), fields.end(), operand.field) == fields.end())
            fields.push_back(operand.field);
}

std::string quoted(const std::string& text, char quote) {
    std::string result(1, quote);
    for (const char c : text) result.append(c == quote ? 2 : 1, c);
    return result + quote;
}

std::string written(const FilterOperand& operand) {
    if (!operand.field.empty()) return quoted(operand.field, '"');
    if (gis::isNull(operand.literal)) return "null";
    if (const auto* text = std::get_if<std::string>(&operand.literal)) return quoted(*text, '\'');
    return gis::toText(operand.literal);
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
    return text;
}

std::string written(const FilterNode& node) {
    std::vector<std::string> parts;
    for (const FilterNodePtr& child : node.children) {
        const bool isSimple = !child->operands.empty();
        parts.push_back(isSimple ? written(*child) : "(" + written(*child) + ")");
    }
    for (const FilterOperand& operand : node.operands) parts.push_back(written(operand));
    switch (node.what) {
        case FilterOperator::And:
            return joined(parts, " and ");
        case FilterOperator::Or:
            return joined(parts, " or ");
        case FilterOperator::Not:
            return "not (" + written(*node.children.front()) + ")";
        case FilterOperator::IsNull:
            return parts[0] + " is null";
        case FilterOperator::Like:
            return parts[0] + " like " + parts[1];
        case FilterOperator::In:
            return parts[0] + " in (" + joined({parts.begin() + 1, parts.end()}, ", ") + ")";
        default:
            break;
    }
    static constexpr const char* signs[] = {" = ", " <> ", " < ", " <= ", " > ", " >= "};
    return joined(parts, signs[static_cast<int>(node.what) - static_cast<int>(FilterOperator::Equal)]);
}

}  // namespace

gis::Result<Filter> Filter::parse(const std::string& text) {
    TUCE_TRY(root, parseFilter(text));
    return Filter(std::move(root));
}

Filter Filter::boundTo(const gis::Schema& schema) const { return Filter(bound(*m_root, schema)); }

bool Filter::matches(const gis::Feature& feature) const { return Evaluation(feature).of(*m_root) == Truth::Yes; }

std::vector<std::string> Filter::fields() const {
    std::vector<std::string> fields;
    collectFields(*m_root, fields);
    return fields;
}

std::string Filter::toText() const { return written(*m_root); }

}  // namespace layers
