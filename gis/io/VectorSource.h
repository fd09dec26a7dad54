// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "gis/io/Gdal.h"
#include "gis/io/GeoPackageGuard.h"
#include "gis/io/SourceFile.h"
#include "gis/io/TextEncoding.h"
#include "gis/io/VectorFile.h"

namespace gis {

/// A vector file that was inspected and is open for reading. Move-only, one thread.
class VectorSource {
public:
    static Result<VectorSource> open(const std::string& path, const ReadOptions& options, const CancelToken& cancel);

    const SourceFile& file() const { return m_file; }
    const EncodingChoice& encoding() const { return m_encoding; }
    const TextDecoder& decoder() const { return m_decoder; }
    /// How a GeoPackage may be read; nothing for other formats.
    const std::optional<GuardedGeoPackage>& guarded() const { return m_guarded; }
    int layerCount() const { return GDALDatasetGetLayerCount(m_dataset.get()); }
    OGRLayerH layer(int index) const { return GDALDatasetGetLayer(m_dataset.get(), index); }
    std::string layerName(int index) const;
    /// Index of the layer by name, else by name without regard to ASCII case; -1 if there is none.
    int indexOf(const std::string& name) const;
    bool hasGeometry(int index) const { return OGR_L_GetGeomType(layer(index)) != wkbNone; }
    /// All layer names, for messages.
    std::string layerNames() const;

private:
    VectorSource(SourceFile file, EncodingChoice encoding, TextDecoder decoder)
        : m_file(std::move(file)), m_encoding(std::move(encoding)), m_decoder(std::move(decoder)) {}
    Result<void> openDataset();
    SourceFile m_file;
    EncodingChoice m_encoding;
    TextDecoder m_decoder;
    std::optional<GuardedGeoPackage> m_guarded;  // outlives the dataset, which may read its private copy
    std::optional<PrivateFolder> m_textFolder;   // of m_textCopy
    std::string m_textCopy;                      // a GeoJSON that was not UTF-8, made so; empty otherwise
    gdal::DatasetHandle m_dataset;
};

/// The layer's own CRS, else the one of `options`; unknown if PROJ cannot make sense of it (`problem` says why).
CoordinateReferenceSystem crsOfLayer(OGRLayerH layer, const ReadOptions& options, Message& problem);
/// What listLayers tells of a layer; `schema` is the one that reading gives.
LayerInfo describeLayer(const VectorSource& source, int index, const ReadOptions& options);

}  // namespace gis
