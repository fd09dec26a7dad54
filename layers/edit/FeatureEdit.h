// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "layers/project/ChangeSet.h"

namespace layers {

// Edits of features: snapshot and intent in, ChangeSet out. Pure; any thread. NotFound for an unknown layer, feature
// or field; Refused for a linked layer.

/// Inserts features with ids that are not there and replaces those that are. Features that are equal are left out; of
/// two with one id the later one counts.
/// Features get one value for each field. New ones take their ids from FeatureTable::nextId().
gis::Result<ChangeSet> upsertFeatures(const ProjectSnapshot& snapshot, gis::LayerId layer,
                                      const std::vector<gis::Feature>& features);
/// With their links to clauses and their labels placed by hand.
gis::Result<ChangeSet> removeFeatures(const ProjectSnapshot& snapshot, gis::LayerId layer,
                                      const std::vector<gis::FeatureId>& features);

/// Field name and wished value as text.
using FieldText = std::pair<std::string, std::string>;
/// Gives fields new values, each read as its field's type; an empty text makes the value null. InvalidData names the
/// field and what it takes.
gis::Result<ChangeSet> setAttributes(const ProjectSnapshot& snapshot, gis::LayerId layer, gis::FeatureId feature,
                                     const std::vector<FieldText>& values);

/// A text as the value of a field: integers and plain or exponent decimals with ".", true/false/1/0, dates
/// 2026-11-21, times 2026-11-21T19:30:00 with or without zone, texts not longer than the field. Empty: null.
gis::Result<gis::Value> valueFromText(const std::string& text, const gis::Field& field);

}  // namespace layers
