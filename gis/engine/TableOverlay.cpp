// SPDX-License-Identifier: Apache-2.0
#include "gis/engine/TableOverlay.h"

#include <algorithm>
#include <optional>

#include "gis/base/Parallel.h"
#include "gis/engine/PreparedGeometry.h"
#include "gis/engine/TableRepair.h"
#include "gis/feature/SpatialIndex.h"

namespace gis {

namespace {

std::string idText(const Feature& feature) { return std::to_string(number(feature.id())); }

tl::unexpected<Error> missing(const OverlaySide& side) {
    return fail(ErrorCode::CrsMissing, side.subject,
                message("gis", "the layer does not say its coordinate reference system"),
                message("gis", "state it with an option"));
}

/// b's features with their geometries in a's CRS.
Result<FeatureTable> inCrsOf(const OverlaySide& a, const OverlaySide& b, DatumPolicy policy, const JobControl& control,
                             Warnings& warnings) {
    const auto& from = b.table.crs();
    const auto& to = a.table.crs();
    if (!from.isKnown() && !to.isKnown()) {
        warnings.push_back({"crs_missing", a.subject,
                            message("gis", "neither layer says its coordinate reference system; taken as the same")});
        return b.table;
    }
    if (!from.isKnown()) return missing(b);
    if (!to.isKnown()) return missing(a);
    TUCE_TRY(transform, CoordinateTransform::make(from, to, policy));
    if (transform.treatsDatumsAsEqual()) warnings.push_back(datumsTakenAsEqual());
    if (transform.isBallpark()) warnings.push_back(ballparkDatumShift(from, to));
    if (transform.isIdentity()) return b.table;
    std::vector<Feature> moved;
    moved.reserve(b.table.size());
    for (const Feature& feature : b.table) {
        if (control.cancel.isCanceled()) return canceled();
        auto geometry = transform.apply(feature.geometry());
        if (!geometry) {
            // it stays in the run as one that cannot be used, and is named there
            const double nowhere = std::numeric_limits<double>::quiet_NaN();
            moved.push_back(feature.withGeometry(Geometry::point({nowhere, nowhere})));
            continue;
        }
        moved.push_back(feature.withGeometry(std::move(*geometry)));
    }
    return FeatureTable(b.table.schema(), to, std::move(moved));
}

struct JoinedSchema {
    Schema schema;
    std::size_t ofA = 0;
    std::size_t ofB = 0;
};

JoinedSchema joined(const Schema& a, const Schema& b) {
    std::vector<Field> fields = a.fields();
    for (Field field : b.fields()) {
        while (Schema(fields).indexOf(field.name) >= 0) field.name = "b_" + field.name;
        fields.push_back(std::move(field));
    }
    return {Schema(std::move(fields)), a.size(), b.size()};
}

/// A geometry that comes from feature `a`, from feature `b`, or from both.
struct Piece {
    std::optional<std::size_t> a;
    std::optional<std::size_t> b;
    Geometry geometry;
};

/// What one unit of work found.
struct Found {
    std::vector<Piece> pieces;
    Warnings warnings;
    std::optional<Error> error;
};

/// One side made ready: usable geometries by position and their index.
struct ReadySide {
    const FeatureTable& table;
    Subject subject;
    std::vector<Geometry> geometries;
    SpatialIndex index;
};

Result<ReadySide> ready(const FeatureTable& table, const Subject& subject, const JobControl& control,
                        Warnings& warnings) {
    TUCE_TRY(usable, usableGeometries(table, subject, control));
    warnings.insert(warnings.end(), usable.warnings.begin(), usable.warnings.end());
    std::vector<Extent> boxes;
    boxes.reserve(usable.geometries.size());
    for (const Geometry& geometry : usable.geometries) boxes.push_back(geometry.extent());
    return ReadySide{table, subject, std::move(usable.geometries), SpatialIndex(boxes)};
}

/// Features of `other` that meet feature `position` of `side`.
Result<std::vector<std::size_t>> partners(const ReadySide& side, std::size_t position, const ReadySide& other) {
    std::vector<std::size_t> met;
    const auto candidates = other.index.find(side.geometries[position].extent());
    if (candidates.empty()) return met;
    TUCE_TRY(prepared, PreparedGeometry::make(side.geometries[position]));
    for (const std::uint32_t candidate : candidates) {
        TUCE_TRY(meets, prepared.intersects(other.geometries[candidate]));
        if (meets) met.push_back(candidate);
    }
    return met;
}

void tellRoute(OverlayRoute route, const ReadySide& side, std::size_t position, Found& found) {
    if (route == OverlayRoute::Floating) return;
    found.warnings.push_back({"overlay_fallback",
                              {side.subject.path, side.subject.layer, idText(side.table.at(position))},
                              message("gis", "overlaid by the slower way %1", {routeName(route)})});
}

Result<void> intersectOne(const ReadySide& a, std::size_t position, const ReadySide& b, Found& found) {
    TUCE_TRY(met, partners(a, position, b));
    for (const std::size_t partner : met) {
        TUCE_TRY(answer, overlay(OverlayOperation::Intersection, a.geometries[position], b.geometries[partner]));
        tellRoute(answer.route, a, position, found);
        if (!answer.geometry.isEmpty()) found.pieces.push_back({position, partner, std::move(answer.geometry)});
    }
    return {};
}

/// `isA` says which side's attributes the rest gets.
Result<void> subtractOne(const ReadySide& side, std::size_t position, const ReadySide& other, bool isA, Found& found) {
    TUCE_TRY(met, partners(side, position, other));
    std::vector<Geometry> taken;
    for (const std::size_t partner : met) taken.push_back(other.geometries[partner]);
    TUCE_TRY(all, unionAll(taken));
    TUCE_TRY(rest, overlay(OverlayOperation::Difference, side.geometries[position], all));
    tellRoute(rest.route, side, position, found);
    if (rest.geometry.isEmpty()) return {};
    Piece piece{std::nullopt, std::nullopt, std::move(rest.geometry)};
    (isA ? piece.a : piece.b) = position;
    found.pieces.push_back(std::move(piece));
    return {};
}

using Work = std::function<Result<void>(std::size_t position, Found& found)>;

/// Runs `work` for each feature of a side and puts what was found in the order of the features.
Result<void> gather(const ReadySide& side, const JobControl& control, const Work& work, Found& all) {
    std::vector<Found> found(side.geometries.size());
    const bool whole = parallelFor(found.size(), control, [&](std::size_t i, unsigned) {
        if (side.geometries[i].isEmpty()) return;
        auto done = work(i, found[i]);
        if (!done) found[i].error = std::move(done).error();
    });
    if (!whole) return canceled();
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i].error) {
            found[i].error->subject = {side.subject.path, side.subject.layer, idText(side.table.at(i))};
            return tl::unexpected<Error>(std::move(*found[i].error));
        }
        std::move(found[i].pieces.begin(), found[i].pieces.end(), std::back_inserter(all.pieces));
        std::move(found[i].warnings.begin(), found[i].warnings.end(), std::back_inserter(all.warnings));
    }
    return {};
}

Result<Found> allPieces(OverlayOperation operation, const ReadySide& a, const ReadySide& b, const JobControl& control) {
    Found all;
    const bool both = operation == OverlayOperation::Intersection || operation == OverlayOperation::Union;
    const bool restOfA = operation != OverlayOperation::Intersection;
    const bool restOfB = operation == OverlayOperation::Union || operation == OverlayOperation::SymmetricDifference;
    if (both)
        TUCE_CHECK(gather(
            a, control, [&](std::size_t i, Found& found) { return intersectOne(a, i, b, found); }, all));
    if (restOfA)
        TUCE_CHECK(gather(
            a, control, [&](std::size_t i, Found& found) { return subtractOne(a, i, b, true, found); }, all));
    if (restOfB)
        TUCE_CHECK(gather(
            b, control, [&](std::size_t i, Found& found) { return subtractOne(b, i, a, false, found); }, all));
    return all;
}

void appendValues(std::vector<Value>& values, const FeatureTable& table, const std::optional<std::size_t>& position,
                  std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(position ? table.at(*position).attribute(static_cast<int>(i)) : Value());
}

FeatureTable tableOf(std::vector<Piece> pieces, const FeatureTable& a, const FeatureTable& b) {
    const JoinedSchema columns = joined(a.schema(), b.schema());
    std::vector<Feature> features;
    features.reserve(pieces.size());
    for (Piece& piece : pieces) {
        std::vector<Value> values;
        values.reserve(columns.schema.size());
        appendValues(values, a, piece.a, columns.ofA);
        appendValues(values, b, piece.b, columns.ofB);
        const FeatureId id{static_cast<std::int64_t>(features.size() + 1)};
        features.emplace_back(id, std::move(piece.geometry), std::move(values));
    }
    return FeatureTable(columns.schema, a.crs(), std::move(features));
}

int greatestDimension(const ReadySide& side) {
    int greatest = -1;
    for (const Geometry& geometry : side.geometries) greatest = std::max(greatest, geometry.dimension());
    return greatest;
}

/// The type of the answer follows from the inputs, so that it is the same when no piece is found.
GeometryType typeOf(OverlayOperation operation, const ReadySide& a, const ReadySide& b, const FeatureTable& pieces) {
    const int ofA = greatestDimension(a);
    const int ofB = greatestDimension(b);
    int expected = ofA;
    if (operation == OverlayOperation::Intersection) expected = std::min(ofA, ofB);
    const bool mixed = std::any_of(pieces.begin(), pieces.end(),
                                   [&](const Feature& f) { return f.geometry().dimension() != expected; });
    if (mixed || expected < 0) return GeometryType::Empty;
    constexpr GeometryType types[] = {GeometryType::MultiPoint, GeometryType::MultiLineString,
                                      GeometryType::MultiPolygon};
    return types[expected];
}

}  // namespace

Result<TableOverlay> overlayTables(OverlayOperation operation, const OverlaySide& a, const OverlaySide& b,
                                   DatumPolicy policy, const JobControl& control) {
    TableOverlay answer;
    TUCE_TRY(moved, inCrsOf(a, b, policy, control, answer.warnings));
    TUCE_TRY(readyA, ready(a.table, a.subject, control, answer.warnings));
    TUCE_TRY(readyB, ready(moved, b.subject, control, answer.warnings));
    TUCE_TRY(all, allPieces(operation, readyA, readyB, control));
    answer.warnings.insert(answer.warnings.end(), all.warnings.begin(), all.warnings.end());
    answer.table = tableOf(std::move(all.pieces), a.table, moved);
    answer.geometryType = typeOf(operation, readyA, readyB, answer.table);
    return answer;
}

}  // namespace gis
