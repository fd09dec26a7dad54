// SPDX-License-Identifier: Apache-2.0
#include "layers/project/Journal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "gis/base/AtomicFile.h"
#include "gis/base/Resources.h"
#include "layers/project/ChangeSetCodec.h"
#include "layers/project/JournalFormat.h"

namespace layers {

namespace {

constexpr std::size_t largestJournal = std::size_t{8} << 30U;

tl::unexpected<gis::Error> writeFailure(const std::string& path, int error) {
    if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        return gis::fail(gis::ErrorCode::DiskFull, {path, {}, {}},
                         gis::message("layers", "the disk is full; the change was not made"),
                         gis::message("layers", "free some space and try again"), std::strerror(error));
    return gis::fail(gis::ErrorCode::Unwritable, {path, {}, {}},
                     gis::message("layers", "the journal cannot be written; the change was not made"),
                     gis::message("layers", "check the permissions of the folder"), std::strerror(error));
}

/// Holds the lock of an open journal file while it lives.
class FileLock {
public:
    explicit FileLock(int fd) : m_fd(fd) {
        while (::flock(m_fd, LOCK_EX) != 0 && errno == EINTR) continue;
    }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock() { ::flock(m_fd, LOCK_UN); }

private:
    int m_fd;
};

/// A file that is closed on leaving.
struct OpenFile {
    int fd = -1;
    explicit OpenFile(const std::string& path, int flags) : fd(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW)) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (fd >= 0) ::close(fd);
    }
};

bool isStillAt(int fd, const std::string& path) {
    struct stat open {};
    struct stat there {};
    return ::fstat(fd, &open) == 0 && ::lstat(path.c_str(), &there) == 0 && open.st_ino == there.st_ino &&
           open.st_dev == there.st_dev;
}

bool exists(const std::string& path) {
    std::error_code ec;
    return std::filesystem::exists(path, ec);
}

gis::Result<void> syncFolderOf(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    const OpenFile file(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
    if (file.fd >= 0 && ::fsync(file.fd) != 0 && errno != EINVAL) return writeFailure(path, errno);
    return {};
}

gis::Result<void> putAside(const std::string& path) {
    if (std::rename(path.c_str(), (path + ".old").c_str()) != 0) return writeFailure(path, errno);
    return syncFolderOf(path);
}

/// Brings a journal into line with what the project file holds: what is saved goes, what waits stays.
gis::Result<void> settle(const std::string& path, const ProjectState& state) {
    TUCE_TRY(bytes, gis::readFile(path, largestJournal));
    TUCE_TRY(journal, parseJournal(path, bytes));
    const JournalRemainder remainder = remainderOf(journal, state);
    if (remainder.kind == JournalRemainder::Kind::Foreign) return putAside(path);
    if (remainder.kind == JournalRemainder::Kind::Nothing) {
        if (::unlink(path.c_str()) != 0 && errno != ENOENT) return writeFailure(path, errno);
        return syncFolderOf(path);
    }
    if (journal.stateId == state.id && remainder.first == 0 && !journal.tornTail) return {};
    std::string rest = journalHead(state);
    for (std::size_t i = remainder.first; i < journal.payloads.size(); ++i) rest += journalRecord(journal.payloads[i]);
    return gis::writeFile(path, rest, gis::Overwrite::Yes);
}

}  // namespace

Journal::Journal(std::string projectPath) : m_projectPath(std::move(projectPath)) {}

Journal::~Journal() {
    if (m_fd >= 0) ::close(m_fd);
}

gis::Result<std::unique_ptr<Journal>> Journal::open(const std::string& projectPath) {
    TUCE_CHECK(clear(projectPath));
    return std::unique_ptr<Journal>(new Journal(projectPath));
}

/// After this m_fd is the file that lies at the path now, locked. A save may have replaced or removed it.
gis::Result<void> Journal::lockPresentFile() {
    const std::string path = pathFor(m_projectPath);
    for (;;) {
        if (m_fd < 0) m_fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
        if (m_fd < 0) return writeFailure(path, errno);
        while (::flock(m_fd, LOCK_EX) != 0 && errno == EINTR) continue;
        if (isStillAt(m_fd, path)) return {};
        ::close(m_fd);
        m_fd = -1;
    }
}

std::string Journal::recordOf(const ChangeSet& change) { return journalRecord(encodeChangeSet(change)); }

gis::Result<void> Journal::append(const std::string& record) {
    TUCE_CHECK(lockPresentFile());
    auto outcome = write(record);
    ::flock(m_fd, LOCK_UN);
    return outcome;
}

/// Appends to the locked file, with a head if it is new; all of it or nothing.
gis::Result<void> Journal::write(const std::string& record) {
    const std::string path = pathFor(m_projectPath);
    struct stat status {};
    if (::fstat(m_fd, &status) != 0 || !S_ISREG(status.st_mode)) return writeFailure(path, EINVAL);
    std::string bytes = record;
    if (status.st_size == 0) {
        TUCE_TRY(state, readProjectState(m_projectPath));
        bytes = journalHead(state) + record;
        TUCE_CHECK(syncFolderOf(path));
    }
    std::size_t written = 0;
    int error = 0;
    while (written < bytes.size() && error == 0) {
        const ssize_t count = ::pwrite(m_fd, bytes.data() + written, bytes.size() - written,
                                       status.st_size + static_cast<off_t>(written));
        if (count > 0)
            written += static_cast<std::size_t>(count);
        else if (errno != EINTR)
            error = errno != 0 ? errno : EIO;
    }
    if (error == 0 && ::fdatasync(m_fd) != 0) error = errno;
    if (error == 0) return {};
    if (::ftruncate(m_fd, status.st_size) != 0) error = errno;
    return writeFailure(path, error);
}

gis::Result<void> Journal::clear() { return clear(m_projectPath); }

gis::Result<void> Journal::clear(const std::string& projectPath) {
    const std::string path = pathFor(projectPath);
    const OpenFile file(path, O_RDONLY | O_NONBLOCK);
    if (file.fd < 0) return errno == ENOENT ? gis::Result<void>{} : writeFailure(path, errno);
    const FileLock lock(file.fd);
    if (!exists(path)) return {};
    TUCE_TRY(state, readProjectState(projectPath));
    return settle(path, state);
}

gis::Result<Journal::Content> Journal::read(const std::string& projectPath, const PolicyCorpus& saved) {
    const std::string path = pathFor(projectPath);
    TUCE_TRY(bytes, gis::readFile(path, largestJournal));
    TUCE_TRY(journal, parseJournal(path, bytes));
    TUCE_TRY(state, readProjectState(projectPath));
    const JournalRemainder remainder = remainderOf(journal, state);
    Content content;
    content.tornTail = journal.tornTail;
    content.isForeign = remainder.kind == JournalRemainder::Kind::Foreign;
    if (remainder.kind != JournalRemainder::Kind::Waiting) return content;
    KnownDocuments known;
    for (const auto& document : saved.documents()) known[document->id] = document;
    for (std::size_t i = remainder.first; i < journal.payloads.size(); ++i) {
        auto change = decodeChangeSet(journal.payloads[i], known);
        if (!change) {
            change.error().subject.path = path;
            return tl::unexpected<gis::Error>(std::move(change).error());
        }
        for (const Change& one : change->changes)
            if (const auto* document = std::get_if<DocumentChange>(&one);
                document && (document->before || document->after))
                known[document->after ? document->after->id : document->before->id] = document->after;
        content.changes.push_back(std::move(*change));
    }
    return content;
}

}  // namespace layers
