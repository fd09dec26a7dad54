// SPDX-License-Identifier: Apache-2.0
#include "layers/print/ScaleBar.h"

#include <array>
#include <cmath>

#include "gis/feature/Value.h"
#include "layers/print/SheetText.h"

namespace layers {

namespace {

QString numberText(double value) { return QString::fromStdString(gis::toPlainDecimal(value)); }

}  // namespace

ScaleBar scaleBarFor(double denominator, double mostMm) {
    const double mostMetres = mostMm / 1000 * denominator;
    const double power = std::pow(10, std::floor(std::log10(mostMetres)));
    double metres = power;
    for (const double step : {2.0, 5.0})
        if (step * power <= mostMetres * (1 + 1e-12)) metres = step * power;
    return {metres, metres * 1000 / denominator};
}

double roundScale(double least) {
    double power = std::pow(10, std::floor(std::log10(std::max(1.0, least))));
    while (true) {
        for (const double step : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5, 8.0})
            if (step * power >= least * (1 - 1e-9)) return step * power;
        power *= 10;
    }
}

QString scaleText(double denominator) {
    QString digits = QString::number(std::llround(denominator));
    for (qsizetype place = digits.size() - 3; place > 0; place -= 3) digits.insert(place, QLatin1Char(' '));
    return QStringLiteral("1 : ") + digits;
}

void paintScaleBar(QPainter& painter, const ScaleBar& bar, QPointF corner, double unit) {
    const bool kilometres = bar.metres >= 1000;
    const double total = kilometres ? bar.metres / 1000 : bar.metres;
    const double top = corner.y() + 3.9 * unit;
    const double height = 1.1 * unit;
    const std::array<double, 4> shares{0, 0.25, 0.5, 1};
    for (std::size_t index = 0; index + 1 < shares.size(); ++index) {
        const double left = corner.x() + bar.lengthMm * shares[index];
        const double width = bar.lengthMm * (shares[index + 1] - shares[index]);
        painter.fillRect(QRectF(left, top, width, height), index % 2 == 0 ? QColor(34, 34, 34) : QColor(Qt::white));
    }
    QPainterPath edge;
    edge.addRect(corner.x(), top, bar.lengthMm, height);
    painter.strokePath(edge, QPen(QColor(34, 34, 34), 0.18 * unit, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    const TextStyle style = sheetText(7.5 * unit);
    for (const double share : shares) {
        const QString number = numberText(total * share);
        const QString text = share == 1 ? number + (kilometres ? QStringLiteral(" km") : QStringLiteral(" m")) : number;
        // Centred on the number alone, so that the unit does not push it off its tick.
        paintText(painter, text, style,
                  {corner.x() + bar.lengthMm * share - textWidth(number, style) / 2, top - 1.0 * unit});
    }
}

}  // namespace layers
