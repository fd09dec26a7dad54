// SPDX-License-Identifier: Apache-2.0
#include "layers/report/CheckRecord.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "layers/report/CheckJson.h"

namespace layers {

namespace {

constexpr const char* prefix = "check/";

bool isNeeded(const ProjectSnapshot& snapshot, const std::string& name) {
    return std::any_of(snapshot.approvals.begin(), snapshot.approvals.end(),
                       [&name](const Approval& approval) { return checkRecordName(approval.run) == name; });
}

}  // namespace

std::string checkRecordText(const CheckReport& report) { return checkRecordJson(report).dump(); }

std::string checkRecordName(const std::string& run) { return prefix + run; }

ChangeSet keepCheckRecord(const ProjectSnapshot& snapshot, const CheckReport& report) {
    InfoChange change{snapshot.info, snapshot.info};
    std::erase_if(change.after.values, [&snapshot](const auto& entry) {
        return entry.first.starts_with(prefix) && !isNeeded(snapshot, entry.first);
    });
    change.after.values[checkRecordName(report.run.id)] = checkRecordText(report);
    ChangeSet set{gis::message("layers", "Keep the record of the check"), {}};
    if (!(change.before == change.after)) set.changes.emplace_back(std::move(change));
    return set;
}

}  // namespace layers
