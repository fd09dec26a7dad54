// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "gis/base/Result.h"

namespace gis {

/// Whether an existing file may be replaced.
enum class Overwrite { No, Yes };

/// An output that is whole or not there. Hands out a temporary name beside `path`, with the same ending; commit()
/// syncs it to disk and renames it over `path`; without commit the temporary is removed. One thread.
class AtomicFile {
public:
    /// Refuses a folder that is not writable and, with Overwrite::No, an existing file (AlreadyExists).
    static Result<AtomicFile> create(const std::string& path, Overwrite overwrite);
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    ~AtomicFile();

    /// Where to write. The file does not exist yet.
    const std::string& temporaryPath() const { return m_temporary; }
    Result<void> commit();

private:
    AtomicFile(std::string path, std::string temporary, Overwrite overwrite);
    void discard() noexcept;
    std::string m_path;
    std::string m_temporary;
    Overwrite m_overwrite = Overwrite::No;
};

/// Writes bytes atomically. Unwritable or DiskFull on failure, and `path` is as it was.
Result<void> writeFile(const std::string& path, const std::string& bytes, Overwrite overwrite);

}  // namespace gis
