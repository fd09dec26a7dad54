// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

namespace layers {

/// Which list a paragraph belongs to; what is not said here may be said by the style below.
struct DocxListPlace {
    std::optional<int> list;   ///< w:numId; 0 takes a paragraph out of every list
    std::optional<int> level;  ///< w:ilvl, from 0
};

/// The paragraph styles of a .docx as far as they bear on its text (styles.xml).
class DocxStyles {
public:
    explicit DocxStyles(pugi::xml_node styles = {});
    /// The list of a style or of what it is based on, and the style that names it.
    struct Found {
        DocxListPlace place;
        std::string style;
    };
    Found listOf(const std::string& style) const;
    /// Whether paragraphs of the style are entries of a table of contents ("toc 1").
    bool isContentsEntry(const std::string& style) const;
    const std::string& defaultStyle() const { return m_default; }

private:
    struct Style {
        std::string name;
        std::string basedOn;
        DocxListPlace place;
    };
    std::map<std::string, Style> m_styles;
    std::string m_default;
};

/// w:numPr of a w:pPr.
DocxListPlace listPlaceOf(pugi::xml_node properties);

}  // namespace layers
