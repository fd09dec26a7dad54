// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

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

bool endsLikeBody(std::u32string_view name, const FigureWords& words) {
    while (!name.empty() && (isSpace(name.back()) || name.back() == U'等')) name.remove_suffix(1);
    return std::any_of(words.bodyNamesEndWith.begin(), words.bodyNamesEndWith.end(),
                       [name](const std::u32string& word) { return endsWith(name, word); });
}

/// Length of what parts two names at a place: a mark, 会同, or 和 between two that are names by themselves
/// (住房和城乡建设局 is one). 0 if nothing does.
std::size_t partingAt(const std::u32string& text, std::size_t from, std::size_t at, std::size_t end,
                      const FigureWords& words) {
    if (isOneOf(text[at], U"、，,；;：:")) return 1;
    for (const std::u32string_view word : {std::u32string_view(U"会同"), std::u32string_view(U"以及")})
        if (startsWith(text, at, word)) return word.size();
    if (!isOneOf(text[at], U"和与及")) return 0;
    const std::size_t stop = std::min(text.find_first_of(U"、，,；;：:和与及", at + 1), end);
    const std::u32string_view all(text);
    return endsLikeBody(all.substr(from, at - from), words) && endsLikeBody(all.substr(at + 1, stop - at - 1), words)
               ? 1
               : 0;
}

void addList(const std::u32string& text, std::size_t start, std::size_t end, const FigureWords& words,
             std::vector<TextBody>& bodies) {
    std::size_t from = start;
    for (std::size_t i = start; i < end;) {
        const std::size_t parting = partingAt(text, from, i, end, words);
        if (parting > 0) {
            addName(text, from, i, words, bodies);
            from = i + parting;
        }
        i += std::max<std::size_t>(parting, 1);
    }
    addName(text, from, end, words, bodies);
}

/// 由市发展改革委牵头，市财政局配合: where the list that ends before such a word begins; `at` where none does.
std::size_t runningListBefore(const std::u32string& text, std::size_t at, bool goesOn) {
    constexpr std::size_t longestList = 80;
    std::size_t comma = at;
    for (std::size_t i = at; i > 0 && at - i < longestList; --i) {
        if (isOneOf(text[i - 1], U"由请")) return i;
        if (isOneOf(text[i - 1], U"。；;\n：:！？")) return i;
        if (isOneOf(text[i - 1], U"（(【[）)】]")) return at;
        if (isOneOf(text[i - 1], U"，,") && goesOn) return i;
        comma = i - 1;
    }
    return comma == 0 ? 0 : at;
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
    bool goesOn = false;  // a body of this sentence was found
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isOneOf(text[i], U"。；;\n")) goesOn = false;
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
        } else {
            for (const std::u32string& word : words.bodyListEndsWith) {
                if (!startsWith(text, i, word)) continue;
                const std::size_t behind = i + word.size();
                const bool isPerson = behind < text.size() && isOneOf(text[behind], U"人制");
                const std::size_t from = isPerson ? i : runningListBefore(text, i, goesOn);
                const std::size_t before = bodies.size();
                if (from < i) addList(text, from, i, words, bodies);
                goesOn = goesOn || bodies.size() > before;
                i = behind - 1;
                break;
            }
        }
    }
    std::stable_sort(bodies.begin(), bodies.end(),
                     [](const TextBody& a, const TextBody& b) { return a.start < b.start; });
    std::vector<TextBody> apart;  // a list in brackets is met twice
    for (TextBody& body : bodies)
        if (apart.empty() || body.start >= apart.back().end) apart.push_back(std::move(body));
    return apart;
}

}  // namespace layers
