// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/PolicyCorpus.h"

#include <algorithm>
#include <unordered_map>

namespace layers {

using DocumentPtr = std::shared_ptr<const PolicyDocument>;

struct PolicyCorpus::Data {
    std::vector<DocumentPtr> documents;
    std::unordered_map<std::string, const Clause*> byId;
    std::unordered_map<std::int64_t, const Clause*> byKey;
    std::size_t clauses = 0;

    void index() {
        for (const DocumentPtr& document : documents)
            for (const Clause& clause : document->clauses) {
                byId.emplace(clause.id, &clause);  // of two with one id the first is found
                byKey.emplace(clause.key, &clause);
                ++clauses;
            }
    }
};

namespace {

struct NextKeys {
    std::int64_t document = 1;
    std::int64_t clause = 1;
};

NextKeys nextKeys(const std::vector<DocumentPtr>& documents) {
    NextKeys next;
    for (const DocumentPtr& document : documents) {
        next.document = std::max(next.document, document->key + 1);
        for (const Clause& clause : document->clauses) next.clause = std::max(next.clause, clause.key + 1);
    }
    return next;
}

bool needsKeys(const PolicyDocument& document) {
    return document.key == 0 || std::any_of(document.clauses.begin(), document.clauses.end(),
                                            [](const Clause& clause) { return clause.key == 0; });
}

/// Gives keys where they are 0; returns the very same document where none is.
DocumentPtr withKeys(const DocumentPtr& document, NextKeys& next) {
    if (!needsKeys(*document)) return document;
    PolicyDocument keyed = *document;
    if (keyed.key == 0) keyed.key = next.document++;
    for (Clause& clause : keyed.clauses)
        if (clause.key == 0) clause.key = next.clause++;
    return std::make_shared<const PolicyDocument>(std::move(keyed));
}

}  // namespace

PolicyCorpus::PolicyCorpus() : m_data(std::make_shared<const Data>()) {}

PolicyCorpus::PolicyCorpus(std::vector<PolicyDocument> documents) {
    auto data = std::make_shared<Data>();
    for (PolicyDocument& document : documents)
        data->documents.push_back(std::make_shared<const PolicyDocument>(std::move(document)));
    NextKeys next = nextKeys(data->documents);
    for (DocumentPtr& document : data->documents) document = withKeys(document, next);
    data->index();
    m_data = std::move(data);
}

const std::vector<DocumentPtr>& PolicyCorpus::documents() const { return m_data->documents; }

DocumentPtr PolicyCorpus::document(const std::string& id) const {
    for (const DocumentPtr& document : m_data->documents)
        if (document->id == id) return document;
    return nullptr;
}

const Clause* PolicyCorpus::clause(const std::string& id) const {
    const auto found = m_data->byId.find(id);
    return found == m_data->byId.end() ? nullptr : found->second;
}

const Clause* PolicyCorpus::clauseByKey(std::int64_t key) const {
    const auto found = m_data->byKey.find(key);
    return found == m_data->byKey.end() ? nullptr : found->second;
}

std::size_t PolicyCorpus::clauseCount() const { return m_data->clauses; }

PolicyCorpus PolicyCorpus::with(const std::string& id, DocumentPtr document) const {
    auto data = std::make_shared<Data>();
    data->documents = m_data->documents;
    const auto same = [&id](const DocumentPtr& held) { return held->id == id; };
    const auto place = std::find_if(data->documents.begin(), data->documents.end(), same);
    if (document) {
        NextKeys next = nextKeys(data->documents);
        document = withKeys(document, next);
        if (place == data->documents.end())
            data->documents.push_back(std::move(document));
        else
            *place = std::move(document);
    } else if (place != data->documents.end()) {
        data->documents.erase(place);
    }
    data->index();
    PolicyCorpus changed;
    changed.m_data = std::move(data);
    return changed;
}

bool PolicyCorpus::operator==(const PolicyCorpus& other) const {
    return std::equal(m_data->documents.begin(), m_data->documents.end(), other.m_data->documents.begin(),
                      other.m_data->documents.end(),
                      [](const DocumentPtr& a, const DocumentPtr& b) { return a == b || *a == *b; });
}

}  // namespace layers
