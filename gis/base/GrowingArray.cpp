// SPDX-License-Identifier: Apache-2.0
#include "gis/base/GrowingArray.h"

#include <sys/mman.h>

#include <cstdint>

namespace gis {

void wishForLargePages(void* memory, std::size_t bytes) {
    constexpr std::uintptr_t page = 4096;
    constexpr std::size_t worthIt = 4U << 20U;
    if (bytes < worthIt) return;
    const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(memory) + page - 1) & ~(page - 1);
    const std::uintptr_t end = (reinterpret_cast<std::uintptr_t>(memory) + bytes) & ~(page - 1);
    (void)::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);  // only advice
}

}  // namespace gis
