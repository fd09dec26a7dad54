// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gis/feature/Value.h"
#include "layers/check/RedLineCheck.h"

namespace layers {

/// The field of a schema in which the data say how large a feature is, by the list that ships with the program
/// (resources/rules/area_fields.json): the first of the list that the schema has. Without a name if it has none.
AreaField areaFieldOf(const gis::Schema& schema);

/// The m² that a value of the field stands for. Nothing for texts that are no number of 0 or more.
std::optional<double> statedArea(const AreaField& field, std::string_view value);

}  // namespace layers
