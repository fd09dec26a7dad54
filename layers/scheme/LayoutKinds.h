// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "gis/base/Result.h"

namespace layers {

/// How elements of one kind become a shape. From resources/schemes/kinds.json.
struct LayoutKind {
    std::string kind;                   ///< "axis"
    std::string title;                  ///< in the language of the data
    std::string englishTitle;           ///< for an English window; empty if there is none
    std::string geometry;               ///< line, area, node, none
    std::vector<std::string> builders;  ///< tried in this order: path, band, disc, union, points, corridor, barrier
    std::string code;                   ///< layer code, as GHJG_ZX; ours, not the standard's
    std::string style;                  ///< class in the style of layout layers
    std::map<std::string, double> parameters;  ///< width_km, radius_km, anchor_km, join_km, gap_km, generalise_km
    bool operator==(const LayoutKind&) const = default;
};

/// All kinds, and the words that go into the features.
struct LayoutKinds {
    std::vector<LayoutKind> kinds;
    std::map<std::string, std::string> notes;        ///< with %1 for the argument
    std::map<std::string, std::string> layerTitles;  ///< of layout_area …, with %1 for the scheme's title
    std::string separator;                           ///< between names in a list

    const LayoutKind* find(const std::string& kind) const;  ///< null if none
    std::string note(const std::string& key, const std::string& argument = {}) const;
    /// The layer's own name where there is no title for it.
    std::string layerTitle(const std::string& layer, const std::string& scheme) const;
    std::string joined(const std::vector<std::string>& names) const;
};

/// InvalidData names the kind and the member that is wrong.
gis::Result<LayoutKinds> layoutKindsFromJson(const std::string& bytes, const std::string& name);
/// Those that ship.
gis::Result<LayoutKinds> shippedLayoutKinds();

}  // namespace layers
