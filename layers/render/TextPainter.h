// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QPainter>
#include <QString>
#include <QTransform>
#include <vector>

#include "layers/style/Style.h"

namespace layers {

/// How words look on paper. Sizes are of the paper, whatever the device.
struct TextStyle {
    double sizeMm = 3;  ///< em
    bool bold = false;
    Colour colour{};
    Colour haloColour{255, 255, 255, 255};
    double haloMm = 0;
    double letterSpacing = 0;  ///< in em, between letters
};

constexpr double millimetresPerPoint = 25.4 / 72;
TextStyle textStyleOf(const LabelStyle& label);

/// The family that Chinese is set in, first of a chain of named ones that is found; the others stand behind it.
QFont mapFont(bool bold);
/// The families of the chain.
QStringList mapFontFamilies();

/// Widths in mm with letter spacing (none behind the last letter).
double textWidth(const QString& text, const TextStyle& style);
double letterWidth(const QString& letter, const TextStyle& style);
/// Height of Chinese letters above and below the baseline, in em.
inline constexpr double textAscent = 0.88;
inline constexpr double textDescent = 0.12;

/// One letter on its own place: centre of its box, and angle clockwise in degrees.
struct PlacedLetter {
    QString letter;
    QPointF centre;
    double angle = 0;
};
/// Letters of a word in user-perceived characters.
QStringList lettersOf(const QString& text);

// The painter's unit is the millimetre. Halos are stroked outlines under real text, so that the words of a PDF or SVG
// are found. Spaced and bent words there are outlines over one invisible word: a reader would else see letters.
/// `baseline` is the left end of the baseline.
void paintText(QPainter& painter, const QString& text, const TextStyle& style, QPointF baseline);
void paintLetters(QPainter& painter, const QString& text, const std::vector<PlacedLetter>& letters,
                  const TextStyle& style);

}  // namespace layers
