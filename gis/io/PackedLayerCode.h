// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/io/CacheFile.h"
#include "gis/io/PackedVectorFile.h"

namespace gis {

/// A packed layer as sections of a cache file, and back.
class PackedLayerCode {
public:
    /// Whether a layer can be kept: what is told of it can be told again from a file, and its shapes are sound.
    static bool canBeKept(const PackedLayer& layer, const JobControl& control);

    /// Adds the sections of a layer; they point into it and into `own`.
    static void addSections(const PackedLayer& layer, const std::vector<std::string>& fields, std::size_t number,
                            std::vector<CacheFile::Section>& sections, std::vector<std::unique_ptr<std::string>>& own);

    /// Layer `number` of a file with the texts of just the fields that are wanted; nothing if it is not sound.
    static std::optional<PackedLayer> layer(const CacheFile& file, std::size_t number, const WantedFields& fields,
                                            const std::string& path, const JobControl& control);
};

}  // namespace gis
