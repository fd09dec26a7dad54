// SPDX-License-Identifier: Apache-2.0
#include "gis/io/PackedVectorFile.h"

#include <algorithm>

#include "gis/base/Parallel.h"
#include "gis/io/LayerRead.h"
#include "gis/io/PackedGeoPackage.h"
#include "gis/overlap/PackedInPlace.h"

namespace gis {

void PackedTexts::append(const PackedTexts& other) {
    const std::size_t base = m_bytes.size();
    m_bytes += other.m_bytes;
    for (std::size_t i = 1; i < other.m_starts.size(); ++i) m_starts.push_back(base + other.m_starts[i]);
}

std::optional<PackedTexts> PackedTexts::from(std::span<const char> bytes, std::span<const std::size_t> starts) {
    if (starts.empty() || starts.front() != 0 || starts.back() != bytes.size()) return std::nullopt;
    if (!std::is_sorted(starts.begin(), starts.end())) return std::nullopt;
    PackedTexts texts;
    texts.m_bytes.assign(bytes.begin(), bytes.end());
    texts.m_starts.assign(starts.begin(), starts.end());
    return texts;
}

namespace {

struct PackedPiece {
    PackedShapesBuilder shapes;
    std::vector<std::uint32_t> reduced;
    std::vector<Coordinate> reducedPlaces;
};

/// Shapes that lost parts, and where.
struct ReducedShapes {
    std::vector<std::uint32_t> shapes;
    std::vector<Coordinate> places;
};

/// The shapes of a table and which of them were reduced.
Result<std::pair<PackedShapes, ReducedShapes>> packedShapes(const FeatureTable& table, const JobControl& control) {
    if (auto inPlace = packedInPlace(table, control)) return std::pair{std::move(*inPlace), ReducedShapes()};
    constexpr std::size_t pieceSize = 2048;
    std::vector<PackedPiece> pieces((table.size() + pieceSize - 1) / pieceSize);
    const bool whole = parallelFor(pieces.size(), control, [&](std::size_t piece, unsigned) {
        const std::size_t end = std::min(table.size(), (piece + 1) * pieceSize);
        PackedShapesBuilder& shapes = pieces[piece].shapes;
        for (std::size_t i = piece * pieceSize; i < end; ++i) {
            const std::size_t before = shapes.droppedSequenceCount();
            shapes.addShape(table.at(i).geometry());
            if (shapes.droppedSequenceCount() == before) continue;
            pieces[piece].reduced.push_back(static_cast<std::uint32_t>(i));
            pieces[piece].reducedPlaces.push_back(shapes.lastDroppedPlace());
        }
    });
    if (!whole) return canceled();
    std::vector<PackedShapesBuilder> builders;
    ReducedShapes reduced;
    for (PackedPiece& piece : pieces) {
        builders.push_back(std::move(piece.shapes));
        reduced.shapes.insert(reduced.shapes.end(), piece.reduced.begin(), piece.reduced.end());
        reduced.places.insert(reduced.places.end(), piece.reducedPlaces.begin(), piece.reducedPlaces.end());
    }
    return std::pair{PackedShapesBuilder::join(std::move(builders)), std::move(reduced)};
}

PackedTexts textsOf(const FeatureTable& table, const std::string& field) {
    PackedTexts texts;
    const int index = table.schema().indexOf(field);
    if (index < 0) return texts;
    for (const Feature& feature : table) texts.add(toText(feature.attribute(index)));
    return texts;
}

Result<PackedLayer> readPackedLayer(const VectorSource& source, int index, const WantedFields& wanted,
                                    const ReadOptions& options, const JobControl& control) {
    LayerInfo info = describeLayer(source, index, options);
    const std::vector<std::string> fields = wanted ? wanted(info) : std::vector<std::string>();
    TUCE_TRY(plain, readPlainTable(source, index, fields, options, control));
    if (!plain) {
        TUCE_TRY(layer, readLayerAt(source, index, options, control));
        return packed(std::move(layer), fields, control);
    }
    PackedLayer layer = std::move(*plain);
    Warnings warnings = warningsOfLayer(source, index, options, info.crs);
    warnings.insert(warnings.end(), layer.warnings.begin(), layer.warnings.end());
    layer.warnings = std::move(warnings);
    info.featureCount = static_cast<std::int64_t>(layer.ids.size());
    for (const Extent& extent : layer.shapes.extents) info.extent.include(extent);
    layer.info = std::move(info);
    return layer;
}

}  // namespace

Result<PackedLayer> packed(VectorLayer layer, const std::vector<std::string>& fields, const JobControl& control) {
    TUCE_TRY(shapes, packedShapes(layer.table, control));
    PackedLayer made;
    made.info = std::move(layer.info);
    made.shapes = std::move(shapes.first);
    made.reduced = std::move(shapes.second.shapes);
    made.reducedPlaces = std::move(shapes.second.places);
    made.warnings = std::move(layer.warnings);
    made.ids.reserve(layer.table.size());
    for (const Feature& feature : layer.table) made.ids.push_back(feature.id());
    for (const std::string& field : fields) made.columns.push_back(textsOf(layer.table, field));
    return made;
}

Result<PackedShapes> packed(const FeatureTable& table, const JobControl& control) {
    TUCE_TRY(shapes, packedShapes(table, control));
    return std::move(shapes.first);
}

Result<std::vector<PackedLayer>> readPackedLayers(const SourceName& name, const WantedFields& fields,
                                                  const ReadOptions& options, const JobControl& control) {
    TUCE_TRY(source, VectorSource::open(name.path, options, control.cancel));
    TUCE_TRY(chosen, chosenLayers(name, source));
    std::vector<PackedLayer> layers;
    for (const int index : chosen) {
        TUCE_TRY(layer, readPackedLayer(source, index, fields, options, control));
        layers.push_back(std::move(layer));
    }
    return layers;
}

}  // namespace gis
