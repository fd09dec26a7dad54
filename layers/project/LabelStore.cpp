// SPDX-License-Identifier: Apache-2.0
#include "layers/project/LabelStore.h"

#include "layers/project/ProjectTables.h"
#include "layers/project/RowSync.h"

namespace layers {

namespace {

double realOf(const gis::Value& value) {
    const auto* real = std::get_if<double>(&value);
    return real != nullptr ? *real : static_cast<double>(integerOf(value));
}

}  // namespace

gis::Result<std::vector<LabelPin>> readLabelPins(const gis::SqliteDatabase& database) {
    std::vector<LabelPin> pins;
    TUCE_TRY(known, isPlainTable(database, project_table::labelPins));
    if (!known) return pins;
    TUCE_TRY(rows, readRows(database, "SELECT layer_id,feature_id,x,y,angle,hidden FROM tuce_label_pins ORDER BY 1,2"));
    for (const Row& row : rows) {
        const LabelPin pin{gis::LayerId{integerOf(row[0])},
                           gis::FeatureId{integerOf(row[1])},
                           {realOf(row[2]), realOf(row[3])},
                           realOf(row[4]),
                           integerOf(row[5]) != 0};
        if (isUsable(pin)) pins.push_back(pin);
    }
    return pins;
}

gis::Result<void> writeLabelPins(const gis::SqliteDatabase& database, const std::vector<LabelPin>& pins) {
    TUCE_TRY(known, isPlainTable(database, project_table::labelPins));
    if (!known && pins.empty()) return {};
    if (!known) TUCE_CHECK(addLabelTable(database));
    WantedRows wanted{project_table::labelPins, {"layer_id", "feature_id", "x", "y", "angle", "hidden"}, 2, {}, {}};
    for (const LabelPin& pin : pins)
        wanted.rows.push_back({gis::number(pin.layer), gis::number(pin.feature), pin.centre.x, pin.centre.y, pin.angle,
                               std::int64_t{pin.hidden ? 1 : 0}});
    return syncRows(database, wanted);
}

}  // namespace layers
