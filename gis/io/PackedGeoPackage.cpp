// SPDX-License-Identifier: Apache-2.0
#include "gis/io/PackedGeoPackage.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>

#include "gis/base/Parallel.h"
#include "gis/io/LayerRead.h"
#include "gis/io/OgrFields.h"
#include "gis/io/PlainBlob.h"
#include "gis/io/SqliteDatabase.h"

namespace gis {

namespace {

/// A wanted field as it stands in the table; without a name the layer does not have it.
struct Column {
    std::string name;
    FieldType type = FieldType::Text;
};

/// What to ask the table for.
struct TableQuery {
    std::string table, id, geometry;
    std::vector<Column> columns;

    std::string sql() const {
        std::string text = "SELECT " + SqliteDatabase::quoted(id) + ", " + SqliteDatabase::quoted(geometry);
        for (const Column& column : columns)
            text += ", " + (column.name.empty() ? "NULL" : SqliteDatabase::quoted(column.name));
        return text + " FROM " + SqliteDatabase::quoted(table) + " WHERE " + SqliteDatabase::quoted(id) +
               " BETWEEN ?1 AND ?2 ORDER BY 1";
    }
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

/// Joins stretches in order while others are still read, so that only a few are held twice. Any thread.
class StretchJoin {
public:
    explicit StretchJoin(std::size_t columnCount) : m_columnCount(columnCount) { m_whole.columns.resize(columnCount); }

    std::unique_ptr<Stretch> emptyOne() {
        const std::lock_guard lock(m_mutex);
        if (m_free.empty()) {
            auto made = std::make_unique<Stretch>();
            made->columns.resize(m_columnCount);
            return made;
        }
        auto again = std::move(m_free.back());
        m_free.pop_back();
        return again;
    }
    void add(std::size_t index, std::unique_ptr<Stretch> stretch) {
        const std::lock_guard lock(m_mutex);
        m_waiting[index] = std::move(stretch);
        for (auto first = m_waiting.begin(); first != m_waiting.end() && first->first == m_next; ++m_next) {
            m_whole.append(*first->second);
            m_free.push_back(std::move(first->second));
            first = m_waiting.erase(first);
        }
    }
    Stretch& whole() { return m_whole; }

private:
    std::size_t m_columnCount;
    std::mutex m_mutex;
    std::size_t m_next = 0;
    std::map<std::size_t, std::unique_ptr<Stretch>> m_waiting;
    std::vector<std::unique_ptr<Stretch>> m_free;
    Stretch m_whole;
};

std::optional<TableQuery> queryFor(const VectorSource& source, int index, const std::vector<std::string>& fields) {
    OGRLayerH layer = source.layer(index);
    TableQuery query{source.layerName(index), OGR_L_GetFIDColumn(layer), OGR_L_GetGeometryColumn(layer), {}};
    if (query.id.empty() || query.geometry.empty()) return std::nullopt;
    const Schema schema = gdal::FieldReader(OGR_L_GetLayerDefn(layer), source.decoder()).schema();
    for (const std::string& name : fields) {
        const int field = schema.indexOf(name);
        if (field < 0) {
            query.columns.emplace_back();
            continue;
        }
        const Field& found = schema.fields()[static_cast<std::size_t>(field)];
        if (found.type != FieldType::Text && found.type != FieldType::Integer) return std::nullopt;
        query.columns.push_back({found.name, found.type});
    }
    return query;
}

/// An ordinary table whose integer primary key is the feature id: its rows are then what GDAL would give.
bool isOrdinaryTable(const SqliteDatabase& database, const TableQuery& query) {
    const auto table = database.value(
        "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name = ?1 AND type = 'table' AND wr = 0",
        {query.table});
    const auto key = database.value(
        "SELECT count(*) FROM pragma_table_xinfo(?1) WHERE name = ?2 AND pk = 1 AND upper(type) = 'INTEGER'",
        {query.table, query.id});
    const auto keys = database.value("SELECT count(*) FROM pragma_table_xinfo(?1) WHERE pk > 0", {query.table});
    const Value one(std::int64_t{1});
    return table && *table == one && key && *key == one && keys && *keys == one;
}

/// Reads stretches of one table, each worker through a connection of its own.
class TableReader {
public:
    TableReader(const GuardedGeoPackage& file, TableQuery query, const ReadOptions& options, const JobControl& control)
        : m_file(file),
          m_query(std::move(query)),
          m_options(options),
          m_control(control),
          m_join(m_query.columns.size()) {}

    /// False if something is odd.
    bool read() {
        auto first = connect();
        if (!first || !isOrdinaryTable(*first, m_query) || !findStretches(*first)) return false;
        m_connections.resize(std::max<std::size_t>(1, std::min<std::size_t>(m_control.threadCount(), m_bounds.size())));
        m_connections.front() = std::move(*first);
        reserveShapes();
        const bool whole = parallelFor(m_bounds.size(), m_control, [&](std::size_t index, unsigned worker) {
            if (!m_odd && !readStretch(index, worker)) m_odd = true;
        });
        return whole && !m_odd;
    }
    Stretch& features() { return m_join.whole(); }

private:
    /// Not mapped into memory, though that would be a little faster: who cuts a mapped file off ends the program.
    std::optional<SqliteDatabase> connect() const {
        auto database =
            SqliteDatabase::open(m_file.path, m_file.immutable ? SqliteMode::ReadOnlyImmutable : SqliteMode::ReadOnly);
        if (!database) return std::nullopt;
        database->stopOn(m_control.cancel);
        return std::move(*database);
    }

    /// No more coordinates than the file has room for; what is not written to costs no memory.
    void reserveShapes() {
        std::error_code error;
        const auto bytes = std::filesystem::file_size(m_file.path, error);
        if (!error) m_join.whole().shapes.reserve(0, bytes / sizeof(Coordinate));
    }

    /// Stretches of ids with about as many features each if the ids are without large gaps.
    bool findStretches(const SqliteDatabase& database) {
        const std::string from =
            "(" + SqliteDatabase::quoted(m_query.id) + ") FROM " + SqliteDatabase::quoted(m_query.table);
        const auto least = database.value("SELECT min" + from), most = database.value("SELECT max" + from);
        if (!least || !most) return false;
        if (isNull(*least)) return true;
        const auto* begin = std::get_if<std::int64_t>(&*least);
        const auto* end = std::get_if<std::int64_t>(&*most);
        constexpr std::int64_t widest = std::int64_t{1} << 62U;
        if (begin == nullptr || end == nullptr || *begin < -widest || *end > widest) return false;
        constexpr std::int64_t fewest = 64;
        const std::int64_t wanted = std::int64_t{m_control.threadCount()} * 32;
        const std::int64_t step = std::max(fewest, (*end - *begin) / wanted + 1);
        for (std::int64_t at = *begin; at <= *end; at += step) m_bounds.emplace_back(at, std::min(*end, at + step - 1));
        return true;
    }

    bool readStretch(std::size_t index, unsigned worker) {
        auto& connection = m_connections[worker];
        if (!connection) connection = connect();
        if (!connection) return false;
        auto rows = connection->prepare(m_query.sql());
        if (!rows) return false;
        rows->bind(1, m_bounds[index].first).bind(2, m_bounds[index].second);
        auto stretch = m_join.emptyOne();
        for (;;) {
            const auto more = rows->step();
            if (!more || m_odd || m_control.cancel.isCanceled()) return false;
            if (!*more) break;
            if (!takeRow(*rows, *stretch)) return false;
        }
        if (!isWithinLimits(*stretch)) return false;
        m_join.add(index, std::move(stretch));
        return true;
    }

    bool isWithinLimits(const Stretch& stretch) {
        constexpr std::size_t mostCoordinates = 4'000'000'000U;  // their places are counted in 32 bits
        const std::size_t features = m_features += stretch.ids.size();
        const std::size_t vertices = m_vertices += stretch.shapes.coordinateCount();
        return features < m_options.featureLimit && vertices <= std::min(m_options.vertexLimit, mostCoordinates);
    }

    bool takeRow(const SqliteStatement& row, Stretch& stretch) const {
        stretch.ids.push_back(FeatureId{row.integer(0)});
        if (!takeGeometry(row, stretch)) return false;
        for (std::size_t i = 0; i < m_query.columns.size(); ++i)
            if (!takeText(row, static_cast<int>(i) + 2, m_query.columns[i].type, stretch.columns[i])) return false;
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

    const GuardedGeoPackage& m_file;
    TableQuery m_query;
    const ReadOptions& m_options;
    const JobControl& m_control;
    std::vector<std::pair<std::int64_t, std::int64_t>> m_bounds;  ///< first and last id of each stretch
    std::vector<std::optional<SqliteDatabase>> m_connections;     ///< of each worker
    StretchJoin m_join;
    std::atomic_bool m_odd{false};
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
    auto query = queryFor(source, index, fields);
    if (!query) return std::nullopt;
    std::vector<bool> known;
    for (const Column& column : query->columns) known.push_back(!column.name.empty());
    TableReader reader(*source.guarded(), std::move(*query), options, control);
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
