// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/io/TextEncoding.h"

namespace gis {

/// The encoding of a GeoJSON file. JSON is UTF-8 (RFC 8259): a file that is has no other, whatever is wished, and says
/// so in `conflict`; one that is not is read in the wished encoding, or in the one that its bytes show. Reads the file
/// once in pieces.
Result<EncodingChoice> jsonEncoding(const std::string& path, const std::string& wished, const CancelToken& cancel);

}  // namespace gis
