// SPDX-License-Identifier: Apache-2.0
#include "gis/io/RasterFile.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "gis/io/RasterData.h"
#include "gis/io/SourceFile.h"

namespace gis {

namespace fs = std::filesystem;

namespace {

/// TIFF and BigTIFF of both byte orders.
bool isTiff(const std::string& path) {
    std::array<char, 4> head{};
    std::ifstream(path, std::ios::binary).read(head.data(), head.size());
    const std::string_view text(head.data(), head.size());
    using namespace std::string_view_literals;
    return text == "II*\0"sv || text == "II+\0"sv || text == "MM\0*"sv || text == "MM\0+"sv;
}

/// A world file tells the middle of the first pixel; nothing where there is none or it is not six numbers.
std::optional<std::array<double, 6>> placeByWorldFile(const std::string& path) {
    if (path.empty()) return std::nullopt;
    constexpr std::size_t longest = 1024;
    std::string text(longest, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(text.data(), static_cast<std::streamsize>(longest));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    std::replace(text.begin(), text.end(), ',', '.');
    std::istringstream stream(text);
    stream.imbue(std::locale::classic());
    std::array<double, 6> lines{};
    for (double& number : lines)
        if (!(stream >> number)) return std::nullopt;
    const auto [a, d, b, e, x, y] = lines;
    return std::array<double, 6>{x - a / 2 - b / 2, a, b, y - d / 2 - e / 2, d, e};
}

std::string worldFileOf(const std::string& path) {
    for (const char* ending : {".tfw", ".tifw", ".tiffw", ".wld"})
        if (std::string found = sidecar(path, ending); !found.empty()) return found;
    return {};
}

Result<void> checkSizes(GDALDatasetH dataset, const RasterLimits& limits, const Subject& subject) {
    const int width = GDALGetRasterXSize(dataset);
    const int height = GDALGetRasterYSize(dataset);
    const int bands = GDALGetRasterCount(dataset);
    const auto tooLarge = [&](const std::string& what) {
        return fail(ErrorCode::Refused, subject, message("gis", "the raster is beyond the limits: %1", {what}),
                    message("gis", "save it as a tiled GeoTIFF of a smaller part"));
    };
    const std::string size = std::to_string(width) + " x " + std::to_string(height) + ", " + std::to_string(bands);
    if (width < 1 || height < 1 || width > limits.widestSide || height > limits.widestSide || bands > limits.mostBands)
        return tooLarge(size);
    for (int number = 1; number <= bands; ++number) {
        GDALRasterBandH band = GDALGetRasterBand(dataset, number);
        for (int level = 0; level <= GDALGetOverviewCount(band); ++level) {
            GDALRasterBandH of = bandOfLevel(band, static_cast<std::size_t>(level));
            int across = 0;
            int down = 0;
            if (of == nullptr) return tooLarge(size);
            GDALGetBlockSize(of, &across, &down);
            const double bytes =
                static_cast<double>(across) * down * GDALGetDataTypeSizeBytes(GDALGetRasterDataType(of));
            if (bytes * bands > limits.mostBlockBytes)
                return tooLarge(std::to_string(across) + " x " + std::to_string(down) + ", " + std::to_string(bands));
        }
    }
    return {};
}

Result<SourceFile> inspected(const std::string& path) {
    TUCE_TRY(file, inspectFile(path));
    std::error_code error;
    if (!isRasterFile(file.absolute))
        return fail(ErrorCode::Refused, {path, {}, {}},
                    message("gis", "files ending in %1 are not opened", {endingOf(path)}),
                    message("gis", "convert it to one of %1", {".tif"}));
    if (fs::file_size(file.absolute, error) == 0 || !isTiff(file.absolute))
        return fail(ErrorCode::Unreadable, {path, {}, {}},
                    message("gis", "the content is not what the ending %1 says", {endingOf(path)}),
                    message("gis", "get the file again or correct its ending"));
    return file;
}

/// Nothing but the file itself is looked at, whatever lies beside it.
gdal::DatasetHandle openedAlone(const std::string& absolute) {
    const std::string name = fs::path(absolute).filename().string();
    const std::array<const char*, 2> drivers{"GTiff", nullptr};
    const std::array<const char*, 2> options{"GEOREF_SOURCES=INTERNAL", nullptr};
    const std::array<const char*, 2> siblings{name.c_str(), nullptr};
    return gdal::DatasetHandle(GDALOpenEx(absolute.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers.data(),
                                          options.data(), siblings.data()));
}

CoordinateReferenceSystem crsOf(GDALDatasetH dataset) {
    OGRSpatialReferenceH said = GDALGetSpatialRef(dataset);
    if (said == nullptr) return {};
    char* text = nullptr;
    const std::array<const char*, 2> options{"FORMAT=WKT2", nullptr};
    OSRExportToWktEx(said, &text, options.data());
    const gdal::TextHandle wkt(text);
    if (!wkt) return {};
    auto crs = CoordinateReferenceSystem::fromWkt(wkt.get());
    return crs ? *crs : CoordinateReferenceSystem();
}

Result<RasterGrid> gridOf(GDALDatasetH dataset, RasterInfo& info) {
    RasterGrid grid{GDALGetRasterXSize(dataset), GDALGetRasterYSize(dataset), {}};
    std::array<double, 6> affine{};
    if (GDALGetGeoTransform(dataset, affine.data()) == CE_None) {
        grid.affine = affine;
    } else if (const auto place = placeByWorldFile(worldFileOf(info.path))) {
        grid.affine = *place;
        info.byWorldFile = true;
    } else {
        return fail(ErrorCode::InvalidData, {info.path, {}, {}},
                    message("gis", "the raster does not say where its pixels lie"),
                    message("gis",
                            "georeference it, or put a world file (.tfw) beside it; control points alone do "
                            "not place it"));
    }
    if (!grid.isUsable() || !grid.extent().contains(grid.extent().centre()))
        return fail(ErrorCode::InvalidData, {info.path, {}, {}},
                    message("gis", "the place of the raster's pixels makes no sense"),
                    message("gis", "georeference it again"));
    return grid;
}

}  // namespace

bool isRasterFile(const std::string& path) {
    const std::string ending = endingOf(path);
    return ending == ".tif" || ending == ".tiff";
}

std::vector<std::string> rasterParts(const std::string& path) {
    std::vector<std::string> parts{path};
    if (const std::string world = worldFileOf(path); !world.empty()) parts.push_back(world);
    return parts;
}

RasterFile::RasterFile(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
RasterFile::RasterFile(RasterFile&&) noexcept = default;
RasterFile& RasterFile::operator=(RasterFile&&) noexcept = default;
RasterFile::~RasterFile() = default;

Result<RasterFile> RasterFile::open(const std::string& path, const RasterLimits& limits) {
    gdal::prepare();
    TUCE_TRY(file, inspected(path));
    const Subject subject{path, {}, {}};
    const gdal::ErrorLog log;
    const gdal::ThreadOption alone("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR");
    auto data = std::make_unique<Data>();
    data->dataset = openedAlone(file.absolute);
    if (!data->dataset)
        return fail(ErrorCode::Unreadable, subject, message("gis", "the raster cannot be read"),
                    message("gis", "get the file again"), log.firstFailure());
    GDALDatasetH dataset = data->dataset.get();
    TUCE_CHECK(checkSizes(dataset, limits, subject));
    TUCE_TRY(bands, rasterBandsOf(dataset, subject));
    data->bands = std::move(bands);
    RasterInfo& info = data->info;
    info.path = file.absolute;
    TUCE_TRY(grid, gridOf(dataset, info));
    info.grid = grid;
    info.crs = crsOf(dataset);
    info.meaning = data->bands.meaning;
    info.bands = GDALGetRasterCount(dataset);
    GDALRasterBandH first = data->bands.colours.front();
    info.valueType = GDALGetDataTypeName(GDALGetRasterDataType(first));
    info.hasAlpha = data->bands.alpha != nullptr || data->bands.hasMask;
    info.noData = data->bands.noData;
    data->levels.emplace_back(info.grid.width, info.grid.height);
    for (int level = 0; level < GDALGetOverviewCount(first); ++level) {
        GDALRasterBandH of = GDALGetOverview(first, level);
        const std::pair size(GDALGetRasterBandXSize(of), GDALGetRasterBandYSize(of));
        const auto& last = data->levels.back();
        if (size.first < 1 || size.second < 1 || size.first > last.first || size.second > last.second || size == last)
            break;  // levels out of order would be taken for finer than they are
        data->levels.push_back(size);
        info.overviews.push_back(size);
    }
    return RasterFile(std::move(data));
}

const RasterInfo& RasterFile::info() const { return m_data->info; }
std::size_t RasterFile::levelCount() const { return m_data->levels.size(); }

RasterGrid RasterFile::levelGrid(std::size_t level) const {
    return m_data->info.grid.resized(m_data->levels[level].first, m_data->levels[level].second);
}

}  // namespace gis
