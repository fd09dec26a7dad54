// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace layers {

/// Now, or $SOURCE_DATE_EPOCH where set, as ISO 8601 in UTC: "2026-11-21T19:08:00.000Z".
std::string presentTime();

}  // namespace layers
