// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/io/CacheFile.h"

namespace gis {

/// By what a change of a source is noticed without reading it: the name, size and time (in nanoseconds) of each of its
/// files, and of a GeoPackage SQLite's change counter and the beginning of its write-ahead log.
struct SourceState {
    std::vector<std::string> files;  ///< absolute
    std::string text;
};

/// Nothing if the source is not there.
std::optional<SourceState> stateOf(const std::string& path);

/// Hash of the contents of all files of a source; nothing if one cannot be read.
std::optional<ContentHash> contentHash(const SourceState& state, const JobControl& control = {});

}  // namespace gis
