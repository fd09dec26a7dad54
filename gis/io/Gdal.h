// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gdal/cpl_conv.h>
#include <gdal/cpl_error.h>
#include <gdal/cpl_string.h>
#include <gdal/gdal.h>
#include <gdal/ogr_api.h>
#include <gdal/ogr_srs_api.h>

#include <memory>
#include <string>
#include <vector>

#include "gis/base/Result.h"

/// The GDAL C API wrapped once: an owner per handle kind, errors collected instead of printed. Only for gis/io.
namespace gis::gdal {

struct DatasetDeleter {
    void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
};
struct FeatureDeleter {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
struct FieldDeleter {
    void operator()(OGRFieldDefnH field) const { OGR_Fld_Destroy(field); }
};
struct GeometryDeleter {
    void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};
struct SpatialReferenceDeleter {
    void operator()(OGRSpatialReferenceH reference) const { OSRRelease(reference); }
};
struct TextDeleter {
    void operator()(char* text) const { CPLFree(text); }
};
using DatasetHandle = std::unique_ptr<void, DatasetDeleter>;
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FeatureDeleter>;
using FieldHandle = std::unique_ptr<std::remove_pointer_t<OGRFieldDefnH>, FieldDeleter>;
using GeometryHandle = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, GeometryDeleter>;
using SpatialReferenceHandle = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, SpatialReferenceDeleter>;
using TextHandle = std::unique_ptr<char, TextDeleter>;

/// While it lives, what GDAL says on this thread is kept here and printed nowhere.
class ErrorLog {
public:
    ErrorLog() { CPLPushErrorHandlerEx(&ErrorLog::receive, this); }
    ErrorLog(const ErrorLog&) = delete;
    ErrorLog& operator=(const ErrorLog&) = delete;
    ~ErrorLog() { CPLPopErrorHandler(); }

    const std::vector<std::string>& failures() const { return m_failures; }
    const std::vector<std::string>& warnings() const { return m_warnings; }
    /// The first failure's words, or nothing.
    std::string firstFailure() const { return m_failures.empty() ? std::string() : m_failures.front(); }
    void clear();

private:
    static void receive(CPLErr severity, CPLErrorNum number, const char* text);
    std::vector<std::string> m_failures;
    std::vector<std::string> m_warnings;
};

/// While it lives, a GDAL configuration option has this value on this thread.
class ThreadOption {
public:
    ThreadOption(const char* name, const char* value) : m_name(name) { CPLSetThreadLocalConfigOption(name, value); }
    ThreadOption(const ThreadOption&) = delete;
    ThreadOption& operator=(const ThreadOption&) = delete;
    ~ThreadOption() { CPLSetThreadLocalConfigOption(m_name, nullptr); }

private:
    const char* m_name;
};

/// Registers the drivers that Tuce uses and no others, shuts the network; once per process, any thread.
void prepare();

}  // namespace gis::gdal
