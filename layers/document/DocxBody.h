// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "layers/document/DocumentLines.h"
#include "layers/document/DocxNumbering.h"
#include "layers/document/DocxStyles.h"

namespace layers {

/// Walks over the body of a .docx and writes its lines.
class DocxBody {
public:
    /// What was met and left out or put elsewhere.
    struct Counts {
        std::size_t deletions = 0;
        std::size_t hidden = 0;
        std::size_t unknownSigns = 0;
        std::size_t embedded = 0;
    };
    /// A note that the text refers to.
    struct Note {
        bool atEnd = false;  ///< an endnote
        std::string id;
    };

    DocxBody(const DocxStyles& styles, DocxNumbering& numbering) : m_styles(styles), m_numbering(numbering) {}
    /// Everything in a body, a cell, a text box, a note.
    void readBlocks(pugi::xml_node parent, DocumentLines& lines);
    /// What a deleted paragraph end left over at the very end.
    void finish(DocumentLines& lines);
    const Counts& counts() const { return m_counts; }
    const std::vector<Note>& notes() const { return m_notes; }

private:
    struct Paragraph {
        std::string text;
        std::vector<pugi::xml_node> boxes;
    };
    void readBlock(pugi::xml_node node, DocumentLines& lines);
    void readParagraph(pugi::xml_node node, DocumentLines& lines);
    void readTable(pugi::xml_node node, DocumentLines& lines);
    void readRows(pugi::xml_node parent, TextTable& table);
    void readCells(pugi::xml_node parent, std::vector<TextCell>& row);
    void readInline(pugi::xml_node parent, Paragraph& paragraph);
    void readRun(pugi::xml_node run, Paragraph& paragraph);
    void readRunPart(pugi::xml_node part, std::string_view font, Paragraph& paragraph);
    void readField(pugi::xml_node mark);
    void findBoxes(pugi::xml_node parent, Paragraph& paragraph) const;
    void append(std::string_view text, std::string_view font, Paragraph& paragraph);
    std::string labelOf(pugi::xml_node properties, const std::string& style);
    bool inCode() const;

    const DocxStyles& m_styles;
    DocxNumbering& m_numbering;
    Counts m_counts;
    std::vector<Note> m_notes;
    std::vector<bool> m_fields;  ///< for each open field whether its code, not its result, is being read
    std::string m_carried;       ///< text of paragraphs whose end was deleted: it goes on in the next
};

}  // namespace layers
