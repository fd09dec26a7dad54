// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFontMetricsF>
#include <QHash>
#include <optional>

#include "layers/render/TextPainter.h"

namespace layers {

/// Measures words as textWidth() does and remembers what it measured: of thousands of names on a map most letters come
/// again. Not for two threads at once.
class TextRuler {
public:
    /// In mm with letter spacing (none behind the last letter).
    double width(const QString& text, const TextStyle& style);
    double letterWidth(const QString& letter, const TextStyle& style);
    /// No more than the width without letter spacing, without shaping the words.
    double leastWidth(const QString& text, const TextStyle& style);

private:
    /// What is known of one weight of the map's font, at one em.
    struct Face {
        explicit Face(bool bold);
        QFontMetricsF metrics;
        QHash<QString, double> widths;
        QHash<char16_t, double> squares;
    };
    Face& faceOf(const TextStyle& style);
    static double widthInEm(Face& face, const QString& text);
    std::optional<Face> m_normal, m_bold;
};

/// True for the letters of Chinese and its marks: each has a square of its own and no neighbour changes its width.
inline bool isSquareLetter(QChar letter) {
    const char16_t code = letter.unicode();
    return (code >= 0x2e80 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00);
}

}  // namespace layers
