// SPDX-License-Identifier: Apache-2.0
#include "layers/document/DocxNumbering.h"

#include <algorithm>

#include "layers/document/CodePoints.h"
#include "layers/document/SymbolSigns.h"
#include "layers/document/XmlPart.h"

namespace layers {

namespace {

int valueOf(pugi::xml_node node, int otherwise) {
    return node ? numberOf(attributeOf(node, "val"), otherwise) : otherwise;
}

bool isOn(pugi::xml_node node) {
    const std::string_view value = attributeOf(node, "val");
    return node && value != "0" && value != "false" && value != "off";
}

/// Formats that are new to a version of the word processor stand in a choice with an older one beside it.
pugi::xml_node formatOf(pugi::xml_node level) {
    if (const pugi::xml_node plain = childOf(level, "numFmt")) return plain;
    const pugi::xml_node choice = childOf(level, "AlternateContent");
    return childOf(childOf(choice, "Fallback"), "numFmt");
}

std::string bullet(const std::string& glyph) {
    const std::u32string points = toCodePoints(glyph);
    if (points.size() != 1) return points.empty() ? std::string() : "•";
    const char32_t sign = symbolSign({}, points.front());
    return sign == U'\0' || isLatinLetter(sign) ? "•" : toUtf8(std::u32string(1, sign));
}

/// A number that ends in a full-width mark needs no blank behind it.
bool endsWide(const std::string& label) {
    const std::u32string points = toCodePoints(label);
    return !points.empty() && isOneOf(points.back(), U"、）．。，：】〕");
}

}  // namespace

DocxNumbering::DocxNumbering(pugi::xml_node numbering) {
    for (const pugi::xml_node node : numbering.children())
        if (localName(node) == "abstractNum") readAbstract(node);
    for (const pugi::xml_node node : numbering.children())
        if (localName(node) == "num") readList(node);
}

DocxNumbering::Level DocxNumbering::readLevel(pugi::xml_node node) {
    Level level;
    level.start = valueOf(childOf(node, "start"), 0);
    level.style = numberStyleOfWord(attributeOf(formatOf(node), "val"));
    level.text = attributeOf(childOf(node, "lvlText"), "val");
    level.restart = valueOf(childOf(node, "lvlRestart"), -1);
    level.allDecimal = isOn(childOf(node, "isLgl"));
    if (const pugi::xml_node suffix = childOf(node, "suff")) level.suffix = attributeOf(suffix, "val");
    level.paragraphStyle = attributeOf(childOf(node, "pStyle"), "val");
    return level;
}

void DocxNumbering::readAbstract(pugi::xml_node node) {
    Abstract& abstract = m_abstracts[numberOf(attributeOf(node, "abstractNumId"), 0)];
    abstract.styleLink = attributeOf(childOf(node, "styleLink"), "val");
    abstract.linkedStyle = attributeOf(childOf(node, "numStyleLink"), "val");
    for (const pugi::xml_node child : node.children()) {
        const int level = localName(child) == "lvl" ? numberOf(attributeOf(child, "ilvl"), -1) : -1;
        if (level >= 0 && level < static_cast<int>(levelCount))
            abstract.levels[static_cast<std::size_t>(level)] = readLevel(child);
    }
}

void DocxNumbering::readList(pugi::xml_node node) {
    List list;
    list.abstract = resolved(valueOf(childOf(node, "abstractNumId"), 0));
    for (const pugi::xml_node child : node.children()) {
        const int level = localName(child) == "lvlOverride" ? numberOf(attributeOf(child, "ilvl"), -1) : -1;
        if (level < 0 || level >= static_cast<int>(levelCount)) continue;
        if (const pugi::xml_node start = childOf(child, "startOverride"))
            list.starts[static_cast<std::size_t>(level)] = valueOf(start, 1);
        if (const pugi::xml_node own = childOf(child, "lvl"))
            list.levels[static_cast<std::size_t>(level)] = readLevel(own);
    }
    m_lists[numberOf(attributeOf(node, "numId"), 0)] = std::move(list);
}

int DocxNumbering::resolved(int abstract) const {
    const auto held = m_abstracts.find(abstract);
    if (held == m_abstracts.end() || held->second.linkedStyle.empty()) return abstract;
    for (const auto& [id, other] : m_abstracts)
        if (other.styleLink == held->second.linkedStyle) return id;
    return abstract;
}

const DocxNumbering::Level& DocxNumbering::levelOf(const List& list, std::size_t level) const {
    if (const auto own = list.levels.find(level); own != list.levels.end()) return own->second;
    const auto abstract = m_abstracts.find(list.abstract);
    return abstract == m_abstracts.end() ? m_none : abstract->second.levels[level];
}

int DocxNumbering::startOf(const List& list, std::size_t level) const {
    const auto own = list.starts.find(level);
    return own != list.starts.end() ? own->second : levelOf(list, level).start;
}

void DocxNumbering::count(List& list, Counters& counters, std::size_t level) const {
    const bool startsOver = list.starts.count(level) != 0 && !list.begun[level];
    if (startsOver || !counters.active[level]) {
        counters.value[level] = startOf(list, level);
    } else {
        ++counters.value[level];
    }
    list.begun[level] = counters.active[level] = true;
    for (std::size_t deeper = level + 1; deeper < levelCount; ++deeper) {
        // Without a word a level starts again behind each higher one; "0" never, "2" behind the first two levels only.
        const int restart = levelOf(list, deeper).restart;
        if (restart < 0 || static_cast<int>(level) < restart) counters.active[deeper] = false;
    }
}

std::string DocxNumbering::label(const List& list, const Counters& counters, std::size_t level) const {
    const Level& own = levelOf(list, level);
    if (own.style == NumberStyle::Bullet) return bullet(own.text);
    std::string text;
    for (std::size_t i = 0; i < own.text.size(); ++i) {
        const char next = i + 1 < own.text.size() ? own.text[i + 1] : '\0';
        if (own.text[i] != '%' || next < '1' || next > '9') {
            text += own.text[i];
            continue;
        }
        const auto which = static_cast<std::size_t>(next - '1');
        const int value = counters.active[which] ? counters.value[which] : startOf(list, which);
        text += numberText(own.allDecimal ? NumberStyle::Decimal : levelOf(list, which).style, value);
        ++i;
    }
    return text;
}

std::string DocxNumbering::next(int list, int level) {
    const auto held = m_lists.find(list);
    if (held == m_lists.end()) return {};
    const auto at = static_cast<std::size_t>(std::clamp(level, 0, static_cast<int>(levelCount) - 1));
    Counters& counters = m_counters[held->second.abstract];
    count(held->second, counters, at);
    const std::string text = label(held->second, counters, at);
    const std::string& suffix = levelOf(held->second, at).suffix;
    if (text.empty() || suffix == "nothing" || (suffix == "tab" && endsWide(text))) return text;
    return text + " ";
}

std::optional<int> DocxNumbering::levelOfStyle(int list, const std::string& style) const {
    const auto held = m_lists.find(list);
    if (held == m_lists.end()) return std::nullopt;
    for (std::size_t level = 0; level < levelCount; ++level)
        if (levelOf(held->second, level).paragraphStyle == style) return static_cast<int>(level);
    return std::nullopt;
}

}  // namespace layers
