// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "gis/base/Result.h"
#include "tests/bench/check/CheckData.h"

namespace bench {

/// One overlap as some program finds it; square metres of the plane or metres.
struct OverlapRow {
    double size = 0;
    double perimeter = 0;  ///< of the piece, metres; 0 if not known
    bool isLength = false;
};
/// By "plan layer|plan id|control layer|control id".
using OverlapRows = std::map<std::string, OverlapRow>;
std::string overlapKey(const std::string& planLayer, const std::string& planId, const std::string& controlLayer,
                       const std::string& controlId);

/// What another program needed, and found.
struct ReferenceRun {
    std::string program;
    std::string note;                     ///< what was left out, or why it did not run
    double readSeconds = 0, seconds = 0;  ///< seconds: all, reading included
    bool finished = false;
    std::size_t rowCount = 0;
    double totalSize = 0;  ///< areas and lengths together
    OverlapRows rows;      ///< where the program tells them one by one
};

/// GDAL reading all features with their geometries, one thread, warm: the yardstick.
ReferenceRun ogrReading(const CheckFiles& files);

/// The check as one writes it with GEOS: a tree of the zones, a prepared zone that is asked first, OverlayNG for the
/// rest; on the threads of `control`. `everyNth` plan features are looked at (those whose id it divides).
gis::Result<ReferenceRun> geosCheck(const CheckFiles& files, std::int64_t everyNth, const gis::JobControl& control);

/// QGIS's native:intersection of the plan polygons with each control layer; not finished where qgis_process is not
/// installed or took longer than the limit.
ReferenceRun qgisIntersection(const CheckFiles& files, const std::string& folder, int limitSeconds);

/// PostGIS' ST_Intersection over a join with ST_Intersects, in the database that $TUCE_BENCH_POSTGIS names ("dbname=…
/// host=…"), into which the layers are loaded first; loading is not counted.
ReferenceRun postgisIntersection(const CheckFiles& files, int limitSeconds);

/// Row by row. The tolerance for a piece is 1e-9 × its size + 4 ulp of the largest coordinate × its perimeter.
struct RowComparison {
    std::size_t equal = 0, different = 0, missing = 0, surplus = 0;
    double largestDifference = 0, sumOfDifferences = 0;
    std::vector<std::string> examples;  ///< of what differs
};
RowComparison compareRows(const OverlapRows& ours, const OverlapRows& reference);

}  // namespace bench
