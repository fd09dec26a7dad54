// SPDX-License-Identifier: Apache-2.0
#include "app/window/PinyinInitials.h"

#include <iconv.h>

#include <QCollator>
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

/// The first character of each initial in the order of readings that the system's Chinese collation has.
constexpr std::array<FirstCode, 23> firstReadings = {{
    {0x5416, 'a'}, {0x516B, 'b'}, {0x5693, 'c'}, {0x5491, 'd'}, {0x59B8, 'e'}, {0x53D1, 'f'},
    {0x65EE, 'g'}, {0x94EA, 'h'}, {0x4E0C, 'j'}, {0x5494, 'k'}, {0x5783, 'l'}, {0x5463, 'm'},
    {0x62CF, 'n'}, {0x5662, 'o'}, {0x5991, 'p'}, {0x4E03, 'q'}, {0x5465, 'r'}, {0x4EE8, 's'},
    {0x4ED6, 't'}, {0x5C72, 'w'}, {0x5915, 'x'}, {0x4E2B, 'y'}, {0x5E00, 'z'},
}};

/// For the rarer characters, of which place names are full; the second plane of GB 2312 is in the order of radicals.
char initialByCollation(QChar character) {
    constexpr ushort firstIdeograph = 0x4E00;
    constexpr ushort lastIdeograph = 0x9FFF;
    if (character.unicode() < firstIdeograph || character.unicode() > lastIdeograph) return '\0';
    static const QCollator collator(QLocale(QLocale::Chinese, QLocale::China));
    const QString text(character);
    const auto next = std::upper_bound(
        firstReadings.begin(), firstReadings.end(), text,
        [](const QString& c, const FirstCode& first) { return collator.compare(c, QString(QChar(first.code))) < 0; });
    return next == firstReadings.begin() ? '\0' : (next - 1)->initial;
}

char initialOf(QChar character) {
    const std::uint16_t code = gb2312Code(character);
    constexpr std::uint16_t lastByReading = 0xD7F9;
    if (code < firstCodes.front().code || code > lastByReading) return initialByCollation(character);
    const auto next = std::upper_bound(firstCodes.begin(), firstCodes.end(), code,
                                       [](std::uint16_t c, const FirstCode& first) { return c < first.code; });
    return next == firstCodes.begin() ? '\0' : (next - 1)->initial;
}

}  // namespace

QString pinyinInitials(const QString& name) {
    QString initials;
    QString text = name;
    // Names in which a character has its rarer reading: Chongqing, Qianwei.
    text.replace(QStringLiteral("\u91CD\u5E86"), QStringLiteral("cq"));
    text.replace(QStringLiteral("\u728D\u4E3A"), QStringLiteral("qw"));
    for (const QChar character : std::as_const(text)) {
        if (character.unicode() < 0x80) {
            if (character.isLetterOrNumber()) initials += character.toLower();
        } else if (const char initial = initialOf(character); initial != '\0') {
            initials += QLatin1Char(initial);
        }
    }
    return initials;
}

}  // namespace app
