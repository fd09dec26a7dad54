// SPDX-License-Identifier: Apache-2.0
#include <QLineF>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "layers/render/LabelCandidate.h"
#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

constexpr double greatestBendDegrees = 24;  ///< between neighbouring letters
constexpr double steepDegrees = 68;         ///< steeper names run downward

/// A word measured for a course.
struct Word {
    std::vector<double> centres;  ///< of each letter, from the start of the word
    double length = 0;
    double spacing = 0;  ///< in em
};

Word measured(const LabelRequest& request, const QStringList& letters, double letterSpacing, TextRuler& ruler) {
    Word word;
    word.spacing = letterSpacing;
    for (const QString& letter : letters) {
        const double width = ruler.letterWidth(letter, request.style);
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

/// Chinese letters stand on a steep line one below the other; others would be torn apart by that.
bool canStand(const QString& text) {
    const auto squares = std::count_if(text.begin(), text.end(), isSquareLetter);
    return 2 * squares > text.size();
}

/// Lays words on a course.
class Layout {
public:
    Layout(const LabelRequest& request, const Course& course)
        : m_request(request), m_course(course), m_stands(canStand(request.text)) {}

    /// From `start`, `aside` to the right as one reads (negative: left). False if it bends too much.
    bool lay(const Word& word, double start, double aside, BentPlace& place) const {
        if (word.centres.empty()) return false;
        const double em = m_request.style.sizeMm;
        const double angle = m_course.direction(start, start + word.length);
        const bool isSteep = m_stands && std::abs(std::abs(angle) - 90) < 90 - steepDegrees;
        const bool runsBack = isSteep ? angle < 0 : std::abs(angle) > 90;
        const Run run{std::max(0.8 * em, std::min(word.length / 2, 3 * em)), aside, runsBack};
        place.spots.clear();
        place.cost = 0;
        double along = start + (runsBack ? word.length - word.centres[0] : word.centres[0]);
        BentPlace::Spot before;
        for (std::size_t index = 0; index < word.centres.size(); ++index) {
            if (index > 0) along = nextTo(before.centre, along, word.centres[index] - word.centres[index - 1], run);
            const BentPlace::Spot spot = spotAt(along, run);
            if (index > 0) {
                const double bend = std::abs(turned(spot.angle - before.angle));
                if (bend > greatestBendDegrees) return false;
                place.cost += bend / greatestBendDegrees * 0.3 / static_cast<double>(word.centres.size());
            }
            before = spot;
            for (std::size_t other = 0; other < index; ++other)
                if (QLineF(place.spots[other].centre, spot.centre).length() < leastBetween(word, other, index))
                    return false;
            place.spots.push_back({spot.centre, isSteep ? turned(spot.angle - 90) : spot.angle});
        }
        return true;
    }

private:
    /// How words run: directions are means over `window` before and behind a letter.
    struct Run {
        double window = 0;
        double aside = 0;
        bool back = false;
    };

    /// A letter beside the course, and its direction.
    BentPlace::Spot spotAt(double along, const Run& run) const {
        double direction = m_course.direction(along - run.window, along + run.window);
        if (run.back) direction += 180;
        const double radians = direction * std::numbers::pi / 180;
        const QPointF right(-std::sin(radians), std::cos(radians));
        return {m_course.at(along) + right * run.aside, turned(direction)};
    }

    /// Where on the course the next letter belongs, so that letters beside a bend stand as far apart as on a straight
    /// line, within half and one and a half of the way there.
    double nextTo(QPointF before, double along, double apart, const Run& run) const {
        const double sign = run.back ? -1 : 1;
        double step = apart;
        constexpr int rounds = 2;
        for (int round = 0; run.aside != 0 && round < rounds; ++round) {
            const double found = QLineF(before, spotAt(along + sign * step, run).centre).length();
            if (found > 0) step = std::clamp(step * apart / found, 0.5 * apart, 1.5 * apart);
        }
        return along + sign * step;
    }

    /// On the inner side of a bend letters crowd: they keep half of the space that the style gives them.
    double leastBetween(const Word& word, std::size_t one, std::size_t other) const {
        const double em = m_request.style.sizeMm;
        const double apart = word.centres[other] - word.centres[one];
        return std::min((0.92 + 0.5 * word.spacing) * em, apart - (0.08 + 0.5 * word.spacing) * em);
    }

    const LabelRequest& m_request;
    const Course& m_course;
    bool m_stands;
};

/// Level names beside a line that winds too much for bent ones.
void addLevelPlaces(LabelOffer& offer, const LabelRequest& request, const Course& course, double aside) {
    for (int step = 1; step < 10; ++step)
        for (const double side : {1.0, -1.0}) {
            const double away = aside + 0.5 * request.style.sizeMm;
            offer.places.push_back(
                {course.at(course.length() * step / 10) + QPointF(0, side * away), 0.5 + 0.02 * std::abs(step - 6)});
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

Course::Course(QPolygonF line) : m_line(std::move(line)) {
    double done = 0;
    for (qsizetype index = 0; index < m_line.size(); ++index) {
        if (index > 0) done += QLineF(m_line[index - 1], m_line[index]).length();
        m_starts.push_back(done);
    }
}

QPointF Course::at(double length) const {
    if (m_line.size() < 2) return m_line.isEmpty() ? QPointF() : m_line.first();
    auto after = std::lower_bound(m_starts.begin() + 1, m_starts.end() - 1, length);
    auto index = after - m_starts.begin();
    const auto step = [this](auto i) {
        return m_starts[static_cast<std::size_t>(i)] - m_starts[static_cast<std::size_t>(i - 1)];
    };
    while (index > 1 && step(index) <= 0) --index;  // beyond the ends the last true segment goes on
    while (index + 1 < m_line.size() && step(index) <= 0) ++index;
    if (step(index) <= 0) return m_line[index];
    return m_line[index - 1] + (m_line[index] - m_line[index - 1]) *
                                   ((length - m_starts[static_cast<std::size_t>(index - 1)]) / step(index));
}

double Course::direction(double from, double to) const {
    const QPointF way = at(to) - at(from);
    return std::atan2(way.y(), way.x()) * 180 / std::numbers::pi;
}

QRectF boxOfLetter(const BentPlace::Spot& spot, double em) {
    const double radians = spot.angle * std::numbers::pi / 180;
    const double half = em / 2 * (std::abs(std::cos(radians)) + std::abs(std::sin(radians)));
    return {spot.centre.x() - half, spot.centre.y() - half, 2 * half, 2 * half};
}

LabelOffer offerAlong(const LabelRequest& request, TextRuler& ruler) {
    if (request.shape.dimension == 0) return offerAround(request, ruler);
    LabelOffer offer;
    offer.block = straightLabel(request, linesFor(request, 1e9, ruler), ruler);
    const Course course(courseFor(request));
    if (course.isEmpty()) return offer;
    offer.letters = lettersOf(request.text);
    offer.anchor = course.at(course.length() / 2);
    const double em = request.style.sizeMm;
    const bool onBand = request.shape.dimension == 2;
    const double body = request.line.widthMm / 2 + request.line.casingMm;
    const double aside = onBand ? 0 : body + 0.75 * em;
    // The head of an arrow is wider than its body.
    const double room = course.length() - (request.line.arrow ? 2.5 * request.line.widthMm : 0);
    const double preferred = request.line.arrow ? 0.8 : 0.5;
    const Layout layout(request, course);
    BentPlace place;
    for (const double spacing : {request.style.letterSpacing, request.style.letterSpacing / 3}) {
        const Word word = measured(request, offer.letters, spacing, ruler);
        const double slack = room - word.length - em;
        if (slack < 0) continue;
        const int steps = std::clamp(static_cast<int>(slack / 2), 1, 48);
        for (int step = 0; step <= steps; ++step) {
            const double start = em / 2 + slack * step / steps;
            const double share = (start + word.length / 2) / room;
            for (const double side : {aside, -aside}) {
                if (layout.lay(word, start, side, place)) {
                    place.cost += 0.25 * std::abs(share - preferred) + (side < 0 ? 0.02 : 0) +
                                  (spacing < request.style.letterSpacing ? 0.1 : 0);
                    offer.bent.push_back(place);
                }
                if (onBand) break;
            }
        }
        if (spacing == 0) break;
    }
    if (!onBand && (request.priority >= 60 || request.pin)) addLevelPlaces(offer, request, course, aside);
    return offer;
}

PlacedLabel labelAlong(const LabelOffer& offer, const LabelRequest& request, const BentPlace& place) {
    PlacedLabel label = offer.block;
    label.lines.clear();
    label.boxes.clear();
    QPointF sum;
    for (std::size_t index = 0; index < place.spots.size(); ++index) {
        const BentPlace::Spot& spot = place.spots[index];
        label.letters.push_back({offer.letters[static_cast<qsizetype>(index)], spot.centre, spot.angle});
        label.boxes.push_back(boxOfLetter(spot, request.style.sizeMm));
        sum += spot.centre;
    }
    if (!place.spots.empty()) label.centre = sum / static_cast<double>(place.spots.size());
    return label;
}

}  // namespace layers
