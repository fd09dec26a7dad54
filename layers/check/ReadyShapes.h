// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "gis/crs/CoordinateTransform.h"
#include "gis/overlap/PairOverlap.h"
#include "layers/check/PreparedLayer.h"

namespace layers {

/// The shapes of a layer on their way to the check: each is made sure to be valid, repaired or given up.
class ReadyShapes {
public:
    /// What became of one shape.
    struct Fate {
        CheckFeature::State state = CheckFeature::State::Ok;
        gis::Message reason;
        std::optional<gis::Coordinate> place{};  ///< where, in the CRS the shapes had when it was found
        bool isCarried = false;                  ///< it was found after carry()
    };

    ReadyShapes(gis::PackedShapes shapes, bool repair, const gis::JobControl& control);

    /// Names shapes that lost parts of too few positions when they were packed.
    void noteReduced(std::uint32_t shape, gis::Coordinate place);
    /// What an earlier run found out about these very shapes, so that mend() need not.
    void use(gis::RunTree tree, std::vector<std::uint32_t> doubtful);
    /// Looks at all shapes, in parallel. Only those that are not surely valid cost more than a pass. Canceled.
    gis::Result<void> mend();
    /// Carries all shapes to another CRS, vertex by vertex; then they need mend() again. One transform per thread.
    gis::Result<void> carry(std::vector<gis::CoordinateTransform>& transforms);

    const gis::PackedShapes& shapes() const { return m_shapes; }
    const gis::RunTree& tree() const { return m_tree; }
    /// Shapes that were not surely valid, in ascending order.
    const std::vector<std::uint32_t>& doubtful() const { return m_doubtful; }
    const std::map<std::uint32_t, gis::Geometry>& mended() const { return m_mended; }
    /// Ok where there is none.
    const std::map<std::uint32_t, Fate>& fates() const { return m_fates; }

private:
    bool isLost(std::uint32_t shape) const;
    gis::Result<void> look();
    void decide(std::uint32_t shape, const gis::Geometry& geometry, Fate& fate, gis::Geometry& mended) const;

    gis::PackedShapes m_shapes;
    gis::RunTree m_tree;
    std::vector<std::uint32_t> m_doubtful;
    bool m_isLookedAt = false;
    bool m_isCarried = false;
    bool m_repair;
    gis::JobControl m_control;
    std::map<std::uint32_t, gis::Geometry> m_mended;
    std::map<std::uint32_t, Fate> m_fates;
};

}  // namespace layers
