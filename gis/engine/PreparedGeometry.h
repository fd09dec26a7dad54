// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gis/base/Result.h"
#include "gis/geometry/Geometry.h"

namespace gis {

/// One reference shape made ready once, then asked many times, within one job and on one thread.
class PreparedGeometry {
public:
    static Result<PreparedGeometry> make(const Geometry& geometry);
    PreparedGeometry(PreparedGeometry&&) noexcept;
    PreparedGeometry& operator=(PreparedGeometry&&) noexcept;
    ~PreparedGeometry();

    Result<bool> intersects(const Geometry& other) const;
    Result<bool> contains(const Geometry& other) const;
    Result<bool> covers(const Geometry& other) const;
    Result<bool> touches(const Geometry& other) const;
    /// Distance in the plane, 0 when they meet.
    Result<double> distance(const Geometry& other) const;

private:
    struct Data;
    explicit PreparedGeometry(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

}  // namespace gis
