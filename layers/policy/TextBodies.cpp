// SPDX-License-Identifier: Apache-2.0
#include "layers/document/CodePoints.h"
#include "layers/policy/TextFigures.h"

namespace layers {

namespace {

constexpr std::size_t longestName = 40;

bool startsWith(const std::u32string& text, std::size_t at, std::u32string_view word) {
    return text.compare(at, word.size(), word) == 0;
}

bool endsWith(std::u32string_view text, std::u32string_view word) {
    return text.size() >= word.size() && text.substr(text.size() - word.size()) == word;
}

/// What stands between two marks of a list, without blank space and the word that closes the list.
void addName(const std::u32string& text, std::size_t start, std::size_t end, const FigureWords& words,
             std::vector<TextBody>& bodies) {
    while (start < end && isSpace(text[start])) ++start;
    for (bool cut = true; cut && start < end;) {
        cut = false;
        while (start < end && (isSpace(text[end - 1]) || text[end - 1] == U'等')) --end;
        const std::u32string_view name(text.data() + start, end - start);
        for (const std::u32string& word : words.bodyListEndsWith)
            if (endsWith(name, word)) {
                end -= word.size();
                cut = true;
                break;
            }
    }
    if (end <= start + 1 || end - start > longestName) return;
    const std::u32string_view name(text.data() + start, end - start);
    for (const std::u32string& word : words.bodyNamesEndWith)
        if (endsWith(name, word)) {
            bodies.push_back({start, end, toUtf8(name)});
            return;
        }
}

void addList(const std::u32string& text, std::size_t start, std::size_t end, const FigureWords& words,
             std::vector<TextBody>& bodies) {
    std::size_t from = start;
    for (std::size_t i = start; i <= end; ++i) {
        if (i < end && !isOneOf(text[i], U"、，,；;：:")) continue;
        addName(text, from, i, words, bodies);
        from = i + 1;
    }
}

std::size_t endOfList(const std::u32string& text, std::size_t at) {
    while (at < text.size() && !isOneOf(text[at], U"。)）]】\n")) ++at;
    return at;
}

/// Where a list in brackets that closes at `close` begins; `close` if it is none.
std::size_t listBefore(const std::u32string& text, std::size_t close, const FigureWords& words) {
    const std::u32string_view before(text.data(), close);
    for (const std::u32string& word : words.bodyListEndsWith) {
        if (!endsWith(before, word)) continue;
        constexpr std::size_t longestList = 400;
        for (std::size_t i = close; i > 0 && close - i < longestList; --i) {
            if (isOneOf(text[i - 1], U"(（[【")) return i;
            if (isOneOf(text[i - 1], U"。\n")) break;
        }
    }
    return close;
}

}  // namespace

std::vector<TextBody> bodiesIn(const std::u32string& text, const FigureWords& words) {
    std::vector<TextBody> bodies;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isOneOf(text[i], U"：:")) {
            for (const std::u32string& word : words.bodyListsAfter) {
                if (i < word.size() || !startsWith(text, i - word.size(), word)) continue;
                const std::size_t end = endOfList(text, i + 1);
                addList(text, i + 1, end, words, bodies);
                i = end;
                break;
            }
        } else if (isOneOf(text[i], U")）]】")) {
            if (const std::size_t from = listBefore(text, i, words); from < i) addList(text, from, i, words, bodies);
        }
    }
    return bodies;
}

}  // namespace layers
