// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/io/Gdal.h"
#include "gis/io/TextEncoder.h"
#include "gis/io/VectorFile.h"

namespace gis {

/// Writes layers into a new file by one GDAL driver. Not atomic by itself: `made` is a private place. One thread.
class LayerWriter {
public:
    /// `path` is the name for messages.
    static Result<LayerWriter> create(const std::string& path, const std::string& made, const std::string& driver,
                                      const WriteOptions& options = {});

    /// Adds a layer. InvalidArgument or InvalidData if the format cannot hold it.
    Result<void> write(const OutputLayer& layer, const JobControl& control);
    /// Flushes and closes; DiskFull or Unwritable if that fails. Nothing may be written after it.
    Result<void> close();
    /// What the format could not hold as it was.
    const Warnings& warnings() const { return m_warnings; }

private:
    LayerWriter(std::string path, std::string made, std::string driver, TextEncoder encoder, bool cutsLongTexts)
        : m_path(std::move(path)),
          m_made(std::move(made)),
          m_driver(std::move(driver)),
          m_encoder(std::move(encoder)),
          m_cutsLongTexts(cutsLongTexts) {}
    struct Plan;
    Result<Plan> planFor(const OutputLayer& layer);
    Result<OGRLayerH> createLayer(const OutputLayer& layer, const Plan& plan) const;
    Result<void> writeFeatures(OGRLayerH target, const OutputLayer& layer, const Plan& plan, const JobControl& control);
    Result<void> verify() const;
    Result<void> markEncoding() const;
    tl::unexpected<Error> failed(const std::string& layer, const std::string& feature, const std::string& detail) const;
    bool isShapefile() const { return m_driver == "ESRI Shapefile"; }

    std::string m_path;
    std::string m_made;
    std::string m_driver;
    TextEncoder m_encoder;
    bool m_cutsLongTexts = false;
    Warnings m_warnings;
    gdal::DatasetHandle m_dataset;
    std::size_t m_written = 0;
    bool m_wasFull = false;
};

}  // namespace gis
