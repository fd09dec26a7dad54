// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>

#include "layers/check/LiveCheck.h"

namespace bench {

/// The bulk engine asked for one feature: the yardstick for every live answer.
class BulkReference {
public:
    explicit BulkReference(std::shared_ptr<layers::PreparedControls> ready) : m_ready(std::move(ready)) {}
    /// How many rows and sums differ by more than 1e-9 of themselves; what differs is told in `example`.
    gis::Result<std::size_t> differences(const layers::ProjectSnapshot& plan, const gis::Feature& feature,
                                         const layers::LiveAnswer& answer);
    const std::string& example() const { return m_example; }

private:
    std::shared_ptr<layers::PreparedControls> m_ready;
    std::string m_example;
};

/// The same question put to GEOS as one writes it: a tree of boxes, zones prepared once and kept, OverlayNG for what
/// meets. Planar areas.
class GeosReference {
public:
    explicit GeosReference(layers::SnapshotPtr plan);
    ~GeosReference();
    /// Zones near a feature are made into GEOS geometries and prepared, which is not counted.
    void prepareNear(const gis::Geometry& feature);
    struct Answer {
        std::size_t rows = 0;
        double squareMetres = 0, seconds = 0;
    };
    Answer ask(const gis::Geometry& feature);

private:
    struct Zones;
    std::unique_ptr<Zones> m_zones;
};

}  // namespace bench
