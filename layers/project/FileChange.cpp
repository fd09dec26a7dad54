// SPDX-License-Identifier: Apache-2.0
#include "layers/project/FileChange.h"

#include <sys/stat.h>

#include <array>
#include <fstream>

#include "layers/project/ProjectReader.h"

namespace layers {

namespace {

/// "File change counter" of the database header (SQLite file format, 1.3.7).
std::string changeCounter(const std::string& path) {
    constexpr std::streamoff place = 24;
    std::ifstream file(path, std::ios::binary);
    std::array<char, 4> bytes{};
    file.seekg(place);
    file.read(bytes.data(), bytes.size());
    std::string digits;
    for (const char byte : bytes) digits += std::to_string(static_cast<unsigned char>(byte)) + ".";
    return digits;
}

ProjectSnapshot withoutLinkedFeatures(const ProjectSnapshot& plan) {
    ProjectSnapshot bare = plan;
    for (LayerPtr& layer : bare.layers) {
        if (!layer->source.isLinked()) continue;
        Layer head = *layer;
        head.table = gis::FeatureTable();
        if (head.raster) head.raster->grid = {};
        layer = std::make_shared<const Layer>(std::move(head));
    }
    return bare;
}

}  // namespace

std::string projectStamp(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {};
    return std::to_string(status.st_size) + " " + std::to_string(status.st_mtim.tv_sec) + "." +
           std::to_string(status.st_mtim.tv_nsec) + " " + std::to_string(status.st_dev) + ":" +
           std::to_string(status.st_ino) + " " + changeCounter(path);
}

gis::Result<void> checkUnchanged(const gis::SqliteDatabase& database, const KnownFile& known,
                                 const gis::JobControl& control) {
    if (!known.plan || projectStamp(database.path()) == known.stamp) return {};
    gis::Warnings ignored;
    TUCE_TRY(present, readProject(database, ignored, gis::JobControl{control.cancel, {}, control.threads}));
    if (withoutLinkedFeatures(*present).samePlan(withoutLinkedFeatures(*known.plan))) return {};
    return gis::fail(gis::ErrorCode::ChangedElsewhere, {database.path(), {}, {}},
                     gis::message("layers", "another program has changed the file since it was read"),
                     gis::message("layers", "save under another name, or read the file again"));
}

}  // namespace layers
