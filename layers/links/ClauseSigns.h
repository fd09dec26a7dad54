// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "layers/policy/Gazetteer.h"
#include "layers/policy/PolicyCorpus.h"

namespace layers {

/// What a clause shows to those who look for names in it, ready for many questions.
struct ClauseSigns {
    const Clause* clause = nullptr;
    std::u32string heading;                   ///< squeezed
    std::u32string text;                      ///< squeezed; the summary and the places where no text was imported
    std::vector<std::uint64_t> pairs;         ///< of neighbouring characters in heading and text, ascending, each once
    std::vector<std::uint64_t> headingPairs;  ///< of the heading alone
    std::set<std::string> places;             ///< full names
};

/// The clauses of a corpus with what is common and what is rare in them. Keeps the corpus alive. Immutable; any thread.
class SignIndex {
public:
    SignIndex(PolicyCorpus corpus, const Gazetteer& gazetteer);

    const std::vector<ClauseSigns>& clauses() const { return m_clauses; }
    const ClauseSigns* find(const std::string& clauseId) const;
    /// How much it says that a clause has it: the logarithm of clauses per clause that has it, at least 0.
    double rarity(std::uint64_t pair) const;
    double rarity(const std::string& place) const;

    static std::vector<std::uint64_t> pairsOf(const std::u32string& text);
    static bool has(const std::vector<std::uint64_t>& pairs, std::uint64_t pair);

private:
    double rarityOf(std::size_t holders) const;
    PolicyCorpus m_corpus;
    std::vector<ClauseSigns> m_clauses;
    std::unordered_map<std::string, std::size_t> m_byId;
    std::unordered_map<std::uint64_t, std::size_t> m_pairHolders;
    std::unordered_map<std::string, std::size_t> m_placeHolders;
};

}  // namespace layers
