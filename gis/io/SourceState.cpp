// SPDX-License-Identifier: Apache-2.0
#include "gis/io/SourceState.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "gis/io/RasterFile.h"
#include "gis/io/SourceFile.h"

namespace gis {

namespace fs = std::filesystem;

namespace {

std::string hex(const std::string& bytes) {
    static const char* const digits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        text += digits[(static_cast<unsigned char>(c) >> 4U) & 15U];
        text += digits[static_cast<unsigned char>(c) & 15U];
    }
    return text;
}

/// So many bytes of a file, fewer at its end.
std::string bytesAt(const std::string& path, std::streamoff begin, std::size_t count) {
    std::string bytes(count, '\0');
    std::ifstream file(path, std::ios::binary);
    file.seekg(begin);
    file.read(bytes.data(), static_cast<std::streamsize>(count));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    return bytes;
}

std::vector<std::string> filesOf(const SourceFile& source) {
    std::error_code error;
    std::vector<std::string> files{source.absolute};
    const auto addIfThere = [&](const std::string& path) {
        if (!path.empty() && fs::is_regular_file(path, error)) files.push_back(path);
    };
    switch (source.kind) {
        case FileKind::GeoPackage:
            for (const char* log : {"-wal", "-journal"}) addIfThere(source.absolute + log);
            break;
        case FileKind::Shapefile:
            for (const char* part : {".shx", ".dbf", ".prj", ".cpg"}) addIfThere(sidecar(source.absolute, part));
            break;
        case FileKind::FileGeodatabase:
            files.clear();
            for (const auto& entry : fs::directory_iterator(source.absolute, error)) addIfThere(entry.path().string());
            std::sort(files.begin(), files.end());
            break;
        default:
            for (const char* part : {".prj", ".csvt"}) addIfThere(sidecar(source.absolute, part));
    }
    return files;
}

}  // namespace

std::optional<SourceState> stateOf(const std::string& path) {
    const bool isRaster = isRasterFile(path);
    const auto source = isRaster ? inspectFile(path) : inspectSource(path);
    if (!source) return std::nullopt;
    SourceState state;
    state.files = isRaster ? rasterParts(source->absolute) : filesOf(*source);
    for (const std::string& file : state.files) {
        struct stat status {};
        if (::stat(file.c_str(), &status) != 0) return std::nullopt;
        state.text += file + "\n" + std::to_string(status.st_size) + " " + std::to_string(status.st_mtim.tv_sec) + "." +
                      std::to_string(status.st_mtim.tv_nsec);
        // The change counter is in the header; a log begins with its salts, which change with every checkpoint.
        if (!isRaster && source->kind == FileKind::GeoPackage)
            state.text += " " + (file == source->absolute ? hex(bytesAt(file, 24, 4)) : hex(bytesAt(file, 0, 32)));
        state.text += "\n";
    }
    return state;
}

std::optional<ContentHash> contentHash(const SourceState& state, const JobControl& control) {
    std::vector<ContentHash> hashes;
    for (const std::string& file : state.files) {
        const auto hash = contentHash(file, control);
        if (!hash) return std::nullopt;
        hashes.push_back(*hash);
    }
    return contentHash(std::as_bytes(std::span(hashes)), control);
}

}  // namespace gis
