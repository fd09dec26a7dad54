// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "layers/project/ProjectSnapshot.h"

namespace layers {

using PlanJson = nlohmann::ordered_json;

// JSON forms of the values of a plan, for the journal (as CBOR, geometries binary) and for the small columns of the
// project file. Writing never fails; reading throws PlanJson::exception or UnreadablePlan, which the two callers
// catch at their border: a hostile text may be wrong at any depth, and a Result at each would bury what is read.

/// Thrown where the JSON has the right types and yet makes no sense.
class UnreadablePlan : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

PlanJson valueJson(const gis::Value& value);
gis::Value valueFrom(const PlanJson& json);
PlanJson schemaJson(const gis::Schema& schema);
gis::Schema schemaFrom(const PlanJson& json);
/// The code where there is a sure one, else the WKT; null if unknown.
PlanJson crsJson(const gis::CoordinateReferenceSystem& crs);
gis::CoordinateReferenceSystem crsFrom(const PlanJson& json);
PlanJson featureJson(const gis::Feature& feature);
gis::Feature featureFrom(const PlanJson& json);
PlanJson rasterJson(const RasterPicture& raster);
RasterPicture rasterFrom(const PlanJson& json);
/// With all features unless the layer is linked.
PlanJson layerJson(const Layer& layer);
Layer layerFrom(const PlanJson& json);
PlanJson clauseJson(const Clause& clause);
Clause clauseFrom(const PlanJson& json, const std::string& documentId);
PlanJson documentJson(const PolicyDocument& document);
PolicyDocument documentFrom(const PlanJson& json);
PlanJson linkJson(const ClauseLink& link);
ClauseLink linkFrom(const PlanJson& json);
PlanJson infoJson(const ProjectInfo& info);
ProjectInfo infoFrom(const PlanJson& json);
PlanJson approvalJson(const Approval& approval);
Approval approvalFrom(const PlanJson& json);
PlanJson labelPinJson(const LabelPin& pin);
LabelPin labelPinFrom(const PlanJson& json);

/// One line of UTF-8; bytes that are none are replaced.
std::string textOf(const PlanJson& json);
/// Throws for what is no JSON.
PlanJson planJsonFromText(const std::string& text);

}  // namespace layers
