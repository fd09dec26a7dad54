// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/policy/PolicyCorpus.h"
#include "layers/project/LayerRows.h"

namespace layers {

// Clause links by the Related Tables Extension (OGC 18-000): one mapping table for each layer, from its features
// (base_id) to the clauses (related_id), with relation, anchor, note, who and when beside. related_id is 0 for a
// clause that the corpus does not have; clause_id keeps its text id.

/// All links, ascending by id. Rows that another program added get ids of their own.
gis::Result<std::vector<ClauseLink>> readLinks(const gis::SqliteDatabase& database,
                                               const std::vector<LayerPlace>& places, const PolicyCorpus& corpus);
/// Writes the links of one layer; makes and registers its mapping table with the first one. `fidColumn` is that of
/// the feature table. A linked layer has no feature table to register a relation for: its links are kept all the same.
gis::Result<void> writeLinks(const gis::SqliteDatabase& database, LayerPlace& place, const std::string& layerName,
                             const std::string& fidColumn, const std::vector<ClauseLink>& links,
                             const PolicyCorpus& corpus);
gis::Result<void> dropLinksTable(const gis::SqliteDatabase& database, const std::string& table);

}  // namespace layers
