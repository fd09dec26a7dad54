// SPDX-License-Identifier: Apache-2.0
#include "layers/document/SymbolSigns.h"

#include <array>
#include <span>
#include <utility>

namespace layers {

namespace {

using Sign = std::pair<char32_t, char32_t>;

constexpr std::array<Sign, 33> wingdings{{
    {0x6C, U'●'}, {0x6D, U'❍'}, {0x6E, U'■'}, {0x6F, U'□'}, {0x71, U'❑'}, {0x74, U'⬧'}, {0x75, U'◆'},
    {0x76, U'❖'}, {0x77, U'⬥'}, {0x81, U'①'}, {0x82, U'②'}, {0x83, U'③'}, {0x84, U'④'}, {0x85, U'⑤'},
    {0x86, U'⑥'}, {0x87, U'⑦'}, {0x88, U'⑧'}, {0x89, U'⑨'}, {0x8A, U'⑩'}, {0x9F, U'•'}, {0xA1, U'○'},
    {0xA7, U'▪'}, {0xA8, U'□'}, {0xAB, U'★'}, {0xD8, U'➢'}, {0xDF, U'←'}, {0xE0, U'→'}, {0xE1, U'↑'},
    {0xE2, U'↓'}, {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'},
}};
constexpr std::array<Sign, 4> wingdings2{{{0x50, U'✓'}, {0x52, U'☑'}, {0x53, U'☒'}, {0xA3, U'□'}}};

char32_t inSymbolFont(char32_t code) {
    constexpr std::u32string_view upper = U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    constexpr std::u32string_view lower = U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    if (code >= 0x41 && code <= 0x5A) return upper[code - 0x41];
    if (code >= 0x61 && code <= 0x7A) return lower[code - 0x61];
    constexpr std::array<Sign, 16> signs{{{0xA3, U'≤'},
                                          {0xA5, U'∞'},
                                          {0xAC, U'←'},
                                          {0xAD, U'↑'},
                                          {0xAE, U'→'},
                                          {0xAF, U'↓'},
                                          {0xB0, U'°'},
                                          {0xB1, U'±'},
                                          {0xB3, U'≥'},
                                          {0xB4, U'×'},
                                          {0xB7, U'•'},
                                          {0xB8, U'÷'},
                                          {0xB9, U'≠'},
                                          {0xBB, U'≈'},
                                          {0xBC, U'…'},
                                          {0xD7, U'·'}}};
    for (const auto& [held, shown] : signs)
        if (held == code) return shown;
    return code >= 0x20 && code < 0x7F ? code : U'\0';
}

char32_t found(std::span<const Sign> signs, char32_t code) {
    for (const auto& [held, shown] : signs)
        if (held == code) return shown;
    return U'\0';
}

}  // namespace

char32_t symbolSign(std::string_view font, char32_t code) {
    const bool isPrivate = code >= 0xF000 && code <= 0xF0FF;
    const char32_t low = isPrivate ? code - 0xF000 : code;
    if (font == "Symbol") return low < 0x100 ? inSymbolFont(low) : code;
    if (font == "Wingdings" || font == "Wingdings 3") return low < 0x100 ? found(wingdings, low) : code;
    if (font == "Wingdings 2") return low < 0x100 ? found(wingdings2, low) : code;
    if (isPrivate) return low == 0xB7 ? U'•' : U'\0';
    return code;
}

}  // namespace layers
