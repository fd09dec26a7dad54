// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/LineFlow.h"

#include <algorithm>

#include "layers/document/CodePoints.h"
#include "layers/policy/NumberMark.h"

namespace layers {

namespace {

using Text = std::u32string_view;

constexpr std::size_t longestTitle = 45;

char32_t at(Text text, std::size_t i) { return i < text.size() ? text[i] : U'\0'; }

bool endsWith(Text text, Text tail) {
    return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

bool endsWithLatinWord(Text content) {
    std::size_t from = content.size();
    while (from > 0 && isLatinLetter(content[from - 1])) --from;
    const Text word = content.substr(from);
    for (const Text held :
         {U"the",   U"a",     U"an",   U"of",     U"in",   U"on",   U"at",    U"to",    U"by",     U"for",
          U"from",  U"under", U"with", U"and",    U"see",  U"than", U"above", U"below", U"before", U"after",
          U"until", U"least", U"most", U"exceed", U"that", U"as",   U"per",   U"is",    U"are"})
        if (word == held) return true;
    return false;
}

/// Whole sentences stand before the last, unfinished one. The point behind a number or an initial is none.
bool holdsSentence(Text text, const TextLine& line) {
    const auto mark = readMark(text, line.from);
    const std::size_t from = mark && mark->end < line.to ? mark->end : line.from;
    const Text words = text.substr(from, line.to - from);
    if (words.find_first_of(U"。；！？") != Text::npos) return true;
    for (std::size_t i = words.find(U". "); i != Text::npos; i = words.find(U". ", i + 1)) {
        std::size_t next = i + 1;
        while (next < words.size() && isSpace(words[next])) ++next;
        const bool capital = at(words, next) >= U'A' && at(words, next) <= U'Z';
        if (i > 2 && capital && isLatinLetter(words[i - 1]) && isLatinLetter(words[i - 2])) return true;
    }
    return false;
}

}  // namespace

bool asksForMore(Text content) {
    if (content.empty()) return false;
    for (const Text word :
         {U"按照", U"依照",   U"参照",   U"遵照", U"根据", U"低于", U"少于", U"大于", U"小于", U"高于", U"多于",
          U"超过", U"提高到", U"下降到", U"达到", U"达",   U"不足", U"至",   U"其中", U"以及", U"分之", U"第"})
        if (endsWith(content, word)) return true;
    const Text two = content.substr(content.size() - std::min<std::size_t>(2, content.size()));
    if (content.back() == U'由') return two != U"自由" && two != U"理由" && two != U"事由";
    if (isOneOf(content.back(), U"和與与及或")) return two != U"共和" && two != U"参与" && two != U"普及";
    return isLatinLetter(content.back()) && endsWithLatinWord(content);
}

LineBreak lineBreak(Text text, const TextLine& before, bool parted) {
    const Text content = before.content(text);
    if (content.empty()) return LineBreak::None;
    if (isOneOf(content.back(), U"、（(《“〈—")) return LineBreak::Certain;
    if (isOneOf(content.back(), U"，,")) return LineBreak::Comma;
    if (endsSentence(content) || content.back() == U']') return LineBreak::None;  // [amended 2016]
    if (asksForMore(content)) return LineBreak::Certain;
    if (parted) return LineBreak::None;
    if (holdsSentence(text, before)) return LineBreak::Inside;
    const bool comma = content.find_first_of(U"，,") != Text::npos;
    return comma || content.size() > longestTitle ? LineBreak::Likely : LineBreak::None;
}

bool startsWords(Text text, std::size_t numberEnd) {
    std::size_t i = numberEnd;
    while (isSpace(at(text, i)) && !isLineEnd(text[i])) ++i;
    const bool parted = i > numberEnd;
    for (const Text unit :
         {U"万",   U"亿",   U"倍",   U"吨",   U"元",   U"米",   U"公里",   U"公顷",   U"公斤", U"平方",
          U"立方", U"千米", U"千克", U"千瓦", U"千伏", U"百分", U"个百分", U"个月",   U"小时", U"分钟",
          U"毫米", U"厘米", U"毫克", U"摄氏", U"亩",   U"度以", U"年度内", U"个年度", U"节的", U"条的"})
        if (text.substr(i, unit.size()) == unit) return false;
    const char32_t next = at(text, i);
    if (next == U'年' && at(text, i + 1) != U'度') return false;
    if (isLatinLetter(next)) {
        // 2.5km, 1.1 m, 12.1 of its main stem: clauses begin with a capital or a word of their own
        const char32_t second = at(text, i + 1);
        if (!parted) return !isLatinLetter(second) ? false : next < U'a';
        return next < U'a' && (isLatinLetter(second) || isSpace(second));
    }
    return isHan(next) || isOneOf(next, U"“《【*\"");
}

}  // namespace layers
