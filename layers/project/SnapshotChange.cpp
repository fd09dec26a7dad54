// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "layers/project/ChangeSet.h"

namespace layers {

namespace {

gis::Result<void> outdated(const std::string& what) {
    return gis::fail(gis::ErrorCode::InvalidArgument, {},
                     gis::message("layers", "the plan is not what the change expects: %1", {what}),
                     gis::message("layers", "repeat the edit on the present plan"));
}

/// Equal in all but the features.
bool sameHead(const Layer& a, const Layer& b) {
    return a.id == b.id && a.name == b.name && a.kind == b.kind && a.control == b.control && a.idField == b.idField &&
           a.nameField == b.nameField && a.note == b.note && a.visible == b.visible && a.style == b.style &&
           a.source == b.source;
}

/// True if the side of a removal is what is held. The features of a linked layer belong to its file.
bool sameWhole(const Layer& a, const Layer& b) { return sameHead(a, b) && (a.source.isLinked() || a.table == b.table); }

/// A copy of a snapshot that takes one change after the other. Changes of features are gathered for each layer and
/// put into its table at once, so that a set of k changes copies each page once.
class SnapshotChange {
public:
    explicit SnapshotChange(const ProjectSnapshot& snapshot) : m_next(snapshot) {}

    gis::Result<void> operator()(const FeatureChange& change) {
        const LayerPtr layer = m_next.layer(change.layer);
        if (!layer) return outdated("layer " + std::to_string(gis::number(change.layer)));
        if (layer->source.isLinked()) return refuseLinked(*layer);
        if (!change.before && !change.after) return {};
        const gis::FeatureId id = change.before ? change.before->id() : change.after->id();
        if (change.after && change.after->id() != id) return outdated("fid");
        auto& pending = m_pending[change.layer];
        const auto known = pending.find(id);
        const gis::Feature* stored = layer->table.find(id);
        const gis::Feature* held = known == pending.end() ? stored : known->second ? &*known->second : nullptr;
        const bool same = held == nullptr ? !change.before : change.before && *change.before == *held;
        if (!same)
            return gis::fail(gis::ErrorCode::InvalidArgument, {{}, layer->name, std::to_string(gis::number(id))},
                             gis::message("layers", "the feature is not what the change expects"),
                             gis::message("layers", "repeat the edit on the present plan"));
        pending.insert_or_assign(id, change.after);
        return {};
    }

    gis::Result<void> operator()(const LayerChange& change) {
        flush();
        if (change.before && change.after) return changeLayer(change);
        if (change.after) return addLayer(change);
        return change.before ? removeLayer(change) : gis::Result<void>{};
    }

    gis::Result<void> operator()(const LinkChange& change) {
        if (change.before && change.after && change.before->id != change.after->id) return outdated("link");
        if (change.after && !m_next.layer(change.after->layer)) return outdated("link, layer");
        return replaceSorted(m_next.links, change, [](const ClauseLink& link) { return link.id; });
    }

    gis::Result<void> operator()(const ApprovalChange& change) {
        if (change.before && change.after && change.before->findingKey != change.after->findingKey)
            return outdated("approval");
        return replaceSorted(m_next.approvals, change, [](const Approval& approval) { return approval.findingKey; });
    }

    gis::Result<void> operator()(const LabelChange& change) {
        const auto key = [](const LabelPin& pin) { return std::pair(pin.layer, pin.feature); };
        if (change.before && change.after && key(*change.before) != key(*change.after)) return outdated("label");
        if (change.after && !m_next.layer(change.after->layer)) return outdated("label, layer");
        return replaceSorted(m_next.labelPins, change, key);
    }

    gis::Result<void> operator()(const DocumentChange& change) {
        if (!change.before && !change.after) return {};
        const std::string id = change.before ? change.before->id : change.after->id;
        const auto held = m_next.corpus.document(id);
        // Documents are large: the very same one need not be compared word by word.
        const auto isSame = [](const auto& a, const auto& b) { return a == b || (a && b && *a == *b); };
        const bool same = isSame(held, change.before);
        if (!same || (change.after && change.after->id != id)) return outdated(id);
        m_next.corpus = inOrderOfKeys(m_next.corpus.with(id, change.after));
        // Keys given on the way in would not be those that the inverse change knows.
        if (change.after && !isSame(m_next.corpus.document(id), change.after)) return outdated(id);
        if (change.after && !hasOwnClauseKeys(*change.after)) return outdated(id);
        return {};
    }

    gis::Result<void> operator()(const SheetChange& change) {
        auto& sheets = m_next.sheets;
        const auto id = change.before ? change.before->id : change.after ? change.after->id : 0;
        const auto place =
            std::find_if(sheets.begin(), sheets.end(), [id](const PrintLayout& sheet) { return sheet.id == id; });
        if (change.before) {
            if (place == sheets.end() || *place != *change.before) return outdated(change.before->name);
            if (change.after) {
                *place = *change.after;
                return {};
            }
            if (place - sheets.begin() != change.position) return outdated(change.before->name);
            sheets.erase(place);
            return {};
        }
        if (!change.after) return {};
        const bool fits = change.position >= 0 && change.position <= static_cast<int>(sheets.size());
        if (place != sheets.end() || !fits) return outdated(change.after->name);
        sheets.insert(sheets.begin() + change.position, *change.after);
        return {};
    }

    gis::Result<void> operator()(const InfoChange& change) {
        if (m_next.info != change.before) return outdated("info");
        m_next.info = change.after;
        return {};
    }

    SnapshotPtr finish() {
        flush();
        m_next.revision = gis::Revision{gis::number(m_next.revision) + 1};
        return std::make_shared<const ProjectSnapshot>(std::move(m_next));
    }

private:
    static gis::Result<void> refuseLinked(const Layer& layer) {
        return gis::fail(gis::ErrorCode::Refused, {layer.source.path, layer.name, {}},
                         gis::message("layers", "the layer is linked and read-only"),
                         gis::message("layers", "copy it into the project to edit it"));
    }

    int positionOf(gis::LayerId id) const {
        const auto& layers = m_next.layers;
        const auto place = std::find_if(layers.begin(), layers.end(), [id](const LayerPtr& l) { return l->id == id; });
        return place == layers.end() ? -1 : static_cast<int>(place - layers.begin());
    }

    bool nameIsTaken(const Layer& layer) const {
        const LayerPtr other = m_next.layer(layer.name);
        return other && other->id != layer.id;
    }

    gis::Result<void> refuseName(const Layer& layer) const {
        return gis::fail(gis::ErrorCode::InvalidArgument, {{}, layer.name, {}},
                         gis::message("layers", "there is a layer of that name already"),
                         gis::message("layers", "choose another name"));
    }

    gis::Result<void> addLayer(const LayerChange& change) {
        const bool fits = change.positionAfter >= 0 && change.positionAfter <= static_cast<int>(m_next.layers.size());
        if (!fits || positionOf(change.after->id) >= 0) return outdated(change.after->name);
        if (nameIsTaken(*change.after)) return refuseName(*change.after);
        m_next.layers.insert(m_next.layers.begin() + change.positionAfter, change.after);
        return {};
    }

    gis::Result<void> removeLayer(const LayerChange& change) {
        const int position = positionOf(change.before->id);
        if (position < 0 || position != change.positionBefore) return outdated(change.before->name);
        const auto place = m_next.layers.begin() + position;
        if (!sameWhole(**place, *change.before)) return outdated(change.before->name);
        const auto rests = [&](const ClauseLink& link) { return link.layer == change.before->id; };
        if (std::any_of(m_next.links.begin(), m_next.links.end(), rests))
            return gis::fail(gis::ErrorCode::InvalidArgument, {{}, change.before->name, {}},
                             gis::message("layers", "features of the layer are linked to clauses"),
                             gis::message("layers", "remove the links first"));
        m_next.layers.erase(place);
        return {};
    }

    /// Anything but the features; they stay as they are now.
    gis::Result<void> changeLayer(const LayerChange& change) {
        const int position = positionOf(change.before->id);
        if (position < 0 || change.after->id != change.before->id) return outdated(change.before->name);
        if (!sameHead(*m_next.layers[static_cast<std::size_t>(position)], *change.before))
            return outdated(change.before->name);
        if (nameIsTaken(*change.after)) return refuseName(*change.after);
        auto changed = std::make_shared<Layer>(*change.after);
        changed->table = m_next.layers[static_cast<std::size_t>(position)]->table;
        m_next.layers[static_cast<std::size_t>(position)] = std::move(changed);
        return change.positionBefore == change.positionAfter ? gis::Result<void>{} : moveLayer(change, position);
    }

    gis::Result<void> moveLayer(const LayerChange& change, int position) {
        const bool fits = change.positionAfter >= 0 && change.positionAfter < static_cast<int>(m_next.layers.size());
        if (!fits || position != change.positionBefore) return outdated(change.before->name);
        const LayerPtr moved = m_next.layers[static_cast<std::size_t>(position)];
        m_next.layers.erase(m_next.layers.begin() + position);
        m_next.layers.insert(m_next.layers.begin() + change.positionAfter, moved);
        return {};
    }

    template <class Value, class ChangeOfValue, class Key>
    gis::Result<void> replaceSorted(std::vector<Value>& values, const ChangeOfValue& change, Key key) {
        if (!change.before && !change.after) return {};
        const Value& named = change.before ? *change.before : *change.after;
        const auto place = std::lower_bound(values.begin(), values.end(), named,
                                            [&](const Value& a, const Value& b) { return key(a) < key(b); });
        const bool there = place != values.end() && key(*place) == key(named);
        if (there != change.before.has_value() || (there && *place != *change.before)) return outdated("id");
        if (!there)
            values.insert(place, *change.after);
        else if (change.after)
            *place = *change.after;
        else
            values.erase(place);
        return {};
    }

    /// Links and the project file tell clauses by their integer keys.
    bool hasOwnClauseKeys(const PolicyDocument& document) const {
        return std::all_of(document.clauses.begin(), document.clauses.end(), [this](const Clause& clause) {
            const Clause* found = m_next.corpus.clauseByKey(clause.key);
            return found != nullptr && (found == &clause || *found == clause);
        });
    }

    /// A document that comes back by undo takes its old place.
    static PolicyCorpus inOrderOfKeys(PolicyCorpus corpus) {
        const auto before = [](const auto& a, const auto& b) { return a->key < b->key; };
        if (std::is_sorted(corpus.documents().begin(), corpus.documents().end(), before)) return corpus;
        std::vector<PolicyDocument> documents;
        for (const auto& document : corpus.documents()) documents.push_back(*document);
        std::sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
        return PolicyCorpus(std::move(documents));
    }

    void flush() {
        for (const auto& [id, pending] : m_pending) {
            std::vector<gis::Feature> upserted;
            std::vector<gis::FeatureId> removed;
            for (const auto& [fid, feature] : pending) {
                if (feature)
                    upserted.push_back(*feature);
                else
                    removed.push_back(fid);
            }
            LayerPtr& place = m_next.layers[static_cast<std::size_t>(positionOf(id))];
            auto changed = std::make_shared<Layer>(*place);
            changed->table = place->table.with(upserted, removed);
            place = std::move(changed);
        }
        m_pending.clear();
    }

    ProjectSnapshot m_next;
    std::map<gis::LayerId, std::map<gis::FeatureId, std::optional<gis::Feature>>> m_pending;
};

}  // namespace

gis::Result<SnapshotPtr> applied(const SnapshotPtr& snapshot, const ChangeSet& change) {
    SnapshotChange next(*snapshot);
    for (const Change& one : change.changes) TUCE_CHECK(std::visit(next, one));
    return next.finish();
}

}  // namespace layers
