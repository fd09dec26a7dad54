// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/io/Gdal.h"
#include "gis/io/VectorFile.h"

namespace gis {

/// Writes layers into a new file by one GDAL driver. Not atomic by itself: `made` is a private place. One thread.
class LayerWriter {
public:
    /// `path` is the name for messages.
    static Result<LayerWriter> create(const std::string& path, const std::string& made, const std::string& driver);

    /// Adds a layer. InvalidArgument or InvalidData if the format cannot hold it.
    Result<void> write(const OutputLayer& layer, const JobControl& control);
    /// Flushes and closes; DiskFull or Unwritable if that fails. Nothing may be written after it.
    Result<void> close();

private:
    LayerWriter(std::string path, std::string made, std::string driver)
        : m_path(std::move(path)), m_made(std::move(made)), m_driver(std::move(driver)) {}
    struct Plan;
    Result<Plan> planFor(const OutputLayer& layer) const;
    Result<OGRLayerH> createLayer(const OutputLayer& layer, const Plan& plan) const;
    Result<void> writeFeatures(OGRLayerH target, const OutputLayer& layer, const Plan& plan, const JobControl& control);
    Result<void> verify() const;
    tl::unexpected<Error> failed(const std::string& layer, const std::string& feature, const std::string& detail) const;
    bool isShapefile() const { return m_driver == "ESRI Shapefile"; }

    std::string m_path;
    std::string m_made;
    std::string m_driver;
    gdal::DatasetHandle m_dataset;
    std::size_t m_written = 0;
    bool m_wasFull = false;
};

}  // namespace gis
