// SPDX-License-Identifier: Apache-2.0
#include "layers/links/ClauseSigns.h"

#include <algorithm>
#include <cmath>

#include "layers/policy/SqueezedText.h"

namespace layers {

namespace {

std::string shownText(const Clause& clause) {
    if (!clause.text.empty()) return clause.text;
    std::string text = clause.summary;
    for (const std::string& place : clause.places) text += "、" + place;
    return text;
}

}  // namespace

std::vector<std::uint64_t> SignIndex::pairsOf(const std::u32string& text) {
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        pairs.push_back((static_cast<std::uint64_t>(text[i]) << 32U) | static_cast<std::uint64_t>(text[i + 1]));
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

bool SignIndex::has(const std::vector<std::uint64_t>& pairs, std::uint64_t pair) {
    return std::binary_search(pairs.begin(), pairs.end(), pair);
}

SignIndex::SignIndex(PolicyCorpus corpus, const Gazetteer& gazetteer) : m_corpus(std::move(corpus)) {
    for (const auto& document : m_corpus.documents())
        for (const Clause& clause : document->clauses) {
            ClauseSigns signs{&clause, squeezed(clause.heading), squeezed(shownText(clause)), {}, {}, {}};
            signs.pairs = pairsOf(signs.heading + U"。" + signs.text);
            signs.headingPairs = pairsOf(signs.heading);
            const auto names = clause.text.empty() ? clause.places : gazetteer.placeNames(clause.text);
            signs.places.insert(names.begin(), names.end());
            for (const std::uint64_t pair : signs.pairs) ++m_pairHolders[pair];
            for (const std::string& place : signs.places) ++m_placeHolders[place];
            m_byId.emplace(clause.id, m_clauses.size());
            m_clauses.push_back(std::move(signs));
        }
}

const ClauseSigns* SignIndex::find(const std::string& clauseId) const {
    const auto found = m_byId.find(clauseId);
    return found == m_byId.end() ? nullptr : &m_clauses[found->second];
}

double SignIndex::rarityOf(std::size_t holders) const {
    const double clauses = static_cast<double>(m_clauses.size()) + 1;
    return std::max(0.0, std::log(clauses / (static_cast<double>(holders) + 0.5)));
}

double SignIndex::rarity(std::uint64_t pair) const {
    const auto found = m_pairHolders.find(pair);
    return rarityOf(found == m_pairHolders.end() ? 0 : found->second);
}

double SignIndex::rarity(const std::string& place) const {
    const auto found = m_placeHolders.find(place);
    return rarityOf(found == m_placeHolders.end() ? 0 : found->second);
}

}  // namespace layers
