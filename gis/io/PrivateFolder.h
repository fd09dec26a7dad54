// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/base/Result.h"

namespace gis {

/// A new folder that only this user may enter; it and what is in it go when this goes. Move-only.
class PrivateFolder {
public:
    /// In the folder `place` (hidden, so that a listing is not littered); Unwritable if that cannot be.
    static Result<PrivateFolder> in(const std::string& place);
    /// In the system's folder for temporary files.
    static Result<PrivateFolder> temporary();
    PrivateFolder(PrivateFolder&& other) noexcept;
    PrivateFolder& operator=(PrivateFolder&& other) noexcept;
    ~PrivateFolder();

    const std::string& path() const { return m_path; }

private:
    explicit PrivateFolder(std::string path) : m_path(std::move(path)) {}
    std::string m_path;
};

/// The folder a file lies in; "." for a bare name.
std::string folderOf(const std::string& path);

}  // namespace gis
