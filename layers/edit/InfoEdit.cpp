// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/InfoEdit.h"

namespace layers {

gis::Result<ChangeSet> setInfo(const ProjectSnapshot& snapshot, const ProjectInfo& info) {
    if (info.crsCode.empty())
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "the map needs a coordinate reference system"),
                         gis::message("layers", "name one, as EPSG:4490"));
    TUCE_CHECK(gis::CoordinateReferenceSystem::fromCode(info.crsCode));
    ChangeSet change{gis::message("layers", "Change the head data of the plan"), {}};
    if (info != snapshot.info) change.changes.push_back(InfoChange{snapshot.info, info});
    return change;
}

}  // namespace layers
