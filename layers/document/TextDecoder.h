// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/base/Result.h"

namespace layers {

/// Bytes of a document as text.
struct DecodedText {
    std::string text;      ///< UTF-8, without the byte order mark, otherwise untouched (line ends too)
    std::string encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", or the name that was asked for
    gis::Warnings warnings;
};

/// Decodes by byte order mark; without one by validity and by how common the Chinese characters of each reading
/// are (UTF-8 before UTF-16, GB18030 and Big5). GB18030 reads GBK and GB2312 too. A few damaged bytes become U+FFFD
/// with a warning; InvalidData if no reading fits. `encoding` (any name iconv knows) overrides; InvalidArgument if
/// it is unknown. `path` is told in errors. Linear in the bytes; any thread.
gis::Result<DecodedText> decodeText(const std::string& bytes, const std::string& encoding = {},
                                    const std::string& path = {});

}  // namespace layers
