// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/ClauseLevel.h"

#include <algorithm>
#include <array>

namespace layers {

namespace {

constexpr std::array<const char*, 4> ladder = {"item", "subitem", "point", "subpoint"};

/// Place of a level on the ladder; -1 above it.
int rungOf(const std::string& level) {
    const auto found = std::find(ladder.begin(), ladder.end(), level);
    return found == ladder.end() ? -1 : static_cast<int>(found - ladder.begin());
}

int rungOfForm(const NumberMark& mark) {
    switch (mark.kind) {
        case MarkKind::Step:
        case MarkKind::Arabic:
        case MarkKind::ChinesePart:
        case MarkKind::ChineseBracket:
            return 0;
        case MarkKind::ArabicBracket:
        case MarkKind::ArabicHalf:
        case MarkKind::Plain:
        case MarkKind::Decimal:
            return 1;
        default:
            return 2;
    }
}

std::string decimalLevel(std::size_t depth) {
    constexpr std::array<const char*, 5> levels = {"chapter", "section", "item", "subitem", "point"};
    return levels[std::min(depth, levels.size()) - 1];
}

std::string divisionLevel(MarkKind kind) {
    switch (kind) {
        case MarkKind::Annex:
            return "annex";
        case MarkKind::Chapter:
            return "chapter";
        case MarkKind::Section:
            return "section";
        case MarkKind::Article:
            return "article";
        case MarkKind::Paragraph:
            return "paragraph";
        case MarkKind::NamedItem:
            return "item";
        case MarkKind::Box:
            return "box";
        case MarkKind::ChineseBracket:
            return "clause";
        default:
            return "part";
    }
}

}  // namespace

std::string levelOf(const NumberMark& mark, const std::string& parent, bool insideChineseArticle) {
    const bool chineseList = mark.kind == MarkKind::ChinesePart || mark.kind == MarkKind::ChineseBracket;
    if (mark.kind == MarkKind::Decimal && !mark.listed) return decimalLevel(mark.depth());
    if (!mark.isList() && !(chineseList && insideChineseArticle)) return divisionLevel(mark.kind);
    const int above = rungOf(parent);
    const int form = insideChineseArticle ? 0 : rungOfForm(mark);
    return ladder[static_cast<std::size_t>(std::min(std::max(form, above + 1), 3))];
}

}  // namespace layers
