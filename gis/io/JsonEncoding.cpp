// SPDX-License-Identifier: Apache-2.0
#include "gis/io/JsonEncoding.h"

#include <algorithm>
#include <fstream>

namespace gis {

namespace {

constexpr std::size_t pieceBytes = 1U << 20U;

enum class Content { Ascii, Utf8, Other };

/// A whole file may be one line: it is not taken in by lines.
Result<Content> contentOf(const std::string& path, const CancelToken& cancel) {
    std::ifstream stream(path, std::ios::binary);
    Content content = Content::Ascii;
    std::string piece;  // begins with the character that the piece before was cut in
    for (;;) {
        if (cancel.isCanceled()) return canceled();
        const std::size_t kept = piece.size();
        piece.resize(kept + pieceBytes);
        stream.read(piece.data() + kept, static_cast<std::streamsize>(pieceBytes));
        piece.resize(kept + static_cast<std::size_t>(stream.gcount()));
        const bool last = !stream;
        const std::string_view whole = last ? std::string_view(piece) : withoutCutUtf8(piece);
        if (!isUtf8(whole)) return Content::Other;
        if (std::any_of(whole.begin(), whole.end(), [](char c) { return (c & 0x80) != 0; })) content = Content::Utf8;
        if (last) return content;
        piece.erase(0, whole.size());
    }
}

}  // namespace

Result<EncodingChoice> jsonEncoding(const std::string& path, const std::string& wished, const CancelToken& cancel) {
    TUCE_TRY(content, contentOf(path, cancel));
    if (content == Content::Other) return textFileEncoding(path, wished, cancel);
    EncodingChoice choice;
    if (wished.empty()) return choice;
    TUCE_TRY(named, textFileEncoding(path, wished, cancel));  // refuses a name that is not known
    if (named.encoding != "UTF-8" && content == Content::Utf8)
        choice.conflict =
            message("gis", "the file is UTF-8 as GeoJSON has to be, and is read so; the encoding %1 is not used",
                    {named.encoding});
    return choice;
}

}  // namespace gis
