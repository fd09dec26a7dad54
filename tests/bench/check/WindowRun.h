// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/Control.h"
#include "gis/base/Result.h"
#include "tests/bench/check/CheckData.h"

namespace bench {

/// A check as the window makes it, of a plan that is open: numbers first, pieces of rows when they are chosen.
struct WindowRun {
    double readSeconds = 0, checkSeconds = 0;
    std::size_t rows = 0;
    std::size_t keptRows = 0;                   ///< with a piece, after the check
    double pieceMedianMs = 0, pieceMostMs = 0;  ///< of one row each
    double batchSeconds = 0;                    ///< of all of these rows at once
    std::size_t pieces = 0;
    double allPiecesSeconds = 0;  ///< of all rows, as a file with pieces needs them; 0: not asked for
};

/// `pieces` rows, evenly over the report, are cut one by one. `cutsAll` also cuts all.
gis::Result<WindowRun> windowRun(const CheckFiles& files, std::size_t pieces, bool cutsAll,
                                 const gis::JobControl& control);

}  // namespace bench
