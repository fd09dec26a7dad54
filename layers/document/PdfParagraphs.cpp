// SPDX-License-Identifier: Apache-2.0
#include "layers/document/PdfParagraphs.h"

#include <QList>
#include <QString>
#include <algorithm>
#include <cmath>
#include <string_view>

#include "layers/document/CodePoints.h"

namespace layers {

namespace {

bool isWide(char32_t c) { return c >= 0x2E80 || isOneOf(c, U"“”‘’…—·①②③④⑤⑥⑦⑧⑨⑩"); }
bool isLatin(char32_t c) { return isLatinLetter(c) || (c >= U'0' && c <= U'9'); }
bool endsSentence(const std::u32string& text) {
    return !text.empty() && isOneOf(text.back(), U"。！？；：.!?;:”」』》）)】…");
}

/// Behind the number that opens a line a blank is meant: "1.1 范围", "2 术语", "附录A 说明", but not "2022 年", "15 亩". 0 if
/// there is none.
std::size_t openingNumber(const std::u32string& text) {
    std::size_t end = 0;
    if (text.compare(0, 2, U"附录") == 0 || text.compare(0, 2, U"附錄") == 0) {
        end = 2;
        while (end < text.size() && isLatin(text[end])) ++end;
        return end > 2 && end < 5 ? end : 0;
    }
    bool plain = true;
    while (end < text.size() && (isLatin(text[end]) || isOneOf(text[end], U".．)")))
        plain = isDigit(text[end++]) && plain;
    const bool unit = end + 1 < text.size() && isOneOf(text[end + 1], U"年月日时分秒亩元万亿个米吨户人次天期号％");
    return plain && (unit || end > 2) ? 0 : end;
}

/// 第三条, 一、, （一）, 1., ——, ①: where a line opens so behind the end of a sentence, something new begins.
bool opensNumbered(const std::u32string& text) {
    std::size_t i = 0;
    if (text.empty()) return false;
    if (isOneOf(text[0], U"第（(—①②③④⑤⑥⑦⑧⑨⑩§")) return true;
    while (i < text.size() && (isDigit(text[i]) || isOneOf(text[i], U"一二三四五六七八九十"))) ++i;
    return i > 0 && i < text.size() && isOneOf(text[i], U"、．.)）");
}

bool isSmallLetter(char32_t c) { return c >= U'a' && c <= U'z'; }

/// Four small letters and more: an English word that stands apart, as in a list of terms.
bool isWord(const std::u32string& text, std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && (isSmallLetter(text[end]) || (end > from && text[end] == U'-'))) ++end;
    return end - from >= 4;
}

/// "amended by …" goes on with what stood before; "a) …" does not.
bool goesOnInEnglish(const std::u32string& before, const std::u32string& text) {
    const bool open = !before.empty() && isOneOf(before.back(), U";,:");
    return open && text.size() > 2 && isSmallLetter(text[0]) && !isOneOf(text[1], U").") && !isOneOf(text[2], U").");
}

/// A short line that ends in a number: an entry of a table of contents, a row.
bool endsInNumber(const std::u32string& text, std::size_t from) {
    if (isOneOf(text.front(), U"附第表图")) return false;  // 附件1
    for (std::size_t i = from; i < text.size(); ++i)
        if (!isDigit(text[i]) && text[i] != U'.') return false;
    return true;
}

/// Radicals and compatibility forms that some writers put in the place of characters. Unicode names no equivalent for
/// the supplement of radicals, so those that are characters of their own stand here.
char32_t plainCharacter(char32_t c) {
    constexpr std::u32string_view radicals =
        U"⼾⺁⺊⺌⺒⺓⺛⺜⺝⺞⺟⺠⺢⺧⺩⺪⺫⺬⺮⺯⺶⺺⺼⺽⻁⻃⻄⻅⻆⻇⻉⻋⻑⻓⻔⻕⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫"
        U"⻬⻭⻮⻯⻰⻱⻲⻳";
    constexpr std::u32string_view characters =
        U"户厂卜小巳幺旡日月歺母民水牛王疋目示竹糸羊聿肉臼虎西西见角角贝车長长门阜雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾斉"
        U"齐歯齿竜龙龜亀龟";
    static_assert(radicals.size() == characters.size());
    if (const std::size_t place = radicals.find(c); place != std::u32string_view::npos) return characters[place];
    const bool odd = (c >= 0x2F00 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF);
    if (!odd) return c;
    const char32_t one[] = {c, 0};
    const auto made = QString::fromUcs4(one, 1).normalized(QString::NormalizationForm_KC).toUcs4();
    return made.size() == 1 ? static_cast<char32_t>(made.front()) : c;
}

/// What the joining needs to know of all lines.
struct Habits {
    double em = 12;             ///< usual size of a character
    double leading = 18;        ///< usual distance from line to line
    bool indentsFirst = false;  ///< paragraphs begin with an indent
};

bool isIndented(const PdfLine& line, double em) { return line.left > line.columnLeft + 1.2 * em; }

Habits habitsOf(const std::vector<PdfLine>& lines) {
    Habits habits;
    habits.em = usualHeight(lines);
    std::vector<double> steps;
    std::size_t indents = 0;
    std::size_t flush = 0;  // paragraphs that begin without an indent
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const PdfLine& a = lines[i - 1];
        const PdfLine& b = lines[i];
        if (a.page != b.page || a.column != b.column) continue;
        if (b.bottom > a.bottom) steps.push_back(b.bottom - a.bottom);
        const bool fills = a.right > a.columnRight - 2 * habits.em;
        if (hasLeaders(a) || hasLeaders(b) || a.isRow || b.isRow) continue;
        indents += fills && isIndented(a, habits.em) && b.left < b.columnLeft + 0.6 * habits.em ? 1 : 0;
        flush += !fills && !isIndented(b, habits.em) ? 1 : 0;
    }
    if (!steps.empty()) {
        std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2), steps.end());
        habits.leading = steps[steps.size() / 2];
    }
    habits.indentsFirst = indents >= 2 && indents > 2 * flush;
    return habits;
}

/// How much room the first word of a line would have needed at the end of the line above.
double firstWordWidth(const PdfLine& line, double em) {
    std::size_t letters = 0;
    while (letters < line.text.size() && isLatin(line.text[letters])) ++letters;
    if (letters > 0) return 0.6 * em * static_cast<double>(letters + 1);
    // No line begins with a closing mark or ends with an opening one, so a character moves down with those around it.
    std::size_t marks = 0;
    while (marks < line.text.size() && marks < 2 && isOneOf(line.text[marks], U"（《“‘〔【「")) ++marks;
    const std::size_t most = marks + 3;
    ++marks;
    while (marks < line.text.size() && marks < most && isOneOf(line.text[marks], U"，。、；：）》”！？")) ++marks;
    return em * static_cast<double>(marks);
}

/// Whether an empty line would have room between two lines of a column.
bool isGap(const PdfLine& before, const PdfLine& line, const Habits& habits) {
    return before.page == line.page && before.column == line.column &&
           line.bottom - before.bottom > 1.6 * habits.leading;
}

/// Whether the line begins a paragraph. `opens` says that the one before did.
bool beginsParagraph(const PdfLine& before, const PdfLine& line, bool opens, const Habits& habits) {
    const double em = habits.em;
    if (before.isRow || line.isRow || hasLeaders(before) || hasLeaders(line)) return true;
    if (endsSentence(before.text) && opensNumbered(line.text)) return true;
    const bool samePlace = before.page == line.page && before.column == line.column;
    if (before.columnRight - before.right > firstWordWidth(line, em) + 1.3 * em) return true;
    const double inset = (line.left - line.columnLeft) - (before.left - before.columnLeft);
    const double width = line.columnRight - line.columnLeft;
    const double widthBefore = before.columnRight - before.columnLeft;
    // A title over columns, a table beside text: no paragraph runs from one into the other.
    if (!samePlace && (width > 1.2 * widthBefore || widthBefore > 1.2 * width)) return true;
    if (!samePlace) return isIndented(line, em) || endsSentence(before.text);
    if (isGap(before, line, habits)) return true;
    const bool bothLong = before.text.size() >= 4 && line.text.size() >= 4;
    const double ratio = line.height() / std::max(before.height(), 0.1);
    if (bothLong && (ratio > 1.3 || ratio < 0.75)) return true;
    if (inset > 0.8 * em) return true;
    if (inset < -0.8 * em) return !opens;
    if (habits.indentsFirst) return isIndented(line, em);
    return endsSentence(before.text) && !goesOnInEnglish(before.text, line.text);
}

void appendLine(std::u32string& paragraph, std::u32string text) {
    // In the middle of a paragraph the number that opens a line is an amount.
    const std::size_t number = paragraph.empty() ? 0 : openingNumber(text);
    if (number > 0 && number + 1 < text.size() && text[number] == U' ' && isWide(text[number + 1]))
        text.erase(number, 1);
    if (!paragraph.empty() && !text.empty()) {
        const char32_t last = paragraph.back();
        const char32_t first = text.front();
        if (last == U'\u00AD') {
            paragraph.pop_back();
        } else if (!isWide(last) && !isWide(first) && last != U'-') {
            paragraph += U' ';
        }
    }
    paragraph += text;
}

}  // namespace

std::u32string cleanedLine(const std::u32string& text) {
    std::u32string plain;
    for (const char32_t c : text) {
        const bool control = (c < 0x20 && c != U'\t') || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFEFF;
        if (!control) plain += c == 0xA0 ? U' ' : plainCharacter(c);
    }
    const std::size_t from = plain.find_first_not_of(U" \t　");
    if (from == std::u32string::npos) return {};
    plain = plain.substr(from, plain.find_last_not_of(U" \t　") - from + 1);
    const std::size_t number = openingNumber(plain);
    std::u32string cleaned;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const bool between = plain[i] == U' ' && i > 0 && i + 1 < plain.size() && i > number;
        const bool narrow = between && ((isWide(plain[i - 1]) && isLatin(plain[i + 1]) && !isWord(plain, i + 1)) ||
                                        (isLatin(plain[i - 1]) && isWide(plain[i + 1])));
        const bool lastNumber = narrow && plain.size() <= 30 && endsInNumber(plain, i + 1);
        if (!narrow || lastNumber) cleaned += plain[i];
    }
    return cleaned;
}

std::string joinedParagraphs(const std::vector<PdfLine>& lines) {
    const Habits habits = habitsOf(lines);
    std::string text;
    std::u32string paragraph;
    bool opens = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        opens = i == 0 || beginsParagraph(lines[i - 1], lines[i], opens, habits);
        if (opens && i > 0) {
            // A gap as high as an empty line is one: it parts what no mark tells apart.
            text += toUtf8(paragraph) + (isGap(lines[i - 1], lines[i], habits) ? "\n\n" : "\n");
            paragraph.clear();
        }
        appendLine(paragraph, lines[i].text);
    }
    return lines.empty() ? text : text + toUtf8(paragraph) + "\n";
}

}  // namespace layers
