// SPDX-License-Identifier: Apache-2.0
#include "layers/document/HtmlText.h"

#include <algorithm>
#include <map>

#include "gis/base/Resources.h"
#include "layers/document/CodePoints.h"
#include "layers/document/DocumentLines.h"
#include "layers/document/HtmlCharset.h"
#include "layers/document/HtmlTree.h"
#include "layers/document/NumberText.h"
#include "layers/document/XmlPart.h"

namespace layers {

namespace {

constexpr int mostSpan = 63;

bool isBreakingBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// Bytes of a character from U+2E80 on: Chinese, full-width marks.
bool endsWide(const std::string& text) {
    std::size_t i = text.size();
    while (i > 0 && (static_cast<unsigned char>(text[i - 1]) & 0xC0U) == 0x80U) --i;
    return i > 0 && static_cast<unsigned char>(text[i - 1]) >= 0xE3U;
}
bool beginsWide(std::string_view text) { return !text.empty() && static_cast<unsigned char>(text[0]) >= 0xE3U; }

/// How an ordered list numbers its items.
struct ListNumbers {
    NumberStyle style = NumberStyle::None;
    int next = 1;
    int step = 1;
    std::string label() {
        if (style == NumberStyle::None) return {};
        const std::string number = numberText(style, next);
        next += step;
        return number + (style == NumberStyle::ChineseThousand ? "、" : ". ");
    }
};

NumberStyle listStyle(const GumboNode& list) {
    const std::string style(htmlAttribute(list, "style"));
    if (style.find("none") != std::string::npos) return NumberStyle::None;
    if (style.find("cjk-ideographic") != std::string::npos || style.find("chinese-informal") != std::string::npos)
        return NumberStyle::ChineseThousand;
    if (style.find("lower-alpha") != std::string::npos || style.find("lower-latin") != std::string::npos)
        return NumberStyle::LowerLetter;
    if (style.find("upper-alpha") != std::string::npos || style.find("upper-latin") != std::string::npos)
        return NumberStyle::UpperLetter;
    if (style.find("lower-roman") != std::string::npos) return NumberStyle::LowerRoman;
    if (style.find("upper-roman") != std::string::npos) return NumberStyle::UpperRoman;
    const std::string_view type = htmlAttribute(list, "type");
    return type.empty() ? NumberStyle::Decimal : numberStyleOfSample(type);
}

class HtmlWalk {
public:
    explicit HtmlWalk(DocumentLines& lines) : m_lines(lines) {}

    void readChildren(const GumboNode& node) {
        const GumboVector& children = node.v.element.children;
        for (unsigned i = 0; i < children.length; ++i) read(*static_cast<const GumboNode*>(children.data[i]));
    }
    /// Ends the open line.
    void finish() { endLine(); }
    bool sawTable() const { return m_sawTable; }

private:
    void read(const GumboNode& node) {
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA || node.type == GUMBO_NODE_WHITESPACE) {
            append(node.v.text.text);
        } else if (node.type == GUMBO_NODE_ELEMENT && !isHiddenElement(node)) {
            readElement(node);
        }
    }

    void readElement(const GumboNode& node) {
        const GumboTag tag = node.v.element.tag;
        if (tag == GUMBO_TAG_BR) return breakLine();
        if (tag == GUMBO_TAG_TABLE) return readTable(node);
        if (!isBlockElement(node)) return readChildren(node);
        endLine();
        const bool paragraph = isParagraphElement(node);
        m_blankDue = m_blankDue || paragraph;
        if (tag == GUMBO_TAG_OL) {
            readOrdered(node);
        } else if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_LISTING) {
            const bool before = std::exchange(m_preformatted, true);
            readChildren(node);
            m_preformatted = before;
        } else {
            readChildren(node);
        }
        endLine();
        m_blankDue = m_blankDue || paragraph;
    }

    void readOrdered(const GumboNode& list) {
        ListNumbers numbers{listStyle(list), numberOf(htmlAttribute(list, "start"), 1),
                            hasHtmlAttribute(list, "reversed") ? -1 : 1};
        const GumboVector& children = list.v.element.children;
        for (unsigned i = 0; i < children.length; ++i) {
            const GumboNode& child = *static_cast<const GumboNode*>(children.data[i]);
            const bool item = child.type == GUMBO_NODE_ELEMENT && child.v.element.tag == GUMBO_TAG_LI;
            if (!item || isHiddenElement(child)) {
                read(child);
                continue;
            }
            numbers.next = numberOf(htmlAttribute(child, "value"), numbers.next);
            endLine();
            const std::string label = numbers.label();
            // An item that is one link belongs to a menu, whose numbers style sheets take away.
            m_label = isOneLink(child) ? std::string() : label;
            readChildren(child);
            endLine();
            m_label.clear();
        }
    }

    static bool isOneLink(const GumboNode& item) {
        const GumboVector& children = item.v.element.children;
        bool link = false;
        for (unsigned i = 0; i < children.length; ++i) {
            const GumboNode& child = *static_cast<const GumboNode*>(children.data[i]);
            if (child.type == GUMBO_NODE_WHITESPACE) continue;
            if (child.type != GUMBO_NODE_ELEMENT || child.v.element.tag != GUMBO_TAG_A) return false;
            link = true;
        }
        return link;
    }

    void readTable(const GumboNode& node) {
        endLine();
        m_sawTable = true;
        TextTable table;
        readRows(node, table);
        m_lines.addTable(table);
    }

    void readRows(const GumboNode& parent, TextTable& table) {
        const GumboVector& children = parent.v.element.children;
        std::map<std::size_t, int> spans;  // column -> rows that a cell above still covers
        for (unsigned i = 0; i < children.length; ++i) {
            const GumboNode& child = *static_cast<const GumboNode*>(children.data[i]);
            if (child.type != GUMBO_NODE_ELEMENT || isHiddenElement(child)) continue;
            const GumboTag tag = child.v.element.tag;
            if (tag == GUMBO_TAG_TR) {
                readCells(child, spans, table.rows.emplace_back());
            } else if (tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TFOOT) {
                readRows(child, table);
            } else if (tag == GUMBO_TAG_CAPTION) {
                readChildren(child);
                endLine();
            }
        }
    }

    static void readCells(const GumboNode& row, std::map<std::size_t, int>& spans, std::vector<TextCell>& cells) {
        const GumboVector& children = row.v.element.children;
        const auto skipCovered = [&] {
            for (auto span = spans.find(cells.size()); span != spans.end() && span->second > 0;
                 span = spans.find(cells.size())) {
                --span->second;
                cells.emplace_back();
            }
        };
        for (unsigned i = 0; i < children.length; ++i) {
            const GumboNode& child = *static_cast<const GumboNode*>(children.data[i]);
            const bool cell = child.type == GUMBO_NODE_ELEMENT && !isHiddenElement(child) &&
                              (child.v.element.tag == GUMBO_TAG_TD || child.v.element.tag == GUMBO_TAG_TH);
            if (!cell) continue;
            skipCovered();
            DocumentLines lines;
            HtmlWalk walk(lines);
            walk.readChildren(child);
            walk.finish();
            const int rows = std::clamp(numberOf(htmlAttribute(child, "rowspan"), 1), 1, 10'000);
            const int columns = std::clamp(numberOf(htmlAttribute(child, "colspan"), 1), 1, mostSpan);
            for (int column = 0; column < columns; ++column) {
                spans[cells.size()] = rows - 1;
                cells.push_back(column == 0 ? TextCell{lines.takeFilled(), walk.sawTable()} : TextCell{});
            }
        }
        skipCovered();
    }

    void append(std::string_view text) {
        if (m_preformatted) return appendAsIs(text);
        while (!text.empty()) {
            std::size_t end = 0;
            while (end < text.size() && isBreakingBlank(text[end])) ++end;
            if (end > 0) {
                m_blank = true;
                m_blankBreaks = m_blankBreaks || text.substr(0, end).find('\n') != std::string_view::npos;
                text.remove_prefix(end);
            }
            end = 0;
            while (end < text.size() && !isBreakingBlank(text[end])) ++end;
            appendWord(text.substr(0, end));
            text.remove_prefix(end);
        }
    }

    void appendWord(std::string_view word) {
        if (word.empty()) return;
        // Chinese text is broken in the source anywhere, without a blank being meant.
        const bool joined = m_blankBreaks && endsWide(m_line) && beginsWide(word);
        if (m_blank && !m_line.empty() && !joined) m_line += ' ';
        m_blank = m_blankBreaks = false;
        m_line += word;
    }

    void appendAsIs(std::string_view text) {
        for (const char c : text)
            if (c == '\n')
                breakLine();
            else if (c != '\r')
                m_line += c;
    }

    void breakLine() {
        if (isBlank(m_line) && m_preformatted)
            m_lines.addParagraph({});
        else
            endLine();
    }

    void endLine() {
        m_blank = m_blankBreaks = false;
        if (isBlank(m_line)) {
            m_line.clear();
            return;
        }
        if (std::exchange(m_blankDue, false) && m_lines.size() > 0) m_lines.addParagraph({});
        m_lines.addParagraph(std::exchange(m_label, {}) + std::exchange(m_line, {}));
    }

    DocumentLines& m_lines;
    std::string m_line;
    std::string m_label;         ///< number of a list item, printed before its first line
    bool m_blank = false;        ///< blank space stands between the line so far and what comes
    bool m_blankBreaks = false;  ///< it holds a line end
    bool m_blankDue = false;     ///< a paragraph began or ended: a blank line comes before the next line
    bool m_preformatted = false;
    bool m_sawTable = false;
};

}  // namespace

gis::Result<DocumentText> htmlLines(std::string utf8, const DocumentLimits& limits) {
    TUCE_TRY(tree, HtmlTree::parse(std::move(utf8), limits));
    DocumentLines lines;
    HtmlWalk walk(lines);
    walk.readChildren(*tree.root());
    walk.finish();
    DocumentText text;
    text.text = lines.takeText();
    text.tables = lines.takeTables();
    text.kind = "html";
    return text;
}

gis::Result<DocumentText> htmlText(const std::string& path, const std::string& encoding, const DocumentLimits& limits) {
    TUCE_TRY(bytes, gis::readFile(path, limits.fileMegabytes * 1024 * 1024));
    TUCE_TRY(page, decodePage(bytes, encoding, path));
    TUCE_TRY(text, htmlLines(std::move(page.decoded.text), limits));
    text.encoding = page.decoded.encoding;
    text.encodingBasis = page.basis;
    text.warnings = std::move(page.decoded.warnings);
    return text;
}

}  // namespace layers
