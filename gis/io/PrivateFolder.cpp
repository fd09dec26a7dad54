// SPDX-License-Identifier: Apache-2.0
#include "gis/io/PrivateFolder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

namespace gis {

namespace fs = std::filesystem;

Result<PrivateFolder> PrivateFolder::in(const std::string& place) {
    std::string pattern = place + "/.tuce-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) {
        const int error = errno;
        return fail(error == ENOSPC || error == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Unwritable, {place, {}, {}},
                    message("gis", "the folder cannot be written to"),
                    message("gis", "choose another folder or check its permissions"), std::strerror(error));
    }
    return PrivateFolder(pattern);
}

Result<PrivateFolder> PrivateFolder::temporary() {
    std::error_code error;
    const std::string place = fs::temp_directory_path(error).string();
    return in(error ? "/tmp" : place);
}

PrivateFolder::PrivateFolder(PrivateFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}

PrivateFolder& PrivateFolder::operator=(PrivateFolder&& other) noexcept {
    std::swap(m_path, other.m_path);
    return *this;
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    if (!m_path.empty()) fs::remove_all(m_path, ignored);
}

std::string folderOf(const std::string& path) {
    const std::string folder = fs::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

}  // namespace gis
