// SPDX-License-Identifier: Apache-2.0
#include "layers/links/ProposerCache.h"

namespace layers {

gis::Result<std::shared_ptr<const ReadyProposer>> ProposerCache::of(const ProjectSnapshot& plan) {
    const std::scoped_lock lock(m_mutex);
    TUCE_TRY(gazetteer, m_names->of(plan));
    const bool sameNames = m_ready && &m_ready->gazetteer.entries() == &gazetteer.entries();
    if (sameNames && m_ready->corpus.documents() == plan.corpus.documents()) return m_ready;
    TUCE_TRY(weights, shippedLinkWeights());
    TUCE_TRY(elements, shippedElements());
    LinkProposer proposer(plan.corpus, gazetteer, std::move(weights));
    m_ready = std::make_shared<const ReadyProposer>(
        ReadyProposer{plan.corpus, std::move(gazetteer), std::move(elements), std::move(proposer)});
    return m_ready;
}

}  // namespace layers
