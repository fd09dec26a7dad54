// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace layers {

/// Text as Unicode code points, in which all offsets of clauses count. Bytes that are no UTF-8 become U+FFFD.
std::u32string toCodePoints(std::string_view utf8);
/// Back to UTF-8. Surrogates and numbers beyond U+10FFFF become U+FFFD.
std::string toUtf8(std::u32string_view codePoints);

/// Blank space of any kind: ASCII, ideographic space, no-break and typographic spaces, line ends, U+FEFF.
bool isSpace(char32_t c);
inline bool isLineEnd(char32_t c) { return c == U'\n' || c == U'\r'; }
inline bool isDigit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
inline int digitValue(char32_t c) { return static_cast<int>(c >= U'０' ? c - U'０' : c - U'0'); }
inline bool isHan(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF);
}
inline bool isLatinLetter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
inline bool isOneOf(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

}  // namespace layers
