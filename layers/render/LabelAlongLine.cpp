// SPDX-License-Identifier: Apache-2.0
#include <QLineF>
#include <cmath>
#include <numbers>
#include <optional>

#include "layers/render/LabelCandidate.h"
#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

constexpr double greatestBendDegrees = 24;  ///< between neighbouring letters
constexpr double steepDegrees = 68;         ///< steeper names run downward with upright letters

/// A word measured for a course.
struct Word {
    QStringList letters;
    std::vector<double> centres;  ///< of each letter, from the start of the word
    double length = 0;
};

Word measured(const LabelRequest& request, double letterSpacing) {
    Word word;
    word.letters = lettersOf(request.text);
    for (const QString& letter : word.letters) {
        const double width = letterWidth(letter, request.style);
        word.centres.push_back(word.length + width / 2);
        word.length += width + letterSpacing * request.style.sizeMm;
    }
    word.length -= letterSpacing * request.style.sizeMm;
    return word;
}

double turned(double degrees) {
    while (degrees > 180) degrees -= 360;
    while (degrees <= -180) degrees += 360;
    return degrees;
}

QRectF boxOfLetter(const PlacedLetter& placed, double em) {
    const double radians = placed.angle * std::numbers::pi / 180;
    const double half = em / 2 * (std::abs(std::cos(radians)) + std::abs(std::sin(radians)));
    return {placed.centre.x() - half, placed.centre.y() - half, 2 * half, 2 * half};
}

/// Mean direction over a stretch, from its ends: a river's own wiggles must not shake the letters.
double directionOver(const QPolygonF& course, double from, double to) {
    const QPointF way = positionAlong(course, to).at - positionAlong(course, from).at;
    return std::atan2(way.y(), way.x()) * 180 / std::numbers::pi;
}

/// Lays a word on a course from `start`, `aside` to its right (negative: left) as one reads. Nothing if it bends
/// too much.
std::optional<LabelCandidate> laid(const LabelRequest& request, const Word& word, const QPolygonF& course, double start,
                                   double aside) {
    const double em = request.style.sizeMm;
    const double angle = directionOver(course, start, start + word.length);
    const bool isSteep = std::abs(std::abs(angle) - 90) < 90 - steepDegrees;
    const bool runsBack = isSteep ? angle < 0 : std::abs(angle) > 90;
    LabelCandidate candidate;
    PlacedLabel& label = candidate.label;
    double before = 0;
    const double window = std::max(0.8 * em, std::min(word.length / 2, 3 * em));
    for (std::size_t index = 0; index < word.centres.size(); ++index) {
        const double along = start + (runsBack ? word.length - word.centres[index] : word.centres[index]);
        double direction = directionOver(course, along - window, along + window);
        if (runsBack) direction += 180;
        const double radians = direction * std::numbers::pi / 180;
        const QPointF right(-std::sin(radians), std::cos(radians));
        const QPointF centre = positionAlong(course, along).at + right * aside;
        direction = turned(direction);
        if (index > 0) {
            const double bend = std::abs(turned(direction - before));
            if (bend > greatestBendDegrees) return std::nullopt;
            candidate.cost += bend / greatestBendDegrees * 0.3 / static_cast<double>(word.centres.size());
        }
        before = direction;
        // On the inner side of a bend letters crowd: they keep half of the space that the style gives them.
        const double least = (0.92 + 0.5 * request.style.letterSpacing) * std::min(em, word.length);
        for (const PlacedLetter& earlier : label.letters)
            if (QLineF(earlier.centre, centre).length() < least) return std::nullopt;
        label.letters.push_back(
            {word.letters[static_cast<qsizetype>(index)], centre, isSteep ? turned(direction - 90) : direction});
        label.boxes.push_back(boxOfLetter(label.letters.back(), em));
    }
    label.text = request.text;
    label.style = request.style;
    label.priority = request.priority;
    label.layer = request.layer;
    label.feature = request.feature;
    return candidate;
}

/// Level names beside a line that winds too much for bent ones.
void addLevelCandidates(std::vector<LabelCandidate>& candidates, const LabelRequest& request, const QPolygonF& course,
                        double aside) {
    const double em = request.style.sizeMm;
    const double width = textWidth(request.text, request.style);
    const double length = lengthOf(course);
    for (int step = 1; step < 10; ++step)
        for (const double side : {1.0, -1.0}) {
            const QPointF centre = positionAlong(course, length * step / 10).at + QPointF(0, side * (aside + 0.5 * em));
            LabelCandidate candidate;
            PlacedLabel& label = candidate.label;
            label.text = request.text;
            label.style = request.style;
            label.priority = request.priority;
            label.layer = request.layer;
            label.feature = request.feature;
            const QPointF corner = centre - QPointF(width / 2, em / 2);
            label.lines.emplace_back(request.text, corner + QPointF(0, textAscent * em));
            label.boxes.emplace_back(corner, QSizeF(width, em));
            candidate.cost = 0.5 + 0.02 * std::abs(step - 6);
            candidates.push_back(std::move(candidate));
        }
}

/// The course a name follows, without the wiggles that letters cannot follow.
QPolygonF courseFor(const LabelRequest& request) {
    if (request.shape.dimension == 2) return centreLine(request.shape);
    const PaperShape longest = largestPart(request.shape);
    if (longest.isEmpty()) return {};
    const double em = request.style.sizeMm;
    if (request.line.smooth) return longest.parts.front().front();  // is the course already
    return smoothed(simplified(longest.parts.front().front(), em * 0.5), 0.5);
}

}  // namespace

std::vector<LabelCandidate> candidatesAlong(const LabelRequest& request) {
    if (request.shape.dimension == 0) return candidatesAround(request);
    std::vector<LabelCandidate> candidates;
    const QPolygonF course = courseFor(request);
    if (course.size() < 2) return candidates;
    const double em = request.style.sizeMm;
    const bool onBand = request.shape.dimension == 2;
    const double body = request.line.widthMm / 2 + request.line.casingMm;
    const double aside = onBand ? 0 : body + 0.75 * em;
    // The head of an arrow is wider than its body.
    const double room = lengthOf(course) - (request.line.arrow ? 2.5 * request.line.widthMm : 0);
    const double preferred = request.line.arrow ? 0.8 : 0.5;
    for (const double spacing : {request.style.letterSpacing, request.style.letterSpacing / 3}) {
        const Word word = measured(request, spacing);
        const double slack = room - word.length - em;
        if (slack < 0) continue;
        const int steps = std::clamp(static_cast<int>(slack / 2), 1, 48);
        for (int step = 0; step <= steps; ++step) {
            const double start = em / 2 + slack * step / steps;
            const double share = (start + word.length / 2) / room;
            for (const double side : {aside, -aside}) {
                if (auto candidate = laid(request, word, course, start, side)) {
                    candidate->cost += 0.25 * std::abs(share - preferred) + (side < 0 ? 0.02 : 0) +
                                       (spacing < request.style.letterSpacing ? 0.1 : 0);
                    candidates.push_back(std::move(*candidate));
                }
                if (onBand) break;
            }
        }
    }
    if (!onBand && request.priority >= 60) addLevelCandidates(candidates, request, course, aside);
    return candidates;
}

}  // namespace layers
