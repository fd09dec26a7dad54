// SPDX-License-Identifier: Apache-2.0
#include "app/window/PinyinInitials.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace app {

namespace {

struct FirstCode {
    std::uint16_t code;  ///< GB 2312 in EUC form
    char initial;
};

/// The first character of each initial in the first plane of GB 2312, which is in the order of readings.
constexpr std::array<FirstCode, 24> firstCodes = {{
    {0xB0A1, 'a'}, {0xB0C5, 'b'}, {0xB2C1, 'c'}, {0xB4EE, 'd'}, {0xB6EA, 'e'}, {0xB7A2, 'f'},
    {0xB8C1, 'g'}, {0xB9FE, 'h'}, {0xBBF7, 'j'}, {0xBFA6, 'k'}, {0xC0AC, 'l'}, {0xC2E8, 'm'},
    {0xC4C3, 'n'}, {0xC5B6, 'o'}, {0xC5BE, 'p'}, {0xC6DA, 'q'}, {0xC8BB, 'r'}, {0xC8F6, 's'},
    {0xCBFA, 't'}, {0xCDDA, 'w'}, {0xCEF4, 'x'}, {0xD1B9, 'y'}, {0xD4D1, 'z'}, {0xD7FA, '\0'},
}};

/// 0 if the character is not in GB 2312.
std::uint16_t gb2312Code(QChar character) {
    static const iconv_t converter = iconv_open("GB2312", "UTF-8");
    if (converter == reinterpret_cast<iconv_t>(-1)) return 0;
    QByteArray in = QString(character).toUtf8();
    char* from = in.data();
    std::size_t left = static_cast<std::size_t>(in.size());
    std::array<char, 4> out{};
    char* to = out.data();
    std::size_t room = out.size();
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    if (iconv(converter, &from, &left, &to, &room) == static_cast<std::size_t>(-1) || room != 2) return 0;
    return static_cast<std::uint16_t>(static_cast<unsigned char>(out[0]) << 8 | static_cast<unsigned char>(out[1]));
}

char initialOf(QChar character) {
    const std::uint16_t code = gb2312Code(character);
    const auto next = std::upper_bound(firstCodes.begin(), firstCodes.end(), code,
                                       [](std::uint16_t c, const FirstCode& first) { return c < first.code; });
    return next == firstCodes.begin() ? '\0' : (next - 1)->initial;
}

}  // namespace

QString pinyinInitials(const QString& text) {
    QString initials;
    for (const QChar character : text) {
        if (character.unicode() < 0x80) {
            if (character.isLetterOrNumber()) initials += character.toLower();
        } else if (const char initial = initialOf(character); initial != '\0') {
            initials += QLatin1Char(initial);
        }
    }
    return initials;
}

}  // namespace app
