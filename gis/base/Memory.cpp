// SPDX-License-Identifier: Apache-2.0
#include "gis/base/Memory.h"

#if defined(__GLIBC__) || defined(__linux__)
#include <malloc.h>
#endif

namespace gis {

void giveBackMemory() {
#if defined(__GLIBC__)
    ::malloc_trim(0);
#endif
}

}  // namespace gis
