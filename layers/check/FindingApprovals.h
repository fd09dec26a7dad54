// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layers/check/RedLineCheck.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// What an overlap is, in short, for Approval::overlap: class, area, length, passages, box of the piece and its CRS.
std::string overlapMark(const Finding& finding, const gis::CoordinateReferenceSystem& geometryCrs);

/// Two marks tell of the same overlap if class and number of passages are equal, areas differ by no more than the greater
/// of 0.01 m² and 1e-6 of the area, lengths by no more than the greater of 0.01 m and 1e-6 of the length, and boxes (where
/// both have one in the same CRS) by no more than 0.01 m or 1e-7°. Else: what changed. An empty mark tells of any.
gis::Message overlapChange(const std::string& approved, const std::string& present);

/// The approvals of a plan as they apply to the findings of a report: an approval lasts while its overlap stays the same,
/// else it has lapsed. Const; any thread; the snapshot's approvals must outlive it.
class FindingApprovals {
public:
    enum class State { Open, Approved, Lapsed };
    struct Verdict {
        State state = State::Open;
        const Approval* approval = nullptr;  ///< given, or lapsed; null if Open
        gis::Message change;                 ///< why it lapsed
    };

    FindingApprovals() = default;
    FindingApprovals(const std::vector<Approval>& approvals, const gis::CoordinateReferenceSystem& geometryCrs);
    Verdict of(const Finding& finding) const;
    bool isApproved(const Finding& finding) const { return of(finding).state == State::Approved; }
    /// Approvals of findings (not of the audit) that none of the report's findings bears any more.
    std::vector<const Approval*> withoutFinding(const CheckReport& report) const;

private:
    std::map<std::string, const Approval*> m_byKey;
    gis::CoordinateReferenceSystem m_crs;
};

/// Conflicts that nobody has approved, or whose approval has lapsed.
std::size_t openConflictCount(const CheckReport& report, const std::vector<Approval>& approvals);

}  // namespace layers
