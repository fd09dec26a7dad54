// SPDX-License-Identifier: Apache-2.0
#include "app/session/Proposals.h"

#include <algorithm>
#include <set>

#include "app/session/Session.h"
#include "layers/edit/LinkEdit.h"
#include "layers/links/ProposalSubjects.h"

namespace app {

namespace {

/// A feature that rests on something already is not bothered with weak proposals.
std::vector<layers::LinkProposal> worthShowing(std::vector<layers::LinkProposal> found,
                                               const layers::ProjectSnapshot& plan,
                                               const layers::LinkWeights& weights) {
    std::set<std::pair<gis::LayerId, gis::FeatureId>> linked;
    for (const layers::ClauseLink& link : plan.links) linked.emplace(link.layer, link.feature);
    const auto isWeak = [&](const layers::LinkProposal& made) {
        return made.score < weights.leastBeside && linked.count({made.subject.layer, made.subject.feature}) != 0;
    };
    found.erase(std::remove_if(found.begin(), found.end(), isWeak), found.end());
    return found;
}

}  // namespace

Proposals::Proposals(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    connect(&session, &Session::projectChanged, this, &Proposals::drop);
}

void Proposals::ask(Search search) {
    const layers::SnapshotPtr plan = m_session.snapshot();
    if (!plan || plan->corpus.documents().empty()) return drop();
    m_job.start(
        this,
        [plan, proposers = m_session.proposers(), search](const gis::JobControl&) -> gis::Result<Found> {
            TUCE_TRY(ready, proposers->of(*plan));
            Found found = layers::withoutLinked(search(*plan, *ready), *plan);
            if (found.size() > most) found.resize(most);
            return found;
        },
        [this](gis::Result<Found> found) {
            if (!found) {
                if (found.error().code != gis::ErrorCode::Canceled) m_session.messages().error(found.error());
                return;
            }
            m_found = std::move(*found);
            Q_EMIT changed();
        });
}

void Proposals::askFor(gis::LayerId layer, gis::FeatureId feature) {
    ask([layer, feature](const layers::ProjectSnapshot& plan, const layers::ReadyProposer& ready) {
        std::vector<layers::LinkProposal> found;
        const layers::LayerPtr held = plan.layer(layer);
        const gis::Feature* asked = held ? held->table.find(feature) : nullptr;
        if (asked == nullptr) return found;
        const auto links = plan.linksOf(layer, feature);
        found = ready.proposer.clausesFor(layers::subjectOf(*held, *asked, ready.elements), most + links.size());
        return worthShowing(std::move(found), plan, ready.proposer.weights());
    });
}

void Proposals::askFor(const std::string& clauseId) {
    ask([clauseId](const layers::ProjectSnapshot& plan, const layers::ReadyProposer& ready) {
        const auto subjects = layers::subjectsOf(plan, ready.elements);
        return worthShowing(ready.proposer.subjectsFor(clauseId, subjects, subjects.size()), plan,
                            ready.proposer.weights());
    });
}

void Proposals::askForElements(const std::string& clauseId) {
    ask([clauseId](const layers::ProjectSnapshot&, const layers::ReadyProposer& ready) {
        std::vector<layers::ProposalSubject> subjects;
        for (const layers::PolicyElement& element : ready.elements) {
            subjects.push_back(layers::subjectOf(element));
            subjects.back().documentId = element.documentId;
            subjects.back().clauseId = element.clauseId;
        }
        return ready.proposer.subjectsFor(clauseId, subjects, most);
    });
}

void Proposals::drop() {
    m_job.cancel();
    if (m_found.empty()) return;
    m_found.clear();
    Q_EMIT changed();
}

bool Proposals::accept(const layers::LinkProposal& proposal) {
    layers::ClauseLink link;
    link.layer = proposal.subject.layer;
    link.feature = proposal.subject.feature;
    link.clauseId = proposal.clauseId;
    link.relation = proposal.relation;
    link.anchor = proposal.anchor;
    return m_session.perform(layers::addLink(*m_session.snapshot(), std::move(link)));
}

}  // namespace app
