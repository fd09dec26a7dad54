// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/DocumentHead.h"

#include <algorithm>
#include <array>
#include <string>

#include "layers/document/CodePoints.h"
#include "layers/policy/DocumentEnd.h"
#include "layers/policy/Numerals.h"

namespace layers {

namespace {

using Text = std::u32string_view;
using Lines = std::vector<TextLine>;

constexpr std::size_t longestFront = 20'000;  ///< code points; a longer front is no title page
constexpr std::size_t longestTitle = 80;

constexpr std::array<Text, 10> officeWords = {U"人民政府", U"委员会", U"办公厅", U"办公室", U"省委",
                                              U"市委",     U"区委",   U"县委",   U"国务院", U"管理局"};

std::u32string withoutSpace(Text text) {
    std::u32string squeezed;
    for (const char32_t c : text)
        if (!isSpace(c) && !isOneOf(c, U"*#")) squeezed += c;
    return squeezed;
}

bool endsWith(Text text, Text tail) {
    return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

/// The name inside one pair of 《》 that wraps the whole text.
Text unquoted(Text text) {
    if (text.size() > 2 && text.front() == U'《' && text.back() == U'》') return text.substr(1, text.size() - 2);
    return text;
}

bool isTitleWord(Text text) {
    for (const Text word : {U"方案", U"规划", U"意见", U"办法", U"条例", U"规定", U"通知", U"决定", U"细则", U"纲要",
                            U"计划", U"标准", U"规程", U"规范", U"公告", U"通报", U"批复", U"要点", U"导则", U"指南"})
        if (endsWith(text, word)) return true;
    const Text tail = text.substr(text.size() - std::min<std::size_t>(text.size(), 5));
    return isOneOf(text.empty() ? U'\0' : text.back(), U")）") && tail.find_first_of(U"试暂修") != Text::npos;
}

/// The front with blank space as one space and line ends as one line feed.
struct Front {
    std::u32string text;
    explicit Front(Text source) {
        for (const char32_t c : source) {
            if (isOneOf(c, U"*#")) continue;
            if (!isSpace(c)) {
                text += c;
            } else if (isLineEnd(c)) {
                while (!text.empty() && text.back() == U' ') text.pop_back();
                if (!text.empty() && text.back() != U'\n') text += U'\n';
            } else if (!text.empty() && !isSpace(text.back())) {
                text += U' ';
            }
        }
    }
};

/// The next 印发 that speaks of this paper; 印发的《X》 cites another one.
std::size_t nextIssued(Text front, std::size_t from) {
    std::size_t at = front.find(U"印发", from);
    while (at != Text::npos && front.substr(at + 2, 1) == U"的") at = front.find(U"印发", at + 2);
    return at;
}

/// 关于印发X的通知, or 印发了《X》: the paper that a notice carries.
std::u32string carriedTitle(Text front) {
    for (std::size_t at = nextIssued(front, 0); at != Text::npos; at = nextIssued(front, at + 2)) {
        std::size_t from = at + 2;
        while (from < front.size() && isOneOf(front[from], U" \n了")) ++from;
        const Text rest = front.substr(from, longestTitle);
        if (const auto end = rest.find(U"的通知");
            end != Text::npos && end > 3 && rest.substr(0, end).find_first_of(U"。；") == Text::npos)
            return withoutSpace(unquoted(rest.substr(0, end)));
        if (!rest.empty() && rest.front() == U'《') {
            const auto end = rest.find(U'》');
            if (end != Text::npos && end > 3) return withoutSpace(rest.substr(1, end - 1));
        }
    }
    return {};
}

/// The last line before the first clause that reads like a title, with the unfinished lines above it.
std::u32string printedTitle(Text text, const Lines& lines, std::size_t frontEnd) {
    std::u32string title;
    for (std::size_t i = 0; i < lines.size() && lines[i].start < frontEnd; ++i) {
        const Text content = lines[i].content(text.substr(0, std::max(frontEnd, lines[i].to)));
        if (content.empty() || content.size() > longestTitle || lines[i].skipped) continue;
        const bool markdown = text[lines[i].start] == U'#';
        if (isOneOf(content.front(), U"（(")) continue;  // （2019年…通过 2022年…修正）
        if (!markdown && (!isTitleWord(content) || content.find_first_of(U"。：:") != Text::npos)) continue;
        std::u32string whole(content);
        for (std::size_t above = i; above > 0 && i - above < 3 && !markdown; --above) {
            const Text before = lines[above - 1].content(text);
            if (before.empty() || before.size() > 40 || endsSentence(before) || isPageFurniture(before)) break;
            if (isTitleWord(before) || isOneOf(before.front(), U"【[")) break;
            whole.insert(0, before);
        }
        title = std::move(whole);
        if (markdown) break;
    }
    const auto issued = Text(title).rfind(U"印发");
    if (issued != Text::npos) title.erase(0, issued + 2);
    while (!title.empty() && isSpace(title.front())) title.erase(0, 1);
    return std::u32string(unquoted(title));
}

std::u32string firstLine(Text text, const Lines& lines, std::size_t frontEnd) {
    for (const TextLine& line : lines) {
        if (line.start >= frontEnd) break;
        if (!line.isBlank() && line.length() <= longestTitle && !line.skipped)
            return std::u32string(line.content(text));
    }
    return {};
}

std::u32string documentTitle(Text text, const Lines& lines, std::size_t frontEnd, Text front) {
    const auto first = std::find_if(lines.begin(), lines.end(), [](const TextLine& line) { return !line.isBlank(); });
    const bool markdown = first != lines.end() && first->start < frontEnd && text[first->start] == U'#';
    if (!markdown)
        if (auto carried = carriedTitle(front); !carried.empty()) return carried;
    if (auto printed = printedTitle(text, lines, frontEnd); !printed.empty()) return printed;
    return firstLine(text, lines, frontEnd);
}

/// 渝府发〔2023〕9号: letters of the office, year in brackets, number. Not a paper cited in brackets.
std::u32string documentNumber(Text front) {
    for (std::size_t open = front.find_first_of(U"〔[【［"); open != Text::npos;
         open = front.find_first_of(U"〔[【［", open + 1)) {
        std::size_t i = open + 1;
        while (i < front.size() && isDigit(front[i])) ++i;
        if (i != open + 5 || i >= front.size() || !isOneOf(front[i], U"〕]】］")) continue;
        const std::size_t digits = ++i;
        while (i < front.size() && (isDigit(front[i]) || (i == digits && front[i] == U'第'))) ++i;
        const bool numbered = i > digits;
        while (i < front.size() && front[i] == U' ') ++i;
        if (!numbered || i >= front.size() || front[i] != U'号') continue;
        std::size_t start = open;
        while (start > 0 && isHan(front[start - 1]) && open - start < 12) --start;
        Text office = front.substr(start, open - start);
        for (const Text word : {U"通知", U"意见", U"方案", U"决定", U"文字号", U"号"})
            if (const auto at = office.rfind(word); at != Text::npos) office.remove_prefix(at + word.size());
        const std::size_t from = open - office.size();
        const bool cited = from > 0 && isOneOf(front[from - 1], U"(（》");
        if (!office.empty() && office.size() <= 8 && !cited) return withoutSpace(front.substr(from, i + 1 - from));
    }
    return {};
}

/// Cuts a row of office names, printed with or without anything between, behind each office's last word.
void addOffices(Text row, std::vector<std::string>& issuers) {
    std::size_t start = 0;
    const auto isBreak = [](char32_t c) { return isSpace(c) || isOneOf(c, U"、,，。:：；;“”"); };
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (isBreak(row[i])) {
            start = i + 1;
            continue;
        }
        const Text held = row.substr(start, i + 1 - start);
        const bool office = std::any_of(officeWords.begin(), officeWords.end(), [&](Text word) {
            return held.size() > word.size() - 1 && endsWith(held, word);
        });
        const Text next = row.substr(i + 1, 3);
        if (!office || next == U"办公厅" || next == U"办公室" || (next.substr(0, 2) == U"员会")) continue;
        const std::string name = toUtf8(held);
        if (std::find(issuers.begin(), issuers.end(), name) == issuers.end()) issuers.push_back(name);
        start = i + 1;
    }
}

/// Offices before the first 印发, else those of the signature lines at the end.
std::vector<std::string> documentIssuers(Text text, const Lines& lines, Text front) {
    std::vector<std::string> issuers;
    for (std::size_t at = nextIssued(front, 0); at != Text::npos && issuers.empty(); at = nextIssued(front, at + 2)) {
        std::size_t from = at > 80 ? at - 80 : 0;
        const auto stop = front.substr(from, at - from).find_last_of(U"。；>");
        if (stop != Text::npos) from += stop + 1;
        addOffices(front.substr(from, at - from), issuers);
    }
    if (!issuers.empty()) return issuers;
    for (std::size_t i = lines.size(); i > 0; --i) {
        if (!isDateLine(lines[i - 1].content(text))) continue;
        for (std::size_t above = i - 1; above > 0 && i - above < 7; --above) {
            const Text content = lines[above - 1].content(text);
            if (content.size() > 40 || content.find(U'。') != Text::npos) break;
            std::vector<std::string> found;
            addOffices(content, found);
            issuers.insert(issuers.begin(), found.begin(), found.end());
        }
        break;
    }
    return issuers;
}

/// Reads 2023-03-11, 2023/3/11, 2023年3月11日 or 二〇二三年三月十一日 at `i`; ISO, or empty.
std::string dateAt(Text text, std::size_t i) {
    const auto number = [&](std::size_t digits) {
        int value = 0;
        std::size_t read = 0;
        while (i < text.size() && read < digits && isDigit(text[i])) {
            value = value * 10 + digitValue(text[i++]);
            ++read;
        }
        return read == 0 ? -1 : value;
    };
    const auto chineseYear = [&] {
        int value = 0;
        for (int k = 0; k < 4; ++k, ++i) {
            const auto digit = i < text.size() ? Text(U"〇一二三四五六七八九").find(text[i]) : Text::npos;
            const bool zero = i < text.size() && isOneOf(text[i], U"○零");
            if (digit == Text::npos && !zero) return -1;
            value = value * 10 + (zero ? 0 : static_cast<int>(digit));
        }
        return value;
    };
    const bool chinese = i < text.size() && !isDigit(text[i]);
    const auto part = [&] {
        if (!chinese) return number(2);
        const Numeral numeral = readChineseNumeral(text, i);
        i += numeral.length;
        return numeral.value;
    };
    const auto separator = [&](Text allowed) {
        while (i < text.size() && text[i] == U' ') ++i;
        const bool fits = i < text.size() && isOneOf(text[i], allowed);
        i += fits ? 1 : 0;
        while (i < text.size() && text[i] == U' ') ++i;
        return fits;
    };
    const int year = chinese ? chineseYear() : number(4);
    if (year < 1949 || year > 2200 || !separator(chinese ? U"年" : U"年-/")) return {};
    const int month = part();
    if (month < 1 || month > 12 || !separator(chinese ? U"月" : U"月-/")) return {};
    const int day = part();
    if (day < 1 || day > 31) return {};
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

/// A date counts on a line of its own, behind an office or a label, or written with hyphens; others are talk.
bool isDocumentDate(Text front, std::size_t start, bool ownLine) {
    if (ownLine || front.substr(start + 4, 1) == U"-") return true;
    const Text before = front.substr(start > 6 ? start - 6 : 0, std::min<std::size_t>(start, 6));
    return endsWith(before, U"办公厅") || endsWith(before, U"人民政府") || endsWith(before, U"委员会") ||
           before.find(U"日期") != Text::npos || before.find(U"时间") != Text::npos;
}

void addDate(std::vector<std::string>& dates, std::string date) {
    if (!date.empty() && std::find(dates.begin(), dates.end(), date) == dates.end()) dates.push_back(std::move(date));
}

std::vector<std::string> documentDates(Text text, const Lines& lines, std::size_t frontEnd, Text front) {
    std::vector<std::string> dates;
    for (const TextLine& line : lines) {
        const Text content = line.content(text);
        const bool atAnEdge = line.start < frontEnd || line.start + 2000 >= text.size();
        if (atAnEdge && isDateLine(content)) addDate(dates, dateAt(content, 0));
    }
    for (std::size_t i = 0; i < front.size(); ++i) {
        const bool begins = isDigit(front[i]) && (i == 0 || !isDigit(front[i - 1]));
        if (!begins || front.substr(i, 4).size() < 4 || !isDocumentDate(front, i, false)) continue;
        addDate(dates, dateAt(front, i));
    }
    std::sort(dates.begin(), dates.end());
    return dates;
}

}  // namespace

void readDocumentHead(Text text, const Lines& lines, std::size_t frontEnd, PolicyDocument& document) {
    const std::size_t end = std::min(frontEnd, longestFront);
    const Front front(text.substr(0, end));
    document.title = toUtf8(documentTitle(text, lines, end, front.text));
    document.number = toUtf8(documentNumber(front.text));
    document.issuers = documentIssuers(text, lines, front.text);
    document.dates = documentDates(text, lines, end, front.text);
}

}  // namespace layers
