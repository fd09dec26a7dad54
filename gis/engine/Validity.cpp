// SPDX-License-Identifier: Apache-2.0
#include "gis/engine/Validity.h"

#include <array>
#include <cmath>
#include <limits>

#include "gis/engine/Geos.h"
#include "gis/feature/Value.h"

namespace gis {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

struct FlawKind {
    const char* engineReason;  ///< how GEOS begins its words
    const char* kind;
    Message (*text)(std::vector<std::string> place);
};

template <class Text>
constexpr FlawKind flawKind(const char* reason, const char* kind, Text text) {
    return {reason, kind, text};
}

// "Ring Self-intersection" stands before "Self-intersection" only for the reader; GEOS's words are compared from the
// start.
const std::array<FlawKind, 9> flawKinds{
    flawKind("Ring Self-intersection", "ring_self_intersection",
             [](std::vector<std::string> at) { return message("gis", "a ring touches itself at (%1, %2)", at); }),
    flawKind("Self-intersection", "self_intersection",
             [](std::vector<std::string> at) { return message("gis", "crosses itself at (%1, %2)", at); }),
    flawKind(
        "Hole lies outside shell", "hole_outside_shell",
        [](std::vector<std::string> at) { return message("gis", "a hole lies outside its shell at (%1, %2)", at); }),
    flawKind("Holes are nested", "nested_holes",
             [](std::vector<std::string> at) { return message("gis", "a hole lies in another hole at (%1, %2)", at); }),
    flawKind("Nested shells", "nested_shells",
             [](std::vector<std::string> at) { return message("gis", "a part lies in another part at (%1, %2)", at); }),
    flawKind("Interior is disconnected", "disconnected_interior",
             [](std::vector<std::string> at) { return message("gis", "holes cut the inside apart at (%1, %2)", at); }),
    flawKind("Duplicate Rings", "duplicate_rings",
             [](std::vector<std::string> at) { return message("gis", "two rings are the same at (%1, %2)", at); }),
    flawKind("Too few points", "too_few_points",
             [](std::vector<std::string> at) { return message("gis", "too few different points at (%1, %2)", at); }),
    flawKind("Ring is not closed", "ring_not_closed",
             [](std::vector<std::string> at) { return message("gis", "a ring is not closed at (%1, %2)", at); }),
};

std::vector<std::string> placeWords(Coordinate place) { return {toPlainDecimal(place.x), toPlainDecimal(place.y)}; }

Flaw flawFromReason(const std::string& reason, Coordinate place) {
    for (const FlawKind& known : flawKinds)
        if (reason.rfind(known.engineReason, 0) == 0) return {known.kind, place, known.text(placeWords(place))};
    if (reason.rfind("Invalid Coordinate", 0) == 0)
        return {"not_finite", place, message("gis", "a coordinate is not a finite number")};
    return {"other", place, message("gis", "invalid: %1", {reason})};
}

std::optional<Flaw> nonFinite(const Geometry& geometry) {
    const auto coordinates = geometry.coordinates();
    for (std::size_t i = 0; i < coordinates.size(); ++i) {
        if (std::isfinite(coordinates[i].x) && std::isfinite(coordinates[i].y)) continue;
        return Flaw{"not_finite",
                    {notANumber, notANumber},
                    message("gis", "the coordinate of vertex %1 is not a finite number", {std::to_string(i + 1)})};
    }
    return std::nullopt;
}

/// Coordinates that a sequence must have so that GEOS takes it at all.
std::size_t fewestCoordinates(int dimension) {
    constexpr std::size_t fewest[] = {1, 2, 4};
    return fewest[dimension];
}

std::optional<Flaw> tooShort(const Geometry& geometry) {
    for (std::size_t i = 0; i < geometry.sequenceCount(); ++i) {
        const auto sequence = geometry.sequence(i);
        if (sequence.size() < fewestCoordinates(geometry.dimension()))
            return flawFromReason("Too few points", sequence.front());
    }
    return std::nullopt;
}

/// Without the lines and rings that GEOS would not take; a part whose exterior goes, goes whole.
Geometry withoutShortSequences(const Geometry& geometry) {
    const std::size_t fewest = fewestCoordinates(geometry.dimension());
    GeometryBuilder builder(geometry.dimension(), isMulti(geometry.type()));
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        if (geometry.sequence(geometry.partBegin(part)).size() < fewest) continue;
        for (std::size_t i = geometry.partBegin(part); i < geometry.partEnd(part); ++i) {
            const auto sequence = geometry.sequence(i);
            if (sequence.size() < fewest) continue;
            for (const Coordinate c : sequence) builder.add(c);
            builder.endSequence();
        }
        builder.endPart();
    }
    return builder.build();
}

Coordinate pointOf(const GEOSGeometry* point) {
    Coordinate c{notANumber, notANumber};
    if (point != nullptr) {
        GEOSGeomGetX_r(geos::context(), point, &c.x);
        GEOSGeomGetY_r(geos::context(), point, &c.y);
    }
    return c;
}

}  // namespace

std::optional<Flaw> flawOf(const Geometry& geometry) {
    if (geometry.isEmpty()) return std::nullopt;
    if (auto flaw = nonFinite(geometry)) return flaw;
    if (geometry.dimension() == 0) return std::nullopt;
    if (auto flaw = tooShort(geometry)) return flaw;
    const auto handle = geos::toGeos(geometry);
    if (!handle) return flawFromReason(handle.error().detail, {notANumber, notANumber});
    char* reason = nullptr;
    GEOSGeometry* location = nullptr;
    const char valid = GEOSisValidDetail_r(geos::context(), handle->get(), 0, &reason, &location);
    const geos::TextHandle reasonOwner(reason);
    const geos::GeometryHandle locationOwner(location);
    if (valid == 1) return std::nullopt;
    return flawFromReason(reason != nullptr ? reason : geos::takeMessage(), pointOf(location));
}

Result<Repair> repaired(const Geometry& geometry, const Flaw& flaw) {
    if (!geos::isFinite(geometry)) {
        return fail(ErrorCode::InvalidGeometry, {}, message("gis", "a coordinate is not a finite number"),
                    message("gis", "correct or delete the feature in its source"));
    }
    const Geometry taken = geometry.isEmpty() ? geometry : withoutShortSequences(geometry);
    if (taken.isEmpty()) return Repair{{}, flaw};
    TUCE_TRY(handle, geos::toGeos(taken));
    const geos::MakeValidParamsHandle params(GEOSMakeValidParams_create_r(geos::context()));
    GEOSMakeValidParams_setMethod_r(geos::context(), params.get(), GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(geos::context(), params.get(), 0);
    TUCE_TRY(valid, geos::answer(GEOSMakeValidWithParams_r(geos::context(), handle.get(), params.get()),
                                 message("gis", "the geometry cannot be repaired"), taken.dimension()));
    return Repair{std::move(valid), flaw};
}

}  // namespace gis
