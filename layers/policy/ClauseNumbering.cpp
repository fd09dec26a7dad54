// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/ClauseNumbering.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace layers {

namespace {

std::string parentPath(const Clause& clause) {
    const std::size_t cut = clause.path.size() - clause.number.size();
    return cut == 0 ? std::string() : clause.path.substr(0, cut - 1);
}

/// The annex in which a clause stands; its numbers are a row of their own.
std::string scopeOf(const Clause& clause, const std::string& annex) {
    return annex.empty() ? clause.level : annex + "|" + clause.level;
}

/// Judges the order of numbers and gives occurrences, ids and warnings.
class Numbering {
public:
    Numbering(std::vector<Clause>& clauses, const std::vector<ClauseHead>& heads) : m_clauses(clauses), m_heads(heads) {
        findScopes();
        findRestarts();
    }

    std::vector<std::string> run(const std::string& documentId) {
        for (const std::size_t i : readingOrder()) {
            m_index = i;
            followCopy(m_clauses[i]);
            warn(m_clauses[i], m_heads[i].mark);
            name(m_clauses[i], documentId);
        }
        if (m_more > 0) m_warnings.push_back("more_warnings: " + std::to_string(m_more));
        return std::move(m_warnings);
    }

private:
    std::vector<std::size_t> readingOrder() const {
        std::vector<std::size_t> order(m_heads.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(),
                  [this](std::size_t a, std::size_t b) { return m_heads[a].order < m_heads[b].order; });
        return order;
    }

    /// Rows begin anew in every annex; Article 1 and 第一条 are rows beside each other.
    void findScopes() {
        std::string annex;
        for (std::size_t i = 0; i < m_clauses.size(); ++i) {
            const NumberMark& mark = m_heads[i].mark;
            if (mark.kind == MarkKind::Annex) annex = m_clauses[i].number;
            if (m_heads[i].opensAnnex) annex = "#" + std::to_string(i);
            const bool inside = mark.kind != MarkKind::Annex;
            std::string scope = scopeOf(m_clauses[i], inside ? annex : std::string());
            m_scopes.push_back(mark.latin ? "latin|" + scope : scope);
            ++m_sizes[m_scopes.back()];
        }
    }

    /// A level whose number one stands below two parents begins anew there; else its numbers run on.
    void findRestarts() {
        std::map<std::string, std::string> firstParent;
        for (std::size_t i = 0; i < m_clauses.size(); ++i) {
            const Clause& clause = m_clauses[i];
            if (m_heads[i].mark.ordinal() != 1) continue;
            const auto [held, isNew] = firstParent.emplace(m_scopes[i], parentPath(clause));
            if (!isNew && held->second != parentPath(clause)) m_restarting.insert(m_scopes[i]);
        }
    }
    /// Whether the numbers of its level go on below the next division, in its part of the document.
    bool runsOn(const Clause& clause) const {
        for (const char* level : {"item", "subitem", "point", "subpoint", "paragraph"})
            if (clause.level == level) return false;
        return m_restarting.count(m_scopes[m_index]) == 0;
    }
    /// A number that runs on is its own id, but not in an annex.
    bool isInAnnex() const { return m_scopes[m_index].find('|') != std::string::npos && !m_heads[m_index].mark.latin; }
    /// What must be unique: the number where it runs on, else the path.
    std::string keyOf(const Clause& clause) const {
        return m_scopes[m_index] + "/" + (runsOn(clause) ? clause.number : clause.path);
    }

    /// A second copy of a numbered piece belongs where the first stood, whatever part was printed last.
    void followCopy(Clause& clause) {
        const auto first = m_first.find(keyOf(clause));
        if (first == m_first.end()) {
            m_first.emplace(keyOf(clause), &clause);
            return;
        }
        if (first->second->heading == clause.heading) clause.path = first->second->path;
    }

    void warn(Clause& clause, const NumberMark& mark) {
        if (mark.ordinal() == 0 || mark.translated) return;
        const std::string row = m_scopes[m_index] + "|" + (runsOn(clause) ? std::string() : parentPath(clause)) + "|" +
                                std::to_string(mark.depth());
        const auto last = m_last.find(row);
        const int before = last == m_last.end() ? 0 : last->second.first;
        clause.occurrence = ++m_count[keyOf(clause)];
        if (clause.occurrence > 1) {
            add(clause, "number_repeated: " + clause.number);
        } else if (mark.ordinal() > before + 1 && !startsRow(mark, last == m_last.end()) && !standsAlone(mark) &&
                   !(before == 0 && goesOnInOrder(clause, mark))) {
            add(clause, before == 0 ? "number_gap: " + clause.number
                                    : "number_gap: " + last->second.second + " " + clause.number);
        } else if (mark.ordinal() <= before && mark.inserted == 0) {
            add(clause, "number_out_of_order: " + clause.number);
        }
        m_before[m_scopes[m_index]] = mark.ordinal();
        if (mark.ordinal() > before) m_last[row] = {mark.ordinal(), clause.number};
    }
    /// 4.1 may open a row below a chapter; the row of 1, 2, 3 … must begin with one.
    static bool startsRow(const NumberMark& mark, bool first) { return first && mark.ordinal() == 1; }

    /// 3. below 二、 behind 2. below 一、.
    bool goesOnInOrder(const Clause& clause, const NumberMark& mark) const {
        const auto before = m_before.find(m_scopes[m_index]);
        return clause.level == "item" && before != m_before.end() && before->second + 1 == mark.ordinal();
    }

    /// "Chapter 12" of a code, printed by itself.
    bool standsAlone(const NumberMark& mark) const {
        return m_index == 0 && mark.kind <= MarkKind::Chapter && m_sizes.at(m_scopes[0]) == 1;
    }

    void name(Clause& clause, const std::string& documentId) {
        std::string id = runsOn(clause) && !isInAnnex() ? clause.number : clause.path;
        if (clause.level == "part") id = "part/" + id;
        const std::string base = documentId.empty() ? id : documentId + "/" + id;
        const int copies = ++m_ids[base];
        clause.id = copies == 1 ? base : base + "#" + std::to_string(copies);
        clause.documentId = documentId;
    }

    void add(Clause& clause, std::string warning) {
        constexpr std::size_t mostKept = 2000;  // the clauses bear them all
        clause.warnings.push_back(warning);
        if (m_warnings.size() < mostKept)
            m_warnings.push_back(std::move(warning));
        else
            ++m_more;
    }

    std::vector<Clause>& m_clauses;
    const std::vector<ClauseHead>& m_heads;
    std::size_t m_index = 0;
    std::vector<std::string> m_scopes;  ///< for each clause the row of its level
    std::map<std::string, int> m_sizes;
    std::map<std::string, int> m_before;  ///< the number before, of each level
    std::set<std::string> m_restarting;
    std::map<std::string, const Clause*> m_first;
    std::map<std::string, int> m_count;
    std::map<std::string, std::pair<int, std::string>> m_last;
    std::map<std::string, int> m_ids;
    std::vector<std::string> m_warnings;
    std::size_t m_more = 0;
};

}  // namespace

std::vector<std::string> judgeNumbering(std::vector<Clause>& clauses, const std::vector<ClauseHead>& heads,
                                        const std::string& documentId) {
    return Numbering(clauses, heads).run(documentId);
}

}  // namespace layers
