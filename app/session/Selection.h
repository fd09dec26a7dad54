// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <string>
#include <vector>

#include "gis/base/Ids.h"
#include "layers/project/ChangeSet.h"

namespace app {

/// Features of one layer; an empty list means nothing is selected.
struct FeatureSet {
    gis::LayerId layer{};
    std::vector<gis::FeatureId> features;  ///< ascending, each once
    bool isEmpty() const { return features.empty(); }
    bool contains(gis::LayerId inLayer, gis::FeatureId feature) const;
    bool operator==(const FeatureSet&) const = default;
};

/// What the user has picked: a current layer (drawing goes there) and selected features (of one layer). GUI thread.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    const FeatureSet& features() const { return m_features; }
    gis::LayerId currentLayer() const { return m_currentLayer; }

    /// Selects; a non-empty set makes its layer the current one too.
    void select(FeatureSet features);
    void select(gis::LayerId layer, gis::FeatureId feature) { select(FeatureSet{layer, {feature}}); }
    /// Adds the feature, or takes it out if it was in; starts anew in another layer.
    void toggle(gis::LayerId layer, gis::FeatureId feature);
    void clear() { select({m_currentLayer, {}}); }
    void setCurrentLayer(gis::LayerId layer);

    /// The clause (Clause::id) that was picked last, for the panels that show it; empty if none.
    const std::string& clause() const { return m_clause; }
    void setClause(const std::string& clauseId);

    /// Drops what the snapshot no longer holds. Called by the Session after each change.
    void keepWithin(const layers::ProjectSnapshot& snapshot);

Q_SIGNALS:
    void featuresChanged();
    void currentLayerChanged();
    void clauseChanged();

private:
    FeatureSet m_features;
    gis::LayerId m_currentLayer{};
    std::string m_clause;
};

}  // namespace app
