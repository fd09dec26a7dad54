// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/cli/Commands.h"
#include "layers/policy/DocumentPlaces.h"

namespace cli {

/// A document and the names in it.
struct NamedDocument {
    layers::PolicyDocument document;
    std::vector<layers::PlaceInDocument> places;  ///< point into the document's clauses
};

/// The JSON of `gazetteer`: one document as an object, several as an array of them.
Json placesJson(const std::vector<NamedDocument>& documents, const layers::Gazetteer& gazetteer);
/// The places by clause for people, each with how often it stands there on its own.
std::string placesOutline(const NamedDocument& document, const layers::Gazetteer& gazetteer);
/// One row for each mention of all documents.
std::string mentionsCsv(const std::vector<NamedDocument>& documents, const layers::Gazetteer& gazetteer);
/// Names of several units that nothing decides, each spelling and clause once.
gis::Warnings undecidedNames(const NamedDocument& document, const layers::Gazetteer& gazetteer,
                             const std::string& path);

}  // namespace cli
