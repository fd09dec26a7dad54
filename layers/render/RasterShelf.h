// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "gis/io/RasterFile.h"

namespace layers {

/// Raster files kept open from frame to frame, so that their unpacked blocks serve again, and one coarse picture of
/// each that has no overviews of its own. A file that changed on disk is opened anew. Any thread.
class RasterShelf {
public:
    /// A picture of a whole raster in memory, standing for the overview that its file lacks.
    struct Coarse {
        gis::RasterPixels pixels;
        double across = 1, down = 1;  ///< pixels of the raster in one of these
    };

    /// A file for one worker, and how it was when it was opened.
    struct Lease {
        std::string path, state;
        gis::RasterFile file;
    };
    /// Errors: as RasterFile::open.
    gis::Result<Lease> take(const std::string& path);
    /// Kept for the next who takes it.
    void giveBack(Lease lease);
    /// Null if there is none of this file as it is open here.
    std::shared_ptr<const Coarse> coarse(const Lease& lease) const;
    void keepCoarse(const Lease& lease, std::shared_ptr<const Coarse> picture);

    static constexpr std::size_t mostFiles = 8;
    static constexpr std::size_t mostCoarse = 4;  ///< of some 16 MB each

private:
    struct Kept {
        std::string path, state;
        std::shared_ptr<const Coarse> picture;
    };
    mutable std::mutex m_mutex;
    std::vector<Lease> m_idle;
    std::vector<Kept> m_coarse;
};

}  // namespace layers
