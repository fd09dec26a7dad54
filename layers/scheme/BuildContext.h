// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "layers/scheme/BaseInPlane.h"
#include "layers/scheme/LayoutKinds.h"
#include "layers/scheme/Scheme.h"

namespace layers {

/// What a shape builder gets: the element, its kind, the ground, and where to leave warnings.
struct BuildContext {
    BaseInPlane& plane;
    const SchemeElement& element;
    const LayoutKind& kind;
    gis::Warnings& warnings;
    gis::CancelToken cancel;
    std::string documentDate{};  ///< of the paper that the element is from; empty where it is not known

    /// A parameter in metres: the element's own, else the kind's; nothing if neither states one.
    std::optional<double> metres(const std::string& parameter) const;
    void warn(const char* kindWord, gis::Message text) const;
};

/// A shape and how it came about. The geometry is in the plane of the context.
struct BuiltShape {
    gis::Geometry geometry;
    std::string builder;
    std::vector<std::string> carriers;          ///< those that shaped it
    std::vector<std::string> inferredCarriers;  ///< of these those whose course is inferred from lines of other names
    std::vector<std::string> idleCarriers;      ///< those of the element that did not; told in warnings
    std::vector<std::string> idleMembers;       ///< members that took no part for where they lie; told in warnings
    std::vector<std::string> withoutBoundary;   ///< members that took no part for want of a polygon
    std::vector<gis::Coordinate> seats;         ///< of the members without boundary
    bool isSchematic = false;
    std::string noteKey;  ///< of kinds.json "notes"; may be empty
    std::string noteArgument;
    std::map<std::string, double> parameters;  ///< in km, as used
};

/// Either a shape or the reason why this builder cannot make one. Errors of a library or a cancel are Errors instead.
struct BuildAttempt {
    std::optional<BuiltShape> shape;
    gis::Message reason;
};

inline BuildAttempt notBuilt(gis::Message reason) { return {std::nullopt, std::move(reason)}; }

/// The places of an element with a known seat.
struct SeatedPlace {
    SchemePlace place;
    gis::Coordinate seat;
};
/// Members in their order, before them the start and after them the finish; a place without a seat is warned of.
gis::Result<std::vector<SeatedPlace>> seatedPlaces(BuildContext& context, bool withEnds);

}  // namespace layers
