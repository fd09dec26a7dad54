// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/NumberContext.h"

#include "layers/document/CodePoints.h"
#include "layers/policy/LineFlow.h"
#include "layers/policy/Numerals.h"

namespace layers {

namespace {

using Text = std::u32string_view;

char32_t at(Text text, std::size_t i) { return i < text.size() ? text[i] : U'\0'; }

}  // namespace

std::size_t behindSpace(Text text, std::size_t i) {
    while (i < text.size() && isSpace(text[i]) && !isLineEnd(text[i])) ++i;
    return i;
}

bool isReference(Text text, const NumberMark& mark) {
    const std::size_t i = behindSpace(text, mark.end);
    const char32_t next = at(text, i);
    if (isOneOf(next, U"的，,；;）)》”。")) return true;
    if (isOneOf(next, U"：:")) return mark.kind > MarkKind::Article;
    if (mark.kind == MarkKind::ChinesePart || mark.kind == MarkKind::Arabic) return false;
    if (next == U'、') return true;
    for (const Text words : {U"规定", U"所列", U"所称", U"所述", U"项规定", U"款规定", U"款、", U"项、", U"之规定",
                             U"项所", U"款所", U"项的", U"款的", U"列出", U"規定", U"所定", U"关于", U"處", U"类镇"})
        if (text.substr(i, words.size()) == words) return i == mark.end || words != Text(U"关于");
    const bool article = mark.kind == MarkKind::Article || mark.kind == MarkKind::Paragraph;
    if (article && i == mark.end && (next == U'第' || next == U'之')) return true;
    return isOneOf(next, U"和与及或至到—－~") && readMark(text, behindSpace(text, i + 1)).has_value();
}

bool isNumeralRow(Text text, const NumberMark& mark) {
    if (mark.kind == MarkKind::Arabic) {  // 1、2处
        const Numeral next = isOneOf(at(text, mark.end - 1), U"、﹑") ? readArabic(text, mark.end) : Numeral{};
        return next && isOneOf(at(text, mark.end + next.length), U"处年月日级类个户次号组期线层天时名座条");
    }
    if (mark.kind != MarkKind::ChinesePart) return false;
    const std::size_t i = behindSpace(text, mark.end);
    const Numeral next = readChineseNumeral(text, i);
    return next && isOneOf(at(text, i + next.length), U"、产次类级线期季等批层是月年者方钱组亩户楼号");
}

bool isAmount(Text text, const NumberMark& item) {
    std::size_t i = item.end;
    while (isDigit(at(text, i)) && i < item.end + 8) ++i;
    if (at(text, i) == U'年') return i != item.end + 4;
    if (isOneOf(at(text, i), U"-–—~～")) return false;  // 3—5月
    if (isLatinLetter(at(text, i))) return at(text, i) > U'Z' || !isHan(at(text, i + 1));
    return !startsWords(text, i);
}

Text withoutJoiningWord(Text content) {
    for (const Text word : {U" and", U" or", U"以及", U"或者", U"及", U"和", U"或"}) {
        if (content.size() <= word.size() || content.substr(content.size() - word.size()) != word) continue;
        content.remove_suffix(word.size());
        while (!content.empty() && isSpace(content.back())) content.remove_suffix(1);
        break;
    }
    return content;
}

}  // namespace layers
