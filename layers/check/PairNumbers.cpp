// SPDX-License-Identifier: Apache-2.0
#include "layers/check/PairNumbers.h"

#include <algorithm>

namespace layers {

namespace {

std::span<const gis::Coordinate> sequenceOf(const CheckFeature& feature, std::uint32_t sequence) {
    const gis::PackedShapes& shapes = feature.layer->shapes;
    return shapes.sequence(shapes.sequenceBegin(feature.shape) + sequence);
}

template <class Visit>
void forEachPoint(const CheckFeature& points, Visit&& visit) {
    const gis::PackedShapes& shapes = points.layer->shapes;
    for (std::uint32_t s = shapes.sequenceBegin(points.shape); s < shapes.sequenceEnd(points.shape); ++s)
        for (const gis::Coordinate position : shapes.sequence(s)) visit(position);
}

bool isIn(gis::Coordinate position, const CheckFeature& zone) {
    return gis::PairOverlap::place(position, *zone.layer, zone.shape) != gis::PointPlace::Exterior;
}

}  // namespace

gis::Coordinate placeOn(const CheckFeature& line, const gis::LinePiece& piece, double along) {
    const auto positions = sequenceOf(line, piece.sequence);
    const gis::Coordinate p = positions[piece.edge];
    const gis::Coordinate q = positions[piece.edge + 1];
    if (along <= 0) return p;
    if (along >= 1) return q;
    return {p.x + along * (q.x - p.x), p.y + along * (q.y - p.y)};
}

double PairCounter::squareMetresPerUnit(const CheckFeature& feature) const {
    const double metres = m_measure.metresPerUnit();
    return feature.layer->sums.form.isPlanar() ? metres * metres : 1;
}

double PairCounter::area(const CheckFeature& feature) const {
    if (!m_isSummed) return m_measure.areaSquareMetres(feature.geometry());
    const gis::OverlapLayer& layer = *feature.layer;
    gis::DoubleDouble sum;
    for (std::uint32_t s = layer.shapes.sequenceBegin(feature.shape); s < layer.shapes.sequenceEnd(feature.shape); ++s)
        sum += layer.sums.ofSequence[s];
    return std::max(0.0, sum.value()) * squareMetresPerUnit(feature);
}

void PairCounter::begin(const CheckFeature& plan) {
    m_measured = {};
    if (plan.dimension() != 1) return;
    m_measured.layer = plan.layer;
    m_measured.shape = plan.shape;
    const gis::PackedShapes& shapes = plan.layer->shapes;
    for (std::uint32_t s = shapes.sequenceBegin(plan.shape); s < shapes.sequenceEnd(plan.shape); ++s) {
        const auto positions = shapes.sequence(s);
        m_measured.sequenceStarts.push_back(m_measured.edges.size());
        for (std::size_t i = 1; i < positions.size(); ++i)
            m_measured.edges.push_back(m_measure.distanceMetres(positions[i - 1], positions[i]));
    }
}

double PairCounter::length(const CheckFeature& line) const {
    double length = 0;
    if (m_measured.layer == line.layer && m_measured.shape == line.shape) {
        for (const double edge : m_measured.edges) length += edge;
        return length;
    }
    const gis::PackedShapes& shapes = line.layer->shapes;
    for (std::uint32_t s = shapes.sequenceBegin(line.shape); s < shapes.sequenceEnd(line.shape); ++s) {
        const auto positions = shapes.sequence(s);
        for (std::size_t i = 1; i < positions.size(); ++i)
            length += m_measure.distanceMetres(positions[i - 1], positions[i]);
    }
    return length;
}

double PairCounter::lengthOf(const CheckFeature& line, const std::vector<gis::LinePiece>& pieces) const {
    const bool isMeasured = m_measured.layer == line.layer && m_measured.shape == line.shape;
    double length = 0;
    for (const gis::LinePiece& piece : pieces)
        if (isMeasured && piece.from <= 0 && piece.to >= 1)
            length += m_measured.edges[m_measured.sequenceStarts[piece.sequence] + piece.edge];
        else
            length += m_measure.distanceMetres(placeOn(line, piece, piece.from), placeOn(line, piece, piece.to));
    return length;
}

PairNumbers PairCounter::count(const CheckFeature& plan, const CheckFeature& control) {
    const int ofPlan = plan.dimension();
    const int ofControl = control.dimension();
    if (ofPlan == 2 && ofControl == 2) return polygons(plan, control);
    if (ofPlan == 1) return ofControl == 1 ? lines(plan, control) : lineInZone(plan, control);
    if (ofControl == 1) return lineInZone(control, plan);
    return ofPlan == 0 ? pointsInZone(plan, control) : pointsInZone(control, plan);
}

PairNumbers PairCounter::polygons(const CheckFeature& plan, const CheckFeature& control) {
    const auto overlap =
        m_areas ? m_areas->area(plan, control) : m_engine.area(*plan.layer, plan.shape, *control.layer, control.shape);
    PairNumbers numbers;
    numbers.shares = overlap.interiorsMeet;
    numbers.size = overlap.area * squareMetresPerUnit(plan);
    numbers.within = overlap.within;
    return numbers;
}

PairNumbers PairCounter::lineInZone(const CheckFeature& line, const CheckFeature& zone) {
    auto overlap = m_engine.line(*line.layer, line.shape, *zone.layer, zone.shape);
    PairNumbers numbers;
    numbers.pieces = std::move(overlap.inside);
    numbers.shares = !numbers.pieces.empty();
    numbers.size = lengthOf(line, numbers.pieces);
    numbers.passages = static_cast<int>(overlap.passages.size());
    numbers.places = std::move(overlap.passages);
    return numbers;
}

PairNumbers PairCounter::lines(const CheckFeature& plan, const CheckFeature& control) const {
    auto common = gis::commonLines(*plan.layer, plan.shape, *control.layer, control.shape);
    PairNumbers numbers;
    numbers.pieces = std::move(common.stretches);
    numbers.meetings = std::move(common.points);
    numbers.points = numbers.meetings.size();
    numbers.shares = !numbers.pieces.empty() || numbers.points > 0;
    numbers.size = lengthOf(plan, numbers.pieces);
    numbers.passages = static_cast<int>(numbers.points);
    return numbers;
}

PairNumbers PairCounter::pointsInZone(const CheckFeature& points, const CheckFeature& zone) {
    PairNumbers numbers;
    forEachPoint(points, [&](gis::Coordinate position) { numbers.points += isIn(position, zone); });
    numbers.shares = numbers.points > 0;
    return numbers;
}

std::vector<gis::LinePiece> mergedPieces(std::vector<gis::LinePiece> pieces) {
    std::sort(pieces.begin(), pieces.end(), [](const gis::LinePiece& a, const gis::LinePiece& b) {
        if (a.sequence != b.sequence) return a.sequence < b.sequence;
        return a.edge != b.edge ? a.edge < b.edge : a.from < b.from;
    });
    std::vector<gis::LinePiece> merged;
    for (const gis::LinePiece& piece : pieces) {
        const bool goesOn = !merged.empty() && merged.back().sequence == piece.sequence &&
                            merged.back().edge == piece.edge && piece.from <= merged.back().to;
        if (goesOn)
            merged.back().to = std::max(merged.back().to, piece.to);
        else
            merged.push_back(piece);
    }
    return merged;
}

std::vector<gis::LinePiece> piecesBeside(const CheckFeature& line, const std::vector<gis::LinePiece>& merged) {
    std::vector<gis::LinePiece> rest;
    const gis::PackedShapes& shapes = line.layer->shapes;
    const std::uint32_t sequences = shapes.sequenceEnd(line.shape) - shapes.sequenceBegin(line.shape);
    auto next = merged.begin();
    for (std::uint32_t sequence = 0; sequence < sequences; ++sequence) {
        const auto positions = sequenceOf(line, sequence);
        for (std::uint32_t edge = 0; edge + 1 < positions.size(); ++edge) {
            double at = 0;
            for (; next != merged.end() && next->sequence == sequence && next->edge == edge; ++next) {
                if (next->from > at) rest.push_back({sequence, edge, at, next->from});
                at = std::max(at, next->to);
            }
            if (at < 1 && !(positions[edge] == positions[edge + 1])) rest.push_back({sequence, edge, at, 1});
        }
    }
    return rest;
}

gis::Geometry piecesGeometry(const CheckFeature& line, const std::vector<gis::LinePiece>& pieces) {
    gis::GeometryBuilder builder(1, true);
    const gis::LinePiece* last = nullptr;
    for (const gis::LinePiece& piece : pieces) {
        const bool goesOn = last && last->sequence == piece.sequence &&
                            ((last->edge == piece.edge && last->to == piece.from) ||
                             (last->edge + 1 == piece.edge && last->to == 1 && piece.from == 0));
        if (!goesOn) {
            if (last) {
                builder.endSequence();
                builder.endPart();
            }
            builder.add(placeOn(line, piece, piece.from));
        }
        builder.add(placeOn(line, piece, piece.to));
        last = &piece;
    }
    if (last) {
        builder.endSequence();
        builder.endPart();
    }
    return builder.build();
}

gis::Geometry pointsGeometry(const CheckFeature& points, const CheckFeature& zone) {
    std::vector<gis::Coordinate> inside;
    forEachPoint(points, [&](gis::Coordinate position) {
        if (isIn(position, zone)) inside.push_back(position);
    });
    return gis::Geometry::multiPoint(std::move(inside));
}

}  // namespace layers
