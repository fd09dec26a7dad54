// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "layers/links/ClauseSigns.h"
#include "layers/links/LinkProposal.h"
#include "layers/links/LinkWeights.h"

namespace layers {

/// Ranks clauses for a subject and subjects for a clause by names, members, carriers, kinds and headings. Pure; an
/// immutable value, cheap to copy; any thread. One subject takes about as long as reading all clauses once.
class LinkProposer {
public:
    LinkProposer(PolicyCorpus corpus, const Gazetteer& gazetteer, LinkWeights weights);

    /// The best clauses, at most `most`, best first; of equal ones the earlier in the corpus.
    std::vector<LinkProposal> clausesFor(const ProposalSubject& subject, std::size_t most) const;
    /// The best subjects for a clause, at most `most`, best first; nothing for an unknown clause.
    std::vector<LinkProposal> subjectsFor(const std::string& clauseId, const std::vector<ProposalSubject>& subjects,
                                          std::size_t most) const;

    const LinkWeights& weights() const { return m_weights; }
    /// The same clauses with other weights; nothing is read anew.
    LinkProposer withWeights(LinkWeights weights) const {
        LinkProposer made = *this;
        made.m_weights = std::move(weights);
        return made;
    }

private:
    std::shared_ptr<const SignIndex> m_index;
    LinkWeights m_weights;
};

}  // namespace layers
