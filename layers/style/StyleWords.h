// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <utility>

#include "layers/style/Style.h"

namespace layers {

// The stable words of the JSON form.
inline constexpr std::initializer_list<std::pair<const char*, FillPattern>> fillPatternWords = {
    {"none", FillPattern::None},   {"solid", FillPattern::Solid},
    {"hatch", FillPattern::Hatch}, {"cross_hatch", FillPattern::CrossHatch},
    {"dots", FillPattern::Dots},   {"markers", FillPattern::Markers},
};
inline constexpr std::initializer_list<std::pair<const char*, MarkerShape>> markerShapeWords = {
    {"circle", MarkerShape::Circle},     {"ring", MarkerShape::Ring},
    {"square", MarkerShape::Square},     {"diamond", MarkerShape::Diamond},
    {"triangle", MarkerShape::Triangle}, {"star", MarkerShape::Star},
    {"hexagon", MarkerShape::Hexagon},   {"concentric", MarkerShape::Concentric},
    {"svg", MarkerShape::Svg},
};
inline constexpr std::initializer_list<std::pair<const char*, LineEnds>> lineEndsWords = {
    {"none", LineEnds::None},
    {"end", LineEnds::End},
    {"start", LineEnds::Start},
    {"both", LineEnds::Both},
};
inline constexpr std::initializer_list<std::pair<const char*, MarkKind>> markKindWords = {
    {"ticks", MarkKind::Ticks},
    {"markers", MarkKind::Markers},
};
inline constexpr std::initializer_list<std::pair<const char*, ClassedBy>> classedByWords = {
    {"value", ClassedBy::Value},
    {"range", ClassedBy::Range},
    {"rule", ClassedBy::Rule},
};
inline constexpr std::initializer_list<std::pair<const char*, Certainty>> certaintyWords = {
    {"unsaid", Certainty::Unsaid},
    {"low", Certainty::Low},
    {"medium", Certainty::Medium},
    {"high", Certainty::High},
};
inline constexpr std::initializer_list<std::pair<const char*, LabelPlacement>> labelPlacementWords = {
    {"around", LabelPlacement::Around},
    {"inside", LabelPlacement::Inside},
    {"along_line", LabelPlacement::AlongLine},
};
inline constexpr std::initializer_list<std::pair<const char*, LabelCallout>> labelCalloutWords = {
    {"none", LabelCallout::None},
    {"line", LabelCallout::Line},
    {"box", LabelCallout::Box},
};

template <class Enum>
const char* wordOf(Enum value, std::initializer_list<std::pair<const char*, Enum>> words) {
    for (const auto& [word, known] : words)
        if (known == value) return word;
    return "";
}

}  // namespace layers
