// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/io/VectorFile.h"
#include "gis/overlap/PackedShapes.h"

namespace gis {

/// Texts one behind the other, without an object for each.
class PackedTexts {
public:
    void add(std::string_view text) {
        m_bytes.append(text);
        m_starts.push_back(m_bytes.size());
    }
    void append(const PackedTexts& other);
    void clear() {
        m_bytes.clear();
        m_starts.resize(1);
    }
    std::size_t size() const { return m_starts.size() - 1; }
    std::string_view operator[](std::size_t index) const {
        return std::string_view(m_bytes).substr(m_starts[index], m_starts[index + 1] - m_starts[index]);
    }
    bool operator==(const PackedTexts& other) const = default;

    /// The arrays as they are kept in a file, and back; nothing if the starts do not fit the bytes.
    std::span<const char> bytes() const { return m_bytes; }
    std::span<const std::size_t> starts() const { return m_starts; }
    static std::optional<PackedTexts> from(std::span<const char> bytes, std::span<const std::size_t> starts);

private:
    std::string m_bytes;
    std::vector<std::size_t> m_starts{0};
};

/// Names of the fields whose texts are wanted of a layer; they are known only when its schema is.
using WantedFields = std::function<std::vector<std::string>(const LayerInfo& layer)>;

/// One layer in flat arrays: entry i of each is one feature, in ascending order of id.
struct PackedLayer {
    LayerInfo info;
    PackedShapes shapes;
    std::vector<FeatureId> ids;
    /// One for each wanted field: toText() of the values. Empty for a field that the layer does not have.
    std::vector<PackedTexts> columns;
    /// Shapes that lost rings or lines of too few positions when they were packed, in ascending order.
    std::vector<std::uint32_t> reduced;
    std::vector<Coordinate> reducedPlaces;  ///< of each of these, where such a ring or line begins
    Warnings warnings;                      ///< as readLayers gives them
    bool direct = false;                    ///< read without GDAL's features; false: by way of the ordinary reader
    std::string cacheKey;  ///< by which PackedCache knows what it was made of; empty if it was not asked
};

/// As readLayers gives the features of a SOURCE, the same ones in the same order, but packed. A plain GeoPackage is
/// read straight from its blobs, several parts of a table at once; whatever is not plain (other formats, curves,
/// collections, coordinates that are no numbers, damage) goes by way of readLayers, and so do all errors. Any thread.
Result<std::vector<PackedLayer>> readPackedLayers(const SourceName& source, const WantedFields& fields = {},
                                                  const ReadOptions& options = {}, const JobControl& control = {});

/// A layer that was read, packed. Canceled.
Result<PackedLayer> packed(VectorLayer layer, const std::vector<std::string>& fields, const JobControl& control = {});

/// The shapes of a table alone, in its order. Canceled.
Result<PackedShapes> packed(const FeatureTable& table, const JobControl& control = {});

}  // namespace gis
