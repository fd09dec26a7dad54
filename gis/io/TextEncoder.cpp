// SPDX-License-Identifier: Apache-2.0
#include "gis/io/TextEncoder.h"

#include <QList>
#include <QString>
#include <QStringDecoder>
#include <QStringEncoder>
#include <algorithm>
#include <cctype>
#include <unordered_map>

#include "gis/io/TextEncoding.h"

namespace gis {

namespace {

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

/// GBK has no four-byte characters, and a few two-byte ones of GB 18030 are not among its own.
class GbkTable {
public:
    /// The bytes of a character; empty if GBK does not hold it.
    const std::string& bytesOf(char32_t character) {
        const auto known = m_known.find(character);
        if (known != m_known.end()) return known->second;
        const QString text = QString::fromUcs4(&character, 1);
        QByteArray bytes = QStringEncoder("GB18030", QStringConverter::Flag::Stateless).encode(text);
        const QString back = QStringDecoder("GBK", QStringConverter::Flag::Stateless).decode(bytes);
        if (bytes.size() > 2 || back != text) bytes.clear();
        return m_known[character] = bytes.toStdString();
    }

private:
    std::unordered_map<char32_t, std::string> m_known;
};

std::string upperLetters(const std::string& name) {
    std::string letters;
    for (const char c : name)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            letters += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return letters;
}

}  // namespace

struct TextEncoder::Data {
    explicit Data(TextDecoder reader) : decoder(std::move(reader)) {}
    std::string name;
    TextDecoder decoder;
    GbkTable gbk;
};

TextEncoder::TextEncoder(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
TextEncoder::TextEncoder(TextEncoder&&) noexcept = default;
TextEncoder& TextEncoder::operator=(TextEncoder&&) noexcept = default;
TextEncoder::~TextEncoder() = default;

Result<TextEncoder> TextEncoder::make(const std::string& encoding) {
    const std::string letters = upperLetters(encoding);
    const bool isUtf8 = letters == "UTF8";
    if (!isUtf8 && letters != "GBK" && letters != "CP936" && letters != "936" && letters != "GB2312") {
        return fail(ErrorCode::InvalidArgument, {},
                    message("gis", "tables are not written in the encoding %1", {encoding}),
                    message("gis", "use UTF-8 or GBK"));
    }
    TUCE_TRY(decoder, TextDecoder::make(isUtf8 ? "UTF-8" : "GBK"));
    auto data = std::make_unique<Data>(std::move(decoder));
    data->name = isUtf8 ? "UTF-8" : "GBK";
    return TextEncoder(std::move(data));
}

const std::string& TextEncoder::name() const { return m_data->name; }
bool TextEncoder::isUtf8() const { return m_data->name == "UTF-8"; }

std::string TextEncoder::encode(const std::string& text, std::string& lost) const {
    if (isUtf8() || isAscii(text)) return text;
    std::string bytes;
    for (const char32_t character : QString::fromStdString(text).toUcs4()) {
        const std::string& coded = m_data->gbk.bytesOf(character);
        bytes += coded.empty() ? "?" : coded;
        if (!coded.empty()) continue;
        const std::string shown = QString::fromUcs4(&character, 1).toStdString();
        if (lost.find(shown) == std::string::npos) lost += shown;
    }
    return bytes;
}

std::string TextEncoder::cut(const std::string& bytes, std::size_t most) const {
    if (bytes.size() <= most) return bytes;
    const std::string_view kept = std::string_view(bytes).substr(0, most);
    return std::string(isUtf8() ? withoutCutUtf8(kept) : withoutCutGb18030(kept));
}

std::string TextEncoder::decode(const std::string& bytes) const {
    bool broken = false;
    return m_data->decoder.decode(bytes, broken);
}

}  // namespace gis
