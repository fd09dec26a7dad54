// SPDX-License-Identifier: Apache-2.0
#include "gis/analysis/EllipsoidMeasure.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <optional>
#include <vector>

#include "gis/analysis/EdgeRule.h"
#include "gis/analysis/NationalFormula.h"
#include "gis/crs/CoordinateTransform.h"

namespace gis {

namespace {

constexpr double radians = std::numbers::pi / 180.0;
constexpr double metresPerDegree = radians * Cgcs2000Ellipsoid::semiMajor;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t edgesPerBatch = 2048;

/// An edge as it runs on the ellipsoid: degrees at the nodes of its rule.
struct Edge {
    const EdgeRule& rule;
    EdgeRule::Row<Coordinate> degrees;
    double longitudeStep(std::size_t node) const { return (degrees[node].x - degrees[0].x) * radians; }
    double latitudeStep(std::size_t node) const { return (degrees[node].y - degrees[0].y) * radians; }
};
using EdgeVisitor = std::function<void(const Edge&)>;

/// ∫ (λ - L0) dF along the edge in m².
double areaTerm(const Edge& edge, double referenceDegrees) {
    const EdgeRule& rule = edge.rule;
    const double latitude = edge.degrees[0].y * radians;
    double bend = 0;
    double rise = 0;
    for (std::size_t j = 1; j < rule.nodeCount; ++j) {
        rise = zoneArea(latitude, edge.latitudeStep(j));
        double weighted = 0;
        for (std::size_t i = 1; i < rule.nodeCount; ++i) weighted += rule.crossIntegral[i][j] * edge.longitudeStep(i);
        bend += weighted * rise;
    }
    return (edge.degrees[0].x - referenceDegrees) * radians * rise + bend;
}

/// ∫ ds along the edge in m, with the radii of curvature of meridian and prime vertical.
double lengthTerm(const Edge& edge) {
    const EdgeRule& rule = edge.rule;
    double length = 0;
    for (std::size_t g = 0; g < rule.nodeCount; ++g) {
        double latitude = edge.degrees[0].y * radians;
        double north = 0;
        double east = 0;
        for (std::size_t j = 1; j < rule.nodeCount; ++j) {
            latitude += rule.gaussValues[g][j] * edge.latitudeStep(j);
            north += rule.gaussSlopes[g][j] * edge.latitudeStep(j);
            east += rule.gaussSlopes[g][j] * edge.longitudeStep(j);
        }
        const double sine = std::sin(latitude);
        const double w2 = 1 - Cgcs2000Ellipsoid::eccentricitySquared * sine * sine;
        const double primeVertical = Cgcs2000Ellipsoid::semiMajor / std::sqrt(w2);
        const double meridian = primeVertical * (1 - Cgcs2000Ellipsoid::eccentricitySquared) / w2;
        length += rule.gaussWeights[g] * std::hypot(meridian * north, primeVertical * std::cos(latitude) * east);
    }
    return length;
}

/// Brings a longitude to within half a turn of another.
double unwrapped(double degrees, double beside) { return degrees - 360.0 * std::round((degrees - beside) / 360.0); }

tl::unexpected<Error> otherDatum(const CoordinateReferenceSystem& crs) {
    return fail(
        ErrorCode::DatumShiftUnknown, {},
        message("gis", "the datum of %1 is neither CGCS2000 nor WGS 84; its areas may be wrong by more than rounding",
                {crs.code().empty() ? crs.name() : crs.code() + " " + crs.name()}),
        message("gis", "bring the data to CGCS2000 with approved parameters first, or accept the rough step"));
}

}  // namespace

struct EllipsoidMeasure::Data {
    std::optional<CoordinateTransform> toDegrees;  ///< none where the coordinates are degrees already
    double metresPerUnit = metresPerDegree;        ///< roughly, to judge the length of an edge

    /// Calls `visit` for each edge of a line or ring in order; false if a vertex has no latitude.
    bool walk(std::span<const Coordinate> sequence, const EdgeVisitor& visit) const;

private:
    double roughMetres(Coordinate a, Coordinate b) const { return std::hypot(b.x - a.x, b.y - a.y) * metresPerUnit; }
    std::vector<Coordinate> withoutLongEdges(std::span<const Coordinate> sequence) const;
    bool vertexDegrees(std::vector<Coordinate>& positions) const;
    const EdgeRule& ruleFor(Coordinate a, Coordinate b, double latitudeA, double latitudeB) const;
};

/// The vertices with further ones put on edges that are longer than a rule reaches.
std::vector<Coordinate> EllipsoidMeasure::Data::withoutLongEdges(std::span<const Coordinate> sequence) const {
    constexpr double mostPieces = 10'000;  // a hostile coordinate must not eat the memory
    std::vector<Coordinate> vertices;
    vertices.reserve(sequence.size());
    for (std::size_t i = 0; i < sequence.size(); ++i) {
        if (i > 0) {
            const Coordinate a = sequence[i - 1];
            const Coordinate b = sequence[i];
            const double pieces = std::min(mostPieces, std::ceil(roughMetres(a, b) / EdgeRule::longestReach));
            for (double k = 1; k < pieces; ++k)
                vertices.push_back({std::lerp(a.x, b.x, k / pieces), std::lerp(a.y, b.y, k / pieces)});
        }
        vertices.push_back(sequence[i]);
    }
    return vertices;
}

bool EllipsoidMeasure::Data::vertexDegrees(std::vector<Coordinate>& positions) const {
    if (toDegrees && !toDegrees->apply(positions)) return false;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (std::abs(positions[i].y) > 90) return false;
        if (toDegrees && i > 0) positions[i].x = unwrapped(positions[i].x, positions[i - 1].x);
    }
    return true;
}

/// Towards the poles longitude bends more strongly over the same distance, except where it is linear by definition.
const EdgeRule& EllipsoidMeasure::Data::ruleFor(Coordinate a, Coordinate b, double latitudeA, double latitudeB) const {
    double reach = roughMetres(a, b);
    if (toDegrees) {
        const double steepest = std::cos(std::max(std::abs(latitudeA), std::abs(latitudeB)) * radians);
        reach /= std::max(steepest, 0.05);
    }
    return EdgeRule::forReach(reach);
}

bool EllipsoidMeasure::Data::walk(std::span<const Coordinate> sequence, const EdgeVisitor& visit) const {
    const auto finite = [](Coordinate c) { return std::isfinite(c.x) && std::isfinite(c.y); };
    if (!std::all_of(sequence.begin(), sequence.end(), finite)) return false;
    const std::vector<Coordinate> native = withoutLongEdges(sequence);
    std::vector<Coordinate> degrees = native;
    if (!vertexDegrees(degrees)) return false;
    std::vector<Coordinate> inner;
    std::vector<const EdgeRule*> rules;
    for (std::size_t begin = 0; begin + 1 < native.size(); begin += edgesPerBatch) {
        const std::size_t end = std::min(native.size() - 1, begin + edgesPerBatch);
        inner.clear();
        rules.clear();
        for (std::size_t i = begin; i < end; ++i) {
            const Coordinate a = native[i];
            const Coordinate b = native[i + 1];
            const EdgeRule& rule = ruleFor(a, b, degrees[i].y, degrees[i + 1].y);
            rules.push_back(&rule);
            for (std::size_t k = 1; k + 1 < rule.nodeCount; ++k)
                inner.push_back({std::lerp(a.x, b.x, rule.nodes[k]), std::lerp(a.y, b.y, rule.nodes[k])});
        }
        if (toDegrees && !toDegrees->apply(inner)) return false;
        auto next = inner.begin();
        for (std::size_t i = begin; i < end; ++i) {
            const std::size_t count = rules[i - begin]->nodeCount;
            Edge edge{*rules[i - begin], {}};
            edge.degrees[0] = degrees[i];
            edge.degrees[count - 1] = degrees[i + 1];
            for (std::size_t k = 1; k + 1 < count; ++k, ++next)
                edge.degrees[k] = {toDegrees ? unwrapped(next->x, degrees[i].x) : next->x, next->y};
            visit(edge);
        }
    }
    return true;
}

EllipsoidMeasure::EllipsoidMeasure(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
EllipsoidMeasure::EllipsoidMeasure(EllipsoidMeasure&&) noexcept = default;
EllipsoidMeasure& EllipsoidMeasure::operator=(EllipsoidMeasure&&) noexcept = default;
EllipsoidMeasure::~EllipsoidMeasure() = default;

Result<EllipsoidMeasure> EllipsoidMeasure::make(const CoordinateReferenceSystem& crs, bool acceptOtherDatum) {
    if (!crs.isKnown()) {
        return fail(ErrorCode::CrsMissing, {}, message("gis", "the coordinate reference system is not known"),
                    message("gis", "say which one it is"));
    }
    auto data = std::make_unique<Data>();
    if (crs.isProjected()) data->metresPerUnit = crs.metresPerUnit();
    const DatumFamily family = crs.datumFamily();
    if (family == DatumFamily::Other) {
        // Where PROJ knows a real shift, the positions are brought to WGS 84 and the edges stay as they run.
        if (auto shift = CoordinateTransform::make(crs, CoordinateReferenceSystem::wgs84())) {
            data->toDegrees = std::move(*shift);
            return EllipsoidMeasure(std::move(data));
        }
    }
    if (family != DatumFamily::Cgcs2000 && family != DatumFamily::Wgs84 && !acceptOtherDatum) return otherDatum(crs);
    if (crs.isProjected()) {
        TUCE_TRY(inverse, CoordinateTransform::make(crs, crs.geographicBase(), DatumPolicy::AcceptBallpark));
        data->toDegrees = std::move(inverse);
    }
    return EllipsoidMeasure(std::move(data));
}

double EllipsoidMeasure::areaSquareMetres(const Geometry& geometry) const {
    if (geometry.dimension() != 2) return 0;
    CompensatedSum total;
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        for (std::size_t ring = geometry.partBegin(part); ring < geometry.partEnd(part); ++ring) {
            CompensatedSum sum;
            std::optional<double> reference;
            const auto add = [&](const Edge& edge) {
                if (!reference) reference = edge.degrees[0].x;
                sum.add(areaTerm(edge, *reference));
            };
            if (!m_data->walk(geometry.sequence(ring), add)) return nan;
            const double area = std::abs(sum.value());
            total.add(ring == geometry.partBegin(part) ? area : -area);
        }
    }
    return total.value() < 0 ? 0 : total.value();
}

double EllipsoidMeasure::lengthMetres(const Geometry& geometry) const {
    if (geometry.dimension() < 1) return 0;
    CompensatedSum total;
    const auto add = [&](const Edge& edge) { total.add(lengthTerm(edge)); };
    for (std::size_t i = 0; i < geometry.sequenceCount(); ++i)
        if (!m_data->walk(geometry.sequence(i), add)) return nan;
    return total.value();
}

double EllipsoidMeasure::lengthMetres(Coordinate from, Coordinate to) const {
    const Coordinate line[] = {from, to};
    CompensatedSum total;
    return m_data->walk(line, [&](const Edge& edge) { total.add(lengthTerm(edge)); }) ? total.value() : nan;
}

Coordinate EllipsoidMeasure::geographic(Coordinate position) const {
    if (m_data->toDegrees) m_data->toDegrees->apply(std::span(&position, 1));
    return position;
}

}  // namespace gis
