// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/render/RenderReferences.h"

namespace bench {

/// How far the drawing of the vertices that count is from that of every vertex, in one view, fills alone.
struct Fidelity {
    double shareOver16 = 0;  ///< of pixels whose coverage differs by more than 16 of 255
    double shareOver64 = 0;
    double strayed = 0;   ///< of pixels that differ by more than 16 with no edge of any shape within a pixel of them
    double furthest = 0;  ///< device pixels between a vertex left out and the line drawn in its place
    std::size_t kept = 0, vertices = 0;  ///< in the view
};

/// Both pictures by the same filler; which vertices count is what differs. Reads every vertex: slow.
Fidelity fidelityOf(const std::vector<BenchLayer>& layers, const BenchView& view, const gis::JobControl& control);

}  // namespace bench
