// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/audit/AuditGround.h"

namespace layers {

/// A figure that a paper prints for a feature, with where it stands.
struct PrintedFigure {
    TextFigure figure;
    std::string words;      ///< as printed
    std::string indicator;  ///< what it is a figure of; empty in a sentence
    std::string clauseId;
    bool isTarget = false;  ///< to be reached (到2025年…), not as it is
};

/// Figures of the feature: facts of its elements in the index; where these are none of the kind, figures of sentences of
/// its clauses that name it, if a sentence has one alone of the quantity: of several nobody knows which is meant.
std::vector<PrintedFigure> printedFigures(const AuditGround& ground, const DrawnFeature& drawn);

/// Whether the year before a figure of the sentence is one by which something is to be reached: 到2025年.
bool isTargetIn(const std::u32string& sentence, const TextFigure& figure, const AuditKnowledge& knowledge);

/// Whether a size, in the quantity's base unit, is as it is printed: within half of the last digit and the tolerance.
bool agrees(const TextFigure& figure, double size, const AuditKnowledge& knowledge);
/// A size in the printed unit, with one digit more than is printed.
std::string inUnitOf(const TextFigure& figure, double size);

}  // namespace layers
