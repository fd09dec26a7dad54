// SPDX-License-Identifier: Apache-2.0
#include "layers/project/DocumentDelta.h"

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

/// By their hashes where they have one: 20 MB need not be compared on every step back.
bool isSameText(const PolicyDocument& a, const PolicyDocument& b) {
    if (a.text.size() != b.text.size() || a.textSha256 != b.textSha256) return false;
    return a.textSha256.size() == 64 || a.text == b.text;
}

bool isCounted(const PolicyDocument& document) {
    int sequence = 0;
    for (const Clause& clause : document.clauses)
        if (clause.sequence != ++sequence) return false;
    return true;
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
    if (before.text.size() < longText || before.id != after.id || !isSameText(before, after) || !isCounted(before) ||
        !isCounted(after))
        return std::nullopt;
    const std::vector<Clause>& old = before.clauses;
    const std::vector<Clause>& fresh = after.clauses;
    Steps steps;
    std::size_t i = 0;
    for (std::size_t k = 0; k < fresh.size(); ++k) {
        const bool isLeft = i < old.size();
        if (isLeft && old[i].id != fresh[k].id && i + 1 < old.size() && old[i + 1].id == fresh[k].id) {
            steps.drop();
            ++i;
        }
        if (isLeft && sameButSequence(old[i], fresh[k])) {
            steps.keep();
            ++i;
            continue;
        }
        if (isLeft && old[i].id == fresh[k].id) {
            steps.drop();
            ++i;
        }
        steps.put(fresh[k]);
    }
    for (; i < old.size(); ++i) steps.drop();
    PolicyDocument head;
    head.key = after.key;
    head.id = after.id;
    head.title = after.title;
    head.number = after.number;
    head.issuers = after.issuers;
    head.dates = after.dates;
    head.note = after.note;
    head.encoding = after.encoding;
    head.textSha256 = after.textSha256;
    head.length = after.length;
    head.warnings = after.warnings;
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
