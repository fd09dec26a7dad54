// SPDX-License-Identifier: Apache-2.0
#include "layers/render/TextPainter.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QTextBoundaryFinder>
#include <cmath>

#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

/// Fonts are asked for at one size and scaled by the painter, so that a line of text has the same proportions on
/// every device.
constexpr int fontPixels = 100;

bool isPdf(const QPainter& painter) {
    return painter.paintEngine() != nullptr && painter.paintEngine()->type() == QPaintEngine::Pdf;
}

/// Where words are searched for: there a spaced or bent word is its outlines over one invisible word.
bool keepsWords(const QPainter& painter) {
    return isPdf(painter) || (painter.paintEngine() != nullptr && painter.paintEngine()->type() == QPaintEngine::SVG);
}

class LocalScale {
public:
    LocalScale(QPainter& painter, QPointF origin, double angle, double sizeMm) : m_painter(painter) {
        painter.save();
        painter.translate(origin);
        if (angle != 0) painter.rotate(angle);
        painter.scale(sizeMm / fontPixels, sizeMm / fontPixels);
    }
    LocalScale(const LocalScale&) = delete;
    LocalScale& operator=(const LocalScale&) = delete;
    ~LocalScale() { m_painter.restore(); }

private:
    QPainter& m_painter;
};

void strokeHalo(QPainter& painter, const QPainterPath& outline, const TextStyle& style) {
    if (style.haloMm <= 0 || style.haloColour.alpha == 0) return;
    const double width = 2 * style.haloMm * fontPixels / style.sizeMm;
    painter.strokePath(outline, QPen(toQColor(strokeColourOn(painter, style.haloColour)), width, Qt::SolidLine,
                                     Qt::RoundCap, Qt::RoundJoin));
}

QPainterPath outlineOf(const QString& text, const QFont& font) {
    QPainterPath outline;
    outline.addText(0, 0, font, text);
    return outline;
}

/// In a PDF digits are drawn apart from letters: shaped together with Latin letters, Noto's digits become variant
/// glyphs for which Qt 6.4 knows no characters, so that they could not be found. Their look and place are the same.
void drawWords(QPainter& painter, QPointF baseline, const QString& text, const QFont& font) {
    painter.setFont(font);
    if (!isPdf(painter)) return painter.drawText(baseline, text);
    const QFontMetricsF metrics(font);
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype to = from + 1;
        while (to < text.size() && text[to].isDigit() == text[from].isDigit()) ++to;
        const QString piece = text.mid(from, to - from);
        painter.drawText(baseline, piece);
        baseline.rx() += metrics.horizontalAdvance(piece);
        from = to;
    }
}

/// The left end of a letter's baseline about its centre, in font pixels.
QPointF baselineOf(const QString& letter, const QFont& font) {
    return {-QFontMetricsF(font).horizontalAdvance(letter) / 2, (textAscent - textDescent) / 2 * fontPixels};
}

/// The whole word, seen by no eye but by text search: level, since a slanted one is read letter by letter.
void paintHiddenWord(QPainter& painter, const QString& text, const std::vector<PlacedLetter>& letters,
                     const TextStyle& style, const QFont& font) {
    const LocalScale scale(painter, letters[letters.size() / 2].centre, 0, style.sizeMm);
    painter.setPen(QColor(0, 0, 0, 0));
    drawWords(painter, baselineOf(text, font), text, font);
}

}  // namespace

TextStyle textStyleOf(const LabelStyle& label) {
    return {label.sizePt * millimetresPerPoint,
            label.bold,
            label.colour,
            label.haloColour,
            label.haloMm,
            label.letterSpacing};
}

QStringList mapFontFamilies() {
    return {QStringLiteral("Noto Sans CJK SC"),    QStringLiteral("Source Han Sans SC"),
            QStringLiteral("Microsoft YaHei"),     QStringLiteral("PingFang SC"),
            QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("sans-serif")};
}

QFont mapFont(bool bold) {
    QFont font(mapFontFamilies());
    font.setPixelSize(fontPixels);
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

double letterWidth(const QString& letter, const TextStyle& style) {
    return QFontMetricsF(mapFont(style.bold)).horizontalAdvance(letter) * style.sizeMm / fontPixels;
}

double textWidth(const QString& text, const TextStyle& style) {
    if (text.isEmpty()) return 0;
    const double spaces = style.letterSpacing == 0 ? 0 : static_cast<double>(lettersOf(text).size() - 1);
    return letterWidth(text, style) + spaces * style.letterSpacing * style.sizeMm;
}

QStringList lettersOf(const QString& text) {
    QStringList letters;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype from = 0;
    while (finder.toNextBoundary() >= 0) {
        letters.append(text.mid(from, finder.position() - from));
        from = finder.position();
    }
    return letters;
}

void paintText(QPainter& painter, const QString& text, const TextStyle& style, QPointF baseline) {
    if (text.isEmpty()) return;
    if (style.letterSpacing != 0) {
        std::vector<PlacedLetter> letters;
        double x = baseline.x();
        for (const QString& letter : lettersOf(text)) {
            const double width = letterWidth(letter, style);
            letters.push_back(
                {letter, {x + width / 2, baseline.y() - (textAscent - textDescent) / 2 * style.sizeMm}, 0});
            x += width + style.letterSpacing * style.sizeMm;
        }
        return paintLetters(painter, text, letters, style);
    }
    const QFont font = mapFont(style.bold);
    const LocalScale scale(painter, baseline, 0, style.sizeMm);
    if (style.haloMm > 0) strokeHalo(painter, outlineOf(text, font), style);
    painter.setPen(toQColor(style.colour));
    drawWords(painter, {0, 0}, text, font);
}

void paintLetters(QPainter& painter, const QString& text, const std::vector<PlacedLetter>& letters,
                  const TextStyle& style) {
    if (letters.empty()) return;
    const QFont font = mapFont(style.bold);
    const auto each = [&](auto paint) {
        for (const PlacedLetter& placed : letters) {
            const LocalScale scale(painter, placed.centre, placed.angle, style.sizeMm);
            paint(placed.letter, baselineOf(placed.letter, font));
        }
    };
    // All halos first: a letter's halo must not gnaw at its neighbour.
    each(
        [&](const QString& letter, QPointF at) { strokeHalo(painter, outlineOf(letter, font).translated(at), style); });
    const bool outlines = keepsWords(painter);
    each([&](const QString& letter, QPointF at) {
        if (outlines) return painter.fillPath(outlineOf(letter, font).translated(at), toQColor(style.colour));
        painter.setFont(font);
        painter.setPen(toQColor(style.colour));
        painter.drawText(at, letter);
    });
    if (outlines) paintHiddenWord(painter, text, letters, style, font);
}

}  // namespace layers
