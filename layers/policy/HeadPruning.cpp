// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/HeadPruning.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "layers/policy/DocumentEnd.h"

namespace layers {

namespace {

using Text = std::u32string_view;
using Lines = std::vector<TextLine>;

bool isDivision(const ClauseHead& head) { return !head.mark.isList() && head.mark.kind != MarkKind::Box; }

/// For each head whether no row runs over the gap before it and no annex comes behind: there the text may be at its end.
std::vector<bool> possibleEnds(const std::vector<ClauseHead>& heads) {
    std::vector<int> running(heads.size() + 1, 0);
    std::map<std::pair<MarkKind, bool>, std::size_t> last;
    std::size_t lastAnnex = 0;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const NumberMark& mark = heads[i].mark;
        if (mark.kind == MarkKind::Annex || heads[i].opensAnnex) lastAnnex = i;
        if (!isDivision(heads[i])) continue;
        const std::pair key{mark.kind, mark.latin};
        const auto before = last.find(key);
        if (before != last.end() && mark.ordinal() > heads[before->second].mark.ordinal()) {
            ++running[before->second + 1];
            --running[i + 1];
        }
        last[key] = i;
    }
    std::vector<bool> ends(heads.size(), false);
    int open = 0;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        open += running[i];
        ends[i] = open == 0 && i > lastAnnex;
    }
    return ends;
}

bool hasFurniture(Text text, const Lines& lines, std::size_t from, std::size_t to) {
    return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(from),
                       lines.begin() + static_cast<std::ptrdiff_t>(to),
                       [&](const TextLine& line) { return !line.isBlank() && isPageFurniture(line.content(text)); });
}

/// Lists behind the end of the last division's text are links of the web page.
void dropListsBehindTheEnd(Text text, const Lines& lines, std::vector<ClauseHead>& heads) {
    const auto last = std::find_if(heads.rbegin(), heads.rend(), isDivision);
    const ClauseHead& from = last == heads.rend() ? heads.front() : *last;
    const std::size_t end = findDocumentEnd(text, lines, from.line, from.mark.end, lines.size());
    while (heads.back().block >= end && heads.size() > 1) heads.pop_back();
}

/// Words with which a page says where the reader is, or what paper follows.
bool opensPaper(Text content) {
    for (const Text words :
         {U"您当前的位置", U"您的位置", U"您所在的位置", U"当前位置", U"现在位置", U"索引号", U"发布机构", U"发文机关"})
        if (content.substr(0, words.size()) == words) return true;
    return isPageFurniture(content);
}

/// Index of the first line from `from` on that holds a sentence or belongs to the page; the number of lines if none.
std::size_t nextSentenceOrFurniture(Text text, const Lines& lines, std::size_t from) {
    for (std::size_t i = from; i < lines.size(); ++i) {
        const Text content = lines[i].content(text);
        if (!content.empty() && (opensPaper(content) || content.find_first_of(U"。；！？") != Text::npos)) return i;
    }
    return lines.size();
}

/// 一、政策文件 二、政策解读 at the top of a web page: short numbered lines in a row with the page's own words behind
/// them, before the same numbers begin again and hold sentences.
void dropMenu(Text text, const Lines& lines, std::vector<ClauseHead>& heads) {
    constexpr std::size_t longestEntry = 16;
    constexpr std::size_t mostEntries = 12;
    std::size_t entries = 0;
    for (; entries < heads.size() && entries <= mostEntries; ++entries) {
        const ClauseHead& head = heads[entries];
        if (entries > 0 && head.mark.ordinal() == 1) break;
        if (head.mark.kind != heads[0].mark.kind || head.mark.ordinal() != static_cast<int>(entries) + 1) return;
        if (lines[head.line].length() > longestEntry) return;
    }
    if (entries < 1 || entries > mostEntries || entries + 1 >= heads.size()) return;
    const ClauseHead& again = heads[entries];
    if (again.mark.kind != heads[0].mark.kind || again.opensAnnex) return;
    const std::size_t last = heads[entries - 1].line;
    const std::size_t end = nextSentenceOrFurniture(text, lines, heads[0].line);
    if (end <= last || end >= again.line || !opensPaper(lines[end].content(text))) return;
    std::size_t sentence = again.line;
    while (sentence < lines.size() && lines[sentence].content(text).find(U'。') == Text::npos) ++sentence;
    if (sentence < lines.size()) heads.erase(heads.begin(), heads.begin() + static_cast<std::ptrdiff_t>(entries));
}

}  // namespace

void dropNavigation(Text text, const Lines& lines, std::vector<ClauseHead>& heads) {
    const auto first = std::find_if(heads.begin(), heads.end(), isDivision);
    if (first == heads.end()) return;
    const auto menu = [&](const ClauseHead& head) {
        const Text content = lines[head.line].content(text);
        return content.find_first_of(U"。；;！？") == Text::npos;
    };
    heads.erase(std::remove_if(heads.begin(), first, menu), first);
    dropMenu(text, lines, heads);
}

void dropListsOfThePage(Text text, const Lines& lines, std::vector<ClauseHead>& heads) {
    if (heads.empty()) return;
    const std::vector<bool> ends = possibleEnds(heads);
    for (std::size_t i = 1; i < heads.size(); ++i) {
        if (!ends[i] || !hasFurniture(text, lines, heads[i - 1].line + 1, heads[i].line)) continue;
        heads.resize(i);
        break;
    }
    dropListsBehindTheEnd(text, lines, heads);
}

void dropSingles(Text text, const Lines& lines, std::vector<ClauseHead>& heads) {
    std::map<std::pair<MarkKind, bool>, int> counts;
    for (const ClauseHead& head : heads) ++counts[{head.mark.kind, head.mark.latin}];
    const auto single = [&](const ClauseHead& head) {
        const NumberMark& mark = head.mark;
        if (!mark.isStructural() || mark.ordinal() <= 1 || counts[{mark.kind, mark.latin}] > 1) return false;
        const Text content = lines[head.line].content(text);
        return head.opensLine && content.find_first_of(U"，。；！？,") != Text::npos && mark.kind != MarkKind::Annex;
    };
    heads.erase(std::remove_if(heads.begin(), heads.end(), single), heads.end());
}

}  // namespace layers
