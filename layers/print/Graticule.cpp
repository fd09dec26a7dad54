// SPDX-License-Identifier: Apache-2.0
#include "layers/print/Graticule.h"

#include <cmath>

#include "gis/crs/CoordinateTransform.h"
#include "layers/print/SheetText.h"

namespace layers {

namespace {

using Side = GraticuleTick::Side;

double roundStep(double degrees) {
    for (const double minutes : {1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0})
        if (minutes / 60 >= degrees) return minutes / 60;
    return 20;
}

/// Longitude or latitude at even places along a side.
struct SideProfile {
    std::vector<double> places;
    std::vector<double> degrees;
};

SideProfile profileOf(const gis::CoordinateTransform& toDegrees, const PaperFrame& frame, Side side) {
    constexpr int samples = 65;
    SideProfile profile;
    const gis::Extent& box = frame.extent;
    const bool across = side == Side::Top || side == Side::Bottom;
    const double length = across ? frame.box().width() : frame.box().height();
    for (int sample = 0; sample < samples; ++sample) {
        const double share = static_cast<double>(sample) / (samples - 1);
        const gis::Coordinate place =
            across ? gis::Coordinate{box.minX + share * box.width(), side == Side::Top ? box.maxY : box.minY}
                   : gis::Coordinate{side == Side::Left ? box.minX : box.maxX, box.maxY - share * box.height()};
        const auto position = toDegrees.apply(place);
        if (!position) return {};
        profile.places.push_back(share * length);
        profile.degrees.push_back(across ? position->x : position->y);
    }
    return profile;
}

void addTicks(std::vector<GraticuleTick>& ticks, const SideProfile& profile, Side side, double step) {
    for (std::size_t index = 0; index + 1 < profile.places.size(); ++index) {
        const double a = profile.degrees[index];
        const double b = profile.degrees[index + 1];
        if (a == b) continue;
        const auto first = static_cast<long>(std::ceil(std::min(a, b) / step));
        for (long count = first; static_cast<double>(count) * step < std::max(a, b); ++count) {
            const double share = (static_cast<double>(count) * step - a) / (b - a);
            const double at = profile.places[index] + share * (profile.places[index + 1] - profile.places[index]);
            ticks.push_back({side, at, static_cast<double>(count) * step});
        }
    }
}

}  // namespace

std::vector<GraticuleTick> graticuleTicks(const gis::CoordinateReferenceSystem& crs, const PaperFrame& frame,
                                          double wantedMm) {
    std::vector<GraticuleTick> ticks;
    const auto target = crs.datumFamily() == gis::DatumFamily::Wgs84 ? gis::CoordinateReferenceSystem::wgs84()
                                                                     : gis::CoordinateReferenceSystem::cgcs2000();
    const auto toDegrees = gis::CoordinateTransform::make(crs, target);
    if (!toDegrees) return ticks;
    for (const Side side : {Side::Top, Side::Bottom, Side::Left, Side::Right}) {
        const SideProfile profile = profileOf(*toDegrees, frame, side);
        if (profile.places.empty()) return {};
        const double span = std::abs(profile.degrees.back() - profile.degrees.front());
        if (!(span > 0) || profile.places.back() <= 0) continue;
        addTicks(ticks, profile, side, roundStep(span * wantedMm / profile.places.back() * 0.75));
    }
    return ticks;
}

QString degreesText(double degrees) {
    const long minutes = std::lround(std::abs(degrees) * 60);
    QString text = QString::number(minutes / 60) + QChar(0x00B0);
    if (minutes % 60 != 0) text += QStringLiteral("%1").arg(minutes % 60, 2, 10, QLatin1Char('0')) + QChar(0x2032);
    return degrees < 0 ? QLatin1Char('-') + text : text;
}

void paintGraticule(QPainter& painter, const std::vector<GraticuleTick>& ticks, const QRectF& map, double bandMm,
                    double unit) {
    TextStyle style = sheetText(5.6 * unit);
    style.colour = {90, 90, 90, 255};
    const double tick = bandMm * 0.3;
    const double middle = (textAscent - textDescent) / 2 * style.sizeMm;
    QPainterPath strokes;
    for (const GraticuleTick& mark : ticks) {
        const QString text = degreesText(mark.degrees);
        const double half = textWidth(text, style) / 2;
        const bool across = mark.side == Side::Top || mark.side == Side::Bottom;
        const double length = across ? map.width() : map.height();
        if (mark.atMm < half + 1 || mark.atMm > length - half - 1) continue;
        const double outward = mark.side == Side::Top || mark.side == Side::Left ? -1 : 1;
        const double edge = mark.side == Side::Bottom ? map.height() : mark.side == Side::Right ? map.width() : 0;
        const QPointF foot = across ? QPointF(mark.atMm, edge) : QPointF(edge, mark.atMm);
        const QPointF away = across ? QPointF(0, outward) : QPointF(outward, 0);
        strokes.moveTo(foot);
        strokes.lineTo(foot + away * tick);
        painter.save();
        painter.translate(foot + away * (bandMm * 0.62));
        if (!across) painter.rotate(-90);
        paintText(painter, text, style, {-half, middle});
        painter.restore();
    }
    painter.strokePath(strokes, QPen(QColor(90, 90, 90), 0.15 * unit, Qt::SolidLine, Qt::FlatCap));
}

}  // namespace layers
