// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/OpenRows.h"

#include <algorithm>
#include <utility>

namespace layers {

namespace {

constexpr int longestGap = 3;

/// 1, 1.1 or 0.1: what may stand first below an open number.
bool opensBelow(const std::vector<int>& ordinals, std::size_t depth) {
    for (std::size_t i = depth; i < ordinals.size(); ++i) {
        const bool last = i + 1 == ordinals.size();
        if (ordinals[i] != 1 && !(ordinals[i] == 0 && !last)) return false;
    }
    return true;
}

}  // namespace

void OpenRows::accept(const NumberMark& mark, std::size_t indent) {
    if (mark.kind == MarkKind::Box) return;
    if (mark.kind == MarkKind::Annex) *this = {};
    if (mark.isList()) return acceptList(mark, indent);
    if (!m_lists.empty()) m_ended[m_lists.front().kind] = m_lists.front().last;
    m_lists.clear();
    m_last[{mark.kind, mark.latin}] = mark.ordinal();
    if (mark.kind == MarkKind::Annex) m_decimal = {mark.ordinal()};
    if (mark.kind != MarkKind::Decimal) return;
    m_decimal = mark.ordinals;
    m_top = mark.ordinals.front();
}

void OpenRows::openBox() {
    m_outside = std::move(m_lists);
    m_lists.clear();
}

void OpenRows::closeBox() {
    m_lists = std::move(m_outside);
    m_outside.clear();
}

void OpenRows::acceptList(const NumberMark& mark, std::size_t indent) {
    const auto depth = static_cast<std::size_t>(mark.nesting);
    if (m_lists.size() > depth + 1) m_lists.resize(depth + 1, {mark.kind, 0, indent});
    if (m_lists.size() <= depth || m_lists[depth].kind != mark.kind || mark.ordinal() == 1) {
        m_lists.resize(depth, {mark.kind, 0, indent});
        m_lists.push_back({mark.kind, mark.ordinal(), indent});
    }
    m_lists[depth].last = mark.ordinal();
}

bool OpenRows::follows(const NumberMark& mark) const {
    if (mark.isList()) return mark.ordinal() == 1 || continuesList(mark) || runsOn(mark);
    const auto last = m_last.find({mark.kind, mark.latin});
    return mark.ordinal() == 1 || (last != m_last.end() && (mark.ordinal() == last->second + 1 ||
                                                            (mark.inserted != 0 && mark.ordinal() == last->second)));
}

std::optional<int> OpenRows::placeOf(const NumberMark& mark, std::size_t indent) const {
    for (std::size_t depth = m_lists.size(); depth > 0; --depth) {
        const List& list = m_lists[depth - 1];
        if (list.kind != mark.kind) continue;
        if (mark.ordinal() == 1 && indent >= list.indent + 2) return static_cast<int>(m_lists.size());
        const auto lower = std::any_of(m_lists.begin(), m_lists.begin() + static_cast<std::ptrdiff_t>(depth - 1),
                                       [&](const List& other) { return other.kind == mark.kind; });
        if (indent < list.indent && lower) continue;
        const int step = mark.ordinal() - list.last;
        const auto outerGoesOn =
            std::any_of(m_lists.begin(), m_lists.begin() + static_cast<std::ptrdiff_t>(depth - 1),
                        [&](const List& outer) { return outer.kind == mark.kind && outer.last + 1 == mark.ordinal(); });
        if (step == 0 && mark.ordinal() != 1 && outerGoesOn) continue;
        if (mark.ordinal() == 1 || (step >= 0 && step <= longestGap)) return static_cast<int>(depth - 1);
    }
    if (mark.ordinal() != 1 && !runsOn(mark)) return std::nullopt;
    return static_cast<int>(m_lists.size());
}

int OpenRows::lastOf(MarkKind kind) const {
    const auto list =
        std::find_if(m_lists.rbegin(), m_lists.rend(), [kind](const List& held) { return held.kind == kind; });
    return list == m_lists.rend() ? 0 : list->last;
}

std::optional<int> OpenRows::placeBehindGap(const NumberMark& mark) const {
    for (std::size_t depth = m_lists.size(); depth > 0; --depth) {
        if (m_lists[depth - 1].kind != mark.kind) continue;
        if (m_lists[depth - 1].last >= mark.ordinal()) return std::nullopt;
        return static_cast<int>(depth - 1);
    }
    return innermost();
}

bool OpenRows::runsOn(const NumberMark& mark) const {
    const auto ended = m_ended.find(mark.kind);
    return mark.kind == MarkKind::Arabic && m_lists.empty() && ended != m_ended.end() &&
           ended->second + 1 == mark.ordinal();
}

bool OpenRows::continuesList(const NumberMark& mark) const {
    return std::any_of(m_lists.begin(), m_lists.end(),
                       [&](const List& list) { return list.kind == mark.kind && list.last + 1 == mark.ordinal(); });
}

bool OpenRows::fitsDecimal(const NumberMark& mark) const {
    const std::vector<int>& now = mark.ordinals;
    if (mark.latin) {  // A.1 only below annex A
        if (m_last.count({MarkKind::Annex, false}) + m_last.count({MarkKind::Annex, true}) == 0) return false;
        if (m_decimal.empty() || m_decimal.front() != now.front()) return false;
    }
    std::size_t same = 0;
    while (same < now.size() && same < m_decimal.size() && now[same] == m_decimal[same]) ++same;
    if (same == now.size()) return m_decimal.size() == now.size();  // printed again
    const int before = same < m_decimal.size() ? m_decimal[same] : 0;
    const bool last = same + 1 == now.size();
    if (now[same] == 0 && before == 0) return !last && opensBelow(now, same);
    const bool near = now[same] > before && now[same] <= before + longestGap;
    return (near || (same == 0 && m_decimal.empty())) && opensBelow(now, same + 1);
}

bool OpenRows::isBelowListItem(const NumberMark& decimal) const {
    if (decimal.depth() != 2 || decimal.latin || m_lists.empty()) return false;
    for (std::size_t depth = m_lists.size(); depth > 0; --depth)
        if (m_lists[depth - 1].kind == MarkKind::Arabic) return m_lists[depth - 1].last == decimal.ordinals.front();
    return false;
}

bool OpenRows::hasDivisions() const {
    return std::any_of(m_last.begin(), m_last.end(), [](const auto& row) {
        return row.first.first != MarkKind::Annex && row.first.first != MarkKind::Decimal;
    });
}

}  // namespace layers
