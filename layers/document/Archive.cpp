// SPDX-License-Identifier: Apache-2.0
#include "layers/document/Archive.h"

#include <zip.h>

#include <array>
#include <cstdlib>

#include "layers/document/DocumentWords.h"
#include "layers/document/ReaderFrame.h"

namespace layers {

namespace {

constexpr std::size_t megabyte = 1024 * 1024;
constexpr std::size_t ratioMattersFrom = 8 * megabyte;

struct FileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void Archive::Closer::operator()(zip* handle) const { zip_discard(handle); }

gis::Result<Archive> Archive::open(const std::string& path, const DocumentLimits& limits) {
    int code = 0;
    zip_t* handle = zip_open(path.c_str(), ZIP_RDONLY, &code);
    if (handle == nullptr) {
        if (code == ZIP_ER_MEMORY) std::_Exit(outOfMemoryExit);
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string said = zip_error_strerror(&error);
        zip_error_fini(&error);
        return damagedDocument(said);
    }
    Archive archive(handle, limits);
    if (static_cast<std::size_t>(zip_get_num_entries(handle, 0)) > limits.members)
        return overDocumentLimit(limits.members, "--max-members");
    return archive;
}

bool Archive::has(const std::string& name) const {
    return zip_name_locate(m_handle.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::size_t Archive::count(const std::string& folder) const {
    std::size_t found = 0;
    const auto all = static_cast<zip_uint64_t>(zip_get_num_entries(m_handle.get(), 0));
    for (zip_uint64_t i = 0; i < all; ++i)
        if (const char* name = zip_get_name(m_handle.get(), i, 0); name != nullptr)
            found += std::string_view(name).starts_with(folder) ? 1 : 0;
    return found;
}

gis::Result<std::string> Archive::read(const std::string& name) {
    const zip_int64_t index = zip_name_locate(m_handle.get(), name.c_str(), ZIP_FL_NOCASE);
    if (index < 0)
        return gis::fail(gis::ErrorCode::Unreadable, {}, documentMessage(DocumentWord::MissingPart, {name}),
                         documentMessage(DocumentWord::AdviseSave));
    zip_stat_t stat;
    zip_stat_init(&stat);
    zip_stat_index(m_handle.get(), static_cast<zip_uint64_t>(index), 0, &stat);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return gis::fail(gis::ErrorCode::Unreadable, {}, documentMessage(DocumentWord::Encrypted),
                         documentMessage(DocumentWord::AdviseDecrypt));
    const std::unique_ptr<zip_file_t, FileCloser> file(
        zip_fopen_index(m_handle.get(), static_cast<zip_uint64_t>(index), 0));
    if (!file) {
        if (zip_error_code_zip(zip_get_error(m_handle.get())) == ZIP_ER_MEMORY) std::_Exit(outOfMemoryExit);
        return damagedDocument(zip_strerror(m_handle.get()));
    }
    const std::size_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
    std::string bytes;
    std::array<char, 65536> buffer;
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
        if (got < 0) return damagedDocument(zip_file_strerror(file.get()));
        if (got == 0) break;
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
        m_unpacked += static_cast<std::size_t>(got);
        if (m_unpacked > m_limits.unpackedMegabytes * megabyte)
            return overDocumentLimit(m_limits.unpackedMegabytes, "--max-unpacked-mb");
        if (bytes.size() > ratioMattersFrom && bytes.size() / (packed + 1) > m_limits.ratio)
            return overDocumentLimit(m_limits.ratio, "--max-ratio");
    }
    return bytes;
}

gis::Result<std::string> Archive::readIfThere(const std::string& name) {
    if (!has(name)) return std::string();
    return read(name);
}

}  // namespace layers
