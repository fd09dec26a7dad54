// SPDX-License-Identifier: Apache-2.0
#include "layers/style/FeatureClassifier.h"

#include "layers/style/FieldNumbers.h"

namespace layers {

bool drawnAtScale(double least, double most, double denominator) {
    return (least <= 0 || denominator >= least) && (most <= 0 || denominator <= most);
}

FeatureClassifier::FeatureClassifier(const Style& style, const gis::Schema& schema)
    : m_style(style),
      m_field(style.categoryField.empty() ? -1 : schema.indexOf(style.categoryField)),
      m_filters(style.categories.size()),
      m_broken(style.categories.size(), false) {
    for (std::size_t index = 0; index < style.categories.size(); ++index) {
        const Category& category = style.categories[index];
        m_byValue[category.value].push_back(index);
        if (category.filter.empty()) continue;
        if (const auto filter = Filter::parse(category.filter))
            m_filters[index] = filter->boundTo(schema);
        else
            m_broken[index] = true;
    }
}

bool FeatureClassifier::passes(std::size_t index, const gis::Feature& feature) const {
    return !m_broken[index] && (!m_filters[index] || m_filters[index]->matches(feature));
}

int FeatureClassifier::found(std::size_t index, double denominator) const {
    const Category& category = m_style.categories[index];
    const bool isDrawn =
        denominator <= 0 || drawnAtScale(category.minScaleDenominator, category.maxScaleDenominator, denominator);
    return isDrawn ? static_cast<int>(index) : hidden;
}

int FeatureClassifier::classOf(const gis::Feature& feature, double denominator) const {
    const int none = m_style.othersHidden && m_style.hasClasses() ? hidden : others;
    if (m_style.classedBy == ClassedBy::Rule) {
        for (std::size_t index = 0; index < m_style.categories.size(); ++index)
            if (found(index, denominator) != hidden && passes(index, feature)) return static_cast<int>(index);
        return none;
    }
    if (m_field < 0) return none;
    if (m_style.classedBy == ClassedBy::Range) {
        const auto number = numberOf(feature.attribute(m_field));
        for (std::size_t index = 0; number && index < m_style.categories.size(); ++index) {
            const Category& category = m_style.categories[index];
            if (*number >= category.lower && *number <= category.upper && passes(index, feature))
                return found(index, denominator);
        }
        return none;
    }
    const auto known = m_byValue.find(gis::toText(feature.attribute(m_field)));
    if (known == m_byValue.end()) return none;
    for (const std::size_t index : known->second)
        if (passes(index, feature)) return found(index, denominator);
    return none;
}

}  // namespace layers
