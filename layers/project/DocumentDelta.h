// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "layers/project/PlanJson.h"

namespace layers {

/// The documents that a journal's records build on, by id, as they are before the next record.
using KnownDocuments = std::map<std::string, std::shared_ptr<const PolicyDocument>>;

/// How a long document became another one with the same text, without that text: which clauses stay, go and come. A
/// correction by hand of a book of 20 MB is some hundred bytes. Nothing where the text differs or is short, or clauses
/// are not counted from 1: then both sides are to be written whole. Linear in the document.
std::optional<PlanJson> documentDelta(const PolicyDocument& before, const PolicyDocument& after);

/// The document after the change. Throws UnreadablePlan where the delta does not fit `before`.
PolicyDocument documentFromDelta(const PolicyDocument& before, const PlanJson& delta);

}  // namespace layers
