// SPDX-License-Identifier: Apache-2.0
#include "gis/base/AtomicFile.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

namespace gis {

namespace fs = std::filesystem;

namespace {

tl::unexpected<Error> writeFailure(const std::string& path, int error) {
    if (error == ENOSPC || error == EDQUOT) {
        return fail(ErrorCode::DiskFull, {path, {}, {}}, message("gis", "the disk is full; nothing was replaced"),
                    message("gis", "free some space and try again"), std::strerror(error));
    }
    return fail(ErrorCode::Unwritable, {path, {}, {}}, message("gis", "cannot be written"),
                message("gis", "choose another folder or check its permissions"), std::strerror(error));
}

Result<void> syncPath(const std::string& shown, const std::string& path, int flags) {
    const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
    if (fd < 0) return writeFailure(shown, errno);
    const int rc = ::fsync(fd);
    const int error = errno;
    ::close(fd);
    if (rc != 0 && error != EINVAL) return writeFailure(shown, error);
    return {};
}

std::string folderOf(const std::string& path) {
    const std::string folder = fs::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

}  // namespace

Result<AtomicFile> AtomicFile::create(const std::string& path, Overwrite overwrite) {
    std::error_code ec;
    if (overwrite == Overwrite::No && fs::exists(path, ec)) {
        return fail(ErrorCode::AlreadyExists, {path, {}, {}}, message("gis", "the file exists already"),
                    message("gis", "name another file or allow replacing it with --force"));
    }
    if (fs::is_directory(path, ec)) {
        return fail(ErrorCode::Unwritable, {path, {}, {}}, message("gis", "is a folder"),
                    message("gis", "name a file"));
    }
    const std::string folder = folderOf(path);
    if (!fs::is_directory(folder, ec)) {
        return fail(ErrorCode::Unwritable, {path, {}, {}}, message("gis", "the folder does not exist"),
                    message("gis", "make the folder first"));
    }
    if (::access(folder.c_str(), W_OK) != 0) return writeFailure(path, errno);
    // A link is written through, so that the link stays one.
    const std::string target = fs::is_symlink(path, ec) ? fs::weakly_canonical(path, ec).string() : path;
    static std::atomic_uint counter{0};
    const fs::path place(target);
    const std::string name = "." + place.stem().string() + "." + std::to_string(::getpid()) + "-" +
                             std::to_string(counter++) + ".part" + place.extension().string();
    return AtomicFile(target, folderOf(target) + "/" + name, overwrite);
}

AtomicFile::AtomicFile(std::string path, std::string temporary, Overwrite overwrite)
    : m_path(std::move(path)), m_temporary(std::move(temporary)), m_overwrite(overwrite) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_temporary(std::exchange(other.m_temporary, {})),
      m_overwrite(other.m_overwrite) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
    std::swap(m_path, other.m_path);
    std::swap(m_temporary, other.m_temporary);
    std::swap(m_overwrite, other.m_overwrite);
    return *this;
}

AtomicFile::~AtomicFile() { discard(); }

void AtomicFile::discard() noexcept {
    if (m_temporary.empty()) return;
    ::unlink(m_temporary.c_str());
    m_temporary.clear();
}

Result<void> AtomicFile::commit() {
    TUCE_CHECK(syncPath(m_path, m_temporary, O_RDONLY));
    if (m_overwrite == Overwrite::No) {
        // link() fails where rename() would replace a file that appeared meanwhile
        if (::link(m_temporary.c_str(), m_path.c_str()) == 0) {
            discard();
            return syncPath(m_path, folderOf(m_path), O_RDONLY | O_DIRECTORY);
        }
        if (errno == EEXIST) {
            return fail(ErrorCode::AlreadyExists, {m_path, {}, {}}, message("gis", "the file exists already"),
                        message("gis", "name another file or allow replacing it with --force"));
        }
    }
    if (std::rename(m_temporary.c_str(), m_path.c_str()) != 0) return writeFailure(m_path, errno);
    m_temporary.clear();
    return syncPath(m_path, folderOf(m_path), O_RDONLY | O_DIRECTORY);
}

Result<void> writeFile(const std::string& path, const std::string& bytes, Overwrite overwrite) {
    TUCE_TRY(file, AtomicFile::create(path, overwrite));
    const int fd = ::open(file.temporaryPath().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0) return writeFailure(path, errno);
    std::size_t written = 0;
    while (written < bytes.size()) {
        const ssize_t n = ::write(fd, bytes.data() + written, bytes.size() - written);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            const int error = errno;
            ::close(fd);
            return writeFailure(path, error);
        }
        written += static_cast<std::size_t>(n);
    }
    if (::close(fd) != 0) return writeFailure(path, errno);
    return file.commit();
}

}  // namespace gis
