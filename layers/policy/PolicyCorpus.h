// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "layers/policy/Clause.h"

namespace layers {

/// Policy documents and their numbered clauses, found by stable ids. An immutable value, cheap to copy; any thread.
class PolicyCorpus {
public:
    PolicyCorpus();
    explicit PolicyCorpus(std::vector<PolicyDocument> documents);

    const std::vector<std::shared_ptr<const PolicyDocument>>& documents() const;
    std::shared_ptr<const PolicyDocument> document(const std::string& id) const;  ///< null if none
    const Clause* clause(const std::string& id) const;                            ///< null if none
    const Clause* clauseByKey(std::int64_t key) const;
    std::size_t clauseCount() const;
    /// The corpus with a document inserted or replaced (by id) or, for null, removed. Keys are given where 0.
    PolicyCorpus with(const std::string& id, std::shared_ptr<const PolicyDocument> document) const;
    bool operator==(const PolicyCorpus& other) const;

private:
    struct Data;
    std::shared_ptr<const Data> m_data;
};

/// The index that ships (resources/corpus): documents, numbers, headings, place names, our own one-line summaries.
gis::Result<PolicyCorpus> shippedCorpus();

}  // namespace layers
