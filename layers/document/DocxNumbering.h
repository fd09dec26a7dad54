// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

#include "layers/document/NumberText.h"

namespace layers {

/// The automatic numbers of a .docx (numbering.xml), counted while its paragraphs are read in their order.
class DocxNumbering {
public:
    explicit DocxNumbering(pugi::xml_node numbering = {});

    /// Counts the next paragraph of a list and gives what is printed before it, with a blank where a tab or blank
    /// follows. Empty for a list that is not known.
    std::string next(int list, int level);
    /// The level of a list that is tied to a paragraph style (w:pStyle).
    std::optional<int> levelOfStyle(int list, const std::string& style) const;

private:
    static constexpr std::size_t levelCount = 9;
    struct Level {
        NumberStyle style = NumberStyle::Decimal;
        std::string text;  ///< "第%1章"
        int start = 1;
        int restart = -1;  ///< w:lvlRestart; -1 if not said
        bool allDecimal = false;
        std::string suffix = "tab";
        std::string paragraphStyle;
    };
    struct Abstract {
        std::array<Level, levelCount> levels;
        std::string styleLink;
        std::string linkedStyle;  ///< w:numStyleLink: the levels stand at the list of that name
    };
    struct List {
        int abstract = 0;
        std::map<std::size_t, int> starts;
        std::map<std::size_t, Level> levels;
        std::array<bool, levelCount> begun{};
    };
    struct Counters {
        std::array<int, levelCount> value{};
        std::array<bool, levelCount> active{};
    };

    static Level readLevel(pugi::xml_node node);
    void readAbstract(pugi::xml_node node);
    void readList(pugi::xml_node node);
    int resolved(int abstract) const;
    const Level& levelOf(const List& list, std::size_t level) const;
    int startOf(const List& list, std::size_t level) const;
    void count(List& list, Counters& counters, std::size_t level) const;
    std::string label(const List& list, const Counters& counters, std::size_t level) const;

    std::map<int, Abstract> m_abstracts;
    std::map<int, List> m_lists;
    std::map<int, Counters> m_counters;
    Level m_none;
};

}  // namespace layers
