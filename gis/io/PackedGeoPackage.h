// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "gis/io/PackedVectorFile.h"
#include "gis/io/VectorSource.h"

namespace gis {

/// The features of one layer of an open GeoPackage from its table's blobs, if all of it is plain; nothing if there is
/// something that only the ordinary reader can handle or explain. Everything is set but `info` and the layer's own
/// warnings. Canceled is the one error.
Result<std::optional<PackedLayer>> readPlainTable(const VectorSource& source, int index,
                                                  const std::vector<std::string>& fields, const ReadOptions& options,
                                                  const JobControl& control);

}  // namespace gis
