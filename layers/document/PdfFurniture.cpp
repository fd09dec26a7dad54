// SPDX-License-Identifier: Apache-2.0
#include "layers/document/PdfFurniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "layers/document/CodePoints.h"

namespace layers {

namespace {

constexpr double edgeShare = 0.13;  // of the page's height: margins with their heads and feet
constexpr double sameHeight = 6;    // points

/// The words with every run of digits as one sign and without blanks.
std::u32string pattern(const std::u32string& text) {
    std::u32string made;
    for (const char32_t c : text) {
        if (isSpace(c)) continue;
        if (!isDigit(c))
            made += c;
        else if (made.empty() || made.back() != U'#')
            made += U'#';
    }
    return made;
}

/// What can be a head or a foot: a short line in a margin without marks of a sentence.
bool isCandidate(const PdfPage& page, const PdfLine& line) {
    constexpr std::size_t longest = 60;
    const bool atEdge = line.bottom < page.height * edgeShare || line.top > page.height * (1 - edgeShare);
    return atEdge && line.text.size() <= longest && line.text.find_first_of(U"。；，;") == std::u32string::npos;
}

struct Repeat {
    std::set<std::size_t> pages;
    std::string example;
};

/// Same words at the same height, whatever page: heights are counted in steps, so a line is entered in two of them.
using Key = std::pair<std::u32string, long>;
std::vector<Key> keysOf(const PdfLine& line) {
    const long step = std::lround(line.middle() / sameHeight);
    const std::u32string words = pattern(line.text);
    return {{words, step}, {words, step + 1}};
}

/// Takes lines away from the outermost inward, at most a few, and none behind one that stays: what stands further in is text.
template <class IsRepeated>
void takeOuter(PdfPage& page, const IsRepeated& isRepeated, bool above) {
    constexpr int most = 4;
    for (int i = 0; i < most && !page.lines.empty(); ++i) {
        const auto outer =
            std::min_element(page.lines.begin(), page.lines.end(), [above](const PdfLine& a, const PdfLine& b) {
                return above ? a.middle() < b.middle() : a.middle() > b.middle();
            });
        if (!isRepeated(*outer)) return;
        page.lines.erase(outer);
    }
}

}  // namespace

std::vector<std::string> takeFurniture(std::vector<PdfPage>& pages) {
    std::map<Key, Repeat> repeats;
    for (std::size_t i = 0; i < pages.size(); ++i)
        for (const PdfLine& line : pages[i].lines)
            if (isCandidate(pages[i], line))
                for (const Key& key : keysOf(line)) {
                    repeats[key].pages.insert(i);
                    if (repeats[key].example.empty()) repeats[key].example = toUtf8(line.text);
                }
    // Heads may differ on left and right pages and from chapter to chapter.
    const std::size_t enough = pages.size() < 6 ? 2 : 3;
    std::vector<std::string> examples;
    std::set<std::u32string> named;
    for (PdfPage& page : pages) {
        const auto isRepeated = [&](const PdfLine& line) {
            if (!isCandidate(page, line)) return false;
            for (const Key& key : keysOf(line)) {
                if (repeats[key].pages.size() < enough) continue;
                if (named.insert(key.first).second) examples.push_back(repeats[key].example);
                return true;
            }
            return false;
        };
        takeOuter(page, isRepeated, true);
        takeOuter(page, isRepeated, false);
    }
    return examples;
}

}  // namespace layers
