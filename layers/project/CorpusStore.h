// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/io/SqliteDatabase.h"
#include "layers/policy/PolicyCorpus.h"

namespace layers {

/// Policy documents (tuce_documents) in the order of their keys, and their clauses (the attributes table `clauses`,
/// whose integer key other tables name, with the text id beside it). Unreadable for rows that make no sense.
gis::Result<PolicyCorpus> readCorpus(const gis::SqliteDatabase& database);
/// Writes what differs. Internal if two clauses have one key.
gis::Result<void> writeCorpus(const gis::SqliteDatabase& database, const PolicyCorpus& corpus);

}  // namespace layers
