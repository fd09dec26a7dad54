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
    connect(&session, &Session::projectChanged, this, [this] {
        m_ready.reset();
        drop();
    });
}

gis::Result<std::shared_ptr<const Proposals::Ready>> Proposals::madeReady(const layers::ProjectSnapshot& plan,
                                                                          layers::GazetteerCache& names,
                                                                          std::shared_ptr<const Ready> before) {
    TUCE_TRY(gazetteer, names.of(plan));
    const bool sameNames = before && &before->gazetteer.entries() == &gazetteer.entries();
    if (sameNames && before->corpus.documents() == plan.corpus.documents()) return before;
    TUCE_TRY(weights, layers::shippedLinkWeights());
    TUCE_TRY(elements, layers::shippedElements());
    auto proposer = std::make_shared<const layers::LinkProposer>(plan.corpus, gazetteer, std::move(weights));
    return std::make_shared<const Ready>(
        Ready{plan.corpus, std::move(gazetteer), std::move(elements), std::move(proposer)});
}

void Proposals::ask(Search search) {
    const layers::SnapshotPtr plan = m_session.snapshot();
    if (!plan || plan->corpus.documents().empty()) return drop();
    m_job.start(
        this,
        [plan, names = m_names, before = m_ready, search](const gis::JobControl&) -> gis::Result<Answer> {
            TUCE_TRY(ready, madeReady(*plan, *names, before));
            auto found = layers::withoutLinked(search(*plan, *ready), *plan);
            if (found.size() > most) found.resize(most);
            return Answer{ready, std::move(found)};
        },
        [this](gis::Result<Answer> answer) {
            if (!answer) {
                if (answer.error().code != gis::ErrorCode::Canceled) m_session.messages().error(answer.error());
                return;
            }
            m_ready = answer->ready;
            m_found = std::move(answer->found);
            Q_EMIT changed();
        });
}

void Proposals::askFor(gis::LayerId layer, gis::FeatureId feature) {
    ask([layer, feature](const layers::ProjectSnapshot& plan, const Ready& ready) {
        std::vector<layers::LinkProposal> found;
        const layers::LayerPtr held = plan.layer(layer);
        const gis::Feature* asked = held ? held->table.find(feature) : nullptr;
        if (asked == nullptr) return found;
        const auto links = plan.linksOf(layer, feature);
        found = ready.proposer->clausesFor(layers::subjectOf(*held, *asked, ready.elements), most + links.size());
        return worthShowing(std::move(found), plan, ready.proposer->weights());
    });
}

void Proposals::askFor(const std::string& clauseId) {
    ask([clauseId](const layers::ProjectSnapshot& plan, const Ready& ready) {
        const auto subjects = layers::subjectsOf(plan, ready.elements);
        return worthShowing(ready.proposer->subjectsFor(clauseId, subjects, subjects.size()), plan,
                            ready.proposer->weights());
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
