// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layers/check/PreparedControls.h"
#include "layers/check/RedLineCheck.h"

namespace layers {

// The numbers of a check cost little, the geometries of its pieces far more: they are cut when somebody looks at them.

/// Findings of a check of `input` with the geometry, perimeter and notes that CheckOptions::keepGeometry gives, cut from
/// the features they are about alone; their numbers stay. In the order given; a finding that has a geometry, or of a
/// layer without ids or features in tables, stays as it is. Geometries are in the CRS of the first plan layer. Errors as
/// redLineCheck; Canceled. Any thread.
gis::Result<std::vector<Finding>> withPieces(const CheckInput& input, std::vector<Finding> findings,
                                             const gis::JobControl& control = {});

/// The report with all its pieces, as a check with CheckOptions::keepGeometry gives them: for a file that holds them.
gis::Result<CheckReport> withAllPieces(const CheckInput& input, const CheckReport& report, PreparedControls& ready,
                                       const gis::JobControl& control = {});

/// The same for what people read, where places and widths of pieces stand beside the numbers: a report of more than
/// `mostPiecesRead` findings stays as it is.
constexpr std::size_t mostPiecesRead = 20'000;
gis::Result<CheckReport> withPiecesToRead(const CheckInput& input, const CheckReport& report, PreparedControls& ready,
                                          const gis::JobControl& control = {});

/// The second route of the balance costs far more than the check; plans of more features than `mostBalanced` do without
/// where nobody asked for it.
constexpr std::size_t mostBalanced = 2000;
bool isBalanceCheap(const CheckInput& input);

}  // namespace layers
