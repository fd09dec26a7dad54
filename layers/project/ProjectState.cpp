// SPDX-License-Identifier: Apache-2.0
#include "layers/project/ProjectState.h"

#include <QUuid>

namespace layers {

std::string newStateId() { return QUuid::createUuid().toString(QUuid::Id128).toStdString(); }

gis::Result<ProjectState> readProjectState(const gis::SqliteDatabase& database) {
    ProjectState state;
    const auto text = [&](const char* name) -> gis::Result<std::string> {
        TUCE_TRY(value, database.value("SELECT value FROM tuce_meta WHERE name=?1", {std::string(name)}));
        return gis::toText(value);
    };
    TUCE_TRY(id, text("state_id"));
    TUCE_TRY(previous, text("previous_state_id"));
    TUCE_TRY(revision, text("revision"));
    state.id = std::move(id);
    state.previousId = std::move(previous);
    state.revision = gis::Revision{QString::fromStdString(revision).toULongLong()};
    return state;
}

gis::Result<ProjectState> readProjectState(const std::string& projectPath) {
    TUCE_TRY(database, gis::SqliteDatabase::open(projectPath, gis::SqliteMode::ReadOnly));
    return readProjectState(database);
}

}  // namespace layers
