// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <QList>
#include <QString>
#include <map>
#include <optional>
#include <vector>

#include "layers/print/PdfText.h"

namespace layers {

namespace {

/// Target texts (UTF-16) by glyph code.
using Mapping = std::map<unsigned, std::u16string>;

/// Words, hexadecimal strings with their brackets, and square brackets of a CMap.
std::vector<std::string> tokensOf(const std::string& cmap) {
    std::vector<std::string> tokens;
    std::size_t at = 0;
    while (at < cmap.size()) {
        const char first = cmap[at];
        std::size_t end = at + 1;
        if (first == '<' && cmap.compare(at, 2, "<<") != 0)
            end = std::min(cmap.find('>', at), cmap.size() - 1) + 1;
        else if (first != '[' && first != ']' && !std::isspace(static_cast<unsigned char>(first)))
            while (end < cmap.size() && cmap.find_first_of(" \t\r\n<[]", end) != end) ++end;
        if (!std::isspace(static_cast<unsigned char>(first))) tokens.push_back(cmap.substr(at, end - at));
        at = end;
    }
    return tokens;
}

std::optional<std::u16string> hexText(const std::string& token) {
    if (token.size() < 3 || token.front() != '<' || token.back() != '>') return std::nullopt;
    std::u16string text;
    for (std::size_t at = 1; at + 1 < token.size(); at += 4) {
        unsigned unit = 0;
        for (std::size_t digit = at; digit < at + 4 && digit + 1 < token.size(); ++digit) {
            const int value =
                QChar(QLatin1Char(token[digit])).isDigit() ? token[digit] - '0' : (token[digit] | 0x20) - 'a' + 10;
            if (value < 0 || value > 15) return std::nullopt;
            unit = unit * 16 + static_cast<unsigned>(value);
        }
        text.push_back(static_cast<char16_t>(unit));
    }
    return text;
}

unsigned codeOf(const std::u16string& text) { return text.empty() ? 0 : text.back(); }

class CMapReader {
public:
    explicit CMapReader(const std::string& cmap) : m_tokens(tokensOf(cmap)) {}

    std::optional<Mapping> read() {
        bool isCMap = false;
        while (m_at < m_tokens.size()) {
            const std::string& token = m_tokens[m_at++];
            if (token == "begincmap") isCMap = true;
            const bool good = token == "beginbfchar" ? readCharacters() : token == "beginbfrange" ? readRanges() : true;
            if (!good) return std::nullopt;
        }
        if (!isCMap) return std::nullopt;
        return m_mapping;
    }

private:
    bool atEnd(const char* word) {
        if (m_at < m_tokens.size() && m_tokens[m_at] != word) return false;
        ++m_at;
        return true;
    }
    std::optional<std::u16string> next() { return m_at < m_tokens.size() ? hexText(m_tokens[m_at++]) : std::nullopt; }
    bool readCharacters() {
        while (!atEnd("endbfchar")) {
            const auto code = next();
            const auto text = next();
            if (!code || !text) return false;
            m_mapping[codeOf(*code)] = *text;
        }
        return true;
    }
    bool readRanges() {
        while (!atEnd("endbfrange")) {
            const auto first = next();
            const auto last = next();
            if (!first || !last || codeOf(*last) < codeOf(*first)) return false;
            const bool isList = m_at < m_tokens.size() && m_tokens[m_at] == "[";
            if (isList) ++m_at;
            std::optional<std::u16string> text = isList ? std::nullopt : next();
            for (unsigned code = codeOf(*first); code <= codeOf(*last); ++code) {
                if (isList) text = next();
                if (!text || text->empty()) return false;
                m_mapping[code] = *text;
                text->back() = static_cast<char16_t>(text->back() + 1);
            }
            if (isList && (m_at >= m_tokens.size() || m_tokens[m_at++] != "]")) return false;
        }
        return true;
    }
    std::vector<std::string> m_tokens;
    std::size_t m_at = 0;
    Mapping m_mapping;
};

std::string writtenCMap(const Mapping& mapping) {
    std::string text =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n";
    std::size_t left = mapping.size();
    std::size_t inBlock = 0;
    for (const auto& [code, target] : mapping) {
        if (inBlock == 0) {
            inBlock = std::min<std::size_t>(left, 100);  // the greatest block that the format allows
            text += fmt::format("{} beginbfchar\n", inBlock);
        }
        text += fmt::format("<{:04x}> <", code);
        for (const char16_t unit : target) text += fmt::format("{:04x}", static_cast<unsigned>(unit));
        text += ">\n";
        --left;
        if (--inBlock == 0) text += "endbfchar\n";
    }
    return text + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace

std::u16string unifiedText(const std::u16string& text) {
    QString unified;
    for (const char32_t character : QString::fromStdU16String(text).toUcs4()) {
        const QString one = QString::fromUcs4(&character, 1);
        const bool isKangxi = character >= 0x2F00 && character <= 0x2FDF;
        // Qt finds the tabulator first for the glyph of the space.
        const char32_t other = character == U'\t' ? U' ' : unifiedIdeograph(character);
        unified += isKangxi ? one.normalized(QString::NormalizationForm_KC) : QString::fromUcs4(&other, 1);
    }
    return unified.toStdU16String();
}

std::string unifiedToUnicode(const std::string& cmap) {
    auto mapping = CMapReader(cmap).read();
    if (!mapping) return {};
    for (auto& [code, text] : *mapping) text = unifiedText(text);
    return writtenCMap(*mapping);
}

}  // namespace layers
