// SPDX-License-Identifier: Apache-2.0
#include "gis/io/PlainFeatures.h"

#include <algorithm>
#include <atomic>
#include <iterator>

#include "gis/base/OrderedJoin.h"
#include "gis/geometry/GeometryArray.h"
#include "gis/io/PlainBlob.h"
#include "gis/io/PlainTable.h"
#include "gis/io/PlainValues.h"

namespace gis {

namespace {

/// The features of one stretch of ids, or of several.
struct Stretch {
    GeometryArray geometries;
    std::vector<FeatureId> ids;
    std::vector<std::vector<Value>> values;
    std::size_t withoutGeometry = 0;
    std::int64_t firstWithout = 0;
    bool heights = false;

    void append(Stretch& other) {
        geometries.append(other.geometries);
        ids.insert(ids.end(), other.ids.begin(), other.ids.end());
        std::move(other.values.begin(), other.values.end(), std::back_inserter(values));
        if (withoutGeometry == 0) firstWithout = other.firstWithout;
        withoutGeometry += other.withoutGeometry;
        heights = heights || other.heights;
        other.ids.clear();
        other.values.clear();
        other.withoutGeometry = 0;
        other.heights = false;
    }
};

class FeatureTaker {
public:
    FeatureTaker(const PlainValues& values, const ReadOptions& options, const JobControl& control)
        : m_values(values), m_options(options), m_control(control) {}

    bool take(std::size_t index, SqliteStatement& rows) {
        auto stretch = m_join.emptyOne();
        const auto takeOne = [&] { return takeRow(rows, *stretch) && isWithinLimits(*stretch); };
        if (!eachRow(rows, m_control.cancel, takeOne)) return false;
        m_features += stretch->ids.size();
        m_vertices += stretch->geometries.coordinateCount();
        m_join.add(index, std::move(stretch));
        return true;
    }
    Stretch& whole() { return m_join.whole(); }

private:
    /// With what the stretch has so far.
    bool isWithinLimits(const Stretch& stretch) const {
        return m_features + stretch.ids.size() < m_options.featureLimit &&
               m_vertices + stretch.geometries.coordinateCount() <= m_options.vertexLimit;
    }

    bool takeRow(const SqliteStatement& row, Stretch& stretch) const {
        auto values = m_values.read(row, 2);
        if (!values || !takeGeometry(row, stretch)) return false;
        stretch.ids.push_back(FeatureId{row.integer(0)});
        stretch.values.push_back(std::move(*values));
        return true;
    }

    static bool takeGeometry(const SqliteStatement& row, Stretch& stretch) {
        PlainBlob taken = PlainBlob::Empty;
        if (row.isNull(1)) {
            stretch.geometries.beginShape(-1, false);
            stretch.geometries.endShape();
        } else if (row.isBlob(1)) {
            taken = addPlainBlob(row.blob(1), stretch.geometries);
        } else {
            return false;
        }
        if (taken == PlainBlob::Empty && ++stretch.withoutGeometry == 1) stretch.firstWithout = row.integer(0);
        stretch.heights = stretch.heights || taken == PlainBlob::TakenWithoutHeights;
        return taken != PlainBlob::Odd;
    }

    const PlainValues& m_values;
    const ReadOptions& m_options;
    const JobControl& m_control;
    OrderedJoin<Stretch> m_join;
    std::atomic_size_t m_features{0}, m_vertices{0};
};

PlainFeatures featuresOf(Stretch& read) {
    PlainFeatures made;
    made.withoutGeometry = read.withoutGeometry;
    made.firstWithout = read.firstWithout;
    made.heights = read.heights;
    std::vector<Geometry> geometries = read.geometries.build();
    made.features.reserve(geometries.size());
    for (std::size_t i = 0; i < geometries.size(); ++i)
        made.features.emplace_back(read.ids[i], std::move(geometries[i]), std::move(read.values[i]));
    return made;
}

}  // namespace

Result<std::optional<PlainFeatures>> readPlainFeatures(const VectorSource& source, int index,
                                                       const ReadOptions& options, const JobControl& control) {
    if (!options.direct || !source.guarded() || !source.hasGeometry(index)) return std::nullopt;
    OGRLayerH layer = source.layer(index);
    const auto values = PlainValues::of(OGR_L_GetLayerDefn(layer));
    if (!values) return std::nullopt;
    TableQuery query{source.layerName(index), OGR_L_GetFIDColumn(layer), OGR_L_GetGeometryColumn(layer),
                     values->names()};
    if (query.id.empty() || query.geometry.empty()) return std::nullopt;
    FeatureTaker taker(*values, options, control);
    const PlainTable table(*source.guarded(), std::move(query));
    taker.whole().geometries.reserve(table.mostCoordinates());
    const bool plain =
        table.read(control, [&](std::size_t stretch, SqliteStatement& rows) { return taker.take(stretch, rows); });
    if (control.cancel.isCanceled()) return canceled();
    if (!plain) return std::nullopt;
    // In a tree that is damaged, or laid out to hide something, a look-up can miss what a walk through it finds.
    if (OGR_L_GetFeatureCount(layer, 1) != static_cast<std::int64_t>(taker.whole().ids.size())) return std::nullopt;
    return featuresOf(taker.whole());
}

}  // namespace gis
