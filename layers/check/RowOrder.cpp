// SPDX-License-Identifier: Apache-2.0
#include "layers/check/RowOrder.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace layers {

bool isIntegerText(const std::string& text) {
    const std::size_t first = !text.empty() && text[0] == '-' ? 1 : 0;
    return text.size() > first && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(first), text.end(),
                                              [](char c) { return c >= '0' && c <= '9'; });
}

namespace {

// The digits without sign and leading zeros; "" is zero.
std::string_view magnitude(std::string_view text) {
    if (!text.empty() && text[0] == '-') text.remove_prefix(1);
    while (!text.empty() && text[0] == '0') text.remove_prefix(1);
    return text;
}

int compareMagnitudes(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
    return a.compare(b);
}

int compareIntegers(const std::string& a, const std::string& b) {
    const std::string_view left = magnitude(a);
    const std::string_view right = magnitude(b);
    const bool leftNegative = a[0] == '-' && !left.empty();
    const bool rightNegative = b[0] == '-' && !right.empty();
    if (leftNegative != rightNegative) return leftNegative ? -1 : 1;
    const int order = compareMagnitudes(left, right);
    return leftNegative ? -order : order;
}

struct IdLess {
    bool byValue = false;
    bool operator()(const std::string& a, const std::string& b) const {
        return byValue ? integerTextLess(a, b) : a < b;
    }
};

template <class Row, class Member>
IdLess idOrder(const std::vector<Row>& rows, Member member) {
    return {std::all_of(rows.begin(), rows.end(),
                        [&](const Row& row) { return (row.*member).empty() || isIntegerText(row.*member); })};
}

auto rest(const Finding& f) {
    return std::tie(f.kind, f.areaSquareMetres, f.lengthMetres, f.crossings, f.distanceMetres, f.shareOfPlanPercent,
                    f.shareOfControlPercent, f.planName, f.controlName, f.note);
}

auto rest(const FindingSummary& s) {
    return std::tie(s.planAreaSquareMetres, s.planLengthMetres, s.netAreaSquareMetres, s.netLengthMetres, s.planName,
                    s.status, s.note, s.sumAreaSquareMetres, s.sumLengthMetres, s.balanceErrorSquareMetres);
}

}  // namespace

bool integerTextLess(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return a.empty() && !b.empty();
    const int order = compareIntegers(a, b);
    return order != 0 ? order < 0 : a < b;
}

namespace {

// Features come in the order of their rows, so most often nothing is to be done.
template <class Row, class Less>
void sortRows(std::vector<Row>& rows, Less less) {
    if (!std::is_sorted(rows.begin(), rows.end(), less)) std::stable_sort(rows.begin(), rows.end(), less);
}

}  // namespace

void sortFindings(std::vector<Finding>& findings) {
    const IdLess planLess = idOrder(findings, &Finding::planId);
    const IdLess controlLess = idOrder(findings, &Finding::controlId);
    sortRows(findings, [&](const Finding& a, const Finding& b) {
        if (a.planLayer != b.planLayer) return a.planLayer < b.planLayer;
        if (a.planId != b.planId) return planLess(a.planId, b.planId);
        if (a.controlLayer != b.controlLayer) return a.controlLayer < b.controlLayer;
        if (a.controlId != b.controlId) return controlLess(a.controlId, b.controlId);
        return rest(a) < rest(b);
    });
}

void sortSummaries(std::vector<FindingSummary>& summaries) {
    const IdLess planLess = idOrder(summaries, &FindingSummary::planId);
    sortRows(summaries, [&](const FindingSummary& a, const FindingSummary& b) {
        if (a.planLayer != b.planLayer) return a.planLayer < b.planLayer;
        if (a.planId != b.planId) return planLess(a.planId, b.planId);
        if (a.controlLayer != b.controlLayer) return a.controlLayer < b.controlLayer;
        return rest(a) < rest(b);
    });
}

}  // namespace layers
