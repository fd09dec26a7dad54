// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "layers/links/LinkProposer.h"
#include "layers/policy/LayoutElementIndex.h"
#include "layers/project/ProjectGazetteer.h"

namespace layers {

/// All that proposals for a plan need. Immutable; any thread.
struct ReadyProposer {
    PolicyCorpus corpus;
    Gazetteer gazetteer;
    std::vector<PolicyElement> elements;
    LinkProposer proposer;
};

/// Makes proposals ready once for all who ask, and again only when the documents or the names of the plan changed.
/// Any thread; who asks while another is at it waits for that one's answer.
class ProposerCache {
public:
    explicit ProposerCache(std::shared_ptr<GazetteerCache> names) : m_names(std::move(names)) {}
    gis::Result<std::shared_ptr<const ReadyProposer>> of(const ProjectSnapshot& plan);

private:
    std::shared_ptr<GazetteerCache> m_names;
    std::mutex m_mutex;
    std::shared_ptr<const ReadyProposer> m_ready;
};

}  // namespace layers
