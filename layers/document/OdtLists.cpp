// SPDX-License-Identifier: Apache-2.0
#include "layers/document/OdtLists.h"

#include <algorithm>

#include "layers/document/CodePoints.h"
#include "layers/document/XmlPart.h"

namespace layers {

void OdtLists::readStyles(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) {
        const std::string_view name = localName(node);
        if (name != "list-style" && name != "outline-style") continue;
        Levels& levels = name == "outline-style" ? m_headings : m_styles[std::string(attributeOf(node, "name"))];
        for (const pugi::xml_node level : node.children()) readLevel(level, levels);
    }
}

void OdtLists::readLevel(pugi::xml_node node, Levels& levels) {
    const int number = numberOf(attributeOf(node, "level"), 0);
    if (number < 1 || number > static_cast<int>(levelCount)) return;
    Level& level = levels[static_cast<std::size_t>(number - 1)];
    level.style = numberStyleOfSample(attributeOf(node, "num-format"));
    level.prefix = attributeOf(node, "num-prefix");
    level.suffix = attributeOf(node, "num-suffix");
    level.format = attributeOf(node, "num-list-format");
    level.shownLevels = numberOf(attributeOf(node, "display-levels"), 1);
    level.start = numberOf(attributeOf(node, "start-value"), 1);
    if (localName(node) == "list-level-style-bullet") {
        level.style = NumberStyle::Bullet;
        level.bullet = "•";
    }
    const pugi::xml_node alignment = childOf(childOf(node, "list-level-properties"), "list-level-label-alignment");
    level.followedBy = attributeOf(alignment, "label-followed-by");
}

OdtLists::CountersPtr OdtLists::begin(pugi::xml_node list, const std::string& style) {
    CountersPtr counters;
    const std::string continued(attributeOf(list, "continue-list"));
    if (const auto held = m_byId.find(continued); held != m_byId.end()) counters = held->second;
    if (!counters && attributeOf(list, "continue-numbering") == "true")
        if (const auto held = m_byStyle.find(style); held != m_byStyle.end()) counters = held->second;
    if (!counters) counters = std::make_shared<Counters>();
    m_byStyle[style] = counters;
    if (const std::string id(attributeOf(list, "id")); !id.empty()) m_byId[id] = counters;
    return counters;
}

std::string OdtLists::next(const std::string& style, Counters& counters, std::size_t level, int start) const {
    const auto held = m_styles.find(style);
    return held == m_styles.end() ? std::string() : count(held->second, counters, level, start);
}

std::string OdtLists::nextHeading(std::size_t level) { return count(m_headings, m_headingCounters, level, -1); }

std::string OdtLists::count(const Levels& levels, Counters& counters, std::size_t level, int start) {
    level = std::min(level, levelCount - 1);
    if (start >= 0) {
        counters.value[level] = start;
    } else if (counters.active[level]) {
        ++counters.value[level];
    } else {
        counters.value[level] = levels[level].start;
    }
    counters.active[level] = true;
    for (std::size_t deeper = level + 1; deeper < levelCount; ++deeper) counters.active[deeper] = false;
    const std::string text = label(levels, counters, level);
    if (text.empty() || levels[level].followedBy == "nothing") return text;
    const std::u32string points = toCodePoints(text);
    const bool wide = isOneOf(points.back(), U"、）．。，：】〕");
    return wide && levels[level].followedBy != "space" ? text : text + " ";
}

std::string OdtLists::label(const Levels& levels, const Counters& counters, std::size_t level) {
    const Level& own = levels[level];
    if (own.style == NumberStyle::Bullet) return own.bullet;
    const auto number = [&](std::size_t i) {
        return numberText(levels[i].style, counters.active[i] ? counters.value[i] : levels[i].start);
    };
    std::string text;
    if (!own.format.empty()) {
        for (std::size_t i = 0; i < own.format.size(); ++i) {
            // %3% or %10%
            const std::size_t end = own.format[i] == '%' ? own.format.find('%', i + 1) : std::string::npos;
            const int which =
                end == std::string::npos ? 0 : numberOf(std::string_view(own.format).substr(i + 1, end - i - 1), 0);
            if (which >= 1 && which <= static_cast<int>(levelCount)) {
                text += number(static_cast<std::size_t>(which - 1));
                i = end;
            } else {
                text += own.format[i];
            }
        }
        return text;
    }
    const std::size_t shown = static_cast<std::size_t>(std::clamp(own.shownLevels, 1, static_cast<int>(level) + 1));
    for (std::size_t i = level + 1 - shown; i <= level; ++i) {
        const std::string part = number(i);
        if (!part.empty()) text += (text.empty() ? "" : ".") + part;
    }
    return own.prefix + text + own.suffix;
}

}  // namespace layers
