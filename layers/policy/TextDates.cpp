// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>

#include "layers/document/CodePoints.h"
#include "layers/policy/TextFigures.h"

namespace layers {

namespace {

/// One or two digits before `mark`: a month or a day. 0 if they do not stand there.
int numberBefore(const std::u32string& text, std::size_t& at, char32_t mark, int most) {
    int value = 0;
    std::size_t i = at;
    for (; i < text.size() && i < at + 2 && isDigit(text[i]); ++i) value = value * 10 + digitValue(text[i]);
    if (i == at || i >= text.size() || text[i] != mark || value < 1 || value > most) return 0;
    at = i + 1;
    return value;
}

std::string twoDigits(int number) {
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "%02d", number);
    return buffer;
}

/// Four digits of a year, with none beside them; 0 if there is none.
int yearAt(const std::u32string& text, std::size_t at) {
    if (at + 4 > text.size() || (at > 0 && (isDigit(text[at - 1]) || isOneOf(text[at - 1], U".．〔[")))) return 0;
    int year = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        if (!isDigit(text[i])) return 0;
        year = year * 10 + digitValue(text[i]);
    }
    if (at + 4 < text.size() && isDigit(text[at + 4])) return 0;
    return year >= 1900 && year <= 2099 ? year : 0;
}

}  // namespace

std::vector<TextDate> datesIn(const std::u32string& text) {
    std::vector<TextDate> dates;
    for (std::size_t i = 0; i + 4 < text.size(); ++i) {
        const int year = isDigit(text[i]) ? yearAt(text, i) : 0;
        if (year == 0) continue;
        std::size_t end = i + 4;
        std::string iso = std::to_string(year);
        if (isOneOf(text[end], U"—–-~～至")) {
            std::size_t second = end;
            while (second < text.size() && isOneOf(text[second], U"—–-~～至")) ++second;
            const int last = yearAt(text, second);
            if (last <= year || second + 4 >= text.size() || text[second + 4] != U'年') continue;
            dates.push_back({i, second + 5, iso + "/" + std::to_string(last)});
            i = second + 4;
            continue;
        }
        if (text[end] != U'年') continue;
        ++end;
        if (const int month = numberBefore(text, end, U'月', 12)) {
            iso += "-" + twoDigits(month);
            if (const int day = numberBefore(text, end, U'日', 31)) iso += "-" + twoDigits(day);
        }
        dates.push_back({i, end, iso});
        i = end - 1;
    }
    return dates;
}

}  // namespace layers
