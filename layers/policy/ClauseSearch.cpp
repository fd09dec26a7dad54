// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/ClauseSearch.h"

#include <algorithm>
#include <cstring>

#include "layers/document/CodePoints.h"
#include "layers/policy/SqueezedText.h"

namespace layers {

namespace {

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool hasLetters(const std::string& word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return lowered(c) >= 'a' && lowered(c) <= 'z'; });
}

/// A word as a Chinese keyboard and an English one write it: brackets and digits in the other width.
std::string inOtherWidth(const std::string& word, bool wide) {
    constexpr std::u32string_view narrow = U"()0123456789";
    constexpr std::u32string_view full = U"（）０１２３４５６７８９";
    const std::u32string_view from = wide ? narrow : full;
    std::u32string points = toCodePoints(word);
    for (char32_t& c : points)
        if (const std::size_t place = from.find(c); place != std::u32string_view::npos)
            c = wide ? full[place] : narrow[place];
    return toUtf8(points);
}

/// Bytes of the character that begins there, in well-formed UTF-8.
std::size_t lengthAt(const std::string& text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Bytes of blank space from there on: blanks of either width, tabs, line ends.
std::size_t blanksAt(const std::string& text, std::size_t at) {
    const std::size_t start = at;
    while (at < text.size()) {
        if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r')
            ++at;
        else if (text.compare(at, 3, "\u3000") == 0)
            at += 3;
        else
            break;
    }
    return at - start;
}

/// Bytes of what may part a broken word from there on: blank space, and a page number on a line of its own.
std::size_t breakAt(const std::string& text, std::size_t at) {
    constexpr std::size_t longest = 80;
    const std::size_t blanks = blanksAt(text, at);
    const std::size_t start = at + blanks;
    const auto isOfLine = [](char c) { return c == '\n' || c == '\r'; };
    if (std::none_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(start),
                     isOfLine))
        return blanks;
    const std::size_t end = text.find_first_of("\r\n", start);
    if (end == std::string::npos || end - start > longest ||
        !isPageMark(toCodePoints(std::string_view(text).substr(start, end - start))))
        return blanks;
    return end - at + blanksAt(text, end);
}

/// Whether the word stands there with blank space between its characters: a line or a page broke it. Letters and digits
/// are not put together: "in" and "to" are not "into".
bool standsBroken(const std::string& text, std::size_t at, const std::string& word) {
    for (std::size_t i = 0; i < word.size();) {
        const std::size_t length = lengthAt(word, i);
        if (text.compare(at, length, word, i, length) != 0) return false;
        at += length;
        i += length;
        if (i < word.size() && (length > 1 || lengthAt(word, i) > 1)) at += breakAt(text, at);
    }
    return true;
}

bool containsBroken(const std::string& text, const std::string& word) {
    const std::size_t first = lengthAt(word, 0);
    if (word.size() <= first) return false;
    const auto next = [&](std::size_t from) {
        const void* hit = memmem(text.data() + from, text.size() - from, word.data(), first);
        return hit == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(hit) - text.data());
    };
    for (std::size_t at = next(0); at < text.size(); at = next(at + first))
        if (standsBroken(text, at, word)) return true;
    return false;
}

bool contains(const std::string& text, const std::string& word) {
    if (memmem(text.data(), text.size(), word.data(), word.size()) != nullptr) return true;
    if (hasLetters(word) && std::search(text.begin(), text.end(), word.begin(), word.end(),
                                        [](char a, char b) { return lowered(a) == lowered(b); }) != text.end())
        return true;
    return containsBroken(text, word);
}

}  // namespace

ClauseSearch::ClauseSearch(const std::string& words, const Gazetteer& names) {
    std::u32string word;
    const auto finish = [&] {
        if (word.empty()) return;
        Word made{toUtf8(word), {}, {}};
        made.spellings = {made.text};
        for (std::string other : {inOtherWidth(made.text, false), inOtherWidth(made.text, true)})
            if (other != made.text) made.spellings.push_back(std::move(other));
        if (hasLetters(made.text)) made.places = names.namesReadAs(made.text);
        m_words.push_back(std::move(made));
        word.clear();
    };
    for (const char32_t c : toCodePoints(words)) {
        if (isSpace(c))
            finish();
        else
            word += c;
    }
    finish();
}

bool ClauseSearch::holds(const Clause& clause, const Word& word) {
    for (const std::string* part : {&clause.number, &clause.heading, &clause.summary, &clause.text})
        for (const std::string& spelling : word.spellings)
            if (contains(*part, spelling)) return true;
    return std::any_of(clause.places.begin(), clause.places.end(), [&word](const std::string& place) {
        return contains(place, word.text) || word.places.count(place) != 0;
    });
}

bool ClauseSearch::matches(const Clause& clause) const {
    return matches(clause, [](const std::string&) { return false; });
}

}  // namespace layers
