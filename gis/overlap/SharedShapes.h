// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "gis/overlap/PackedShapes.h"

namespace gis {

/// Lets parts of a program that pack the same layer for themselves hold its arrays once. Holds nothing alive itself.
/// Any thread.
class SharedShapes {
public:
    /// Shapes that were given before, are still held by somebody and equal these bit by bit; else these.
    PackedShapes only(const PackedShapes& shapes);

private:
    struct Known {
        PackedShapes shapes;  ///< without its storage
        std::weak_ptr<const void> storage;
    };
    std::mutex m_mutex;
    std::vector<Known> m_known;
};

}  // namespace gis
