// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/ClauseSearch.h"

#include <algorithm>
#include <cstring>

#include "layers/document/CodePoints.h"

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

bool contains(const std::string& text, const std::string& word) {
    if (!hasLetters(word)) return memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
    return std::search(text.begin(), text.end(), word.begin(), word.end(),
                       [](char a, char b) { return lowered(a) == lowered(b); }) != text.end();
}

}  // namespace

ClauseSearch::ClauseSearch(const std::string& words) {
    std::u32string word;
    const auto finish = [&] {
        if (!word.empty()) m_words.push_back(toUtf8(word));
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

bool ClauseSearch::holds(const Clause& clause, const std::string& word) {
    const std::string narrow = inOtherWidth(word, false);
    const std::string wide = inOtherWidth(word, true);
    for (const std::string* part : {&clause.number, &clause.heading, &clause.summary, &clause.text})
        if (contains(*part, word) || (narrow != word && contains(*part, narrow)) ||
            (wide != word && contains(*part, wide)))
            return true;
    return std::any_of(clause.places.begin(), clause.places.end(),
                       [&word](const std::string& place) { return contains(place, word); });
}

bool ClauseSearch::matches(const Clause& clause) const {
    return std::all_of(m_words.begin(), m_words.end(),
                       [&clause](const std::string& word) { return holds(clause, word); });
}

}  // namespace layers
