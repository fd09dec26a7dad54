// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/SheetEdit.h"

#include <algorithm>

namespace layers {

namespace {

gis::Result<int> positionOf(const ProjectSnapshot& snapshot, std::int64_t id) {
    for (std::size_t i = 0; i < snapshot.sheets.size(); ++i)
        if (snapshot.sheets[i].id == id) return static_cast<int>(i);
    return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("layers", "no such map sheet"));
}

gis::Result<void> checkName(const ProjectSnapshot& snapshot, const PrintLayout& sheet) {
    const auto clashes = [&](const PrintLayout& other) { return other.name == sheet.name && other.id != sheet.id; };
    if (!sheet.name.empty() && std::none_of(snapshot.sheets.begin(), snapshot.sheets.end(), clashes)) return {};
    return gis::fail(gis::ErrorCode::InvalidArgument, {},
                     sheet.name.empty() ? gis::message("layers", "a map sheet needs a name")
                                        : gis::message("layers", "there is a map sheet \"%1\" already", {sheet.name}));
}

}  // namespace

gis::Result<ChangeSet> addSheet(const ProjectSnapshot& snapshot, PrintLayout sheet) {
    if (sheet.id == 0) {
        for (const PrintLayout& other : snapshot.sheets) sheet.id = std::max(sheet.id, other.id);
        ++sheet.id;
    }
    TUCE_CHECK(checkName(snapshot, sheet));
    ChangeSet change{gis::message("layers", "Add map sheet %1", {sheet.name}), {}};
    change.changes.push_back(SheetChange{std::nullopt, std::move(sheet), static_cast<int>(snapshot.sheets.size())});
    return change;
}

gis::Result<ChangeSet> updateSheet(const ProjectSnapshot& snapshot, const PrintLayout& sheet) {
    TUCE_TRY(position, positionOf(snapshot, sheet.id));
    TUCE_CHECK(checkName(snapshot, sheet));
    const PrintLayout& before = snapshot.sheets[static_cast<std::size_t>(position)];
    ChangeSet change{gis::message("layers", "Change map sheet %1", {sheet.name}), {}};
    if (before != sheet) change.changes.push_back(SheetChange{before, sheet, position});
    return change;
}

ChangeSet showOnSheets(const ProjectSnapshot& snapshot, const std::vector<gis::LayerId>& layers) {
    ChangeSet change{gis::message("layers", "Show layers on map sheets"), {}};
    for (std::size_t i = 0; i < snapshot.sheets.size(); ++i) {
        const PrintLayout& before = snapshot.sheets[i];
        PrintLayout after = before;
        for (const gis::LayerId layer : layers)
            if (snapshot.layer(layer) &&
                std::find(after.layers.begin(), after.layers.end(), layer) == after.layers.end())
                after.layers.push_back(layer);
        if (!before.layers.empty() && after != before)
            change.changes.push_back(SheetChange{before, std::move(after), static_cast<int>(i)});
    }
    return change;
}

gis::Result<ChangeSet> removeSheet(const ProjectSnapshot& snapshot, std::int64_t id) {
    TUCE_TRY(position, positionOf(snapshot, id));
    const PrintLayout& before = snapshot.sheets[static_cast<std::size_t>(position)];
    ChangeSet change{gis::message("layers", "Remove map sheet %1", {before.name}), {}};
    change.changes.push_back(SheetChange{before, std::nullopt, position});
    return change;
}

}  // namespace layers
