// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/TextOutside.h"

#include <algorithm>

#include "layers/document/CodePoints.h"

namespace layers {

namespace {

constexpr std::size_t wordsShown = 24;
constexpr std::size_t shortestSentence = 20;  ///< 各区县人民政府： is an address

/// Blank space and the marks that print nothing: of Markdown, and the frame of a box.
bool isBlankSign(char32_t c) {
    return isSpace(c) || isLineEnd(c) || isOneOf(c, U"*#>") || (c >= 0x2500 && c <= 0x257F);
}

/// Walks over the UTF-8 text once: stretches are few, and a text of 20 MB is not decoded for them.
class Walker {
public:
    explicit Walker(const std::string& text) : m_text(text) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    std::size_t place() const { return m_place; }
    std::size_t byte() const { return m_at; }
    std::size_t line() const { return m_line; }
    char32_t next() {
        const auto lead = static_cast<unsigned char>(m_text[m_at]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = size == 1 ? lead : size == 2 ? lead & 0x1FU : size == 3 ? lead & 0x0FU : lead & 0x07U;
        for (std::size_t i = 1; i < size && m_at + i < m_text.size(); ++i)
            c = c << 6U | (static_cast<unsigned char>(m_text[m_at + i]) & 0x3FU);
        m_at += size;
        ++m_place;
        const bool second = c == U'\n' && m_last == U'\r';
        if (isLineEnd(c) && !second) ++m_line;
        m_last = c;
        return c;
    }

    /// To a place further on; by blocks, for most of a text is of no interest here.
    void advanceTo(std::size_t place) {
        while (!atEnd() && m_place < place) {
            if (place - m_place > blockBytes && passBlock()) continue;
            for (std::size_t i = 0; i < blockBytes && !atEnd() && m_place < place; ++i) next();
        }
    }

private:
    static constexpr std::size_t blockBytes = 1024;

    /// False where line ends are no single \n.
    bool passBlock() {
        if (m_last == U'\r' || m_text.size() - m_at < blockBytes) return false;
        const auto first = m_text.begin() + static_cast<std::ptrdiff_t>(m_at);
        const auto end = first + static_cast<std::ptrdiff_t>(blockBytes);
        if (std::find(first, end, '\r') != end) return false;
        m_place += static_cast<std::size_t>(
            std::count_if(first, end, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
        m_line += static_cast<std::size_t>(std::count(first, end, '\n'));
        m_at += blockBytes;
        while (!atEnd() && (static_cast<unsigned char>(m_text[m_at]) & 0xC0U) == 0x80U) ++m_at;
        m_last = 0;
        return true;
    }

    const std::string& m_text;
    std::size_t m_at = 0;
    std::size_t m_place = 0;
    std::size_t m_line = 1;
    char32_t m_last = 0;
};

/// One stretch as it is read, character by character.
class Stretch {
public:
    void take(char32_t c, std::size_t place, std::size_t line, std::size_t byte, std::size_t endByte) {
        if (isLineEnd(c)) {
            endLine();
        } else if (!isBlankSign(c)) {
            ++m_lineLength;
            m_lineLast = c;
        }
        if (isBlankSign(c)) {
            m_gap = !m_words.empty();
            return;
        }
        if (m_found.end == 0) {
            m_found.start = place;
            m_found.line = line;
            m_found.firstByte = byte;
        }
        m_found.end = place + 1;
        m_found.endByte = endByte;
        if (m_words.size() >= wordsShown) return;
        if (m_gap) m_words += U' ';
        m_words += c;
        m_gap = false;
    }
    void finish(const std::string& before, std::vector<OutsideText>& all) {
        endLine();
        if (m_found.end > 0) {
            m_found.before = before;
            m_found.words = toUtf8(m_words);
            all.push_back(m_found);
        }
        *this = {};
    }

private:
    void endLine() {
        m_found.hasSentences =
            m_found.hasSentences || (m_lineLength >= shortestSentence && isOneOf(m_lineLast, U"。！？；.!?;"));
        m_lineLength = 0;
    }

    OutsideText m_found;
    std::u32string m_words;
    std::size_t m_lineLength = 0;
    char32_t m_lineLast = 0;
    bool m_gap = false;
};

struct Span {
    std::size_t start = 0;
    std::size_t end = 0;
    const std::string* id = nullptr;
};

std::vector<Span> spansOf(const PolicyDocument& document) {
    std::vector<Span> spans;
    for (const Clause& clause : document.clauses)
        if (clause.end > clause.start) spans.push_back({clause.start, clause.end, &clause.id});
    std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.start < b.start; });
    return spans;
}

}  // namespace

std::vector<OutsideText> textOutside(const PolicyDocument& document) {
    std::vector<OutsideText> found;
    const std::vector<Span> spans = spansOf(document);
    Walker walker(document.text);
    Stretch stretch;
    std::size_t next = 0;
    std::size_t covered = 0;
    std::string before;
    while (!walker.atEnd()) {
        const std::size_t place = walker.place();
        if (next < spans.size() && spans[next].start <= place) {
            stretch.finish(before, found);
            for (; next < spans.size() && spans[next].start <= std::max(covered, place); ++next) {
                covered = std::max(covered, spans[next].end);
                before = *spans[next].id;
            }
            walker.advanceTo(covered);
            continue;
        }
        const std::size_t line = walker.line();
        const std::size_t byte = walker.byte();
        const char32_t c = walker.next();
        stretch.take(c, place, line, byte, walker.byte());
    }
    stretch.finish(before, found);
    return found;
}

std::string wordsOf(const PolicyDocument& document, const OutsideText& stretch) {
    return document.text.substr(stretch.firstByte, stretch.endByte - stretch.firstByte);
}

std::string anchorOf(const PolicyDocument& document, const OutsideText& stretch) {
    constexpr std::size_t fewest = 24, most = 80;
    constexpr std::size_t bytesOfPoint = 4;
    const std::size_t bytes = std::min(stretch.endByte - stretch.firstByte, (most + 1) * bytesOfPoint);
    std::u32string words = toCodePoints(document.text.substr(stretch.firstByte, bytes));
    words.resize(std::min({words.size(), most, stretch.length()}));
    const std::size_t end = words.size() > fewest ? words.find_first_of(U"\r\n", fewest) : std::u32string::npos;
    return "\n" + toUtf8(std::u32string_view(words).substr(0, end));
}

std::string warningOf(const OutsideText& stretch) {
    return "text_outside: " + std::to_string(stretch.line) + " " + std::to_string(stretch.length()) + " " +
           stretch.words;
}

}  // namespace layers
