// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <proj.h>

#include <memory>

#include "gis/crs/CoordinateReferenceSystem.h"

/// Owners for the handles of the PROJ C API. For the sources of gis/crs alone.
namespace gis::proj {

struct Deleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
    void operator()(PJ* object) const { proj_destroy(object); }
    void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
};
using Context = std::unique_ptr<PJ_CONTEXT, Deleter>;
using Object = std::unique_ptr<PJ, Deleter>;
using ObjectList = std::unique_ptr<PJ_OBJ_LIST, Deleter>;

/// A context that never goes to the network and never prints. One thread at a time.
Context makeContext();
/// The calling thread's own context, for work that keeps no handle.
PJ_CONTEXT* threadContext();

/// The PROJ object of a known CRS, in the given context; null if PROJ refuses its own text.
Object objectOf(PJ_CONTEXT* context, const CoordinateReferenceSystem& crs);
/// What PROJ last complained about; may be empty.
std::string lastError(PJ_CONTEXT* context);
/// Same CRS apart from axis order and names.
bool equivalent(PJ_CONTEXT* context, const PJ* a, const PJ* b);

}  // namespace gis::proj
