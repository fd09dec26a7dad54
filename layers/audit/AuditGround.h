// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "layers/audit/Audit.h"
#include "layers/audit/NamedPlaces.h"

namespace layers {

/// A layout feature with what the audit asks of it.
struct DrawnFeature {
    LayerPtr layer;
    const gis::Feature* feature = nullptr;
    std::string elementId;
    std::string kind;
    std::string name;
    std::string status;
    PlaceSet members;
    std::vector<const ClauseLink*> links;
};

/// A plan and its documents as the checks of the audit look at them: features, links and elements found by each other.
/// Refers to the snapshot and the knowledge, which must outlive it. One thread.
class AuditGround {
public:
    AuditGround(const ProjectSnapshot& snapshot, const AuditKnowledge& knowledge, gis::CancelToken cancel = {});
    AuditGround(const AuditGround&) = delete;
    AuditGround& operator=(const AuditGround&) = delete;

    const ProjectSnapshot& snapshot;
    const AuditKnowledge& knowledge;

    /// Whether nobody waits for the answer any more: then a check stops where it is.
    bool isCanceled() const { return m_cancel.isCanceled(); }
    const std::vector<DrawnFeature>& features() const { return m_features; }
    /// Null for a feature outside layout layers and for one that is not in the plan.
    const DrawnFeature* featureOf(const ClauseLink& link) const;
    const std::vector<const ClauseLink*>& linksTo(const std::string& clauseId) const;
    /// Null if no element has the id.
    const PolicyElement* element(const std::string& id) const;
    const std::vector<const PolicyElement*>& elementsOf(const std::string& clauseId) const;
    /// Elements of which one says that it is the same as the other.
    const std::vector<const PolicyElement*>& sameAs(const std::string& id) const;
    /// True for a document whose elements are known.
    bool isIndexed(const std::string& documentId) const { return m_indexed.count(documentId) != 0; }
    /// True if a feature of that kind is drawn.
    bool isDrawn(const std::string& kind) const { return m_drawnKinds.count(kind) != 0; }
    /// The names in a clause's text, found once.
    const std::vector<PlaceMatch>& matches(const Clause& clause) const;
    /// printedPlaces and meantPlaces of a clause, found once.
    const PlaceSet& printed(const Clause& clause) const;
    const PlaceSet& meant(const Clause& clause) const;
    /// Its text as words are looked for in it (SqueezedText), and in code points; made once.
    const std::u32string& squeezedText(const Clause& clause) const;
    const std::u32string& codePoints(const Clause& clause) const;
    /// A clause as planners cite it: 渝府发〔2023〕9号(五), with the document's title where it has no number; the id of
    /// one that is not there.
    std::string cited(const std::string& clauseId) const;
    /// The same with its heading.
    std::string citedWithHeading(const Clause& clause) const;

private:
    void collectFeatures();

    gis::CancelToken m_cancel;
    std::map<std::string, const PolicyElement*> m_elements;
    std::map<std::string, std::vector<const PolicyElement*>> m_elementsOf;
    std::map<std::string, std::vector<const PolicyElement*>> m_sameAs;
    std::set<std::string> m_indexed;
    std::map<std::string, std::vector<const ClauseLink*>> m_linksTo;
    std::map<std::pair<gis::LayerId, gis::FeatureId>, std::size_t> m_place;
    std::vector<DrawnFeature> m_features;
    std::set<std::string> m_drawnKinds;
    mutable std::map<std::string, std::vector<PlaceMatch>> m_matches;
    mutable std::map<std::string, PlaceSet> m_printed, m_meant;
    mutable std::map<std::string, std::u32string> m_squeezed, m_codePoints;
};

/// Takes up findings, each key once, and marks those that are approved.
class AuditFindings {
public:
    explicit AuditFindings(const std::vector<Approval>& approvals);
    /// About a feature of the plan, a clause, or both. `drawn` is what the map has in the place of the names: an approval
    /// holds for this very disagreement.
    void add(AuditKind kind, AuditSeverity severity, const DrawnFeature* feature, const std::string& clauseId,
             std::vector<std::string> names, gis::Message text, const std::string& drawn = {});
    /// Gives it its key.
    void add(AuditFinding finding, const std::string& drawn = {});
    /// By kind, then as they came.
    std::vector<AuditFinding> take();

private:
    std::set<std::string> m_approvals;
    std::set<std::string> m_told;
    std::vector<AuditFinding> m_findings;
};

/// Documents with a text or a link to them; the others of the index are nobody's matter in a plan.
std::vector<std::shared_ptr<const PolicyDocument>> documentsInUse(const ProjectSnapshot& snapshot);

/// Names joined by 、.
std::string joined(const std::vector<std::string>& names);
std::vector<std::string> namesOf(const std::vector<PlaceReference>& places);

}  // namespace layers
