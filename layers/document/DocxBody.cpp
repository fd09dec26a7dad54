// SPDX-License-Identifier: Apache-2.0
#include "layers/document/DocxBody.h"

#include <algorithm>

#include "layers/document/CodePoints.h"
#include "layers/document/SymbolSigns.h"
#include "layers/document/XmlPart.h"

namespace layers {

namespace {

bool isOneOfNames(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isDeletion(std::string_view name) { return name == "del" || name == "moveFrom"; }

/// Elements that only wrap what is printed.
bool isWrapper(std::string_view name) {
    return isOneOfNames(name, {"ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple",
                               "bdo", "dir", "rubyBase"});
}

bool isOn(pugi::xml_node node) {
    const std::string_view value = attributeOf(node, "val");
    return node && value != "0" && value != "false" && value != "off";
}

/// The same thing written for newer and for older programs: the first choice that holds something, else the fallback.
pugi::xml_node chosen(pugi::xml_node alternatives) {
    const pugi::xml_node choice = childOf(alternatives, "Choice");
    if (choice && choice.first_child()) return choice;
    return childOf(alternatives, "Fallback");
}

bool endsDeleted(pugi::xml_node paragraphProperties) {
    const pugi::xml_node mark = childOf(paragraphProperties, "rPr");
    return childOf(mark, "del") || childOf(mark, "moveFrom");
}

/// Formulas: their letters in order.
void collectMath(pugi::xml_node node, std::string& text) {
    for (const pugi::xml_node child : node.children())
        if (localName(child) == "t")
            text += child.text().get();
        else
            collectMath(child, text);
}

}  // namespace

void DocxBody::readBlocks(pugi::xml_node parent, DocumentLines& lines) {
    for (const pugi::xml_node child : parent.children()) readBlock(child, lines);
}

void DocxBody::finish(DocumentLines& lines) {
    if (!m_carried.empty()) lines.addParagraph(std::exchange(m_carried, {}));
}

void DocxBody::readBlock(pugi::xml_node node, DocumentLines& lines) {
    const std::string_view name = localName(node);
    if (name == "p") {
        readParagraph(node, lines);
    } else if (name == "tbl") {
        readTable(node, lines);
    } else if (name == "AlternateContent") {
        readBlocks(chosen(node), lines);
    } else if (isDeletion(name)) {
        ++m_counts.deletions;
    } else if (name == "altChunk") {
        ++m_counts.embedded;
    } else if (isWrapper(name)) {
        readBlocks(node, lines);
    }
}

void DocxBody::readParagraph(pugi::xml_node node, DocumentLines& lines) {
    const pugi::xml_node properties = childOf(node, "pPr");
    std::string style(attributeOf(childOf(properties, "pStyle"), "val"));
    if (style.empty()) style = m_styles.defaultStyle();
    Paragraph paragraph;
    readInline(node, paragraph);
    std::fill(m_fields.begin(), m_fields.end(), false);  // no code goes on into the next paragraph
    if (m_styles.isContentsEntry(style)) {
        // The tab before the page number is printed as a row of dots.
        const std::size_t tab = paragraph.text.rfind('\t');
        if (tab != std::string::npos) paragraph.text.replace(tab, 1, "……");
    }
    if (endsDeleted(properties)) {
        m_carried += paragraph.text;
    } else {
        const std::string label = labelOf(properties, style);
        lines.addParagraph(label + std::exchange(m_carried, {}) + paragraph.text);
    }
    for (const pugi::xml_node box : paragraph.boxes) readBlocks(box, lines);
}

std::string DocxBody::labelOf(pugi::xml_node properties, const std::string& style) {
    DocxListPlace place = listPlaceOf(properties);
    const DocxStyles::Found styled = m_styles.listOf(style);
    const bool byStyle = !place.list;
    if (byStyle) place.list = styled.place.list;
    if (!place.list || *place.list == 0) return {};
    if (!place.level && byStyle) {
        // The list says which of its levels belongs to the style; the style's own word comes second.
        place.level = m_numbering.levelOfStyle(*place.list, style);
        if (!place.level) place.level = m_numbering.levelOfStyle(*place.list, styled.style);
    }
    if (!place.level) place.level = styled.place.level;
    return m_numbering.next(*place.list, place.level.value_or(0));
}

void DocxBody::readTable(pugi::xml_node node, DocumentLines& lines) {
    TextTable table;
    readRows(node, table);
    lines.addTable(table);
}

void DocxBody::readRows(pugi::xml_node parent, TextTable& table) {
    for (const pugi::xml_node child : parent.children()) {
        const std::string_view name = localName(child);
        if (name == "tr") {
            const pugi::xml_node properties = childOf(child, "trPr");
            if (childOf(properties, "del")) {
                ++m_counts.deletions;
                continue;
            }
            readCells(child, table.rows.emplace_back());
        } else if (isWrapper(name)) {
            readRows(child, table);
        }
    }
}

void DocxBody::readCells(pugi::xml_node parent, std::vector<TextCell>& row) {
    constexpr int mostColumns = 63;  // as many as a word processor allows
    for (const pugi::xml_node child : parent.children()) {
        const std::string_view name = localName(child);
        if (name != "tc") {
            if (isWrapper(name)) readCells(child, row);
            continue;
        }
        const pugi::xml_node properties = childOf(child, "tcPr");
        DocumentLines lines;
        readBlocks(child, lines);
        row.push_back({lines.takeFilled(), static_cast<bool>(childOf(child, "tbl"))});
        const int span = numberOf(attributeOf(childOf(properties, "gridSpan"), "val"), 1);
        for (int i = 1; i < std::min(span, mostColumns); ++i) row.emplace_back();
    }
}

bool DocxBody::inCode() const { return std::find(m_fields.begin(), m_fields.end(), true) != m_fields.end(); }

void DocxBody::readInline(pugi::xml_node parent, Paragraph& paragraph) {
    for (const pugi::xml_node child : parent.children()) {
        const std::string_view name = localName(child);
        if (name == "r") {
            readRun(child, paragraph);
        } else if (isDeletion(name)) {
            ++m_counts.deletions;
        } else if (isWrapper(name)) {
            readInline(child, paragraph);
        } else if (name == "AlternateContent") {
            readInline(chosen(child), paragraph);
        } else if (name == "oMath" || name == "oMathPara") {
            collectMath(child, paragraph.text);
        }
    }
}

void DocxBody::readRun(pugi::xml_node run, Paragraph& paragraph) {
    const pugi::xml_node properties = childOf(run, "rPr");
    if (isOn(childOf(properties, "vanish"))) {
        m_counts.hidden += childOf(run, "t") ? 1 : 0;
        // The marks of a field may be hidden and still bound what is shown.
        for (const pugi::xml_node part : run.children())
            if (localName(part) == "fldChar") readField(part);
        return;
    }
    const std::string_view font = attributeOf(childOf(properties, "rFonts"), "ascii");
    for (const pugi::xml_node part : run.children()) readRunPart(part, font, paragraph);
}

void DocxBody::readRunPart(pugi::xml_node part, std::string_view font, Paragraph& paragraph) {
    const std::string_view name = localName(part);
    if (name == "fldChar") return readField(part);
    if (inCode()) return;
    if (name == "t") {
        append(part.text().get(), font, paragraph);
    } else if (name == "tab" || name == "ptab") {
        paragraph.text += '\t';
    } else if (name == "cr" || (name == "br" && attributeOf(part, "type") != "page")) {
        paragraph.text += '\n';
    } else if (name == "noBreakHyphen") {
        paragraph.text += '-';
    } else if (name == "sym") {
        const auto code =
            static_cast<char32_t>(std::strtoul(std::string(attributeOf(part, "char")).c_str(), nullptr, 16));
        append(toUtf8(std::u32string(1, code)), attributeOf(part, "font"), paragraph);
    } else if (name == "footnoteReference" || name == "endnoteReference") {
        m_notes.push_back({name == "endnoteReference", std::string(attributeOf(part, "id"))});
    } else if (name == "AlternateContent") {
        for (const pugi::xml_node inner : chosen(part).children()) readRunPart(inner, font, paragraph);
    } else if (name == "ruby") {
        readInline(childOf(part, "rubyBase"), paragraph);
    } else if (isOneOfNames(name, {"drawing", "pict", "object"})) {
        findBoxes(part, paragraph);
    }
}

void DocxBody::append(std::string_view text, std::string_view font, Paragraph& paragraph) {
    // Only the three bytes of U+F000..F0FF begin so; all else is taken as it is.
    if (text.find("\xEF\x80") == std::string_view::npos && text.find("\xEF\x82") == std::string_view::npos &&
        text.find("\xEF\x81") == std::string_view::npos && text.find("\xEF\x83") == std::string_view::npos) {
        paragraph.text += text;
        return;
    }
    std::u32string shown;
    for (const char32_t c : toCodePoints(text)) {
        const bool isPrivate = c >= 0xF000 && c <= 0xF0FF;
        const char32_t sign = isPrivate ? symbolSign(font, c) : c;
        if (sign == U'\0')
            ++m_counts.unknownSigns;
        else
            shown += sign;
    }
    paragraph.text += toUtf8(shown);
}

void DocxBody::readField(pugi::xml_node mark) {
    const std::string_view type = attributeOf(mark, "fldCharType");
    if (type == "begin") {
        m_fields.push_back(true);
    } else if (m_fields.empty()) {
        return;
    } else if (type == "separate") {
        m_fields.back() = false;
    } else if (type == "end") {
        m_fields.pop_back();
    }
}

void DocxBody::findBoxes(pugi::xml_node parent, Paragraph& paragraph) const {
    for (const pugi::xml_node child : parent.children()) {
        const std::string_view name = localName(child);
        if (name == "txbxContent") {
            paragraph.boxes.push_back(child);
        } else if (name == "AlternateContent") {
            findBoxes(chosen(child), paragraph);
        } else {
            findBoxes(child, paragraph);
        }
    }
}

}  // namespace layers
