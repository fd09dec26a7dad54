// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <vector>

#include "app/session/Selection.h"
#include "layers/job/Job.h"
#include "layers/links/LinkProposer.h"
#include "layers/policy/LayoutElementIndex.h"
#include "layers/project/ProjectGazetteer.h"

namespace app {

class Session;

/// Proposals of links for what is picked: a worker looks for them; what it makes ready is kept as long as the documents
/// and the names stay. One asker has one of these. GUI thread.
class Proposals : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t most = 5;
    Proposals(Session& session, QObject* parent);

    /// Looks for clauses of a feature, or for features of a clause; changed() tells when they are there. What was
    /// asked before is dropped.
    void askFor(gis::LayerId layer, gis::FeatureId feature);
    void askFor(const std::string& clauseId);
    void drop();
    /// For what was asked last, best first; pairs that are linked are not among them.
    const std::vector<layers::LinkProposal>& found() const { return m_found; }
    bool isAsking() const { return m_job.isRunning(); }
    /// Links them: one step to be undone. False if it could not be done; the session's messages say why.
    bool accept(const layers::LinkProposal& proposal);

Q_SIGNALS:
    void changed();

private:
    struct Ready {
        layers::PolicyCorpus corpus;
        layers::Gazetteer gazetteer;
        std::vector<layers::PolicyElement> elements;
        std::shared_ptr<const layers::LinkProposer> proposer;
    };
    struct Answer {
        std::shared_ptr<const Ready> ready;
        std::vector<layers::LinkProposal> found;
    };
    using Search = std::function<std::vector<layers::LinkProposal>(const layers::ProjectSnapshot&, const Ready&)>;
    static gis::Result<std::shared_ptr<const Ready>> madeReady(const layers::ProjectSnapshot& plan,
                                                               layers::GazetteerCache& names,
                                                               std::shared_ptr<const Ready> before);
    void ask(Search search);

    Session& m_session;
    layers::LatestJob m_job;
    std::shared_ptr<layers::GazetteerCache> m_names = std::make_shared<layers::GazetteerCache>();
    std::shared_ptr<const Ready> m_ready;
    std::vector<layers::LinkProposal> m_found;
};

}  // namespace app
