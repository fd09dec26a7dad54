// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/PinyinReading.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "layers/document/CodePoints.h"

namespace layers {

namespace {

/// The letter without its tone, ü as u; '\0' for what is no letter.
char plainLetter(char32_t c) {
    struct Toned {
        std::u32string_view forms;
        char plain;
    };
    static constexpr Toned toned[] = {{U"āáǎàĀÁǍÀ", 'a'}, {U"ēéěèĒÉĚÈ", 'e'}, {U"īíǐìĪÍǏÌ", 'i'},
                                      {U"ōóǒòŌÓǑÒ", 'o'}, {U"ūúǔùŪÚǓÙ", 'u'}, {U"üǖǘǚǜÜǕǗǙǛ", 'u'}};
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    if (c == U'v') return 'u';  // no syllable has a v
    if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) return static_cast<char>(c);
    for (const Toned& one : toned)
        if (one.forms.find(c) != std::u32string_view::npos) return one.plain;
    return '\0';
}

std::vector<std::string> syllablesOf(const std::string& reading) {
    std::vector<std::string> syllables(1);
    for (const char32_t c : toCodePoints(reading)) {
        if (isSpace(c) && !syllables.back().empty()) syllables.emplace_back();
        if (const char letter = plainLetter(c)) syllables.back() += letter;
    }
    if (syllables.back().empty()) syllables.pop_back();
    return syllables;
}

/// The parts of a syllable that may stand for it.
std::size_t initialLength(const std::string& syllable) {
    const bool isDouble =
        syllable.size() > 1 && syllable[1] == 'h' && (syllable[0] == 'z' || syllable[0] == 'c' || syllable[0] == 's');
    return isDouble ? 2 : 1;
}

/// How many syllables from `at` on the letters take up; 0 if they do not fit.
std::size_t taken(std::string_view letters, const std::vector<std::string>& syllables, std::size_t at) {
    if (at == syllables.size()) return 0;
    const std::string& syllable = syllables[at];
    if (letters.size() <= syllable.size()) {
        if (std::string_view(syllable).substr(0, letters.size()) == letters) return 1;
    }
    for (const std::size_t length : {syllable.size(), initialLength(syllable), std::size_t{1}}) {
        if (letters.size() <= length || letters.substr(0, length) != std::string_view(syllable).substr(0, length))
            continue;
        if (const std::size_t rest = taken(letters.substr(length), syllables, at + 1); rest > 0) return rest + 1;
    }
    return 0;
}

}  // namespace

ReadingFit readingFit(const std::string& letters, const std::string& reading) {
    constexpr std::size_t mostLetters = 64;  // names are shorter, and what is typed comes from outside
    std::string typed;
    for (const char c : letters) {
        const char plain = plainLetter(static_cast<unsigned char>(c));
        if (plain == '\0') return ReadingFit::None;
        typed += plain;
    }
    if (typed.size() < 2 || typed.size() > mostLetters) return ReadingFit::None;
    const std::vector<std::string> syllables = syllablesOf(reading);
    if (const std::size_t count = taken(typed, syllables, 0); count > 0)
        return count == syllables.size() ? ReadingFit::Whole : ReadingFit::Begins;
    for (std::size_t at = 1; at < syllables.size(); ++at) {
        const std::string& first = syllables[at];
        const bool isTyped =
            first.size() > 1 && typed.size() >= first.size() && typed.compare(0, first.size(), first) == 0;
        if (isTyped && taken(typed, syllables, at) > 0) return ReadingFit::Inside;
    }
    return ReadingFit::None;
}

}  // namespace layers
