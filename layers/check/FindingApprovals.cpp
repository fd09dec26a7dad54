// SPDX-License-Identifier: Apache-2.0
#include "layers/check/FindingApprovals.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace layers {

namespace {

using Json = nlohmann::ordered_json;

Json jsonOf(const std::optional<double>& number) { return number ? Json(*number) : Json(nullptr); }

bool isNear(double a, double b, double least, double share) {
    return std::fabs(a - b) <= std::max(least, share * std::max(std::fabs(a), std::fabs(b)));
}

/// True if a number is on both sides and about the same, or on neither.
bool sameNumber(const Json& a, const Json& b, const char* name, double least) {
    const auto numberOf = [name](const Json& mark) {
        const auto found = mark.find(name);
        return found != mark.end() && found->is_number() ? std::optional<double>(found->get<double>()) : std::nullopt;
    };
    const auto first = numberOf(a);
    const auto second = numberOf(b);
    if (first.has_value() != second.has_value()) return false;
    return !first || isNear(*first, *second, least, 1e-6);
}

bool sameText(const Json& a, const Json& b, const char* name) { return a.value(name, "") == b.value(name, ""); }

/// A side without a box (a run that kept no pieces) says nothing about the place.
bool samePlace(const Json& a, const Json& b) {
    if (!a.contains("box") || !b.contains("box") || !sameText(a, b, "crs")) return true;
    const Json& first = a["box"];
    const Json& second = b["box"];
    if (!first.is_array() || first.size() != 4 || !second.is_array() || second.size() != 4) return true;
    const double tolerance = a.value("degrees", false) ? 1e-7 : 0.01;
    for (std::size_t i = 0; i < 4; ++i)
        if (!first[i].is_number() || !second[i].is_number() ||
            std::fabs(first[i].get<double>() - second[i].get<double>()) > tolerance)
            return false;
    return true;
}

/// The class in words for people.
std::string className(const Json& mark) {
    const std::string word = mark.value("class", "");
    if (word == "overlap") return gis::translated(gis::message("layers", "overlap"));
    if (word == "sliver") return gis::translated(gis::message("layers", "sliver"));
    if (word == "near") return gis::translated(gis::message("layers", "near"));
    return word == "outside" ? gis::translated(gis::message("layers", "outside")) : word;
}

std::string shown(const Json& mark, const char* name) {
    const auto found = mark.find(name);
    if (found == mark.end() || !found->is_number()) return "—";
    return gis::toPlainDecimal(std::round(found->get<double>() * 100) / 100);
}

}  // namespace

std::string overlapMark(const Finding& finding, const gis::CoordinateReferenceSystem& geometryCrs) {
    Json mark{{"class", toText(finding.kind)},
              {"area", jsonOf(finding.areaSquareMetres)},
              {"length", jsonOf(finding.lengthMetres)},
              {"crossings", finding.crossings ? Json(*finding.crossings) : Json(nullptr)}};
    if (!finding.geometry.isEmpty()) {
        const gis::Extent& box = finding.geometry.extent();
        mark["box"] = {box.minX, box.minY, box.maxX, box.maxY};
        mark["crs"] = geometryCrs.code().empty() ? geometryCrs.name() : geometryCrs.code();
        if (geometryCrs.isGeographic()) mark["degrees"] = true;
    }
    return mark.dump();
}

gis::Message overlapChange(const std::string& approved, const std::string& present) {
    if (approved.empty()) return {};
    const Json before = Json::parse(approved, nullptr, false);
    const Json now = Json::parse(present, nullptr, false);
    if (!before.is_object() || !now.is_object())
        return gis::message("layers", "what was approved cannot be read any more");
    if (!sameText(before, now, "class"))
        return gis::message("layers", "it was %1, now it is %2", {className(before), className(now)});
    if (!sameNumber(before, now, "area", 0.01))
        return gis::message("layers", "the area was %1 m², now it is %2 m²",
                            {shown(before, "area"), shown(now, "area")});
    if (!sameNumber(before, now, "length", 0.01))
        return gis::message("layers", "the length was %1 m, now it is %2 m",
                            {shown(before, "length"), shown(now, "length")});
    if (!sameNumber(before, now, "crossings", 0))
        return gis::message("layers", "it crossed %1 times, now %2 times",
                            {shown(before, "crossings"), shown(now, "crossings")});
    if (!samePlace(before, now)) return gis::message("layers", "the overlap lies elsewhere now");
    return {};
}

FindingApprovals::FindingApprovals(const std::vector<Approval>& approvals,
                                   const gis::CoordinateReferenceSystem& geometryCrs)
    : m_crs(geometryCrs) {
    for (const Approval& approval : approvals) m_byKey[approval.findingKey] = &approval;
}

FindingApprovals::Verdict FindingApprovals::of(const Finding& finding) const {
    if (m_byKey.empty()) return {};
    const auto found = m_byKey.find(finding.key());
    if (found == m_byKey.end()) return {};
    const std::string& mark = found->second->overlap;
    gis::Message change = mark.empty() ? gis::Message() : overlapChange(mark, overlapMark(finding, m_crs));
    const State state = change.empty() ? State::Approved : State::Lapsed;
    return {state, found->second, std::move(change)};
}

std::vector<const Approval*> FindingApprovals::withoutFinding(const CheckReport& report) const {
    std::set<std::string> keys;
    if (!m_byKey.empty())
        for (const Finding& finding : report.findings) keys.insert(finding.key());
    std::vector<const Approval*> lost;
    for (const auto& [key, approval] : m_byKey) {
        const bool isOfCheck = key.starts_with("overlap|") || key.starts_with("outside|") || key.starts_with("near|");
        if (isOfCheck && keys.count(key) == 0) lost.push_back(approval);
    }
    return lost;
}

std::size_t openConflictCount(const CheckReport& report, const std::vector<Approval>& approvals) {
    const FindingApprovals given(approvals, report.geometryCrs);
    return static_cast<std::size_t>(
        std::count_if(report.findings.begin(), report.findings.end(),
                      [&given](const Finding& finding) { return finding.isConflict() && !given.isApproved(finding); }));
}

}  // namespace layers
