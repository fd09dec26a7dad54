// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "gis/base/AtomicFile.h"
#include "gis/base/Control.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// Version of our tables inside the GeoPackage; a file with a later one is refused (NewerSchema).
inline constexpr int projectSchemaVersion = 1;

/// A plan read from its file.
struct OpenedProject {
    SnapshotPtr snapshot;
    gis::Warnings warnings;   ///< linked sources that are missing, journal that waits for recovery …
    bool hasJournal = false;  ///< `<project>.journal` holds changes later than the file
    std::string stamp;        ///< of the file when it was read
};

/// Size, time, place on disk and SQLite's change counter of a file as one word; empty if there is none. Two equal
/// ones mean that nobody wrote in between.
std::string projectStamp(const std::string& path);

/// Makes a new file from the snapshot. Atomic; AlreadyExists unless allowed.
gis::Result<void> createProject(const std::string& path, const ProjectSnapshot& snapshot, gis::Overwrite overwrite,
                                const gis::JobControl& control = {});
/// Takes a plan of which all is read but the features of its linked layers. On the reading thread; should be quick.
using EarlyPlan = std::function<void(const ProjectSnapshot& plan)>;
/// Reads a plan. `early` is called once, if there are linked layers. Unreadable for a damaged or foreign file, NewerSchema for a later version; the file is not changed.
gis::Result<OpenedProject> openProject(const std::string& path, const gis::JobControl& control = {},
                                       const EarlyPlan& early = {});
/// Brings the file to the state of the snapshot in one SQLite transaction; touches only what differs. The journal
/// is emptied after the commit. Killed at any moment the file is the old or the new state.
gis::Result<void> saveProject(const std::string& path, const ProjectSnapshot& snapshot,
                              const gis::JobControl& control = {});

/// What is known of a project file since it was read or saved last.
struct KnownFile {
    SnapshotPtr plan;   ///< as the file holds it
    std::string stamp;  ///< projectStamp() at that time
};
/// As saveProject, but if the plan in the file is no longer the known one, nothing is written: ChangedElsewhere. A
/// file that was touched and holds the same plan is no reason. Answers the stamp after the save.
gis::Result<std::string> saveKnownProject(const std::string& path, const ProjectSnapshot& snapshot,
                                          const KnownFile& known, const gis::JobControl& control = {});

/// One thing that is wrong with a project file.
struct IntegrityFlaw {
    std::string kind;  ///< stable word: sqlite, foreign_key, missing_table, bad_geometry, orphan_link, bad_style …
    gis::Subject subject;
    gis::Message text;
};
/// Looks through the whole file: SQLite integrity, tables, geometries, links, styles. Empty: nothing wrong.
gis::Result<std::vector<IntegrityFlaw>> verifyProject(const std::string& path, const gis::JobControl& control = {});

/// Replays `<project>.journal` over the file and saves: the state of the last completed change. `changes` tells how
/// many were replayed; a torn last record is dropped with a warning. NotFound if there is no journal.
struct Recovery {
    std::size_t changes = 0;
    gis::Warnings warnings;
    SnapshotPtr snapshot;
};
gis::Result<Recovery> recoverProject(const std::string& path, const gis::JobControl& control = {});

}  // namespace layers
