// SPDX-License-Identifier: Apache-2.0
#include "gis/io/TextEncoding.h"

#include <QString>
#include <QStringDecoder>
#include <algorithm>
#include <cctype>

namespace gis {

namespace {

unsigned char byteAt(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// Length of the UTF-8 character at `at`, 0 if there is none (overlong forms and surrogates are none).
std::size_t utf8Length(std::string_view bytes, std::size_t at) {
    const unsigned char lead = byteAt(bytes, at);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.size()) return 0;
    const unsigned char second = byteAt(bytes, at + 1);
    const unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) return 0;
    for (std::size_t i = 2; i < length; ++i)
        if ((byteAt(bytes, at + i) & 0xC0U) != 0x80) return 0;
    return length;
}

/// Length of the GB 18030 character at `at`, 0 if there is none.
std::size_t gb18030Length(std::string_view bytes, std::size_t at) {
    const unsigned char lead = byteAt(bytes, at);
    if (lead < 0x80) return 1;
    if (lead == 0x80 || lead == 0xFF || at + 1 >= bytes.size()) return 0;
    const unsigned char second = byteAt(bytes, at + 1);
    if (second >= 0x40 && second != 0x7F && second != 0xFF) return 2;
    const auto digit = [](unsigned char c) { return c >= '0' && c <= '9'; };
    if (!digit(second) || at + 3 >= bytes.size() || !digit(byteAt(bytes, at + 3))) return 0;
    const unsigned char third = byteAt(bytes, at + 2);
    return third >= 0x81 && third <= 0xFE ? 4 : 0;
}

template <class Length>
bool isWhole(std::string_view bytes, Length length) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t step = length(bytes, at);
        if (step == 0) return false;
        at += step;
    }
    return true;
}

std::string normalized(std::string name) {
    name.erase(std::remove_if(name.begin(), name.end(),
                              [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }),
               name.end());
    for (char& c : name) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return name;
}

bool isChinese(const std::string& normal) {
    return normal == "GBK" || normal == "GB2312" || normal == "CP936" || normal == "936" || normal == "GB18030" ||
           normal == "ANSI936" || normal == "MS936" || normal == "WINDOWS936" || normal == "EUCCN";
}

}  // namespace

bool isUtf8(std::string_view bytes) { return isWhole(bytes, utf8Length); }

bool isGb18030(std::string_view bytes) { return isWhole(bytes, gb18030Length); }

struct TextDecoder::Data {
    bool isUtf8 = true;
    std::unique_ptr<QStringDecoder> decoder;  // null for UTF-8
};

TextDecoder::TextDecoder(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
TextDecoder::TextDecoder(TextDecoder&&) noexcept = default;
TextDecoder& TextDecoder::operator=(TextDecoder&&) noexcept = default;
TextDecoder::~TextDecoder() = default;

Result<TextDecoder> TextDecoder::make(const std::string& encoding) {
    auto data = std::make_unique<Data>();
    const std::string normal = normalized(encoding);
    if (normal == "UTF8" || normal == "65001" || normal == "CP65001") return TextDecoder(std::move(data));
    const bool isNumber = !normal.empty() && std::all_of(normal.begin(), normal.end(), ::isdigit);
    const bool isAnsi = normal.rfind("ANSI", 0) == 0 && normal.size() > 4;
    const std::string name = isChinese(normal)      ? "GB18030"
                             : isNumber             ? "cp" + normal
                             : isAnsi               ? "cp" + normal.substr(4)
                             : normal == "ISO88591" ? "ISO-8859-1"
                                                    : encoding;
    data->isUtf8 = false;
    data->decoder = std::make_unique<QStringDecoder>(name.c_str(), QStringConverter::Flag::Stateless);
    if (!data->decoder->isValid()) {
        return fail(ErrorCode::InvalidArgument, {}, message("gis", "the text encoding %1 is not known", {encoding}),
                    message("gis", "use UTF-8 or GBK"));
    }
    return TextDecoder(std::move(data));
}

std::string TextDecoder::decode(std::string_view bytes, bool& broken) const {
    if (m_data->isUtf8) {
        for (std::size_t cut = 0; cut < 4 && cut <= bytes.size(); ++cut) {
            const auto kept = bytes.substr(0, bytes.size() - cut);
            if (isUtf8(kept) && (cut == 0 || (byteAt(bytes, kept.size()) & 0xC0U) == 0xC0U)) return std::string(kept);
        }
        broken = true;
        return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())).toStdString();
    }
    for (std::size_t cut = 0; cut < 2 && cut <= bytes.size(); ++cut) {
        const QByteArrayView kept(bytes.data(), static_cast<qsizetype>(bytes.size() - cut));
        m_data->decoder->resetState();
        const QString text = m_data->decoder->decode(kept);
        if (!m_data->decoder->hasError() && !text.contains(QChar::ReplacementCharacter)) return text.toStdString();
    }
    broken = true;
    m_data->decoder->resetState();
    const QString text = m_data->decoder->decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return text.toStdString();
}

}  // namespace gis
