// SPDX-License-Identifier: Apache-2.0
#include "layers/check/LineDetails.h"

#include <algorithm>

namespace layers {

namespace {

std::uint32_t firstSequence(const CheckFeature& line) { return line.layer->shapes.sequenceBegin(line.shape); }

/// Two pieces of which the second begins where the first ends.
bool isJoined(const gis::LinePiece& a, const gis::LinePiece& b) {
    if (a.sequence != b.sequence) return false;
    return a.edge == b.edge ? a.to == b.from : a.edge + 1 == b.edge && a.to == 1 && b.from == 0;
}

std::vector<LineStretch> stretchesOf(const CheckFeature& line, const std::vector<gis::LinePiece>& pieces,
                                     const LineChainage& chainage, const CheckMeasure& measure) {
    std::vector<LineStretch> stretches;
    const gis::LinePiece* last = nullptr;
    for (const gis::LinePiece& piece : pieces) {
        const gis::Coordinate begin = placeOn(line, piece, piece.from);
        const gis::Coordinate end = placeOn(line, piece, piece.to);
        if (last == nullptr || !isJoined(*last, piece)) {
            LineStretch stretch;
            stretch.begin = begin;
            stretch.part = piece.sequence;
            stretch.fromMetres = chainage.at(piece.sequence, piece.edge, piece.from, measure);
            stretches.push_back(stretch);
        }
        LineStretch& stretch = stretches.back();
        stretch.end = end;
        stretch.lengthMetres += measure.distanceMetres(begin, end);
        stretch.toMetres = chainage.at(piece.sequence, piece.edge, piece.to, measure);
        last = &piece;
    }
    return stretches;
}

}  // namespace

LineChainage::LineChainage(const CheckFeature& line, const CheckMeasure& measure) : m_line(line) {
    const gis::PackedShapes& shapes = line.layer->shapes;
    double length = 0;
    m_atVertices.reserve(line.vertexCount());
    for (std::uint32_t s = firstSequence(line); s < shapes.sequenceEnd(line.shape); ++s) {
        const auto positions = shapes.sequence(s);
        m_atVertices.push_back(length);
        for (std::size_t i = 1; i < positions.size(); ++i) {
            length += measure.distanceMetres(positions[i - 1], positions[i]);
            m_atVertices.push_back(length);
        }
    }
}

double LineChainage::at(std::uint32_t sequence, std::uint32_t edge, double along, const CheckMeasure& measure) const {
    const gis::PackedShapes& shapes = m_line.layer->shapes;
    const std::uint32_t first = firstSequence(m_line);
    const std::size_t vertex = shapes.sequenceStarts[first + sequence] - shapes.sequenceStarts[first] + edge;
    if (along <= 0) return m_atVertices[vertex];
    if (along >= 1) return m_atVertices[vertex + 1];
    const gis::LinePiece piece{sequence, edge, 0, along};
    const double step = measure.distanceMetres(placeOn(m_line, piece, 0), placeOn(m_line, piece, along));
    return std::min(m_atVertices[vertex] + step, m_atVertices[vertex + 1]);
}

std::shared_ptr<const LineDetail> lineDetail(const CheckFeature& line, const PairNumbers& numbers,
                                             const LineChainage& chainage, const CheckMeasure& measure) {
    auto detail = std::make_shared<LineDetail>();
    for (const gis::LinePassage& passage : numbers.places)
        detail->places.push_back({passage.enters ? LinePlace::Kind::Enters : LinePlace::Kind::Leaves, passage.place,
                                  chainage.at(passage.sequence, passage.edge, passage.along, measure),
                                  passage.sequence});
    for (const gis::LineSpot& spot : numbers.meetings)
        detail->places.push_back({LinePlace::Kind::Meets, spot.place,
                                  chainage.at(spot.sequence, spot.edge, spot.along, measure), spot.sequence});
    detail->stretches = stretchesOf(line, numbers.pieces, chainage, measure);
    return detail;
}

}  // namespace layers
