// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "layers/project/ChangeSet.h"

namespace layers {

/// `<project>.journal`: every ChangeSet since the last save, appended and synced before it counts as done. Each
/// record carries its length and a checksum, so that a torn tail is seen. One thread.
class Journal {
public:
    /// Opens for appending; `savedRevision` and the project's saved state id head a new file.
    static gis::Result<std::unique_ptr<Journal>> open(const std::string& projectPath);
    ~Journal();

    gis::Result<void> append(const ChangeSet& change);
    /// After a save: the changes are in the file.
    gis::Result<void> clear();

    struct Content {
        std::vector<ChangeSet> changes;
        bool tornTail = false;
    };
    /// NotFound if there is none.
    static gis::Result<Content> read(const std::string& projectPath);
    static std::string pathFor(const std::string& projectPath) { return projectPath + ".journal"; }

private:
    explicit Journal(std::string path, int fd);
    std::string m_path;
    int m_fd = -1;
};

}  // namespace layers
