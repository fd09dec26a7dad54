// SPDX-License-Identifier: Apache-2.0
#include "gis/crs/ProjHandles.h"

namespace gis::proj {

Context makeContext() {
    Context context(proj_context_create());
    proj_context_set_enable_network(context.get(), 0);
    proj_log_level(context.get(), PJ_LOG_NONE);
    return context;
}

PJ_CONTEXT* threadContext() {
    thread_local const Context context = makeContext();
    return context.get();
}

Object objectOf(PJ_CONTEXT* context, const CoordinateReferenceSystem& crs) {
    const std::string& text = crs.code().empty() ? crs.wkt() : crs.code();
    return Object(proj_create(context, text.c_str()));
}

std::string lastError(PJ_CONTEXT* context) {
    const int number = proj_context_errno(context);
    const char* text = number == 0 ? nullptr : proj_context_errno_string(context, number);
    return text ? text : "";
}

bool equivalent(PJ_CONTEXT* context, const PJ* a, const PJ* b) {
    // The criterion alone relaxes the axis order of geographic CRSs only, not northing before easting.
    const Object left(proj_normalize_for_visualization(context, a));
    const Object right(proj_normalize_for_visualization(context, b));
    return left && right &&
           proj_is_equivalent_to_with_ctx(context, left.get(), right.get(),
                                          PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
}

}  // namespace gis::proj
