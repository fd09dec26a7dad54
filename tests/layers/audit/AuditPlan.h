// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include "layers/audit/Audit.h"
#include "layers/plan/LayoutElement.h"

/// Small plans for the tests of the audit.
namespace audit_plan {

using layers::AuditKind;

/// A feature of the plan under test.
struct Drawn {
    std::string element;
    std::string kind;
    std::string name;
    std::string members;
    std::string status = {};
    gis::Geometry shape = {};
};

/// A plan with one layout layer (id 1) whose features are numbered from 1.
class Plan {
public:
    Plan() {
        const auto shipped = layers::shippedCorpus();
        if (shipped) m_snapshot.corpus = *shipped;
    }
    Plan& draw(Drawn drawn) {
        m_drawn.push_back(std::move(drawn));
        return *this;
    }
    Plan& link(int feature, const std::string& clause, const std::string& anchor = {},
               layers::LinkRelation relation = layers::LinkRelation::Basis) {
        layers::ClauseLink link;
        link.id = m_snapshot.nextLinkId();
        link.layer = gis::LayerId{1};
        link.feature = gis::FeatureId{feature};
        link.clauseId = clause;
        link.anchor = anchor;
        link.relation = relation;
        m_snapshot.links.push_back(link);
        return *this;
    }
    Plan& in(const std::string& crs) {
        m_crs = *gis::CoordinateReferenceSystem::fromCode(crs);
        return *this;
    }
    Plan& approve(const std::string& key) {
        m_snapshot.approvals.push_back({key, "known", "tester", "2026-11-21T12:00:00Z"});
        return *this;
    }
    Plan& document(layers::PolicyDocument document) {
        const std::string id = document.id;
        m_snapshot.corpus =
            m_snapshot.corpus.with(id, std::make_shared<const layers::PolicyDocument>(std::move(document)));
        return *this;
    }
    layers::ProjectSnapshot snapshot() const {
        const gis::Schema schema = layers::layoutSchema();
        std::vector<gis::Feature> features;
        for (const Drawn& drawn : m_drawn) {
            std::vector<gis::Value> values(schema.size());
            const auto set = [&](const char* field, const std::string& value) {
                values[static_cast<std::size_t>(schema.indexOf(field))] = value;
            };
            set(layers::layout_field::elementId, drawn.element);
            set(layers::layout_field::kind, drawn.kind);
            set(layers::layout_field::name, drawn.name);
            set(layers::layout_field::members, drawn.members);
            set(layers::layout_field::status, drawn.status);
            features.emplace_back(gis::FeatureId{static_cast<std::int64_t>(features.size()) + 1}, drawn.shape,
                                  std::move(values));
        }
        layers::Layer layer;
        layer.id = gis::LayerId{1};
        layer.name = "plan";
        layer.kind = layers::LayerKind::Layout;
        layer.nameField = layers::layout_field::name;
        layer.table = gis::FeatureTable(schema, m_crs, std::move(features));
        layers::ProjectSnapshot made = m_snapshot;
        made.layers.push_back(std::make_shared<const layers::Layer>(std::move(layer)));
        return made;
    }

private:
    gis::CoordinateReferenceSystem m_crs;
    layers::ProjectSnapshot m_snapshot;
    std::vector<Drawn> m_drawn;
};

inline const layers::AuditFinding* findingOf(const layers::AuditReport& report, AuditKind kind,
                                             const std::string& clause = {}) {
    for (const layers::AuditFinding& finding : report.findings)
        if (finding.kind == kind && (clause.empty() || finding.clauseId == clause)) return &finding;
    return nullptr;
}

inline QString namesOf(const layers::AuditFinding* finding) {
    QStringList names;
    if (finding != nullptr)
        for (const std::string& name : finding->names) names << QString::fromStdString(name);
    return names.join(u' ');
}

/// The three clusters of 万达开 as the paper has them.
inline Plan threeClusters() {
    Plan plan;
    plan.draw({"wdk.cluster_wanzhou", "cluster", "万州组团", "万州区"})
        .draw({"wdk.cluster_dazhou", "cluster", "达州组团", "达州市"})
        .draw({"wdk.cluster_kaizhou", "cluster", "开州组团", "开州区"})
        .link(1, "wandakai/(五)")
        .link(2, "wandakai/(五)")
        .link(3, "wandakai/(五)");
    return plan;
}

}  // namespace audit_plan
