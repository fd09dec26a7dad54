// SPDX-License-Identifier: Apache-2.0
#include "layers/project/DocumentDelta.h"

#include <unordered_set>

namespace layers {

namespace {

constexpr std::size_t longText = 1'000'000;  ///< bytes

/// Equal but for the place in the document, which moves with every clause before it.
bool sameButSequence(const Clause& a, const Clause& b) {
    return a.start == b.start && a.end == b.end && a.id == b.id && a.key == b.key && a.occurrence == b.occurrence &&
           a.headingStart == b.headingStart && a.bodyStart == b.bodyStart && a.number == b.number && a.path == b.path &&
           a.level == b.level && a.documentId == b.documentId && a.heading == b.heading && a.places == b.places &&
           a.warnings == b.warnings && a.summary == b.summary && a.text == b.text;
}

bool isCounted(const PolicyDocument& document) {
    int sequence = 0;
    for (const Clause& clause : document.clauses)
        if (clause.sequence != ++sequence) return false;
    return true;
}

std::unordered_set<std::string> idsOf(const PolicyDocument& document) {
    std::unordered_set<std::string> ids;
    for (const Clause& clause : document.clauses) ids.insert(clause.id);
    return ids;
}

/// [number of clauses that stay, number that go, those that come in their place], again and again.
class Steps {
public:
    void keep() {
        if (m_drop > 0 || !m_put.empty()) flush();
        ++m_keep;
    }
    void drop() { ++m_drop; }
    void put(const Clause& clause) { m_put.push_back(clauseJson(clause)); }
    PlanJson take() {
        flush();
        return std::move(m_steps);
    }

private:
    void flush() {
        if (m_keep + m_drop > 0 || !m_put.empty())
            m_steps.push_back(PlanJson::array({m_keep, m_drop, std::move(m_put)}));
        m_keep = m_drop = 0;
        m_put = PlanJson::array();
    }
    PlanJson m_steps = PlanJson::array();
    std::size_t m_keep = 0;
    std::size_t m_drop = 0;
    PlanJson m_put = PlanJson::array();
};

std::size_t stepsThatFit(const PlanJson& step, std::size_t left) {
    const auto keep = step.at(0).get<std::size_t>();
    const auto drop = step.at(1).get<std::size_t>();
    if (keep > left || drop > left - keep) throw UnreadablePlan("clauses");
    return keep;
}

}  // namespace

std::optional<PlanJson> documentDelta(const PolicyDocument& before, const PolicyDocument& after) {
    if (before.text.size() < longText || before.id != after.id || before.text != after.text || !isCounted(before) ||
        !isCounted(after))
        return std::nullopt;
    const auto old = idsOf(before);
    const auto fresh = idsOf(after);
    Steps steps;
    std::size_t i = 0;
    for (const Clause& clause : after.clauses) {
        while (i < before.clauses.size() && fresh.count(before.clauses[i].id) == 0) {
            steps.drop();
            ++i;
        }
        if (i < before.clauses.size() && sameButSequence(before.clauses[i], clause)) {
            steps.keep();
            ++i;
        } else if (i < before.clauses.size() && before.clauses[i].id == clause.id) {
            steps.drop();
            steps.put(clause);
            ++i;
        } else if (old.count(clause.id) == 0) {
            steps.put(clause);
        } else {
            return std::nullopt;  // in another order
        }
    }
    for (; i < before.clauses.size(); ++i) steps.drop();
    PolicyDocument head = after;
    head.text.clear();
    head.clauses.clear();
    return PlanJson{{"head", documentJson(head)}, {"steps", steps.take()}};
}

PolicyDocument documentFromDelta(const PolicyDocument& before, const PlanJson& delta) {
    PolicyDocument made = documentFrom(delta.at("head"));
    if (made.id != before.id || made.textSha256 != before.textSha256) throw UnreadablePlan("document " + made.id);
    made.text = before.text;
    std::size_t i = 0;
    for (const PlanJson& step : delta.at("steps")) {
        const std::size_t keep = stepsThatFit(step, before.clauses.size() - i);
        for (std::size_t k = 0; k < keep; ++k) made.clauses.push_back(before.clauses[i++]);
        i += step.at(1).get<std::size_t>();
        for (const PlanJson& clause : step.at(2)) made.clauses.push_back(clauseFrom(clause, made.id));
    }
    if (i != before.clauses.size()) throw UnreadablePlan("clauses");
    int sequence = 0;
    for (Clause& clause : made.clauses) clause.sequence = ++sequence;
    return made;
}

}  // namespace layers
