// SPDX-License-Identifier: Apache-2.0
#include "gis/io/CacheFile.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QByteArray>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QSysInfo>
#include <atomic>
#include <cstring>

#include "gis/base/AtomicFile.h"
#include "gis/base/Parallel.h"

namespace gis {

namespace {

constexpr std::size_t blockBytes = 4U << 20U;
constexpr std::size_t alignment = 64;
constexpr std::size_t longestKey = 1U << 20U;
constexpr std::size_t mostSections = 4096;
constexpr char magic[16] = "Tuce cache 1\r\n\x1a";

struct FileHead {
    char magic[16];
    std::uint64_t fileBytes, keyBytes, sectionCount, contentBegin;
    std::uint8_t contentHash[32];
    std::uint8_t seal[32];  ///< over the head with zeros here, the key and the table of sections
};
struct SectionHead {
    char name[32];
    std::uint64_t begin, bytes;
};
static_assert(std::is_trivially_copyable_v<FileHead> && sizeof(FileHead) == 112 && sizeof(SectionHead) == 48);

std::size_t aligned(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

ContentHash hashOf(const void* bytes, std::size_t size) {
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    const auto* at = static_cast<const char*>(bytes);
    hash.addData(QByteArrayView(at, static_cast<qsizetype>(size)));
    const QByteArray found = hash.result();
    ContentHash result;
    std::memcpy(result.data(), found.constData(), result.size());
    return result;
}

/// What only this machine and user know without keeping a secret in a file of ours.
QByteArray sealKey() { return QSysInfo::machineUniqueId() + QByteArray::number(::getuid()) + "Tuce cache"; }

void makeSeal(const std::string& header, std::uint8_t (&seal)[32]) {
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, sealKey());
    code.addData(header.data(), static_cast<qsizetype>(header.size()));
    std::memcpy(seal, code.result().constData(), sizeof seal);
}

/// A mapped file; the mapping outlives the file's name.
class Mapping {
public:
    static std::shared_ptr<const Mapping> of(const std::string& path) {
        const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
        if (file < 0) return nullptr;
        struct stat status {};
        auto mapping = std::make_shared<Mapping>();
        if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
            mapping->m_size = static_cast<std::size_t>(status.st_size);
            void* begin = ::mmap(nullptr, mapping->m_size, PROT_READ, MAP_PRIVATE, file, 0);
            if (begin != MAP_FAILED) mapping->m_begin = begin;
        }
        ::close(file);
        return mapping->m_begin != nullptr ? mapping : nullptr;
    }
    Mapping() = default;
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    ~Mapping() {
        if (m_begin != nullptr) ::munmap(m_begin, m_size);
    }
    std::span<const std::byte> bytes() const { return {static_cast<const std::byte*>(m_begin), m_size}; }

private:
    void* m_begin = nullptr;
    std::size_t m_size = 0;
};

}  // namespace

std::optional<ContentHash> contentHash(std::span<const std::byte> bytes, const JobControl& control) {
    std::vector<ContentHash> blocks((bytes.size() + blockBytes - 1) / blockBytes);
    const bool whole = parallelFor(blocks.size(), {control.cancel, {}, control.threads}, [&](std::size_t i, unsigned) {
        const auto block = bytes.subspan(i * blockBytes, std::min(blockBytes, bytes.size() - i * blockBytes));
        blocks[i] = hashOf(block.data(), block.size());
    });
    if (!whole) return std::nullopt;
    return hashOf(blocks.data(), blocks.size() * sizeof(ContentHash));
}

std::optional<ContentHash> contentHash(const std::string& path, const JobControl& control) {
    // Read, not mapped: somebody else may cut the file off meanwhile.
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (file < 0 || ::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        if (file >= 0) ::close(file);
        return std::nullopt;
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    std::vector<ContentHash> blocks((size + blockBytes - 1) / blockBytes);
    std::atomic_bool readable{true};
    const bool whole = parallelFor(blocks.size(), {control.cancel, {}, control.threads}, [&](std::size_t i, unsigned) {
        std::vector<char> buffer(std::min(blockBytes, size - i * blockBytes));
        std::size_t got = 0;
        while (got < buffer.size()) {
            const ssize_t count =
                ::pread(file, buffer.data() + got, buffer.size() - got, static_cast<off_t>(i * blockBytes + got));
            if (count <= 0) break;
            got += static_cast<std::size_t>(count);
        }
        if (got < buffer.size()) readable = false;
        blocks[i] = hashOf(buffer.data(), got);
    });
    ::close(file);
    if (!whole || !readable) return std::nullopt;
    return hashOf(blocks.data(), blocks.size() * sizeof(ContentHash));
}

namespace {

/// Header and table of sections as bytes, the seal still zeros.
std::string headerOf(const FileHead& head, const std::string& key, const std::vector<SectionHead>& table) {
    std::string header(reinterpret_cast<const char*>(&head), sizeof head);
    header += key;
    header.append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(SectionHead));
    return header;
}

bool writeAll(int file, const void* bytes, std::size_t size) {
    const auto* at = static_cast<const char*>(bytes);
    while (size > 0) {
        const ssize_t count = ::write(file, at, std::min<std::size_t>(size, 1U << 28U));
        if (count <= 0) return false;
        at += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

}  // namespace

Result<void> CacheFile::write(const std::string& path, const std::string& key, const std::vector<Section>& sections,
                              const JobControl& control) {
    FileHead head{};
    std::memcpy(head.magic, magic, sizeof magic);
    head.keyBytes = key.size();
    head.sectionCount = sections.size();
    head.contentBegin = aligned(sizeof head + key.size() + sections.size() * sizeof(SectionHead));
    std::vector<SectionHead> table;
    std::size_t at = head.contentBegin;
    std::vector<ContentHash> hashes;
    for (const Section& section : sections) {
        SectionHead entry{};
        section.name.copy(entry.name, sizeof entry.name - 1);
        entry.begin = at;
        entry.bytes = section.bytes.size();
        at += aligned(section.bytes.size());
        table.push_back(entry);
        const auto hash = contentHash(section.bytes, control);
        if (!hash) return canceled();
        hashes.push_back(*hash);
    }
    head.fileBytes = at;
    const ContentHash hash = hashOf(hashes.data(), hashes.size() * sizeof(ContentHash));
    std::memcpy(head.contentHash, hash.data(), hash.size());
    makeSeal(headerOf(head, key, table), head.seal);

    TUCE_TRY(output, AtomicFile::create(path, Overwrite::Yes));
    const int file = ::open(output.temporaryPath().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool good = file >= 0;
    const std::string zeros(alignment, '\0');
    const auto put = [&](const void* bytes, std::size_t size) {
        good = good && !control.cancel.isCanceled() && writeAll(file, bytes, size) &&
               writeAll(file, zeros.data(), aligned(size) - size);
    };
    const std::string header = headerOf(head, key, table);
    put(header.data(), header.size());
    for (const Section& section : sections) put(section.bytes.data(), section.bytes.size());
    if (file >= 0) ::close(file);
    if (control.cancel.isCanceled()) return canceled();
    if (!good) return fail(ErrorCode::Unwritable, {path, {}, {}}, message("gis", "cannot be written"));
    return output.commit();
}

std::optional<CacheFile> CacheFile::open(const std::string& path, const std::string& key) {
    const auto mapping = Mapping::of(path);
    if (!mapping) return std::nullopt;
    CacheFile file;
    file.m_path = path;
    file.m_bytes = mapping->bytes();
    file.m_storage = mapping;
    if (!file.readHeader(key)) return std::nullopt;
    return file;
}

bool CacheFile::readHeader(const std::string& key) {
    FileHead head{};
    if (m_bytes.size() < sizeof head) return false;
    std::memcpy(&head, m_bytes.data(), sizeof head);
    if (std::memcmp(head.magic, magic, sizeof magic) != 0 || head.fileBytes != m_bytes.size() ||
        head.keyBytes > longestKey || head.keyBytes != key.size() || head.sectionCount > mostSections)
        return false;
    const std::size_t headerBytes = sizeof head + head.keyBytes + head.sectionCount * sizeof(SectionHead);
    if (head.contentBegin != aligned(headerBytes) || head.contentBegin > m_bytes.size()) return false;
    const auto* begin = reinterpret_cast<const char*>(m_bytes.data());
    const std::string found(begin + sizeof head, head.keyBytes);
    std::vector<SectionHead> table(head.sectionCount);
    std::memcpy(table.data(), begin + sizeof head + head.keyBytes, table.size() * sizeof(SectionHead));
    FileHead unsealed = head;
    std::memset(unsealed.seal, 0, sizeof unsealed.seal);
    std::uint8_t seal[32];
    makeSeal(headerOf(unsealed, found, table), seal);
    if (found != key || std::memcmp(seal, head.seal, sizeof seal) != 0) return false;

    std::size_t at = head.contentBegin;
    for (SectionHead& entry : table) {
        entry.name[sizeof entry.name - 1] = '\0';
        if (entry.begin != at || entry.bytes > m_bytes.size() - at) return false;
        m_sections.push_back({entry.name, m_bytes.subspan(entry.begin, entry.bytes)});
        at += aligned(entry.bytes);
        if (at > m_bytes.size()) return false;
    }
    std::memcpy(m_hash.data(), head.contentHash, m_hash.size());
    return at == m_bytes.size();
}

std::optional<std::span<const std::byte>> CacheFile::find(const std::string& name) const {
    for (const Section& section : m_sections)
        if (section.name == name) return section.bytes;
    return std::nullopt;
}

std::string CacheFile::text(const std::string& name) const {
    const auto bytes = find(name);
    return bytes ? std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size()) : std::string();
}

bool CacheFile::isWhole(const JobControl& control) const {
    std::vector<ContentHash> hashes;
    for (const Section& section : m_sections) {
        const auto hash = contentHash(section.bytes, control);
        if (!hash) return false;
        hashes.push_back(*hash);
    }
    return hashOf(hashes.data(), hashes.size() * sizeof(ContentHash)) == m_hash;
}

}  // namespace gis
