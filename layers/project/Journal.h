// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "layers/project/ChangeSet.h"

namespace layers {

/// `<project>.journal`: every ChangeSet since the last save, appended and synced before it counts as done. Each
/// record carries its length and a checksum, so that a torn tail is seen; the head names the saved state that the
/// changes follow. append() may run while another thread saves the same project: a lock on the file keeps the two
/// apart, and what was appended after the saved revision stays.
class Journal {
public:
    /// Ready for appending; the file is made by the first append. What waits there for recovery stays, a torn tail
    /// is cut off, and the journal of another state is put aside as `<project>.journal.old`.
    static gis::Result<std::unique_ptr<Journal>> open(const std::string& projectPath);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// What append() writes of a change. Any thread: for a large document the work is here.
    static std::string recordOf(const ChangeSet& change);
    /// On failure (DiskFull, Unwritable) the journal is as it was.
    gis::Result<void> append(const std::string& record);
    gis::Result<void> append(const ChangeSet& change) { return append(recordOf(change)); }
    /// After a save: drops the changes that the file holds, and the journal with the last of them.
    gis::Result<void> clear();
    static gis::Result<void> clear(const std::string& projectPath);

    struct Content {
        std::vector<ChangeSet> changes;  ///< those that are not in the file yet
        bool tornTail = false;
        bool isForeign = false;  ///< belongs to another state of the project: nothing to replay
    };
    /// NotFound if there is none. `saved`: the documents of the project's file, on which changes of long ones build.
    static gis::Result<Content> read(const std::string& projectPath, const PolicyCorpus& saved = {});
    static std::string pathFor(const std::string& projectPath) { return projectPath + ".journal"; }

private:
    explicit Journal(std::string projectPath);
    gis::Result<void> lockPresentFile();
    gis::Result<void> write(const std::string& bytes);
    std::string m_projectPath;
    int m_fd = -1;
};

}  // namespace layers
