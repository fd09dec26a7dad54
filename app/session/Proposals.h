// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <vector>

#include "app/session/Selection.h"
#include "layers/job/Job.h"
#include "layers/links/ProposerCache.h"

namespace app {

class Session;

/// Proposals of links for what is picked: a worker looks for them with what the session keeps ready for all. One asker
/// has one of these. GUI thread.
class Proposals : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t most = 5;
    Proposals(Session& session, QObject* parent);

    /// Looks for clauses of a feature, or for features of a clause; changed() tells when they are there. What was
    /// asked before is dropped.
    void askFor(gis::LayerId layer, gis::FeatureId feature);
    void askFor(const std::string& clauseId);
    /// Looks for known elements (those that the shipped papers name) that a clause may speak of; the subjects tell their
    /// ids. accept() is not for these.
    void askForElements(const std::string& clauseId);
    void drop();
    /// For what was asked last, best first; pairs that are linked are not among them.
    const std::vector<layers::LinkProposal>& found() const { return m_found; }
    bool isAsking() const { return m_job.isRunning(); }
    /// Links them: one step to be undone. False if it could not be done; the session's messages say why.
    bool accept(const layers::LinkProposal& proposal);

Q_SIGNALS:
    void changed();

private:
    using Found = std::vector<layers::LinkProposal>;
    using Search = std::function<Found(const layers::ProjectSnapshot&, const layers::ReadyProposer&)>;
    void ask(Search search);

    Session& m_session;
    layers::LatestJob m_job;
    Found m_found;
};

}  // namespace app
