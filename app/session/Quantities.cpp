// SPDX-License-Identifier: Apache-2.0
#include "app/session/Quantities.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <cmath>

#include "gis/base/Units.h"

namespace app {

namespace {

constexpr QChar thinSpace(0x2009);

QString translate(const char* source) { return QCoreApplication::translate("Quantities", source); }

QString degreesMinutesSeconds(double degrees) {
    const bool negative = degrees < 0;
    const auto seconds = static_cast<qint64>(std::llround(std::abs(degrees) * 3600));
    return QStringLiteral("%1%2°%3′%4″")
        .arg(negative ? QStringLiteral("−") : QString())
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QChar(u'0'))
        .arg(seconds % 60, 2, 10, QChar(u'0'));
}

}  // namespace

QString grouped(double value, int decimals) {
    if (!std::isfinite(value)) return QStringLiteral("–");
    QString text = QString::number(gis::roundedHalfUp(std::abs(value), decimals), 'f', decimals);
    const auto point = text.indexOf(u'.');
    for (auto place = (point < 0 ? text.size() : point) - 3; place > 0; place -= 3) text.insert(place, thinSpace);
    return value < 0 ? QStringLiteral("−") + text : text;
}

QString hectaresNumber(double squareMetres) { return grouped(gis::hectares(squareMetres), 4); }
QString muNumber(double squareMetres) { return grouped(gis::mu(squareMetres), 2); }
QString hectaresText(double squareMetres) {
    return translate(QT_TRANSLATE_NOOP("Quantities", "%1 ha")).arg(hectaresNumber(squareMetres));
}
QString muText(double squareMetres) {
    return translate(QT_TRANSLATE_NOOP("Quantities", "%1 mu")).arg(muNumber(squareMetres));
}
QString squareMetresText(double squareMetres) { return QStringLiteral("%1 m²").arg(grouped(squareMetres, 2)); }

QString lengthText(double metres) {
    return std::abs(metres) >= 1000 ? QStringLiteral("%1 km").arg(grouped(metres / 1000, 3))
                                    : QStringLiteral("%1 m").arg(grouped(metres, 2));
}

QString percentText(std::optional<double> percent) {
    return percent ? QStringLiteral("%1 %").arg(grouped(*percent, 2)) : QString();
}

QString degreesText(gis::Coordinate lonLat) {
    return degreesMinutesSeconds(lonLat.x) + u' ' + degreesMinutesSeconds(lonLat.y);
}

QString coordinatesText(gis::Coordinate position, bool degrees) {
    const int decimals = degrees ? 6 : 1;
    return grouped(position.x, decimals) + QStringLiteral(", ") + grouped(position.y, decimals);
}

QString scaleText(double denominator) { return QStringLiteral("1 : ") + grouped(denominator, 0); }

double denominatorIn(const QString& typed) {
    QString digits = typed.section(u':', -1);
    digits.remove(QRegularExpression(QStringLiteral("\\D")));
    return digits.toDouble();
}

}  // namespace app
