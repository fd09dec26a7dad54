// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "gis/io/PackedCache.h"
#include "gis/overlap/SharedShapes.h"
#include "layers/check/RedLineCheck.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// What checks need of a project's large linked layers, kept in a folder beside the project file so that the next
/// session maps it instead of computing it again. Layers that are copied into the project change too often to be kept.
/// Any thread.
class KeptIndex {
public:
    /// From so many vertices on a layer is kept; below, making its index anew is as fast.
    static constexpr std::size_t fewestVertices = 200'000;

    /// `shared`: with whom coordinates are shared; null: with nobody.
    explicit KeptIndex(std::string folder, std::size_t fewest = fewestVertices,
                       std::shared_ptr<gis::SharedShapes> shared = nullptr);
    /// `plan.gpkg` -> `plan.tuce-cache`, beside it.
    static std::string folderBeside(const std::string& projectPath);

    /// Gives the large linked layers of `input`, which was made of `plan`, their packed form and the cache. A layer whose
    /// file holds other features by now than the plan does stays as it is. Canceled.
    gis::Result<void> attach(const ProjectSnapshot& plan, CheckInput& input, const gis::JobControl& control);
    /// Writes what is not there yet, then verifies what was taken from the folder; for the background. Mismatch: results
    /// that were made with it must not be trusted; what was wrong is gone from the folder.
    gis::Result<gis::PackedCache::Verdict> settle(const gis::JobControl& control);
    /// Deletes what is kept. What is in use stays in use.
    void wipe();

    const std::string& folder() const { return m_folder; }
    /// True once a layer was large enough to be kept.
    bool isUsed();

private:
    struct Known {
        gis::FeatureTable table;
        std::vector<std::string> columns;
        std::shared_ptr<const gis::PackedLayer> packed;  ///< null where the file does not fit the table
    };
    void letGo();
    gis::Result<std::shared_ptr<const gis::PackedLayer>> packedOf(const Layer& layer, const CheckLayer& checked,
                                                                  const gis::JobControl& control);

    std::string m_folder;
    std::size_t m_fewest;
    std::shared_ptr<gis::SharedShapes> m_shared;
    std::mutex m_mutex;
    std::shared_ptr<gis::PackedCache> m_cache;
    std::map<gis::LayerId, Known> m_known;
};

}  // namespace layers
