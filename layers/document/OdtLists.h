// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>

#include "layers/document/NumberText.h"

namespace layers {

/// The automatic numbers of an .odt: list styles and the numbering of headings, counted while it is read in its order.
class OdtLists {
public:
    static constexpr std::size_t levelCount = 10;
    /// The numbers that one list has reached.
    struct Counters {
        std::array<int, levelCount> value{};
        std::array<bool, levelCount> active{};
    };
    using CountersPtr = std::shared_ptr<Counters>;

    /// Takes up the list styles below `parent` (office:styles, office:automatic-styles).
    void readStyles(pugi::xml_node parent);
    /// The counters of a list that begins here: its own, or those that it says it continues.
    CountersPtr begin(pugi::xml_node list, const std::string& style);
    /// Counts an item and gives what is printed before it. `start` above -1 sets the number.
    std::string next(const std::string& style, Counters& counters, std::size_t level, int start) const;
    /// The number of a heading outside of any list, level from 0.
    std::string nextHeading(std::size_t level);

private:
    struct Level {
        NumberStyle style = NumberStyle::None;
        std::string prefix;
        std::string suffix;
        std::string format;  ///< "%1%.%2%"; instead of prefix, levels and suffix
        std::string followedBy;
        std::string bullet;
        int shownLevels = 1;
        int start = 1;
    };
    using Levels = std::array<Level, levelCount>;

    static void readLevel(pugi::xml_node node, Levels& levels);
    static std::string label(const Levels& levels, const Counters& counters, std::size_t level);
    static std::string count(const Levels& levels, Counters& counters, std::size_t level, int start);

    std::map<std::string, Levels> m_styles;
    Levels m_headings;
    Counters m_headingCounters;
    std::map<std::string, CountersPtr> m_byId;
    std::map<std::string, CountersPtr> m_byStyle;
};

}  // namespace layers
