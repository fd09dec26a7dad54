// SPDX-License-Identifier: Apache-2.0
#include "layers/document/HtmlShape.h"

#include <algorithm>
#include <array>
#include <string>

namespace layers {

namespace {

/// Elements without an end, and those whose end may be left out.
constexpr std::array<std::string_view, 37> unclosed = {
    "area",  "base",     "br",      "col",   "embed",  "hr",       "img", "input", "link", "meta",
    "param", "source",   "track",   "wbr",   "p",      "li",       "td",  "th",    "tr",   "dt",
    "dd",    "option",   "thead",   "tbody", "tfoot",  "colgroup", "rp",  "rt",    "html", "head",
    "body",  "optgroup", "caption", "frame", "keygen", "basefont", "nobr"};
constexpr std::array<std::string_view, 4> verbatim = {"script", "style", "textarea", "title"};

template <std::size_t N>
bool isAmong(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

class Scan {
public:
    explicit Scan(std::string_view text) : m_text(text) {}

    HtmlShape run() {
        while (m_at < m_text.size()) {
            m_at = m_text.find('<', m_at);
            if (m_at == std::string_view::npos) break;
            if (m_text.substr(m_at, 4) == "<!--")
                jumpBehind("-->");
            else if (!readTag())
                ++m_at;
        }
        return m_shape;
    }

private:
    void jumpBehind(std::string_view end) {
        const std::size_t found = m_text.find(end, m_at);
        m_at = found == std::string_view::npos ? m_text.size() : found + end.size();
    }

    std::string nameAt(std::size_t at) const {
        std::string name;
        constexpr std::size_t longest = 16;
        for (; at < m_text.size() && name.size() < longest && m_text[at] != '>' && m_text[at] != '/' &&
               static_cast<unsigned char>(m_text[at]) > ' ';
             ++at)
            name += lowered(m_text[at]);
        return name;
    }

    bool readTag() {
        const bool isEnd = m_at + 1 < m_text.size() && m_text[m_at + 1] == '/';
        const std::size_t from = m_at + (isEnd ? 2 : 1);
        if (from >= m_text.size() || !isLetter(m_text[from])) return false;
        const std::string name = nameAt(from);
        m_at = from;
        const bool closesItself = jumpBehindTag();
        if (isEnd) {
            if (m_open > 0 && !isAmong(unclosed, name)) --m_open;
            return true;
        }
        ++m_shape.elements;
        if (isAmong(verbatim, name))
            jumpBehindEndOf(name);
        else if (!closesItself && !isAmong(unclosed, name))
            m_shape.depth = std::max(m_shape.depth, ++m_open);
        return true;
    }

    /// Whether it ends in />.
    bool jumpBehindTag() {
        char quote = '\0';
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (quote != '\0') {
                if (c == quote) quote = '\0';
            } else if ((c == '"' || c == '\'') && m_text[m_at - 1] == '=') {
                quote = c;
            } else if (c == '>') {
                ++m_at;
                return m_text[m_at - 2] == '/';
            }
        }
        return false;
    }

    void jumpBehindEndOf(const std::string& name) {
        for (; m_at < m_text.size(); ++m_at) {
            m_at = m_text.find("</", m_at);
            if (m_at == std::string_view::npos) m_at = m_text.size();
            if (m_at < m_text.size() && nameAt(m_at + 2) == name) return;
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_open = 0;
    HtmlShape m_shape;
};

}  // namespace

HtmlShape htmlShape(std::string_view utf8) { return Scan(utf8).run(); }

}  // namespace layers
