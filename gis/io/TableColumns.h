// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/feature/Value.h"
#include "gis/io/TextEncoder.h"

namespace gis {

/// Bytes in a text column of a .dbf.
constexpr std::size_t longestTableText = 254;

/// Column names of at most ten bytes, no character cut in two, all different: what a .dbf can hold.
std::vector<std::string> tableColumnNames(const Schema& schema);
/// The same as bytes of another encoding; "_" stands for a character that it does not hold.
std::vector<std::string> tableColumnNames(const Schema& schema, const TextEncoder& encoder);

}  // namespace gis
