// SPDX-License-Identifier: Apache-2.0
#include "gis/crs/CoordinateTransform.h"

#include <cmath>
#include <limits>
#include <vector>

#include "gis/crs/ProjHandles.h"

namespace gis {

namespace {

using Crs = CoordinateReferenceSystem;

bool isOldChinese(DatumFamily family) {
    return family == DatumFamily::Beijing54 || family == DatumFamily::Xian80 || family == DatumFamily::NewBeijing54;
}
bool isModern(DatumFamily family) { return family == DatumFamily::Cgcs2000 || family == DatumFamily::Wgs84; }
bool isNamed(DatumFamily family) { return isModern(family) || isOldChinese(family); }

std::string shown(const Crs& crs) { return crs.code().empty() ? crs.name() : crs.code() + " " + crs.name(); }

tl::unexpected<Error> shiftUnknown(const Crs& from, const Crs& to) {
    return fail(
        ErrorCode::DatumShiftUnknown, {},
        message("gis", "no official parameters are known between the datums of %1 and %2; the error may reach 100 m",
                {shown(from), shown(to)}),
        message("gis", "bring the data to CGCS2000 with approved parameters first, or accept the rough step"));
}

}  // namespace

struct CoordinateTransform::Data {
    proj::Context context;           // its own, so that the transform may be moved to another thread; none if identical
    std::vector<proj::Object> legs;  // applied one after the other, degrees or native units between them
    bool equalDatums = false;
    bool ballpark = false;

    /// Adds PROJ's own operation; false if there is none but a ballpark one.
    bool addOperation(const Crs& from, const Crs& to) {
        const proj::Object source = proj::objectOf(context.get(), from);
        const proj::Object target = proj::objectOf(context.get(), to);
        const char* const options[] = {"ALLOW_BALLPARK=NO", nullptr};
        if (!source || !target) return false;
        const proj::Object operation(
            proj_create_crs_to_crs_from_pj(context.get(), source.get(), target.get(), nullptr, options));
        if (!operation) return false;
        proj::Object leg(proj_normalize_for_visualization(context.get(), operation.get()));
        if (!leg) return false;
        legs.push_back(std::move(leg));
        return true;
    }
    /// Projected to geographic or back within one datum.
    bool addWithinDatum(const Crs& from, const Crs& to) { return from == to || addOperation(from, to); }
    /// Takes longitudes and latitudes over from one datum to the other as they are.
    bool addKeepingDegrees(const Crs& from, const Crs& to) {
        return addWithinDatum(from, from.geographicBase()) && addWithinDatum(to.geographicBase(), to);
    }
    /// Datums other than the named ones: as PROJ knows it; CGCS2000 is reached by way of WGS 84.
    bool addOther(const Crs& from, const Crs& to) {
        const DatumFamily source = from.datumFamily();
        const DatumFamily target = to.datumFamily();
        if (isOldChinese(source) || isOldChinese(target)) return false;
        if (addOperation(from, to)) return true;
        equalDatums = true;
        if (target == DatumFamily::Cgcs2000)
            return addOperation(from, Crs::wgs84()) && addWithinDatum(to.geographicBase(), to);
        if (source == DatumFamily::Cgcs2000)
            return addWithinDatum(from, from.geographicBase()) && addOperation(Crs::wgs84(), to);
        return false;
    }
};

CoordinateTransform::CoordinateTransform(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
CoordinateTransform::CoordinateTransform(CoordinateTransform&&) noexcept = default;
CoordinateTransform& CoordinateTransform::operator=(CoordinateTransform&&) noexcept = default;
CoordinateTransform::~CoordinateTransform() = default;

Result<CoordinateTransform> CoordinateTransform::make(const Crs& from, const Crs& to, DatumPolicy policy) {
    if (!from.isKnown() || !to.isKnown()) {
        return fail(ErrorCode::CrsMissing, {}, message("gis", "the coordinate reference system is not known"),
                    message("gis", "say which one it is"));
    }
    auto data = std::make_unique<Data>();
    if (from == to) return CoordinateTransform(std::move(data));
    data->context = proj::makeContext();
    const DatumFamily source = from.datumFamily();
    const DatumFamily target = to.datumFamily();
    const bool sameDatum = source == target && isNamed(source);
    const bool equalDatums = isModern(source) && isModern(target);
    if (sameDatum || equalDatums) {
        data->equalDatums = !sameDatum;
        if (data->addKeepingDegrees(from, to)) return CoordinateTransform(std::move(data));
        return fail(ErrorCode::Internal, {},
                    message("gis", "no transformation from %1 to %2 was found", {shown(from), shown(to)}), {},
                    proj::lastError(data->context.get()));
    }
    if (data->addOther(from, to)) return CoordinateTransform(std::move(data));
    if (policy == DatumPolicy::Refuse) return shiftUnknown(from, to);
    data = std::make_unique<Data>();
    data->context = proj::makeContext();
    data->ballpark = true;
    if (data->addKeepingDegrees(from, to)) return CoordinateTransform(std::move(data));
    return shiftUnknown(from, to);
}

bool CoordinateTransform::isIdentity() const { return m_data->legs.empty(); }
bool CoordinateTransform::treatsDatumsAsEqual() const { return m_data->equalDatums; }
bool CoordinateTransform::isBallpark() const { return m_data->ballpark; }

bool CoordinateTransform::apply(std::span<Coordinate> positions) const {
    if (positions.empty()) return true;
    for (const proj::Object& leg : m_data->legs) {
        proj_trans_generic(leg.get(), PJ_FWD, &positions[0].x, sizeof(Coordinate), positions.size(), &positions[0].y,
                           sizeof(Coordinate), positions.size(), nullptr, 0, 0, nullptr, 0, 0);
    }
    bool allFinite = true;
    for (Coordinate& position : positions) {
        if (std::isfinite(position.x) && std::isfinite(position.y)) continue;
        position = {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
        allFinite = false;
    }
    return allFinite;
}

Result<Coordinate> CoordinateTransform::apply(Coordinate position) const {
    Coordinate image = position;
    if (apply(std::span(&image, 1))) return image;
    return fail(ErrorCode::InvalidGeometry, {},
                message("gis", "the position %1, %2 has no image in the other coordinate reference system",
                        {std::to_string(position.x), std::to_string(position.y)}),
                message("gis", "check the coordinate reference system of the data"));
}

Result<Geometry> CoordinateTransform::apply(const Geometry& geometry) const {
    if (isIdentity() || geometry.isEmpty()) return geometry;
    std::vector<Coordinate> images(geometry.coordinates().begin(), geometry.coordinates().end());
    if (!apply(images)) {
        for (std::size_t i = 0; i < images.size(); ++i)
            if (!std::isfinite(images[i].x)) return tl::unexpected(apply(geometry.coordinates()[i]).error());
    }
    GeometryBuilder builder(geometry.dimension(), isMulti(geometry.type()));
    builder.reserve(images.size());
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        for (std::size_t sequence = geometry.partBegin(part); sequence < geometry.partEnd(part); ++sequence) {
            const std::size_t begin = geometry.sequenceBegin(sequence);
            for (std::size_t i = 0; i < geometry.sequence(sequence).size(); ++i) builder.add(images[begin + i]);
            builder.endSequence();
        }
        builder.endPart();
    }
    return builder.build();
}

Result<Extent> CoordinateTransform::apply(const Extent& extent) const {
    if (isIdentity() || extent.isEmpty()) return extent;
    constexpr int steps = 20;
    std::vector<Coordinate> outline;
    for (int i = 0; i <= steps; ++i) {
        const double share = static_cast<double>(i) / steps;
        const double x = std::lerp(extent.minX, extent.maxX, share);
        const double y = std::lerp(extent.minY, extent.maxY, share);
        outline.insert(outline.end(), {{x, extent.minY}, {x, extent.maxY}, {extent.minX, y}, {extent.maxX, y}});
    }
    const Coordinate first = outline.front();
    apply(outline);
    Extent image;
    for (const Coordinate position : outline)
        if (std::isfinite(position.x)) image.include(position);
    if (image.isEmpty()) return tl::unexpected(apply(first).error());
    return image;
}

Warning datumsTakenAsEqual() {
    return {"datums_taken_as_equal",
            {},
            message("gis", "WGS 84 and CGCS2000 are taken as equal; they differ by less than a few decimetres")};
}

Warning ballparkDatumShift(const Crs& from, const Crs& to) {
    return {"ballpark_datum_shift",
            {},
            message("gis", "%1 was taken over to %2 without a datum shift, as was asked; the error may reach 100 m",
                    {shown(from), shown(to)})};
}

}  // namespace gis
