// SPDX-License-Identifier: Apache-2.0
#include "layers/project/ProjectStore.h"

#include <unistd.h>

#include <filesystem>

#include "layers/project/FileChange.h"
#include "layers/project/Journal.h"
#include "layers/project/ProjectReader.h"
#include "layers/project/ProjectState.h"
#include "layers/project/ProjectTables.h"
#include "layers/project/ProjectWriter.h"

namespace layers {

namespace {

using Kind = gis::SqliteTransaction::Kind;

/// A project that is replaced while a killed save waits to be rolled back: the rollback must not reach the new file.
void settleReplacedFile(const std::string& path) {
    std::error_code ec;
    if (!std::filesystem::exists(path + "-journal", ec) && !std::filesystem::exists(path + "-wal", ec)) return;
    if (std::filesystem::is_regular_file(path, ec)) (void)gis::SqliteDatabase::open(path, gis::SqliteMode::ReadWrite);
    for (const char* ending : {"-journal", "-wal", "-shm"}) ::unlink((path + ending).c_str());
}

gis::Result<void> writeNewFile(const std::string& path, const ProjectSnapshot& snapshot,
                               const gis::JobControl& control) {
    TUCE_TRY(database, gis::SqliteDatabase::open(path, gis::SqliteMode::Create));
    database.disableTriggers();
    database.stopOn(control.cancel);
    // Nobody sees the file before it is whole and synced.
    TUCE_CHECK(database.execute("PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF"));
    TUCE_TRY(transaction, gis::SqliteTransaction::begin(database, Kind::Write));
    TUCE_CHECK(createProjectTables(database));
    TUCE_CHECK(writeProject(database, snapshot, control));
    return transaction.commit();
}

/// The error is about the file that was asked for, not about its temporary place.
gis::Result<void> named(gis::Result<void> result, const std::string& temporary, const std::string& path) {
    if (!result && result.error().subject.path == temporary) result.error().subject.path = path;
    return result;
}

gis::Result<void> noteJournal(const std::string& path, OpenedProject& opened) {
    std::error_code ec;
    if (!std::filesystem::exists(Journal::pathFor(path), ec)) return {};
    const auto content = Journal::read(path, opened.snapshot ? opened.snapshot->corpus : PolicyCorpus());
    const gis::Subject subject{Journal::pathFor(path), {}, {}};
    if (!content) {
        opened.warnings.push_back({"journal", subject, content.error().problem});
    } else if (content->isForeign) {
        opened.warnings.push_back({"foreign_journal", subject,
                                   gis::message("layers",
                                                "the journal belongs to another state of the project and "
                                                "is not used")});
    } else if (!content->changes.empty()) {
        opened.hasJournal = true;
        opened.warnings.push_back(
            {"journal", subject,
             gis::message("layers", "%1 changes were not saved; `tuce-cli project recover` brings them back",
                          {std::to_string(content->changes.size())})});
    }
    return {};
}

}  // namespace

gis::Result<void> createProject(const std::string& path, const ProjectSnapshot& snapshot, gis::Overwrite overwrite,
                                const gis::JobControl& control) {
    TUCE_TRY(file, gis::AtomicFile::create(path, overwrite));
    TUCE_CHECK(named(writeNewFile(file.temporaryPath(), snapshot, control), file.temporaryPath(), path));
    settleReplacedFile(path);
    TUCE_CHECK(file.commit());
    return Journal::clear(path);
}

gis::Result<OpenedProject> openProject(const std::string& path, const gis::JobControl& control,
                                       const EarlyPlan& early) {
    OpenedProject opened;
    {
        TUCE_TRY(database, gis::SqliteDatabase::open(path, gis::SqliteMode::ReadOnly));
        database.stopOn(control.cancel);
        TUCE_TRY(transaction, gis::SqliteTransaction::begin(database, Kind::Read));
        TUCE_CHECK(checkProjectTables(database));
        TUCE_TRY(snapshot, readProject(database, opened.warnings, control, early));
        opened.snapshot = std::move(snapshot);
        opened.stamp = projectStamp(path);  // nobody writes as long as the transaction is open
        TUCE_CHECK(transaction.commit());
    }
    TUCE_CHECK(noteJournal(path, opened));
    return opened;
}

namespace {

gis::Result<void> writeOver(const std::string& path, const ProjectSnapshot& snapshot, const KnownFile* known,
                            const gis::JobControl& control) {
    TUCE_TRY(database, gis::SqliteDatabase::open(path, gis::SqliteMode::ReadWrite));
    database.disableTriggers();
    database.stopOn(control.cancel);
    TUCE_CHECK(database.execute("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL"));
    TUCE_TRY(transaction, gis::SqliteTransaction::begin(database, Kind::Write));
    TUCE_CHECK(checkProjectTables(database));
    // Within the transaction: whoever wants to write now has to wait.
    if (known != nullptr) TUCE_CHECK(checkUnchanged(database, *known, control));
    TUCE_CHECK(writeProject(database, snapshot, control));
    TUCE_CHECK(transaction.commit());
    return {};
}

/// `known` may be null.
gis::Result<void> saveOver(const std::string& path, const ProjectSnapshot& snapshot, const KnownFile* known,
                           const gis::JobControl& control) {
    if (auto written = writeOver(path, snapshot, known, control); !written) {
        // After a full disk SQLite leaves the rolling back to the next one who reads.
        (void)readProjectState(path);
        return written;
    }
    // The plan is saved whether or not this works: a journal that stays knows by its state what is left of it.
    (void)Journal::clear(path);
    return {};
}

}  // namespace

gis::Result<void> saveProject(const std::string& path, const ProjectSnapshot& snapshot,
                              const gis::JobControl& control) {
    return saveOver(path, snapshot, nullptr, control);
}

gis::Result<std::string> saveKnownProject(const std::string& path, const ProjectSnapshot& snapshot,
                                          const KnownFile& known, const gis::JobControl& control) {
    TUCE_CHECK(saveOver(path, snapshot, &known, control));
    return projectStamp(path);
}

gis::Result<Recovery> recoverProject(const std::string& path, const gis::JobControl& control) {
    TUCE_TRY(opened, openProject(path, control));
    TUCE_TRY(content, Journal::read(path, opened.snapshot->corpus));
    Recovery recovery;
    const gis::Subject subject{Journal::pathFor(path), {}, {}};
    if (content.tornTail)
        recovery.warnings.push_back(
            {"torn_journal", subject, gis::message("layers", "the last record is cut off and was left out")});
    if (content.isForeign)
        return gis::fail(gis::ErrorCode::Refused, subject,
                         gis::message("layers", "the journal belongs to another state of the project"),
                         gis::message("layers", "put the project file that it was written for in its place"));
    SnapshotPtr snapshot = opened.snapshot;
    for (const ChangeSet& change : content.changes) {
        auto next = applied(snapshot, change);
        if (!next) {
            next.error().subject.path = subject.path;
            next.error().code = gis::ErrorCode::Unreadable;
            return tl::unexpected<gis::Error>(std::move(next).error());
        }
        snapshot = std::move(*next);
    }
    TUCE_CHECK(saveProject(path, *snapshot, control));
    TUCE_CHECK(Journal::clear(path));
    TUCE_TRY(reopened, openProject(path, control));
    recovery.changes = content.changes.size();
    recovery.snapshot = reopened.snapshot;
    recovery.warnings.insert(recovery.warnings.end(), reopened.warnings.begin(), reopened.warnings.end());
    return recovery;
}

}  // namespace layers
