// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "gis/base/Result.h"

namespace layers {

/// Lines from..to (end exclusive, from 0) of a text.
struct LineRange {
    std::size_t from = 0;
    std::size_t to = 0;
    bool operator==(const LineRange&) const = default;
};

/// A document as plain text: what is printed, a line for each paragraph.
struct DocumentText {
    std::string text;               ///< UTF-8; offsets of clauses count in it
    std::string kind;               ///< "txt", "md", "html", "docx", "odt", "pdf"
    std::string encoding;           ///< of the file; "UTF-8" for formats that carry their own
    std::string encodingBasis;      ///< how it was decided: "asked", "mark", "declared", "content", "format"
    std::vector<LineRange> tables;  ///< rows of tables, cells parted by tabs: numbers in them head no clause
    gis::Warnings warnings;
};

/// How far a file may go before its reading stops. Each can be raised by the option that its error names.
struct DocumentLimits {
    std::size_t fileMegabytes = 64;       ///< --max-document-mb: size of the file
    std::size_t unpackedMegabytes = 256;  ///< --max-unpacked-mb: parts of an archive, and the text that comes out
    std::size_t members = 10'000;         ///< --max-members: files in an archive
    std::size_t ratio = 200;              ///< --max-ratio: how many times larger a part of 8 MB and more may unpack
    std::size_t depth = 1'000;            ///< --max-depth: elements within elements
    std::size_t elements = 500'000;       ///< --max-elements: opening tags of a page
    std::size_t seconds = 60;             ///< --max-seconds: processor and wall time of the reading process
    std::size_t memoryMegabytes = 2'048;  ///< --max-memory-mb: address space of the reading process
    bool operator==(const DocumentLimits&) const = default;
};

}  // namespace layers
