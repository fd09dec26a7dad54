// SPDX-License-Identifier: Apache-2.0
#include "layers/render/TextRuler.h"

#include <algorithm>

namespace layers {

namespace {

constexpr double fontPixels = 100;  ///< the size that mapFont() has

}  // namespace

TextRuler::Face::Face(bool bold) : metrics(mapFont(bold)) {}

TextRuler::Face& TextRuler::faceOf(const TextStyle& style) {
    std::optional<Face>& face = style.bold ? m_bold : m_normal;
    if (!face) face.emplace(style.bold);
    return *face;
}

double TextRuler::widthInEm(Face& face, const QString& text) {
    if (std::all_of(text.begin(), text.end(), isSquareLetter)) {
        double sum = 0;
        for (const QChar letter : text) {
            auto known = face.squares.find(letter.unicode());
            if (known == face.squares.end())
                known = face.squares.insert(letter.unicode(), face.metrics.horizontalAdvance(letter) / fontPixels);
            sum += *known;
        }
        return sum;
    }
    auto known = face.widths.find(text);
    if (known == face.widths.end()) known = face.widths.insert(text, face.metrics.horizontalAdvance(text) / fontPixels);
    return *known;
}

double TextRuler::leastWidth(const QString& text, const TextStyle& style) {
    Face& face = faceOf(style);
    double sum = 0;
    for (const QChar letter : text) {
        if (letter.isSurrogate() || letter.isMark()) continue;
        auto known = face.squares.find(letter.unicode());
        if (known == face.squares.end())
            known = face.squares.insert(letter.unicode(), face.metrics.horizontalAdvance(letter) / fontPixels);
        sum += *known;
    }
    constexpr double kerned = 0.8;  // letters may move together
    return kerned * sum * style.sizeMm;
}

double TextRuler::letterWidth(const QString& letter, const TextStyle& style) {
    return widthInEm(faceOf(style), letter) * style.sizeMm;
}

double TextRuler::width(const QString& text, const TextStyle& style) {
    if (text.isEmpty()) return 0;
    const double spaces = style.letterSpacing == 0 ? 0 : static_cast<double>(lettersOf(text).size() - 1);
    return letterWidth(text, style) + spaces * style.letterSpacing * style.sizeMm;
}

}  // namespace layers
