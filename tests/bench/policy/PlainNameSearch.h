// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "layers/policy/PlaceEntry.h"

namespace bench {

/// Where names stand on their own in a text, found the plain way: at each character every spelling is tried, the
/// longest one counts. Code points, end exclusive.
std::vector<std::pair<std::size_t, std::size_t>> plainNameSearch(const std::string& text,
                                                                 const layers::GazetteerData& data);

}  // namespace bench
