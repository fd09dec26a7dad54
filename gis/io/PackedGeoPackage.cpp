// SPDX-License-Identifier: Apache-2.0
#include "gis/io/PackedGeoPackage.h"

#include <algorithm>
#include <atomic>

#include "gis/base/OrderedJoin.h"
#include "gis/io/LayerRead.h"
#include "gis/io/OgrFields.h"
#include "gis/io/PlainBlob.h"
#include "gis/io/PlainTable.h"

namespace gis {

namespace {

/// What is asked of a table, and the types of its wanted fields; a field without a name the layer does not have.
struct WantedTable {
    TableQuery query;
    std::vector<FieldType> types;
};

/// The features of one stretch of ids, or of several.
struct Stretch {
    PackedShapesBuilder shapes;
    GrowingArray<FeatureId> ids;
    std::vector<PackedTexts> columns;
    std::vector<std::uint32_t> reduced;
    std::vector<Coordinate> reducedPlaces;
    std::size_t withoutGeometry = 0;
    std::int64_t firstWithout = 0;
    bool heights = false;

    /// Takes the other's features behind its own; the other is empty then and can be filled again.
    void append(Stretch& other) {
        const auto base = static_cast<std::uint32_t>(ids.size());
        for (const std::uint32_t shape : other.reduced) reduced.push_back(base + shape);
        reducedPlaces.insert(reducedPlaces.end(), other.reducedPlaces.begin(), other.reducedPlaces.end());
        shapes.append(other.shapes);
        ids.append(other.ids.items());
        for (std::size_t i = 0; i < columns.size(); ++i) columns[i].append(other.columns[i]);
        if (withoutGeometry == 0) firstWithout = other.firstWithout;
        withoutGeometry += other.withoutGeometry;
        heights = heights || other.heights;
        other.clear();
    }

private:
    void clear() {
        ids.cutTo(0);
        for (PackedTexts& column : columns) column.clear();
        reduced.clear();
        reducedPlaces.clear();
        withoutGeometry = 0;
        heights = false;
    }
};

std::optional<WantedTable> queryFor(const VectorSource& source, int index, const std::vector<std::string>& fields) {
    OGRLayerH layer = source.layer(index);
    WantedTable wanted{{source.layerName(index), OGR_L_GetFIDColumn(layer), OGR_L_GetGeometryColumn(layer), {}}, {}};
    TableQuery& query = wanted.query;
    if (query.id.empty() || query.geometry.empty()) return std::nullopt;
    const Schema schema = gdal::FieldReader(OGR_L_GetLayerDefn(layer), source.decoder()).schema();
    for (const std::string& name : fields) {
        const int field = schema.indexOf(name);
        query.columns.emplace_back();
        wanted.types.push_back(FieldType::Text);
        if (field < 0) continue;
        const Field& found = schema.fields()[static_cast<std::size_t>(field)];
        if (found.type != FieldType::Text && found.type != FieldType::Integer) return std::nullopt;
        query.columns.back() = found.name;
        wanted.types.back() = found.type;
    }
    return wanted;
}

/// Reads the stretches of one table.
class TableReader {
public:
    TableReader(const GuardedGeoPackage& file, WantedTable wanted, const ReadOptions& options,
                const JobControl& control)
        : m_table(file, std::move(wanted.query)),
          m_types(std::move(wanted.types)),
          m_options(options),
          m_control(control),
          m_join([columns = m_types.size()] {
              auto made = std::make_unique<Stretch>();
              made->columns.resize(columns);
              return made;
          }) {
        m_join.whole().shapes.reserve(0, m_table.mostCoordinates());
    }

    /// False if something is odd.
    bool read() {
        return m_table.read(m_control, [this](std::size_t index, SqliteStatement& rows) {
            auto stretch = m_join.emptyOne();
            const auto take = [&] { return takeRow(rows, *stretch) && isWithinLimits(*stretch); };
            if (!eachRow(rows, m_control.cancel, take)) return false;
            m_features += stretch->ids.size();
            m_vertices += stretch->shapes.coordinateCount();
            m_join.add(index, std::move(stretch));
            return true;
        });
    }
    Stretch& features() { return m_join.whole(); }

private:
    /// With what the stretch has so far.
    bool isWithinLimits(const Stretch& stretch) const {
        constexpr std::size_t mostCoordinates = 4'000'000'000U;  // their places are counted in 32 bits
        const std::size_t features = m_features + stretch.ids.size();
        const std::size_t vertices = m_vertices + stretch.shapes.coordinateCount();
        return features < m_options.featureLimit && vertices <= std::min(m_options.vertexLimit, mostCoordinates);
    }

    bool takeRow(const SqliteStatement& row, Stretch& stretch) const {
        stretch.ids.push_back(FeatureId{row.integer(0)});
        if (!takeGeometry(row, stretch)) return false;
        for (std::size_t i = 0; i < m_types.size(); ++i)
            if (!takeText(row, static_cast<int>(i) + 2, m_types[i], stretch.columns[i])) return false;
        return true;
    }

    bool takeGeometry(const SqliteStatement& row, Stretch& stretch) const {
        const std::size_t droppedBefore = stretch.shapes.droppedSequenceCount();
        PlainBlob taken = PlainBlob::Empty;
        if (row.isNull(1)) {
            stretch.shapes.addShape(Geometry());
        } else if (row.isBlob(1)) {
            taken = addPlainBlob(row.blob(1), stretch.shapes);
        } else {
            return false;
        }
        if (taken == PlainBlob::Odd) return false;
        if (taken == PlainBlob::Empty && ++stretch.withoutGeometry == 1)
            stretch.firstWithout = number(stretch.ids.back());
        stretch.heights = stretch.heights || taken == PlainBlob::TakenWithoutHeights;
        if (stretch.shapes.droppedSequenceCount() != droppedBefore) {
            stretch.reduced.push_back(static_cast<std::uint32_t>(stretch.shapes.shapeCount() - 1));
            stretch.reducedPlaces.push_back(stretch.shapes.lastDroppedPlace());
        }
        return true;
    }

    /// The value as toText() gives it after GDAL; false where GDAL would make something else of what is stored.
    static bool takeText(const SqliteStatement& row, int column, FieldType type, PackedTexts& texts) {
        if (row.isNull(column)) {
            texts.add({});
            return true;
        }
        const Value value = row.value(column);
        if (type == FieldType::Integer) {
            if (!std::holds_alternative<std::int64_t>(value)) return false;
            texts.add(toText(value));
            return true;
        }
        if (type == FieldType::Real && std::holds_alternative<double>(value)) {
            texts.add(toText(value));
            return true;
        }
        const auto* text = std::get_if<std::string>(&value);
        if (text == nullptr || text->find('\0') != std::string::npos || !isUtf8(*text)) return false;
        texts.add(*text);
        return true;
    }

    PlainTable m_table;
    std::vector<FieldType> m_types;
    const ReadOptions& m_options;
    const JobControl& m_control;
    OrderedJoin<Stretch> m_join;
    std::atomic_size_t m_features{0}, m_vertices{0};
};

PackedLayer layerOf(Stretch& features, const Subject& subject) {
    PackedLayer layer;
    layer.direct = true;
    layer.shapes = features.shapes.build();
    layer.ids.assign(features.ids.begin(), features.ids.end());
    layer.columns = std::move(features.columns);
    layer.reduced = std::move(features.reduced);
    layer.reducedPlaces = std::move(features.reducedPlaces);
    if (features.heights) layer.warnings.push_back(heightsDropped(subject));
    if (features.withoutGeometry > 0)
        layer.warnings.push_back(withoutGeometry(subject, features.firstWithout, features.withoutGeometry));
    return layer;
}

}  // namespace

Result<std::optional<PackedLayer>> readPlainTable(const VectorSource& source, int index,
                                                  const std::vector<std::string>& fields, const ReadOptions& options,
                                                  const JobControl& control) {
    if (!source.guarded() || !source.hasGeometry(index)) return std::nullopt;
    auto wanted = queryFor(source, index, fields);
    if (!wanted) return std::nullopt;
    std::vector<bool> known;
    for (const std::string& column : wanted->query.columns) known.push_back(!column.empty());
    TableReader reader(*source.guarded(), std::move(*wanted), options, control);
    const bool plain = reader.read();
    if (control.cancel.isCanceled()) return canceled();
    if (!plain) return std::nullopt;
    // In a tree that is damaged, or laid out to hide something, a look-up can miss what a walk through it finds.
    const std::int64_t counted = OGR_L_GetFeatureCount(source.layer(index), 1);
    if (counted != static_cast<std::int64_t>(reader.features().ids.size())) return std::nullopt;
    PackedLayer layer = layerOf(reader.features(), {source.file().given, source.layerName(index), {}});
    for (std::size_t i = 0; i < known.size(); ++i)
        if (!known[i]) layer.columns[i] = {};
    return layer;
}

}  // namespace gis
