// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/base/AtomicFile.h"
#include "gis/base/Control.h"
#include "gis/base/Result.h"
#include "gis/feature/FeatureTable.h"

namespace gis {

/// A SOURCE of the command line: `path` or `path|layer`.
struct SourceName {
    std::string path;
    std::string layer;  ///< empty: the only one, or all
    static SourceName parse(const std::string& text);
    std::string text() const { return layer.empty() ? path : path + "|" + layer; }
};

/// True if both paths lead to one file, by whatever way; for refusing an output that is also an input. Paths without
/// a layer.
bool sameFile(const std::string& a, const std::string& b);

/// What is known about a layer without reading its features.
struct LayerInfo {
    std::string name;
    GeometryType geometryType = GeometryType::Empty;  ///< Empty: none or mixed
    std::string geometryTypeName;                     ///< as the file says, e.g. "MultiPolygon", "Unknown"
    std::int64_t featureCount = 0;
    CoordinateReferenceSystem crs;
    Extent extent;
    std::string encoding;        ///< "UTF-8", "GBK" …
    std::string encodingReason;  ///< how it was decided: "format", "open option", "cpg", "ldid", "detected", "default"
    Schema schema;
    std::string driver;  ///< GDAL short name
};

struct ReadOptions {
    std::string encoding;           ///< empty: decide by .cpg, LDID, then look at the bytes
    CoordinateReferenceSystem crs;  ///< used where the layer does not say its own
    std::size_t featureLimit = 50'000'000;
    std::size_t vertexLimit = 2'000'000'000;
    std::size_t blockEntityLimit = 1'000'000;  ///< entities of a DXF after its blocks are put in place
    bool direct = true;  ///< a plain GeoPackage is read straight from its tables; false: by GDAL, to compare with
};

/// One layer, read whole.
struct VectorLayer {
    LayerInfo info;
    FeatureTable table;  ///< fids as the file has them; geometries 2D; collections cut down to their highest dimension
    Warnings warnings;   ///< NaN coordinates, dropped Z/M, curves made straight, encoding trouble …
};

/// The layers of a file. Only a regular local file (or a .gdb folder) that an allowed driver reads; paths that begin
/// with /vsi or a service prefix, views and virtual tables of a hostile GeoPackage are Refused. Writes nothing beside
/// the data. Any thread (a dataset per call).
Result<std::vector<LayerInfo>> listLayers(const std::string& path, const ReadOptions& options = {});

/// The layers a SOURCE names: the one, or all with geometry. NotFound names the layers there are.
Result<std::vector<VectorLayer>> readLayers(const SourceName& source, const ReadOptions& options = {},
                                            const JobControl& control = {});
/// As readLayers, but exactly one: InvalidArgument names the choices if the file holds several.
Result<VectorLayer> readLayer(const SourceName& source, const ReadOptions& options = {},
                              const JobControl& control = {});

/// The first texts of a file that are not plain ASCII, read in one encoding.
struct EncodingSample {
    std::string encoding;
    std::string text;
    bool isBroken = false;  ///< bytes that make no character in that encoding
};
/// How the file's texts look in each of these encodings, for a user who has to choose. Empty for formats that have
/// but one encoding and for files of plain ASCII. Reads no more than the beginning of the file. Any thread.
std::vector<EncodingSample> encodingSamples(const std::string& path, const std::vector<std::string>& encodings);

/// A layer to write.
struct OutputLayer {
    std::string name;
    FeatureTable table;
    GeometryType geometryType = GeometryType::Empty;  ///< Empty: by the features
};

/// Writes layers by the ending of `path`: .gpkg, .geojson/.json (one layer, RFC 7946: WGS 84 degrees), .shp
/// (one layer, UTF-8 with .cpg), .fgb (one layer). Atomic. UnsupportedFormat names what can be written.
Result<void> writeLayers(const std::string& path, const std::vector<OutputLayer>& layers, Overwrite overwrite,
                         const JobControl& control = {});

/// How layers are written.
struct WriteOptions {
    std::string tableEncoding = "UTF-8";  ///< of a Shapefile: "UTF-8" or "GBK"; told by .cpg and language byte
    bool cutsLongTexts = false;           ///< in a Shapefile, with a warning; else InvalidArgument
};
/// As writeLayers, and tells what a Shapefile could not hold as it was, each field and feature by name: name_cut,
/// text_cut, text_lost (characters that the encoding does not have). The parts of a Shapefile appear together or
/// not at all.
Result<Warnings> exportLayers(const std::string& path, const std::vector<OutputLayer>& layers, Overwrite overwrite,
                              const WriteOptions& options, const JobControl& control = {});

/// What writeLayers would say of the ending of `path` and the number of layers, before any work is done.
Result<void> checkOutputFormat(const std::string& path, std::size_t layerCount = 1);

/// Version of the library, as "GDAL 3.6.2".
std::string vectorLibraryVersion();

}  // namespace gis
