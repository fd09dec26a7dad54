// SPDX-License-Identifier: Apache-2.0
#include "gis/io/Gdal.h"

#include <gdal/cpl_http.h>

#include <mutex>

// GDAL exports these for every driver; its headers declare them only beside the C++ classes.
extern "C" {
void RegisterOGRGeoPackage();
void RegisterOGRShape();
void RegisterOGRGeoJSON();
void RegisterOGROpenFileGDB();
void RegisterOGRFlatGeobuf();
void RegisterOGRKML();
void RegisterOGRDXF();
void RegisterOGRCSV();
void GDALRegister_GTiff();
}

namespace gis::gdal {

namespace {

constexpr std::size_t keptMessages = 50;

/// Answers every request for a URL: a GeoJSON, for one, may name its CRS by a link, and GDAL would fetch it.
CPLHTTPResult* refuseRequest(const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc, void*, void*) {
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("the network is not used");
    return result;
}

}  // namespace

void ErrorLog::receive(CPLErr severity, CPLErrorNum, const char* text) {
    auto* log = static_cast<ErrorLog*>(CPLGetErrorHandlerUserData());
    auto& list = severity >= CE_Failure ? log->m_failures : log->m_warnings;
    if (severity >= CE_Warning && list.size() < keptMessages) list.emplace_back(text);
}

void ErrorLog::clear() {
    m_failures.clear();
    m_warnings.clear();
}

void prepare() {
    static std::once_flag once;
    std::call_once(once, [] {
        CPLSetErrorHandler(CPLQuietErrorHandler);  // what is not in an ErrorLog is said nowhere
        CPLHTTPSetFetchCallback(&refuseRequest, nullptr);
        OSRSetPROJEnableNetwork(0);
        CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");  // no .aux.xml
        CPLSetConfigOption("GDAL_CACHEMAX", "128");    // MB of unpacked blocks
        CPLSetConfigOption("SHAPE_RESTORE_SHX", "NO");
        CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");
        CPLSetConfigOption("OGR_GEOJSON_ARRAY_AS_STRING", "YES");
        for (const auto enroll :
             {RegisterOGRGeoPackage, RegisterOGRShape, RegisterOGRGeoJSON, RegisterOGROpenFileGDB,
              RegisterOGRFlatGeobuf, RegisterOGRKML, RegisterOGRDXF, RegisterOGRCSV, GDALRegister_GTiff})
            enroll();
    });
}

}  // namespace gis::gdal
