// SPDX-License-Identifier: Apache-2.0
#include "layers/report/OutputGroup.h"

#include <algorithm>
#include <filesystem>

#include "gis/io/VectorFile.h"

namespace layers {

namespace fs = std::filesystem;

gis::Result<std::string> OutputGroup::add(const std::string& path) {
    TUCE_TRY(file, gis::AtomicFile::create(path, m_overwrite));
    m_files.push_back(std::move(file));
    return m_files.back().temporaryPath();
}

gis::Result<void> OutputGroup::write(const std::string& path, const std::string& bytes) {
    TUCE_TRY(temporary, add(path));
    return onOutput(path, gis::writeFile(temporary, bytes, gis::Overwrite::No));
}

gis::Result<void> onOutput(const std::string& path, gis::Result<void> written) {
    if (written) return written;
    gis::Error error = std::move(written).error();
    error.subject.path = path;
    return tl::unexpected<gis::Error>(std::move(error));
}

gis::Result<void> OutputGroup::commit() {
    for (gis::AtomicFile& file : m_files) TUCE_CHECK(file.commit());
    m_files.clear();
    return {};
}

std::string endingOf(const std::string& path) {
    std::string ending = fs::path(path).extension().string();
    for (char& c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return ending;
}

gis::Result<void> endingsPossible(const std::vector<std::string>& paths, const std::vector<std::string>& available) {
    std::string all;
    for (const std::string& ending : available) all += (all.empty() ? "" : " ") + ending;
    for (const std::string& path : paths) {
        const std::string ending = endingOf(path);
        if (std::find(available.begin(), available.end(), ending) != available.end()) continue;
        return gis::fail(gis::ErrorCode::UnsupportedFormat, {path, {}, {}},
                         ending.empty() ? gis::message("layers", "the file name has no ending to tell the format")
                                        : gis::message("layers", "cannot write %1", {ending}),
                         gis::message("layers", "available: %1", {all}));
    }
    return {};
}

gis::Result<void> placesPossible(const std::vector<std::string>& paths, const std::vector<std::string>& inputs,
                                 gis::Overwrite overwrite) {
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const gis::Subject subject{paths[i], {}, {}};
        for (const std::string& input : inputs) {
            if (!gis::sameFile(paths[i], input)) continue;
            return gis::fail(gis::ErrorCode::InvalidArgument, subject,
                             gis::message("layers", "an output must not replace an input"),
                             gis::message("layers", "name another file"));
        }
        for (std::size_t k = 0; k < i; ++k) {
            if (!gis::sameFile(paths[i], paths[k])) continue;
            return gis::fail(gis::ErrorCode::InvalidArgument, subject,
                             gis::message("layers", "two outputs are the same file"),
                             gis::message("layers", "name different files"));
        }
        std::error_code error;
        if (overwrite == gis::Overwrite::No && fs::exists(paths[i], error)) {
            return gis::fail(gis::ErrorCode::AlreadyExists, subject, gis::message("layers", "the file exists already"),
                             gis::message("layers", "name another file or allow replacing it with --force"));
        }
    }
    return {};
}

}  // namespace layers
