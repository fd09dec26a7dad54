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

std::string_view withoutCutUtf8(std::string_view bytes) {
    for (std::size_t tail = 1; tail <= 3 && tail <= bytes.size(); ++tail) {
        const unsigned char lead = byteAt(bytes, bytes.size() - tail);
        if ((lead & 0xC0U) == 0x80) continue;
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        const bool cut = lead >= 0xC2 && lead <= 0xF4 && tail < length;
        return cut ? bytes.substr(0, bytes.size() - tail) : bytes;
    }
    return bytes;
}

std::string_view withoutCutGb18030(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t step = gb18030Length(bytes, at);
        const unsigned char lead = byteAt(bytes, at);
        const bool isLead = lead >= 0x81 && lead <= 0xFE;
        if (step == 0 && isLead &&
            bytes.size() - at < (at + 1 < bytes.size() && byteAt(bytes, at + 1) < 0x40 ? 4U : 2U))
            return bytes.substr(0, at);
        at += std::max<std::size_t>(step, 1);
    }
    return bytes;
}

struct TextDecoder::Data {
    bool isUtf8 = true;
    std::string name;                         // for Qt
    std::unique_ptr<QStringDecoder> decoder;  // null for UTF-8

    /// A decoder that met an error keeps saying so: another one takes its place.
    void renew() { decoder = std::make_unique<QStringDecoder>(name.c_str(), QStringConverter::Flag::Stateless); }
    QString decode(std::string_view bytes, bool& broken) {
        const QString text = decoder->decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
        broken = decoder->hasError() || text.contains(QChar::ReplacementCharacter);
        if (broken) renew();
        return text;
    }
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
    data->name = isChinese(normal)      ? "GB18030"
                 : isNumber             ? "cp" + normal
                 : isAnsi               ? "cp" + normal.substr(4)
                 : normal == "ISO88591" ? "ISO-8859-1"
                                        : encoding;
    data->isUtf8 = false;
    data->renew();
    if (!data->decoder->isValid()) {
        return fail(ErrorCode::InvalidArgument, {}, message("gis", "the text encoding %1 is not known", {encoding}),
                    message("gis", "use UTF-8 or GBK"));
    }
    return TextDecoder(std::move(data));
}

std::string TextDecoder::decode(std::string_view bytes, bool& broken) const {
    if (m_data->isUtf8) {
        if (isUtf8(bytes)) return std::string(bytes);
        if (const auto kept = withoutCutUtf8(bytes); isUtf8(kept)) return std::string(kept);
        broken = true;
        return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())).toStdString();
    }
    bool wrong = false;
    const QString whole = m_data->decode(bytes, wrong);
    if (!wrong) return whole.toStdString();
    const QString cut = m_data->decode(m_data->name == "GB18030" ? withoutCutGb18030(bytes) : bytes, wrong);
    broken = broken || wrong;
    return (wrong ? whole : cut).toStdString();
}

}  // namespace gis
