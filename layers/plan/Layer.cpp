// SPDX-License-Identifier: Apache-2.0
#include "layers/plan/Layer.h"

#include <array>
#include <span>
#include <utility>

namespace layers {

namespace {

template <class Enum>
using Word = std::pair<const char*, Enum>;

constexpr std::array<Word<LayerKind>, 4> kindWords{{{"boundary", LayerKind::Boundary},
                                                    {"layout", LayerKind::Layout},
                                                    {"control", LayerKind::ControlLine},
                                                    {"basemap", LayerKind::Basemap}}};
constexpr std::array<Word<ControlType>, 4> typeWords{{{"eco_redline", ControlType::EcoRedline},
                                                      {"basic_farmland", ControlType::BasicFarmland},
                                                      {"dev_boundary", ControlType::DevBoundary},
                                                      {"other", ControlType::Other}}};
constexpr std::array<Word<RuleDirection>, 3> directionWords{{{"forbid_inside", RuleDirection::ForbidInside},
                                                             {"require_inside", RuleDirection::RequireInside},
                                                             {"inform", RuleDirection::Inform}}};

template <class Enum, std::size_t Count>
std::string wordOf(const std::array<Word<Enum>, Count>& words, Enum value) {
    for (const auto& [word, known] : words)
        if (known == value) return word;
    return {};
}

template <class Enum, std::size_t Count>
gis::Result<Enum> valueOf(const std::array<Word<Enum>, Count>& words, const std::string& text) {
    std::string known;
    for (const auto& [word, value] : words) {
        if (text == word) return value;
        known += (known.empty() ? "" : ", ") + std::string(word);
    }
    return gis::fail(gis::ErrorCode::InvalidData, {}, gis::message("layers", "unknown word \"%1\"", {text}),
                     gis::message("layers", "use one of %1", {known}));
}

}  // namespace

std::string toText(LayerKind kind) { return wordOf(kindWords, kind); }
std::string toText(ControlType type) { return wordOf(typeWords, type); }
std::string toText(RuleDirection direction) { return wordOf(directionWords, direction); }
gis::Result<LayerKind> layerKindFromText(const std::string& text) { return valueOf(kindWords, text); }
gis::Result<ControlType> controlTypeFromText(const std::string& text) { return valueOf(typeWords, text); }
gis::Result<RuleDirection> ruleDirectionFromText(const std::string& text) { return valueOf(directionWords, text); }

std::string Layer::featureName(const gis::Feature& feature) const {
    if (nameField.empty()) return {};
    return gis::toText(feature.attribute(table.schema().indexOf(nameField)));
}

}  // namespace layers
