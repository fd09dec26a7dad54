// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/drawing/DrawingForm.h"
#include "gis/io/CacheFile.h"
#include "layers/plan/Layer.h"

namespace layers {

/// The ids of a layer's features and those values that its style asks for, as they are kept beside a drawing form.
class PreviewFields {
public:
    static PreviewFields of(const Layer& layer);

    /// They point into this.
    void addSections(std::vector<gis::CacheFile::Section>& sections) const;
    /// A table for the shapes of a form with all that the style of `head` asks for; its features have no geometries but
    /// the first, which covers the layer. Nothing if the file does not hold that.
    static std::optional<gis::FeatureTable> table(const gis::CacheFile& file, const Layer& head,
                                                  const gis::DrawingForm& form);

private:
    gis::Extent m_box;  ///< of the layer, in its own coordinates
    std::vector<gis::FeatureId> m_ids;
    std::string m_names;   ///< of the fields, each with a line's end
    std::string m_values;  ///< field after field: a letter for its type and its text for each feature
    std::vector<std::uint64_t> m_starts{0};
};

}  // namespace layers
