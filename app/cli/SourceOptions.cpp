// SPDX-License-Identifier: Apache-2.0
#include "app/cli/SourceOptions.h"

namespace cli {

void SourceOptions::addTo(CLI::App& command) {
    command.add_option("--crs", crsCode, tr("coordinate reference system where a source does not say its own"))
        ->type_name("CODE");
    command.add_option("--encoding", encoding, tr("text encoding where a source does not say its own"))
        ->type_name("NAME");
    command.add_option("--max-features", maxFeatures, tr("most features to read from a layer"))->type_name("N");
    command.add_option("--max-vertices", maxVertices, tr("most vertices to read from a layer"))->type_name("N");
    command
        .add_option("--max-block-entities", maxBlockEntities, tr("most entities of a DXF once its blocks are in place"))
        ->type_name("N");
}

gis::Result<gis::CoordinateReferenceSystem> crsOption(const std::string& code) {
    if (code.empty()) return gis::CoordinateReferenceSystem();
    auto crs = gis::CoordinateReferenceSystem::fromCode(code);
    if (!crs) {
        gis::Error error = std::move(crs).error();
        error.code = gis::ErrorCode::InvalidArgument;
        return tl::unexpected<gis::Error>(std::move(error));
    }
    return crs;
}

gis::Result<gis::ReadOptions> SourceOptions::readOptions() const {
    gis::ReadOptions options;
    TUCE_TRY(crs, crsOption(crsCode));
    options.crs = crs;
    options.encoding = encoding;
    options.featureLimit = maxFeatures;
    options.vertexLimit = maxVertices;
    options.blockEntityLimit = maxBlockEntities;
    return options;
}

}  // namespace cli
