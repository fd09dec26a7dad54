// SPDX-License-Identifier: Apache-2.0
#include "layers/document/CodePoints.h"

namespace layers {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool isContinuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

/// Length that the first byte announces; 0 for a byte that cannot be first.
std::size_t announcedLength(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    if (first >= 0xF0 && first < 0xF5) return 4;
    return 0;
}

bool isScalar(char32_t c, std::size_t length) {
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    return c >= least[length] && c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
}

}  // namespace

std::u32string toCodePoints(std::string_view utf8) {
    std::u32string text;
    text.reserve(utf8.size() / 2);
    for (std::size_t i = 0; i < utf8.size();) {
        const auto first = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = announcedLength(first);
        char32_t c = length == 1 ? first : first & (0x7FU >> length);
        std::size_t read = 1;
        while (read < length && i + read < utf8.size() && isContinuation(static_cast<unsigned char>(utf8[i + read])))
            c = (c << 6U) | (static_cast<unsigned char>(utf8[i + read++]) & 0x3FU);
        text += length != 0 && read == length && isScalar(c, length) ? c : replacement;
        i += read;
    }
    return text;
}

std::string toUtf8(std::u32string_view codePoints) {
    std::string bytes;
    bytes.reserve(codePoints.size() * 3);
    const auto put = [&bytes](char32_t value) { bytes += static_cast<char>(static_cast<unsigned char>(value)); };
    for (char32_t c : codePoints) {
        if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement;
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0U | (c >> 6U));
            put(0x80U | (c & 0x3FU));
        } else if (c < 0x10000) {
            put(0xE0U | (c >> 12U));
            put(0x80U | ((c >> 6U) & 0x3FU));
            put(0x80U | (c & 0x3FU));
        } else {
            put(0xF0U | (c >> 18U));
            put(0x80U | ((c >> 12U) & 0x3FU));
            put(0x80U | ((c >> 6U) & 0x3FU));
            put(0x80U | (c & 0x3FU));
        }
    }
    return bytes;
}

bool isSpace(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
           c == 0xFEFF;
}

}  // namespace layers
