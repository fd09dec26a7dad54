// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layers/report/CheckTables.h"

namespace layers {

/// Tables beside the pairs and the summary, for the formats that hold several. Rows as in CheckTable; the report must
/// outlive them.

/// Pairs and summary with further columns behind those of the contract: thinness of a piece, why it is a sliver, its
/// key; gross share, slivers, what is net without them.
CheckTable pairsWithDetails(const CheckReport& report);
CheckTable summaryWithDetails(const CheckReport& report);

/// "totals": one row for each control layer, with and without slivers.
CheckTable totalsTable(const CheckReport& report);
/// "passages": where lines go in and out of control features, or meet control lines.
CheckTable passagesTable(const CheckReport& report);
/// "stretches": what of a line lies inside, from chainage to chainage.
CheckTable stretchesTable(const CheckReport& report);
/// "areas": what the data say of a feature's area beside ours.
CheckTable areasTable(const CheckReport& report);
/// "repairs": features that were repaired or skipped, where and why.
CheckTable repairsTable(const CheckReport& report);
/// "inputs": what went in, with hash and date.
CheckTable inputsTable(const CheckReport& report);
/// "run": how the run was made; a name and a value in each row.
CheckTable runTable(const CheckReport& report);

/// What happened to one control layer, over all plan features.
struct LayerTotal {
    std::string controlLayer;
    ControlType type = ControlType::Other;
    std::size_t pieces = 0, slivers = 0, smallOnes = 0, thinOnes = 0;
    double grossSquareMetres = 0, sliverSquareMetres = 0, netSquareMetres = 0, netWithoutSliversSquareMetres = 0;
    double netLengthMetres = 0;
    std::size_t outsides = 0, conflicts = 0;
    double outsideSquareMetres = 0;
};
/// One for each control layer, in the order of the report's layers. Net counts common ground of one layer's features
/// once for each plan feature; sums are over the plan features.
std::vector<LayerTotal> layerTotals(const CheckReport& report);

/// Name and value of a run's properties in words for people, in their order: for workbooks and reports.
std::vector<std::pair<gis::Message, std::string>> runWords(const CheckReport& report);
/// "small", "thin", "small and thin"; empty for what is no sliver. In files.
std::string sliverCause(const Finding& finding);

}  // namespace layers
