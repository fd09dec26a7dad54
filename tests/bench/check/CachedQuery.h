// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Context.h"
#include "tests/bench/check/CheckData.h"

namespace bench {

/// How soon a cached control layer answers, from opening the cache on; the system's cache of files is warm.
struct CachedQuery {
    double openSeconds = 0;   ///< the packed layers are mapped
    double indexSeconds = 0;  ///< features, trees and sums are at hand
    double querySeconds = 0;  ///< features of an extent, and what one of them shares with a plan polygon
    std::size_t found = 0;    ///< features of the extent
    double area = 0;
    double total() const { return openSeconds + indexSeconds + querySeconds; }
};

/// Fills the cache by a first run where it is empty; then measures. Folder: of the cache.
gis::Result<CachedQuery> cachedQuery(const CheckFiles& files, const std::string& folder, const cli::Context& context);

}  // namespace bench
