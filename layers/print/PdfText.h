// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/base/Result.h"

namespace layers {

/// What a PDF's information dictionary says.
struct PdfInformation {
    std::string title;
    std::string author;
    std::string creator;
    std::string dateUtc;  ///< ISO 8601 in UTC, as "2026-11-21T18:00:00Z"
};

/// Rewrites a PDF so that its Chinese is found: Qt 6.4 maps glyphs that an ideograph shares with a radical to the
/// radical (长 comes out as U+2ED3), so the ToUnicode maps get unified ideographs instead. Also sets the information
/// dictionary and an id that depends on the content alone. Internal if the bytes are not a PDF.
gis::Result<std::string> withSearchableText(const std::string& pdf, const PdfInformation& information);

/// The unified ideograph of a CJK radical or stroke, else the character itself.
char32_t unifiedIdeograph(char32_t character);
/// A text with radicals, also Kangxi ones, replaced by unified ideographs and tabulators by spaces;
/// everything else as it was.
std::u16string unifiedText(const std::u16string& text);

/// A ToUnicode CMap with unifiedText applied to each target; the same mapping otherwise. Empty if it is not one.
std::string unifiedToUnicode(const std::string& cmap);

}  // namespace layers
