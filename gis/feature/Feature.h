// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "gis/base/Ids.h"
#include "gis/feature/Value.h"
#include "gis/geometry/Geometry.h"

namespace gis {

/// An id, a Geometry and attribute values in the order of the layer's Schema. Immutable and cheap to copy: copies
/// share coordinates and attributes. Editing makes another one. Any thread.
class Feature {
public:
    Feature() = default;
    Feature(FeatureId id, Geometry geometry, std::vector<Value> attributes);

    FeatureId id() const { return m_id; }
    const Geometry& geometry() const { return m_geometry; }
    const std::vector<Value>& attributes() const { return *m_attributes; }
    /// Null for an index outside the attributes, so that -1 from Schema::indexOf is harmless.
    const Value& attribute(int index) const;

    Feature withGeometry(Geometry geometry) const;
    Feature withAttribute(int index, Value value) const;
    Feature withId(FeatureId id) const;
    /// Equal id, geometry and attributes.
    bool operator==(const Feature& other) const;

private:
    FeatureId m_id{};
    Geometry m_geometry;
    std::shared_ptr<const std::vector<Value>> m_attributes = std::make_shared<const std::vector<Value>>();
};

}  // namespace gis
