// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/TextMarks.h"

#include <algorithm>

#include "layers/document/CodePoints.h"

namespace layers {

bool isCarrierKind(const std::string& kind) {
    for (const char* carrier : {"river", "waterway", "railway", "highway", "line_name", "channel"})
        if (kind == carrier) return true;
    return false;
}

std::vector<TextMark> marksIn(const std::string& text, const Gazetteer& gazetteer, const FigureWords& words) {
    const std::u32string points = toCodePoints(text);
    std::vector<TextMark> all;
    for (const PlaceMatch& match : gazetteer.matches(text)) {
        const PlaceEntry& entry = gazetteer.entries()[match.entry];
        if (isPlace(entry))
            all.push_back({match.start, match.end,
                           isCarrierKind(entry.kind) ? TextMarkKind::Carrier : TextMarkKind::Place, entry.name});
    }
    for (const TextFigure& figure : figuresIn(points, words))
        all.push_back({figure.start, figure.end, TextMarkKind::Figure, {}});
    for (const TextDate& date : datesIn(points)) all.push_back({date.start, date.end, TextMarkKind::Date, date.iso});
    for (const TextBody& body : bodiesIn(points, words))
        all.push_back({body.start, body.end, TextMarkKind::Body, body.name});
    std::stable_sort(all.begin(), all.end(), [](const TextMark& a, const TextMark& b) {
        return a.start != b.start ? a.start < b.start : a.end > b.end;
    });
    std::vector<TextMark> kept;
    for (TextMark& mark : all)
        if (kept.empty() || mark.start >= kept.back().end) kept.push_back(std::move(mark));
    return kept;
}

}  // namespace layers
