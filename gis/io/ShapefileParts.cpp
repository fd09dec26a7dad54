// SPDX-License-Identifier: Apache-2.0
#include "gis/io/ShapefileParts.h"

#include <filesystem>
#include <vector>

#include "gis/io/PrivateFolder.h"

namespace gis {

namespace fs = std::filesystem;

namespace {

std::string besides(const std::string& path, const char* ending) {
    return fs::path(path).replace_extension(ending).string();
}

/// The Shapefile that stands in the place of a new one, set aside until the new one is there.
class OldParts {
public:
    explicit OldParts(std::string aside) : m_aside(std::move(aside)) {}
    OldParts(const OldParts&) = delete;
    OldParts& operator=(const OldParts&) = delete;
    ~OldParts() { putBack(); }

    Result<void> setAside(const std::string& place) {
        std::error_code error;
        // What a link leads to is replaced through the link.
        if (!fs::exists(place, error) || fs::is_symlink(place, error)) return {};
        const std::string kept = m_aside + "/old" + fs::path(place).extension().string();
        fs::rename(place, kept, error);
        if (error)
            return fail(ErrorCode::Unwritable, {place, {}, {}}, message("gis", "cannot be written"),
                        message("gis", "choose another folder or check its permissions"), error.message());
        m_moved.emplace_back(kept, place);
        return {};
    }
    void added(const std::string& place) { m_added.push_back(place); }
    /// The new ones are there: the old ones go with the folder they were put into.
    void forget() {
        m_moved.clear();
        m_added.clear();
    }

private:
    void putBack() noexcept {
        std::error_code error;
        for (const std::string& place : m_added) fs::remove(place, error);
        for (auto part = m_moved.rbegin(); part != m_moved.rend(); ++part) fs::rename(part->first, part->second, error);
    }
    std::string m_aside;
    std::vector<std::pair<std::string, std::string>> m_moved;
    std::vector<std::string> m_added;
};

}  // namespace

Result<void> moveToTemporary(const std::string& made, const AtomicFile& file, const std::string& path) {
    std::error_code error;
    fs::rename(made, file.temporaryPath(), error);
    if (!error) return {};
    const bool full = error == std::errc::no_space_on_device;
    return fail(full ? ErrorCode::DiskFull : ErrorCode::Unwritable, {path, {}, {}}, message("gis", "cannot be written"),
                message("gis", "choose another folder or check its permissions"), error.message());
}

Result<void> placeShapefile(const std::string& made, const std::string& path, Overwrite overwrite) {
    std::error_code error;
    std::vector<std::pair<std::string, AtomicFile>> parts;
    for (const char* ending : {".shx", ".dbf", ".prj", ".cpg", ".shp"}) {
        const std::string place = std::string(ending) == ".shp" ? path : besides(path, ending);
        TUCE_TRY(file, AtomicFile::create(place, overwrite));
        const std::string part = std::string(ending) == ".shp" ? made : besides(made, ending);
        if (!fs::exists(part, error)) continue;
        TUCE_CHECK(moveToTemporary(part, file, place));
        parts.emplace_back(place, std::move(file));
    }
    OldParts old(folderOf(made));
    // Indexes of the file that stood here before know other features.
    for (const char* ending : {".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx"})
        TUCE_CHECK(old.setAside(std::string(ending) == ".shp" ? path : besides(path, ending)));
    for (auto& [place, file] : parts) {
        TUCE_CHECK(file.commit());
        old.added(place);
    }
    old.forget();
    return {};
}

}  // namespace gis
