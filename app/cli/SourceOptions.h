// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/cli/Commands.h"
#include "gis/io/VectorFile.h"

namespace cli {

/// The options that say how a source is read, as given on the command line.
struct SourceOptions {
    std::string crsCode;
    std::string encoding;
    std::size_t maxFeatures = gis::ReadOptions{}.featureLimit;
    std::size_t maxVertices = gis::ReadOptions{}.vertexLimit;
    std::size_t maxBlockEntities = gis::ReadOptions{}.blockEntityLimit;

    /// Adds --crs, --encoding, --max-features, --max-vertices, --max-block-entities.
    void addTo(CLI::App& command);
    /// InvalidArgument if the code is not known.
    gis::Result<gis::ReadOptions> readOptions() const;
};

/// A CRS code that the user gave on the command line; an empty code is the unknown CRS. A wrong one is wrong use.
gis::Result<gis::CoordinateReferenceSystem> crsOption(const std::string& code);

}  // namespace cli
