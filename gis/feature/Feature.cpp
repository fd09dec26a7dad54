// SPDX-License-Identifier: Apache-2.0
#include "gis/feature/Feature.h"

namespace gis {

Feature::Feature(FeatureId id, Geometry geometry, std::vector<Value> attributes)
    : m_id(id),
      m_geometry(std::move(geometry)),
      m_attributes(std::make_shared<const std::vector<Value>>(std::move(attributes))) {}

const Value& Feature::attribute(int index) const {
    static const Value null;
    const auto i = static_cast<std::size_t>(index);
    return index < 0 || i >= m_attributes->size() ? null : (*m_attributes)[i];
}

Feature Feature::withGeometry(Geometry geometry) const {
    Feature changed = *this;
    changed.m_geometry = std::move(geometry);
    return changed;
}

Feature Feature::withAttribute(int index, Value value) const {
    auto values = *m_attributes;
    const auto i = static_cast<std::size_t>(index);
    if (values.size() <= i) values.resize(i + 1);
    values[i] = std::move(value);
    return Feature(m_id, m_geometry, std::move(values));
}

Feature Feature::withId(FeatureId id) const {
    Feature changed = *this;
    changed.m_id = id;
    return changed;
}

bool Feature::operator==(const Feature& other) const {
    return m_id == other.m_id && m_geometry == other.m_geometry &&
           (m_attributes == other.m_attributes || *m_attributes == *other.m_attributes);
}

}  // namespace gis
