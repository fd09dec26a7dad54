// SPDX-License-Identifier: Apache-2.0
#include <QTextBoundaryFinder>
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "layers/render/LabelCandidate.h"

namespace layers {

namespace {

constexpr qsizetype shortest = 6;  ///< letters of a name that is broken for want of room
constexpr int mostLines = 4;

/// Where a line may end by the rules of Unicode.
std::vector<qsizetype> breaksOf(const QString& text) {
    std::vector<qsizetype> breaks;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    for (qsizetype at = finder.toNextBoundary(); at > 0 && at < text.size(); at = finder.toNextBoundary())
        breaks.push_back(at);
    return breaks;
}

}  // namespace

QStringList inLines(const QString& text, int lines) {
    const auto breaks = breaksOf(text);
    QStringList broken;
    qsizetype from = 0;
    for (int line = 1; line < lines; ++line) {
        const double wanted = std::ceil(static_cast<double>(text.size()) * line / lines);
        qsizetype best = 0;
        for (const qsizetype at : breaks)
            if (at > from && (best == 0 || std::abs(static_cast<double>(at) - wanted) <=
                                               std::abs(static_cast<double>(best) - wanted)))
                best = at;
        if (best == 0) break;
        broken << text.mid(from, best - from).trimmed();
        from = best;
    }
    broken << text.mid(from).trimmed();
    return broken;
}

int mostLinesOf(const LabelRequest& request) {
    const auto size = static_cast<int>(request.text.size());
    if (request.lineLetters > 0) return std::clamp((size + request.lineLetters - 1) / request.lineLetters, 1, 12);
    return size < shortest ? 1 : std::clamp(size / 4, 2, mostLines);
}

QStringList linesFor(const LabelRequest& request, double roomMm, TextRuler& ruler) {
    const QString& text = request.text;
    if (request.lineLetters > 0) {
        const auto letters = lettersOf(text).size();
        const auto lines = (letters + request.lineLetters - 1) / request.lineLetters;
        return inLines(text, static_cast<int>(std::min<qsizetype>(lines, 12)));
    }
    const double width = text.size() < shortest ? 0 : ruler.width(text, request.style);
    if (width <= roomMm) return {text};
    const double wanted = std::ceil(width / std::max(1e-3, roomMm));
    return inLines(text, static_cast<int>(std::clamp(wanted, 2.0, static_cast<double>(mostLinesOf(request)))));
}

}  // namespace layers
