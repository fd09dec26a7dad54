// SPDX-License-Identifier: Apache-2.0
#include "gis/drawing/ChainRanks.h"

#include <algorithm>

#include "gis/drawing/SharedVertices.h"

namespace gis {

namespace {

bool comesBefore(Coordinate a, Coordinate b) { return a.x < b.x || (a.x == b.x && a.y < b.y); }

/// Squared distances to a segment, computed from the end that comes first, so that the direction does not matter.
class Segment {
public:
    Segment(Coordinate a, Coordinate b) : m_from(comesBefore(b, a) ? b : a), m_to(comesBefore(b, a) ? a : b) {
        m_alongX = m_to.x - m_from.x;
        m_alongY = m_to.y - m_from.y;
        m_squaredLength = m_alongX * m_alongX + m_alongY * m_alongY;
        m_inverse = m_squaredLength > 0 ? 1 / m_squaredLength : 0;
    }
    double squaredDistance(Coordinate p) const {
        const double x = p.x - m_from.x, y = p.y - m_from.y;
        const double along = x * m_alongX + y * m_alongY;
        if (along <= 0) return x * x + y * y;
        if (along >= m_squaredLength) {
            const double endX = p.x - m_to.x, endY = p.y - m_to.y;
            return endX * endX + endY * endY;
        }
        const double across = m_alongX * y - m_alongY * x;
        return across * across * m_inverse;
    }

private:
    Coordinate m_from, m_to;
    double m_alongX, m_alongY, m_squaredLength, m_inverse;
};

constexpr std::size_t longestChain = 4096;

std::uint8_t withRank(std::uint8_t mark, std::uint8_t rank) {
    return static_cast<std::uint8_t>(rank | ((mark & VertexMark::repeated) != 0 ? ChainRanks::repeatedBit : 0));
}

}  // namespace

void ChainRanks::rankLine(std::span<const Coordinate> line, std::span<std::uint8_t> marks) { rankChains(line, marks); }

void ChainRanks::rankRing(std::span<const Coordinate> ring, std::span<std::uint8_t> marks) {
    const auto count = static_cast<std::ptrdiff_t>(ring.size()) - 1;
    const auto isHeld = [](std::uint8_t mark) { return (mark & VertexMark::held) != 0; };
    std::ptrdiff_t start = std::find_if(marks.begin(), marks.begin() + count, isHeld) - marks.begin();
    if (start == count) {
        start = std::min_element(ring.begin(), ring.begin() + count, comesBefore) - ring.begin();
        marks[static_cast<std::size_t>(start)] |= VertexMark::held;
    }
    m_turned.assign(ring.begin() + start, ring.begin() + count);
    m_turned.insert(m_turned.end(), ring.begin(), ring.begin() + start + 1);
    m_turnedMarks.assign(marks.begin() + start, marks.begin() + count);
    m_turnedMarks.insert(m_turnedMarks.end(), marks.begin(), marks.begin() + start + 1);
    rankChains(m_turned, m_turnedMarks);
    const auto split = m_turnedMarks.begin() + (count - start);
    std::copy(m_turnedMarks.begin(), split, marks.begin() + start);
    std::copy(split, m_turnedMarks.end() - 1, marks.begin());
    marks.back() = marks.front();
}

void ChainRanks::rankChains(std::span<const Coordinate> line, std::span<std::uint8_t> marks) {
    std::size_t first = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if ((marks[i] & VertexMark::held) == 0 && i + 1 < line.size()) continue;
        rankChain(line, first, i, marks);
        marks[first] = withRank(marks[first], RankScale::held);
        first = i;
    }
    marks.back() = withRank(marks.back(), RankScale::held);
}

void ChainRanks::rankChain(std::span<const Coordinate> line, std::size_t first, std::size_t last,
                           std::span<std::uint8_t> marks) {
    m_open.assign(1, {first, last, RankScale::held - 1});
    while (!m_open.empty()) {
        const Span span = m_open.back();
        m_open.pop_back();
        if (span.last - span.first < 2) continue;
        const Coordinate a = line[span.first], b = line[span.last];
        std::size_t split;
        std::uint8_t rank;
        if (span.last - span.first > longestChain) {
            const bool forward = a == b ? comesBefore(line[span.first + 1], line[span.last - 1]) : comesBefore(a, b);
            const std::size_t half = (span.last - span.first) / 2;
            split = forward ? span.first + half : span.last - half;
            rank = RankScale::held;
        } else {
            const Segment segment(a, b);
            double farthest = -1;
            split = span.first + 1;
            for (std::size_t i = span.first + 1; i < span.last; ++i) {
                const double away = segment.squaredDistance(line[i]);
                if (away > farthest || (away == farthest && comesBefore(line[i], line[split]))) {
                    farthest = away;
                    split = i;
                }
            }
            rank = std::min(m_scale.rankOf(farthest), span.ceiling);
        }
        if (rank == 0) {  // nor can what lies between rank higher
            for (std::size_t i = span.first + 1; i < span.last; ++i) marks[i] = withRank(marks[i], 0);
            continue;
        }
        marks[split] = withRank(marks[split], rank);
        const std::uint8_t ceiling = std::min<std::uint8_t>(rank, RankScale::held - 1);
        m_open.push_back({span.first, split, ceiling});
        m_open.push_back({split, span.last, ceiling});
    }
}

}  // namespace gis
