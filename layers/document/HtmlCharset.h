// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "layers/document/TextDecoder.h"

namespace layers {

/// A page's bytes as text, and how its encoding was decided: "asked", "mark", "declared" or "content".
struct DecodedPage {
    DecodedText decoded;
    std::string basis;
};

/// Decodes by the name that was asked for, else the byte order mark, else what the page says of itself in its first
/// 4 kB (a wrong word is told: text that is valid UTF-8 is UTF-8), else by content. Errors as decodeText.
gis::Result<DecodedPage> decodePage(const std::string& bytes, const std::string& encoding, const std::string& path);

/// The encoding that the page declares (meta charset, http-equiv, XML declaration), in lower case; empty if none.
std::string declaredCharset(std::string_view bytes);

}  // namespace layers
