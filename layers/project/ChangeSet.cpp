// SPDX-License-Identifier: Apache-2.0
#include "layers/project/ChangeSet.h"

#include <algorithm>
#include <utility>

namespace layers {

namespace {

template <class Value>
bool sameTarget(const std::shared_ptr<const Value>& a, const std::shared_ptr<const Value>& b) {
    return a == b || (a && b && *a == *b);
}

void includeFeature(gis::Extent& extent, const std::optional<gis::Feature>& feature) {
    if (feature) extent.include(feature->geometry().extent());
}

}  // namespace

bool LayerChange::operator==(const LayerChange& other) const {
    return positionBefore == other.positionBefore && positionAfter == other.positionAfter &&
           sameTarget(before, other.before) && sameTarget(after, other.after);
}

bool DocumentChange::operator==(const DocumentChange& other) const {
    return sameTarget(before, other.before) && sameTarget(after, other.after);
}

ChangeSet ChangeSet::inverted() const {
    ChangeSet back{text, {changes.rbegin(), changes.rend()}};
    for (Change& change : back.changes) {
        std::visit([](auto& one) { std::swap(one.before, one.after); }, change);
        if (auto* layer = std::get_if<LayerChange>(&change)) std::swap(layer->positionBefore, layer->positionAfter);
    }
    return back;
}

gis::Extent ChangeSet::touchedExtent(gis::LayerId layer) const {
    gis::Extent extent;
    for (const Change& change : changes) {
        if (const auto* feature = std::get_if<FeatureChange>(&change); feature != nullptr && feature->layer == layer) {
            includeFeature(extent, feature->before);
            includeFeature(extent, feature->after);
        }
        if (const auto* whole = std::get_if<LayerChange>(&change)) {
            for (const LayerPtr& side : {whole->before, whole->after})
                if (side && side->id == layer) extent.include(side->table.extent());
        }
    }
    return extent;
}

}  // namespace layers
