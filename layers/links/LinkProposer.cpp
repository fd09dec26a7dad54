// SPDX-License-Identifier: Apache-2.0
#include "layers/links/LinkProposer.h"

#include <algorithm>

#include "layers/document/CodePoints.h"
#include "layers/policy/SqueezedText.h"

namespace layers {

namespace {

constexpr std::size_t shortestAlias = 3;  ///< characters: shorter ones stand in too many clauses
constexpr std::size_t shortestQuote = 3;  ///< characters of a run of the name that is worth quoting
constexpr std::size_t fullKindCount = 5;  ///< more words of a kind say no more
constexpr std::size_t namesInReason = 4;

bool holds(const std::u32string& text, const std::u32string& word) {
    return !word.empty() && text.find(word) != std::u32string::npos;
}

/// The longest run of `name` that stands in `text`: where it begins in the text, and its length.
struct CommonRun {
    std::size_t start = 0;
    std::size_t length = 0;
};
CommonRun longestRun(const std::u32string& name, const std::u32string& text) {
    CommonRun best;
    std::vector<std::size_t> before(name.size() + 1, 0);
    std::vector<std::size_t> now(name.size() + 1, 0);
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (std::size_t k = 0; k < name.size(); ++k) {
            now[k + 1] = text[i] == name[k] ? before[k] + 1 : 0;
            if (now[k + 1] > best.length) best = {i + 1 - now[k + 1], now[k + 1]};
        }
        std::swap(before, now);
    }
    return best;
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < namesInReason; ++i) text += (i == 0 ? "" : "、") + names[i];
    return names.size() > namesInReason ? text + "…" : text;
}

/// A subject as it is looked for.
struct Sought {
    const ProposalSubject& subject;
    std::u32string name;  ///< without what stands in brackets behind it
    std::vector<std::u32string> aliases;
    std::vector<std::u32string> carriers;
    std::vector<std::u32string> kindWords;
    std::vector<std::uint64_t> pairs;
    double pairWeight = 0;
    double memberWeight = 0;

    Sought(const ProposalSubject& sought, const SignIndex& index, const LinkWeights& weights) : subject(sought) {
        name = squeezed(subject.name);
        if (const auto bracket = name.find(U'('); bracket != std::u32string::npos && bracket > 0) name.resize(bracket);
        for (const std::string& alias : subject.aliases)
            if (std::u32string text = squeezed(alias); text.size() >= shortestAlias) aliases.push_back(std::move(text));
        for (const std::string& carrier : subject.carriers) carriers.push_back(squeezed(carrier));
        if (const auto words = weights.kindWords.find(subject.kind); words != weights.kindWords.end())
            for (const std::string& word : words->second) kindWords.push_back(squeezed(word));
        pairs = SignIndex::pairsOf(name);
        for (const std::uint64_t pair : pairs) pairWeight += index.rarity(pair);
        for (const std::string& member : subject.members) memberWeight += index.rarity(member);
    }
};

/// Adds up what speaks for one clause.
class Scoring {
public:
    Scoring(const Sought& sought, const ClauseSigns& signs, const SignIndex& index, const LinkWeights& weights)
        : m_sought(sought), m_signs(signs), m_index(index), m_weights(weights) {
        addStated();
        addName();
        addSigns();
        addMembers();
        addCarriers();
        addKind();
    }
    double score() const { return m_most > 0 ? m_sum / m_most : 0; }

    LinkProposal proposal() {
        std::stable_sort(m_reasons.begin(), m_reasons.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        LinkProposal made{m_sought.subject, m_signs.clause->id, score(), {}, LinkRelation::Mention, anchor()};
        for (auto& [weight, reason] : m_reasons) made.reasons.push_back(std::move(reason));
        if (m_isNamed) made.relation = LinkRelation::Basis;
        if (m_sought.subject.isControl) made.relation = LinkRelation::Constraint;
        return made;
    }

private:
    /// Counts a sign that is there to `share`.
    void count(double weight, double share) {
        m_most += weight;
        m_sum += weight * share;
    }
    void tell(double weight, gis::Message reason) { m_reasons.emplace_back(weight, std::move(reason)); }

    void addStated() {
        const ProposalSubject& subject = m_sought.subject;
        if (!subject.clauseId.empty()) {
            const bool same = subject.clauseId == m_signs.clause->id;
            count(m_weights.stated, same ? 1 : 0);
            m_isNamed = m_isNamed || same;
            if (same) tell(m_weights.stated, gis::message("layers", "the feature itself names this clause"));
        }
        if (!subject.documentId.empty())
            count(m_weights.document, subject.documentId == m_signs.clause->documentId ? 1 : 0);
    }

    void addName() {
        const bool inHeading = holds(m_signs.heading, m_sought.name);
        const bool inText = holds(m_signs.text, m_sought.name);
        count(m_weights.nameInHeading, inHeading ? 1 : 0);
        const std::u32string* alias = nullptr;
        for (const std::u32string& other : m_sought.aliases)
            if (alias == nullptr && (holds(m_signs.heading, other) || holds(m_signs.text, other))) alias = &other;
        count(m_weights.nameInText, inText ? 1 : alias != nullptr ? m_weights.alias / m_weights.nameInText : 0);
        m_isNamed = m_isNamed || inHeading || inText || alias != nullptr;
        if (inHeading)
            tell(m_weights.nameInHeading + m_weights.nameInText,
                 gis::message("layers", "its name stands in the heading"));
        else if (inText)
            tell(m_weights.nameInText, gis::message("layers", "its name stands in the clause"));
        if (alias != nullptr) {
            if (!inText) m_quote = *alias;
            tell(m_weights.alias, gis::message("layers", "its other name “%1” stands in the clause", {toUtf8(*alias)}));
        }
        if (inText) m_quote = m_sought.name;
    }

    double shareOf(const std::vector<std::uint64_t>& pairs) const {
        double sum = 0;
        for (const std::uint64_t pair : m_sought.pairs)
            if (SignIndex::has(pairs, pair)) sum += m_index.rarity(pair);
        return m_sought.pairWeight > 0 ? sum / m_sought.pairWeight : 0;
    }
    void addSigns() {
        const double share = shareOf(m_signs.pairs);
        count(m_weights.rareSigns, share);
        count(m_weights.headingSigns, shareOf(m_signs.headingPairs));
        // A clause without a single pair of the name has no longer run of it either.
        const CommonRun run = share > 0 ? longestRun(m_sought.name, m_signs.text) : CommonRun{};
        const double length =
            m_sought.name.empty() ? 0 : static_cast<double>(run.length) / static_cast<double>(m_sought.name.size());
        count(m_weights.longestRun, length);
        if (m_isNamed || run.length < shortestQuote) return;
        m_quote = m_signs.text.substr(run.start, run.length);
        m_isNamed = 2 * run.length >= m_sought.name.size();
        tell(m_weights.longestRun * length,
             gis::message("layers", "“%1” of its name stands in the clause", {toUtf8(m_quote)}));
    }

    void addMembers() {
        if (m_sought.subject.members.empty() || m_sought.memberWeight <= 0) return;
        double sum = 0;
        std::vector<std::string> named;
        for (const std::string& member : m_sought.subject.members)
            if (m_signs.places.count(member) != 0) {
                sum += m_index.rarity(member);
                named.push_back(member);
            }
        const double share = sum / m_sought.memberWeight;
        count(m_weights.members, share);
        if (!named.empty())
            tell(m_weights.members * share,
                 gis::message(
                     "layers", "%1 of its %2 members are named: %3",
                     {std::to_string(named.size()), std::to_string(m_sought.subject.members.size()), listed(named)}));
    }

    void addCarriers() {
        if (m_sought.carriers.empty()) return;
        std::vector<std::string> named;
        for (std::size_t i = 0; i < m_sought.carriers.size(); ++i)
            if (holds(m_signs.heading, m_sought.carriers[i]) || holds(m_signs.text, m_sought.carriers[i])) {
                named.push_back(m_sought.subject.carriers[i]);
                if (m_quote.empty() && holds(m_signs.text, m_sought.carriers[i])) m_quote = m_sought.carriers[i];
            }
        const double share = static_cast<double>(named.size()) / static_cast<double>(m_sought.carriers.size());
        count(m_weights.carriers, share);
        if (!named.empty())
            tell(m_weights.carriers * share,
                 gis::message("layers", "what it runs along is named: %1", {listed(named)}));
    }

    void addKind() {
        if (m_sought.kindWords.empty()) return;
        const auto inHeading = std::find_if(m_sought.kindWords.begin(), m_sought.kindWords.end(),
                                            [this](const auto& word) { return holds(m_signs.heading, word); });
        count(m_weights.kindInHeading, inHeading != m_sought.kindWords.end() ? 1 : 0);
        if (inHeading != m_sought.kindWords.end())
            tell(m_weights.kindInHeading,
                 gis::message("layers", "the heading speaks of its kind: %1", {toUtf8(*inHeading)}));
        std::size_t most = 0;
        for (const std::u32string& word : m_sought.kindWords) {
            std::size_t found = 0;
            for (auto at = m_signs.text.find(word); at != std::u32string::npos && found < fullKindCount;
                 at = m_signs.text.find(word, at + 1))
                ++found;
            most = std::max(most, found);
        }
        count(m_weights.kindInText, static_cast<double>(most) / fullKindCount);
    }

    /// The quote as the paper prints it, without line breaks; nothing where only the index is there.
    std::string anchor() const {
        if (m_quote.empty() || m_signs.clause->text.empty()) return {};
        const SqueezedText seen = squeezedText(m_signs.clause->text);
        const auto at = seen.text.find(m_quote);
        if (at == std::u32string::npos) return {};
        return quotedWords(m_signs.clause->text, seen, at, at + m_quote.size());
    }

    const Sought& m_sought;
    const ClauseSigns& m_signs;
    const SignIndex& m_index;
    const LinkWeights& m_weights;
    double m_sum = 0;
    double m_most = 0;
    bool m_isNamed = false;
    std::u32string m_quote;
    std::vector<std::pair<double, gis::Message>> m_reasons;
};

void keepBest(std::vector<LinkProposal>& proposals, std::size_t most) {
    std::stable_sort(proposals.begin(), proposals.end(),
                     [](const LinkProposal& a, const LinkProposal& b) { return a.score > b.score; });
    if (proposals.size() > most) proposals.resize(most);
}

}  // namespace

LinkProposer::LinkProposer(PolicyCorpus corpus, const Gazetteer& gazetteer, LinkWeights weights)
    : m_index(std::make_shared<const SignIndex>(std::move(corpus), gazetteer)), m_weights(std::move(weights)) {}

std::vector<LinkProposal> LinkProposer::clausesFor(const ProposalSubject& subject, std::size_t most) const {
    const Sought sought(subject, *m_index, m_weights);
    std::vector<LinkProposal> proposals;
    for (const ClauseSigns& signs : m_index->clauses()) {
        Scoring scoring(sought, signs, *m_index, m_weights);
        if (scoring.score() >= m_weights.least) proposals.push_back(scoring.proposal());
    }
    keepBest(proposals, most);
    return proposals;
}

std::vector<LinkProposal> LinkProposer::subjectsFor(const std::string& clauseId,
                                                    const std::vector<ProposalSubject>& subjects,
                                                    std::size_t most) const {
    std::vector<LinkProposal> proposals;
    const ClauseSigns* signs = m_index->find(clauseId);
    if (signs == nullptr) return proposals;
    for (const ProposalSubject& subject : subjects) {
        const Sought sought(subject, *m_index, m_weights);
        Scoring scoring(sought, *signs, *m_index, m_weights);
        if (scoring.score() >= m_weights.least) proposals.push_back(scoring.proposal());
    }
    keepBest(proposals, most);
    return proposals;
}

}  // namespace layers
