// SPDX-License-Identifier: Apache-2.0
#include "gis/io/SourceFile.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>

#include "gis/io/PrivateFolder.h"

namespace gis {

namespace fs = std::filesystem;

namespace {

struct Format {
    FileKind kind;
    const char* ending;
    const char* driver;
    bool (*fits)(const std::string& head);
};

std::string withoutMark(const std::string& head) {
    std::size_t begin = head.rfind("\xEF\xBB\xBF", 0) == 0 ? 3 : 0;
    while (begin < head.size() && std::isspace(static_cast<unsigned char>(head[begin])) != 0) ++begin;
    return head.substr(begin);
}

bool startsWith(const std::string& text, const std::string& start) { return text.rfind(start, 0) == 0; }

bool isSqlite(const std::string& head) { return startsWith(head, std::string("SQLite format 3\0", 16)); }
bool isShape(const std::string& head) { return startsWith(head, std::string("\0\0\x27\x0a", 4)); }
bool isGeoJson(const std::string& head) { return startsWith(withoutMark(head), "{"); }
bool isFlatGeobuf(const std::string& head) {
    return startsWith(head,
                      "fgb\x03"
                      "fgb");
}
bool isKml(const std::string& head) {
    return startsWith(withoutMark(head), "<") && head.find("<kml") != std::string::npos;
}
bool isDxf(const std::string& head) {
    const std::string text = withoutMark(head);
    return startsWith(text, "0") || startsWith(text, "999");
}
bool isPlainText(const std::string& head) {
    const std::string text = withoutMark(head);
    return head.find('\0') == std::string::npos && !startsWith(text, "<") && !startsWith(text, "{");
}
bool isAnything(const std::string&) { return true; }

constexpr std::array<Format, 9> formats{{
    {FileKind::GeoPackage, ".gpkg", "GPKG", isSqlite},
    {FileKind::Shapefile, ".shp", "ESRI Shapefile", isShape},
    {FileKind::GeoJson, ".geojson", "GeoJSON", isGeoJson},
    {FileKind::GeoJson, ".json", "GeoJSON", isGeoJson},
    {FileKind::FileGeodatabase, ".gdb", "OpenFileGDB", isAnything},
    {FileKind::FlatGeobuf, ".fgb", "FlatGeobuf", isFlatGeobuf},
    {FileKind::Kml, ".kml", "KML", isKml},
    {FileKind::Dxf, ".dxf", "DXF", isDxf},
    {FileKind::Csv, ".csv", "CSV", isPlainText},
}};

std::string availableEndings() {
    std::string text;
    for (const Format& format : formats) text += (text.empty() ? "" : ", ") + std::string(format.ending);
    return text;
}

std::string lowered(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

/// "http:", "PG:", "/vsicurl/…", inline XML or JSON: what GDAL takes for something else than a file.
bool namesAService(const std::string& path) {
    const std::string low = lowered(path);
    if (startsWith(low, "/vsi") || startsWith(low, "<") || startsWith(low, "{") || startsWith(low, "[")) return true;
    std::size_t letters = 0;
    const auto allowed = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '+' || c == '-';
    };
    while (letters < low.size() && allowed(low[letters])) ++letters;
    return letters >= 2 && letters < low.size() && low[letters] == ':';
}

tl::unexpected<Error> refusedService(const std::string& path) {
    return fail(ErrorCode::Refused, {path, {}, {}},
                message("gis", "names a service or a virtual file, which is not opened"),
                message("gis", "save the data to a local file and name that"));
}

Result<void> checkGeodatabase(const SourceFile& source) {
    std::error_code error;
    bool any = false;
    for (const auto& entry : fs::directory_iterator(source.absolute, error)) {
        if (!entry.is_regular_file(error) || entry.is_symlink(error)) {
            return fail(ErrorCode::Refused, {source.given, {}, {}},
                        message("gis", "the geodatabase holds something that is not a regular file: %1",
                                {entry.path().filename().string()}));
        }
        any = any || lowered(entry.path().extension().string()) == ".gdbtable";
    }
    if (error || !any)
        return fail(ErrorCode::Unreadable, {source.given, {}, {}}, message("gis", "the folder is not a geodatabase"));
    return {};
}

std::string headOf(const std::string& path) {
    std::string head(4096, '\0');
    std::ifstream stream(path, std::ios::binary);
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(stream.gcount()));
    return head;
}

Result<void> checkContent(const SourceFile& source, const Format& format) {
    const std::string head = headOf(source.absolute);
    if (head.empty()) {
        return fail(ErrorCode::Unreadable, {source.given, {}, {}},
                    message("gis", "the file is empty or cannot be read"),
                    message("gis", "check the file and its permissions"));
    }
    if (format.fits(head)) return {};
    const std::string text = withoutMark(head);
    if (startsWith(text, "<") && source.kind != FileKind::Kml) {
        return fail(ErrorCode::Refused, {source.given, {}, {}},
                    message("gis", "holds XML under the ending %1; files that point to other data are not opened",
                            {format.ending}),
                    message("gis", "name the data file itself"));
    }
    return fail(ErrorCode::Unreadable, {source.given, {}, {}},
                message("gis", "the content is not what the ending %1 says", {format.ending}),
                message("gis", "get the file again or correct its ending"));
}

}  // namespace

std::string endingOf(const std::string& path) {
    std::string trimmed = path;
    while (trimmed.size() > 1 && trimmed.back() == '/') trimmed.pop_back();
    return lowered(fs::path(trimmed).extension().string());
}

std::string sidecar(const std::string& path, const std::string& ending) {
    std::error_code error;
    const std::string wanted = lowered(fs::path(path).stem().string() + ending);
    const std::string exact = fs::path(path).replace_extension(ending).string();
    if (fs::is_regular_file(exact, error)) return exact;
    for (const auto& entry : fs::directory_iterator(folderOf(path), error)) {
        const std::string name = entry.path().filename().string();
        const bool sameStem = fs::path(name).stem() == fs::path(path).stem();
        if (sameStem && lowered(name) == wanted && entry.is_regular_file(error)) return entry.path().string();
    }
    return {};
}

const char* driverName(FileKind kind) {
    return std::find_if(formats.begin(), formats.end(), [kind](const Format& f) { return f.kind == kind; })->driver;
}

namespace {

/// An absolute path to something that is there.
Result<SourceFile> lookedAt(const std::string& path) {
    if (namesAService(path)) return refusedService(path);
    std::error_code error;
    SourceFile source{path, fs::absolute(path, error).lexically_normal().string(), {}};
    while (source.absolute.size() > 1 && source.absolute.back() == '/') source.absolute.pop_back();
    if (namesAService(source.absolute)) return refusedService(path);
    if (path.empty() || !fs::exists(fs::status(source.absolute, error))) {
        return fail(ErrorCode::NotFound, {path, {}, {}}, message("gis", "no such file"),
                    message("gis", "check the path"));
    }
    return source;
}

tl::unexpected<Error> notRegular(const std::string& path) {
    return fail(ErrorCode::Refused, {path, {}, {}}, message("gis", "not a regular file"),
                message("gis", "name a file"));
}

}  // namespace

Result<SourceFile> inspectFile(const std::string& path) {
    TUCE_TRY(source, lookedAt(path));
    std::error_code error;
    if (!fs::is_regular_file(source.absolute, error)) return notRegular(path);
    return source;
}

Result<SourceFile> inspectSource(const std::string& path) {
    TUCE_TRY(source, lookedAt(path));
    std::error_code error;
    const auto status = fs::status(source.absolute, error);
    const std::string ending = endingOf(source.absolute);
    const auto format =
        std::find_if(formats.begin(), formats.end(), [&](const Format& f) { return ending == f.ending; });
    if (fs::is_directory(status) && ending == ".gdb") {
        source.kind = FileKind::FileGeodatabase;
        TUCE_CHECK(checkGeodatabase(source));
        return source;
    }
    if (!fs::is_regular_file(status)) return notRegular(path);
    if (format == formats.end() || format->kind == FileKind::FileGeodatabase) {
        return fail(ErrorCode::Refused, {path, {}, {}},
                    message("gis", "files ending in %1 are not opened", {ending.empty() ? "\"\"" : ending}),
                    message("gis", "convert it to one of %1", {availableEndings()}));
    }
    source.kind = format->kind;
    TUCE_CHECK(checkContent(source, *format));
    return source;
}

}  // namespace gis
