// SPDX-License-Identifier: Apache-2.0
#include "layers/document/OdtBody.h"

#include <algorithm>

#include "layers/document/XmlPart.h"

namespace layers {

namespace {

bool isOneOfNames(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isIndex(std::string_view name) {
    return isOneOfNames(name, {"table-of-content", "illustration-index", "table-index", "object-index", "user-index",
                               "alphabetical-index", "bibliography"});
}

int repeated(pugi::xml_node node, std::string_view attribute, int most) {
    return std::clamp(numberOf(attributeOf(node, attribute), 1), 1, most);
}

}  // namespace

void OdtBody::readBlocks(pugi::xml_node parent, DocumentLines& lines) {
    for (const pugi::xml_node child : parent.children()) readBlock(child, lines);
}

void OdtBody::readBlock(pugi::xml_node node, DocumentLines& lines) {
    const std::string_view name = localName(node);
    if (name == "p") {
        readParagraph(node, {}, lines);
    } else if (name == "h") {
        readParagraph(node, headingLabel(node), lines);
    } else if (name == "list") {
        readList(node, {}, lines);
    } else if (name == "table") {
        readTable(node, lines);
    } else if (name == "section" && attributeOf(node, "display") == "none") {
        ++m_counts.hidden;
    } else if (isOneOfNames(name, {"section", "index-body", "index-title", "text-box", "numbered-paragraph"})) {
        readBlocks(node, lines);
    } else if (isIndex(name)) {
        m_inContents = true;
        readBlocks(childOf(node, "index-body"), lines);
        m_inContents = false;
    } else if (name == "tracked-changes") {
        for (const pugi::xml_node region : node.children()) m_counts.deletions += childOf(region, "deletion") ? 1 : 0;
    } else if (isOneOfNames(name, {"frame", "custom-shape", "g", "a", "rect"})) {
        Paragraph holder;
        findBoxes(node, holder);
        for (const pugi::xml_node box : holder.boxes) readBlocks(box, lines);
    }
}

std::string OdtBody::headingLabel(pugi::xml_node node) {
    if (attributeOf(node, "is-list-header") == "true") return {};
    const int level = numberOf(attributeOf(node, "outline-level"), 1);
    return level < 1 ? std::string() : m_lists.nextHeading(static_cast<std::size_t>(level - 1));
}

void OdtBody::readParagraph(pugi::xml_node node, const std::string& label, DocumentLines& lines) {
    if (m_hiddenStyles.count(std::string(attributeOf(node, "style-name"))) != 0) {
        ++m_counts.hidden;
        return;
    }
    Paragraph paragraph;
    readInline(node, paragraph);
    if (m_inContents) {
        // The tab before the page number is printed as a row of dots.
        const std::size_t tab = paragraph.text.rfind('\t');
        if (tab != std::string::npos) paragraph.text.replace(tab, 1, "……");
    }
    lines.addParagraph(label + paragraph.text);
    for (const pugi::xml_node box : paragraph.boxes) readBlocks(box, lines);
}

void OdtBody::readList(pugi::xml_node node, const ListPlace& outer, DocumentLines& lines) {
    ListPlace place = outer;
    if (const std::string_view style = attributeOf(node, "style-name"); !style.empty()) place.style = style;
    if (!place.counters) place.counters = m_lists.begin(node, place.style);
    for (const pugi::xml_node item : node.children()) readItem(item, place, lines);
}

void OdtBody::readItem(pugi::xml_node node, const ListPlace& place, DocumentLines& lines) {
    const bool isHeader = localName(node) == "list-header";
    if (!isHeader && localName(node) != "list-item") return;
    bool numbered = isHeader;
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = localName(child);
        if (name == "list") {
            ListPlace inner = place;
            ++inner.level;
            readList(child, inner, lines);
        } else if (name == "p" || name == "h") {
            std::string label;
            if (!numbered)
                label = m_lists.next(place.style, *place.counters, place.level,
                                     numberOf(attributeOf(node, "start-value"), -1));
            numbered = true;
            readParagraph(child, label, lines);
        } else {
            readBlock(child, lines);
        }
    }
}

void OdtBody::readTable(pugi::xml_node node, DocumentLines& lines) {
    TextTable table;
    readRows(node, table);
    lines.addTable(table);
}

void OdtBody::readRows(pugi::xml_node parent, TextTable& table) {
    for (const pugi::xml_node child : parent.children()) {
        const std::string_view name = localName(child);
        if (name == "table-row") {
            readCells(child, table.rows.emplace_back());
        } else if (isOneOfNames(name, {"table-header-rows", "table-rows", "table-row-group"})) {
            readRows(child, table);
        }
    }
}

void OdtBody::readCells(pugi::xml_node parent, std::vector<TextCell>& row) {
    constexpr int mostColumns = 63;
    for (const pugi::xml_node child : parent.children()) {
        const std::string_view name = localName(child);
        if (name != "table-cell" && name != "covered-table-cell") continue;
        TextCell cell;
        if (name == "table-cell") {
            DocumentLines lines;
            readBlocks(child, lines);
            cell = {lines.takeFilled(), static_cast<bool>(childOf(child, "table"))};
        }
        const int times = repeated(child, "number-columns-repeated", mostColumns);
        for (int i = 0; i < times; ++i) row.push_back(cell);
    }
}

void OdtBody::append(std::string_view text, Paragraph& paragraph) {
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank || !paragraph.blankOpen) paragraph.text += blank ? ' ' : c;
        paragraph.blankOpen = blank;
    }
}

void OdtBody::readInline(pugi::xml_node parent, Paragraph& paragraph) {
    for (const pugi::xml_node child : parent.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            append(child.value(), paragraph);
        else if (child.type() == pugi::node_element)
            readElement(child, paragraph);
}

void OdtBody::readElement(pugi::xml_node node, Paragraph& paragraph) {
    constexpr int mostBlanks = 1000;
    const std::string_view name = localName(node);
    if (name == "s") {
        paragraph.text.append(static_cast<std::size_t>(repeated(node, "c", mostBlanks)), ' ');
        paragraph.blankOpen = false;
    } else if (name == "tab" || name == "line-break") {
        paragraph.text += name == "tab" ? '\t' : '\n';
        paragraph.blankOpen = name != "tab";
    } else if (name == "note") {
        readNote(node);
    } else if (name == "span" && m_hiddenStyles.count(std::string(attributeOf(node, "style-name"))) != 0) {
        ++m_counts.hidden;
    } else if (name == "ruby") {
        readInline(childOf(node, "ruby-base"), paragraph);
    } else if (isOneOfNames(name, {"frame", "custom-shape", "g", "rect"})) {
        findBoxes(node, paragraph);
    } else if (!isOneOfNames(name, {"annotation", "annotation-end", "hidden-text", "hidden-paragraph", "script",
                                    "tracked-changes", "object", "image"})) {
        readInline(node, paragraph);
    }
}

void OdtBody::findBoxes(pugi::xml_node node, Paragraph& paragraph) {
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = localName(child);
        if (name == "text-box") {
            paragraph.boxes.push_back(child);
        } else if (name == "p" || name == "list") {
            paragraph.boxes.push_back(node);  // a shape holds its paragraphs itself
            return;
        } else {
            findBoxes(child, paragraph);
        }
    }
}

void OdtBody::readNote(pugi::xml_node node) {
    DocumentLines lines;
    readBlocks(childOf(node, "note-body"), lines);
    std::string note;
    for (const std::string& paragraph : lines.takeFilled()) note += (note.empty() ? "" : " ") + trimmed(paragraph);
    if (!note.empty()) m_notes.push_back(std::move(note));
}

}  // namespace layers
