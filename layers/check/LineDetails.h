// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "layers/check/PairNumbers.h"

namespace layers {

/// How far each vertex of a line lies from its first one, along the line: m, its parts one after the other.
class LineChainage {
public:
    LineChainage(const CheckFeature& line, const CheckMeasure& measure);
    double total() const { return m_atVertices.empty() ? 0 : m_atVertices.back(); }
    /// `sequence` counted within the shape, `along` 0..1 on the edge.
    double at(std::uint32_t sequence, std::uint32_t edge, double along, const CheckMeasure& measure) const;

private:
    const CheckFeature& m_line;
    std::vector<double> m_atVertices;
};

/// Entry and exit places and stretches inside, from the numbers of a pair whose line is `line`.
std::shared_ptr<const LineDetail> lineDetail(const CheckFeature& line, const PairNumbers& numbers,
                                             const LineChainage& chainage, const CheckMeasure& measure);

}  // namespace layers
