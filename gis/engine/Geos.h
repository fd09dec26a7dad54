// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <geos_c.h>

#include <memory>
#include <string>

#include "gis/base/Result.h"
#include "gis/geometry/Geometry.h"

/// The GEOS C API wrapped once: a context per thread, an owner per handle kind, conversions. Only for gis/engine.
namespace gis::geos {

/// This thread's context. GEOS reports failures through it instead of throwing.
GEOSContextHandle_t context();
/// What GEOS said last on this thread, and forgets it.
std::string takeMessage();

struct GeometryDeleter {
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context(), geometry); }
};
struct PreparedDeleter {
    void operator()(const GEOSPreparedGeometry* prepared) const { GEOSPreparedGeom_destroy_r(context(), prepared); }
};
struct SequenceDeleter {
    void operator()(GEOSCoordSequence* sequence) const { GEOSCoordSeq_destroy_r(context(), sequence); }
};
struct MakeValidParamsDeleter {
    void operator()(GEOSMakeValidParams* params) const { GEOSMakeValidParams_destroy_r(context(), params); }
};
struct ReaderDeleter {
    void operator()(GEOSWKTReader* reader) const { GEOSWKTReader_destroy_r(context(), reader); }
};
struct TextDeleter {
    void operator()(char* text) const { GEOSFree_r(context(), text); }
};
using GeometryHandle = std::unique_ptr<GEOSGeometry, GeometryDeleter>;
using PreparedHandle = std::unique_ptr<const GEOSPreparedGeometry, PreparedDeleter>;
using SequenceHandle = std::unique_ptr<GEOSCoordSequence, SequenceDeleter>;
using MakeValidParamsHandle = std::unique_ptr<GEOSMakeValidParams, MakeValidParamsDeleter>;
using ReaderHandle = std::unique_ptr<GEOSWKTReader, ReaderDeleter>;
using TextHandle = std::unique_ptr<char, TextDeleter>;

/// InvalidGeometry with GEOS's words as detail.
tl::unexpected<Error> failure(Message problem);

/// True if every coordinate is a finite number; what GEOS would make of others is not defined.
bool isFinite(const Geometry& geometry);

/// InvalidGeometry if a coordinate is not finite, a line has fewer than two or a ring fewer than four coordinates.
Result<GeometryHandle> toGeos(const Geometry& geometry);
/// Many as one GEOS collection.
Result<GeometryHandle> toGeosCollection(const std::vector<Geometry>& geometries);

/// The parts of dimension `keep` (-1: the highest there is). Collections are taken apart.
Geometry fromGeos(const GEOSGeometry& geometry, int keep = -1);

/// fromGeos for the answer of a GEOS function: null becomes a failure.
Result<Geometry> answer(const GEOSGeometry* geometry, const Message& problem, int keep = -1);

}  // namespace gis::geos
