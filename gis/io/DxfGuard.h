// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/Control.h"
#include "gis/io/SourceFile.h"

namespace gis {

/// Counts what a drawing becomes when its blocks are put in place, before GDAL does it: a few lines of DXF can ask
/// for 10¹² entities, which GDAL makes inside one call. Refused above `limit` and for blocks that hold themselves.
Result<void> guardDxf(const SourceFile& source, std::size_t limit, const CancelToken& cancel);

}  // namespace gis
