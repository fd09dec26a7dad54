// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <optional>

#include "layers/project/ProjectSnapshot.h"
#include "layers/scheme/BaseLayers.h"
#include "layers/scheme/PlanSchemes.h"

namespace layers {

/// Whether layouts are built over a layer: boundaries, and basemap layers with names or of lines, of a known CRS.
bool isGround(const Layer& layer);

/// The boundaries, named basemap layers and lines of a plan: what layouts are built over. Layers whose CRS is not known are
/// left out.
std::vector<BaseTable> groundTables(const ProjectSnapshot& plan);

/// They, and the places, routes and ridges that ship. Pure apart from reading resources; any thread.
gis::Result<BaseLayers> planGround(const ProjectSnapshot& plan);

/// The same, made again only when the ground or the user's names changed. Any thread.
class GroundCache {
public:
    gis::Result<BaseLayers> of(const ProjectSnapshot& plan);

private:
    struct Kept {
        std::vector<LayerPtr> layers;
        std::string names;
        BaseLayers ground;
    };
    std::mutex m_mutex;
    std::optional<Kept> m_kept;
};

}  // namespace layers
