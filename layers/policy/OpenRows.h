// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "layers/policy/NumberMark.h"

namespace layers {

/// What was accepted last, so that a number can be judged by the row it stands in. Lists lie in each other in the order
/// in which they are opened; every division closes them.
class OpenRows {
public:
    void accept(const NumberMark& mark, std::size_t indent);
    /// The lists of a box are its own; those around it go on behind it.
    void openBox();
    void closeBox();

    /// One, or one more than the last of its kind.
    bool follows(const NumberMark& mark) const;
    /// How many lists lie around this one if it opens a list or goes on (with a gap of at most two) in an open one.
    std::optional<int> placeOf(const NumberMark& mark, std::size_t indent) const;
    /// The last number of the innermost open list of that kind; 0 if none is open.
    int lastOf(MarkKind kind) const;
    /// Where a list with a wide gap goes on, or one that begins later than with 1 opens. None where it would go back.
    std::optional<int> placeBehindGap(const NumberMark& mark) const;
    /// Below all open lists.
    int innermost() const { return static_cast<int>(m_lists.size()); }
    bool continuesList(const NumberMark& mark) const;
    /// For 1.2.3: the next sibling (with a gap of at most two), or the first below an open number.
    bool fitsDecimal(const NumberMark& mark) const;
    /// 3. below 二、 behind 2. below 一、: lists whose numbers run on over the parts.
    bool runsOn(const NumberMark& mark) const;
    /// 3.1 below the list item 3.
    bool isBelowListItem(const NumberMark& decimal) const;

    int top() const { return m_top; }
    bool hasOpen(MarkKind kind) const { return m_last.count({kind, false}) != 0; }
    /// 一、 (一) 第一章 …, but no whole number, stands above.
    bool hasDivisions() const;

private:
    struct List {
        MarkKind kind;
        int last;
        std::size_t indent;
    };
    void acceptList(const NumberMark& mark, std::size_t indent);

    std::vector<List> m_lists;
    std::vector<List> m_outside;      ///< while a box is open, the lists around it
    std::map<MarkKind, int> m_ended;  ///< the last number of outermost lists that a division closed
    std::map<std::pair<MarkKind, bool>, int> m_last;
    std::vector<int> m_decimal;
    int m_top = 0;
};

}  // namespace layers
