// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/Control.h"
#include "gis/base/Result.h"

namespace gis {

bool isUtf8(std::string_view bytes);
/// True if the bytes are whole GB 18030 characters (GBK and GB 2312 are parts of it).
bool isGb18030(std::string_view bytes);

/// Without the character at the end that is cut in two, if there is one.
std::string_view withoutCutUtf8(std::string_view bytes);
std::string_view withoutCutGb18030(std::string_view bytes);

/// Turns bytes of one encoding into UTF-8. One thread.
class TextDecoder {
public:
    /// InvalidArgument for a name that is not known. GBK, GB2312 and CP936 are read as their superset GB 18030.
    static Result<TextDecoder> make(const std::string& encoding);
    TextDecoder(TextDecoder&&) noexcept;
    TextDecoder& operator=(TextDecoder&&) noexcept;
    ~TextDecoder();

    /// Bytes that make no character become U+FFFD and set `broken`; a character cut in two at the end, as narrow
    /// fields do it, is dropped.
    std::string decode(std::string_view bytes, bool& broken) const;

private:
    struct Data;
    explicit TextDecoder(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

/// An encoding and how it was decided: "open option", "cpg", "ldid", "detected", "default", "format".
struct EncodingChoice {
    std::string encoding = "UTF-8";
    std::string reason = "format";
    Message conflict;  ///< the marks of the file contradict each other; empty if not
};

/// The encoding of a Shapefile's table: `wished` if given, .cpg, language byte of the .dbf, else what all its rows
/// say. The bytes 0x57 ("ANSI") and 0x00 say nothing: Chinese programs write both over GBK.
Result<EncodingChoice> shapefileEncoding(const std::string& shapefile, const std::string& wished,
                                         const CancelToken& cancel);
/// The encoding of a text file: `wished`, a byte order mark, else what all its bytes say.
Result<EncodingChoice> textFileEncoding(const std::string& path, const std::string& wished, const CancelToken& cancel);

/// The first few texts beyond plain ASCII of a Shapefile's table, as bytes, each once.
std::vector<std::string> rawTextsOfTable(const std::string& shapefile, std::size_t most);
/// The same of a text file; its texts are what commas, quotes and tabs part.
std::vector<std::string> rawTextsOfFile(const std::string& path, std::size_t most);

}  // namespace gis
