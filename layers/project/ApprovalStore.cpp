// SPDX-License-Identifier: Apache-2.0
#include "layers/project/ApprovalStore.h"

#include <algorithm>

#include "layers/project/ProjectTables.h"
#include "layers/project/RowSync.h"

namespace layers {

namespace {

gis::Result<bool> knowsOverlaps(const gis::SqliteDatabase& database) {
    TUCE_TRY(columns, readRows(database, "SELECT name FROM pragma_table_info(?1)", {project_table::approvals}));
    return std::any_of(columns.begin(), columns.end(), [](const Row& row) { return gis::toText(row[0]) == "overlap"; });
}

}  // namespace

gis::Result<std::vector<Approval>> readApprovals(const gis::SqliteDatabase& database) {
    TUCE_TRY(whole, knowsOverlaps(database));
    TUCE_TRY(rows, readRows(database, std::string("SELECT finding_key,reason,who,approved_at") +
                                          (whole ? ",overlap,run" : ",'',''") + " FROM tuce_approvals ORDER BY 1"));
    std::vector<Approval> approvals;
    for (const Row& row : rows)
        approvals.push_back({gis::toText(row[0]), gis::toText(row[1]), gis::toText(row[2]), gis::toText(row[3]),
                             gis::toText(row[4]), gis::toText(row[5])});
    return approvals;
}

gis::Result<void> writeApprovals(const gis::SqliteDatabase& database, const std::vector<Approval>& approvals) {
    TUCE_TRY(whole, knowsOverlaps(database));
    const bool isWanted = std::any_of(approvals.begin(), approvals.end(), [](const Approval& approval) {
        return !approval.overlap.empty() || !approval.run.empty();
    });
    if (isWanted && !whole)
        for (const char* column : {"overlap", "run"})
            TUCE_CHECK(database.execute(std::string("ALTER TABLE tuce_approvals ADD COLUMN ") + column +
                                        " TEXT NOT NULL DEFAULT ''"));
    WantedRows wanted{project_table::approvals, {"finding_key", "reason", "who", "approved_at"}, 1, {}, {}};
    const bool writesAll = isWanted || whole;
    if (writesAll) wanted.columns.insert(wanted.columns.end(), {"overlap", "run"});
    for (const Approval& approval : approvals) {
        Row row{approval.findingKey, approval.reason, approval.who, approval.when};
        if (writesAll) row.insert(row.end(), {gis::Value(approval.overlap), gis::Value(approval.run)});
        wanted.rows.push_back(std::move(row));
    }
    return syncRows(database, wanted);
}

}  // namespace layers
