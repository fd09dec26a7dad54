// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/scheme/JsonReading.h"
#include "layers/scheme/Scheme.h"

namespace layers {

/// Reads clause, anchor, status, facts, relations, inferred and decided_by of an element. A file of the register writes
/// clause, anchor and status as bare words; both forms are read.
gis::Result<void> readStatement(const JsonReading& reading, SchemeElement& element);
/// The member "documents" of a scheme; empty where it is absent.
gis::Result<std::vector<SchemeDocument>> readDocuments(const JsonReading& reading);

}  // namespace layers
