// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/feature/Value.h"
#include "layers/check/RedLineCheck.h"

namespace layers {

/// The fields of a schema in which the data say how large a feature is, by the list that ships with the program
/// (resources/rules/area_fields.json), in its order: data may fill the second where the first is empty.
std::vector<AreaField> areaFieldsOf(const gis::Schema& schema);
/// Gives a layer that is to be checked the area fields of a schema.
void takeAreaFields(CheckLayer& layer, const gis::Schema& schema);

/// The m² that a value of the field stands for. Nothing for texts that are no number of 0 or more.
std::optional<double> statedArea(const AreaField& field, std::string_view value);

}  // namespace layers
