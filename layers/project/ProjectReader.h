// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/Control.h"
#include "gis/io/SqliteDatabase.h"
#include "layers/project/ProjectStore.h"

namespace layers {

/// Reads the whole plan from an open project file, within the caller's transaction. The features of linked layers are
/// read from their own files, last; `early` takes the rest before. One that cannot be read is a warning (kind
/// "linked_source") and the layer is empty.
gis::Result<SnapshotPtr> readProject(const gis::SqliteDatabase& database, gis::Warnings& warnings,
                                     const gis::JobControl& control, const EarlyPlan& early = {});

/// Where the file of a linked layer lies, seen from the project's folder.
std::string linkedPath(const std::string& projectPath, const LayerSource& source);
/// The path that the project file keeps of an absolute one: relative to the project's folder, so that both can be
/// moved together; as it is where they share nothing but the root. A relative path stays as it is.
std::string relativeSourcePath(const std::string& projectPath, const std::string& sourcePath);

}  // namespace layers
