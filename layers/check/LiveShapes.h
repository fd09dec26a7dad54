// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <unordered_map>

#include "layers/check/DragCheck.h"
#include "layers/check/LiveCheck.h"

namespace layers {

/// The geometries of a live answer, which are there to be drawn: common parts of polygons are traced (gis::CommonPiece),
/// everything else is made as the bulk check makes it. Pieces that no edge swept over since the last time are taken over. Any thread; one
/// at a time works, the others wait.
class LiveShapes {
public:
    /// The answer with the geometries of its findings; what lies outside of where it must lie is then sure. Canceled.
    gis::Result<LiveAnswer> addTo(LiveAnswer answer, const gis::JobControl& control);

private:
    using Pieces = std::unordered_map<const CheckFeature*, gis::Geometry>;
    gis::Result<void> addPieces(LiveAnswer& answer, const std::vector<std::size_t>& layers,
                                const gis::JobControl& control);
    gis::Extent sweptSince(const DraggedFeature& dragged) const;

    std::mutex m_mutex;
    DraggedFeaturePtr m_last;  ///< that m_pieces are of
    Pieces m_pieces;
};

/// What a live check says of one control layer, from the rows of the check.
LiveOverlap liveOverlap(const CheckLayer& layer, const std::string& name, const FeatureAnswer& answer, int dimension);

}  // namespace layers
