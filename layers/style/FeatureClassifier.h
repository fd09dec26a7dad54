// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "gis/feature/Feature.h"
#include "layers/style/Filter.h"
#include "layers/style/Style.h"

namespace layers {

/// Whether something with these limits of a scale's denominator (0: none) is drawn at a scale.
bool drawnAtScale(double least, double most, double denominator);

/// Which class of a style a feature belongs to. Keeps a reference to the style. Any thread.
class FeatureClassifier {
public:
    static constexpr int others = -1;  ///< no class: the style's own symbol
    static constexpr int hidden = -2;  ///< not drawn

    FeatureClassifier(const Style& style, const gis::Schema& schema);

    /// An index into the style's categories, `others` or `hidden`. By value and by range, the class of a feature is
    /// hidden beyond its scales; a rule beyond its scales is passed over, so that the next one counts. A denominator
    /// of 0 asks regardless of scale.
    int classOf(const gis::Feature& feature, double denominator = 0) const;

private:
    bool passes(std::size_t index, const gis::Feature& feature) const;
    int found(std::size_t index, double denominator) const;

    const Style& m_style;
    int m_field = -1;
    std::vector<std::optional<Filter>> m_filters;  ///< one for each category
    std::vector<bool> m_broken;                    ///< a condition that cannot be read is never met
    std::unordered_map<std::string, std::vector<std::size_t>> m_byValue;
};

}  // namespace layers
