// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

#include "layers/document/DocumentLines.h"
#include "layers/document/OdtLists.h"

namespace layers {

/// Walks over the body of an .odt and writes its lines.
class OdtBody {
public:
    struct Counts {
        std::size_t deletions = 0;
        std::size_t hidden = 0;
    };
    OdtBody(OdtLists& lists, std::set<std::string> hiddenStyles)
        : m_lists(lists), m_hiddenStyles(std::move(hiddenStyles)) {}
    /// Everything in the text, a section, a cell, a text box, a note.
    void readBlocks(pugi::xml_node parent, DocumentLines& lines);
    const Counts& counts() const { return m_counts; }
    /// The notes met so far, in order.
    const std::vector<std::string>& notes() const { return m_notes; }

private:
    struct Paragraph {
        std::string text;
        bool blankOpen = true;  ///< a blank stands before, so that a further one is not printed
        std::vector<pugi::xml_node> boxes;
    };
    /// Where a paragraph stands in a list.
    struct ListPlace {
        std::string style;
        OdtLists::CountersPtr counters;
        std::size_t level = 0;
    };
    void readBlock(pugi::xml_node node, DocumentLines& lines);
    void readParagraph(pugi::xml_node node, const std::string& label, DocumentLines& lines);
    void readList(pugi::xml_node node, const ListPlace& place, DocumentLines& lines);
    void readItem(pugi::xml_node node, const ListPlace& place, DocumentLines& lines);
    void readTable(pugi::xml_node node, DocumentLines& lines);
    void readRows(pugi::xml_node parent, TextTable& table);
    void readCells(pugi::xml_node parent, std::vector<TextCell>& row);
    void readInline(pugi::xml_node parent, Paragraph& paragraph);
    void readElement(pugi::xml_node node, Paragraph& paragraph);
    void readNote(pugi::xml_node node);
    static void findBoxes(pugi::xml_node node, Paragraph& paragraph);
    static void append(std::string_view text, Paragraph& paragraph);
    std::string headingLabel(pugi::xml_node node);

    OdtLists& m_lists;
    std::set<std::string> m_hiddenStyles;
    Counts m_counts;
    std::vector<std::string> m_notes;
    bool m_inContents = false;
};

}  // namespace layers
