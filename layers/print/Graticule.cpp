// SPDX-License-Identifier: Apache-2.0
#include "layers/print/Graticule.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "gis/crs/Cgcs2000Zone.h"
#include "layers/print/SheetText.h"

namespace layers {

namespace {

using Side = GraticuleTick::Side;

constexpr int samples = 65;  ///< of a side or a line: between two it is taken as straight

/// Longitude or latitude, easting or northing, at even places along a side.
struct SideProfile {
    std::vector<double> places;
    std::vector<double> values;
};

SideProfile profileOf(const gis::CoordinateTransform& toGrid, const PaperFrame& frame, Side side) {
    SideProfile profile;
    const gis::Extent& box = frame.extent;
    const bool across = side == Side::Top || side == Side::Bottom;
    const double length = across ? frame.box().width() : frame.box().height();
    std::vector<gis::Coordinate> along;
    for (int sample = 0; sample < samples; ++sample) {
        const double share = static_cast<double>(sample) / (samples - 1);
        along.push_back(
            across ? gis::Coordinate{box.minX + share * box.width(), side == Side::Top ? box.maxY : box.minY}
                   : gis::Coordinate{side == Side::Left ? box.minX : box.maxX, box.maxY - share * box.height()});
        profile.places.push_back(share * length);
    }
    if (!toGrid.apply(std::span(along))) return {};
    for (const gis::Coordinate position : along) profile.values.push_back(across ? position.x : position.y);
    return profile;
}

/// One for each multiple of `step` that the profile passes.
void addTicks(std::vector<GraticuleTick>& ticks, const SideProfile& profile, Side side, double step) {
    for (std::size_t index = 0; index + 1 < profile.places.size(); ++index) {
        const double a = profile.values[index];
        const double b = profile.values[index + 1];
        if (a == b) continue;
        const auto first = static_cast<long>(std::ceil(std::min(a, b) / step));
        for (long count = first; static_cast<double>(count) * step < std::max(a, b); ++count) {
            const double share = (static_cast<double>(count) * step - a) / (b - a);
            const double at = profile.places[index] + share * (profile.places[index + 1] - profile.places[index]);
            ticks.push_back({side, at, static_cast<double>(count) * step});
        }
    }
}

/// What the map covers of the grid's numbers, by a lattice over it; empty where part of it has no place there.
gis::Extent coverOf(const gis::CoordinateTransform& toGrid, const gis::Extent& map) {
    constexpr int nodes = 9;
    std::vector<gis::Coordinate> lattice;
    for (int row = 0; row < nodes; ++row)
        for (int column = 0; column < nodes; ++column)
            lattice.push_back(
                {map.minX + map.width() * column / (nodes - 1), map.minY + map.height() * row / (nodes - 1)});
    gis::Extent cover;
    if (!toGrid.apply(std::span(lattice))) return cover;
    for (const gis::Coordinate node : lattice) cover.include(node);
    return cover;
}

}  // namespace

GridMaker::GridMaker(GridKind kind, gis::CoordinateReferenceSystem gridCrs, gis::CoordinateTransform toGrid,
                     gis::CoordinateTransform toMap)
    : m_kind(kind), m_gridCrs(std::move(gridCrs)), m_toGrid(std::move(toGrid)), m_toMap(std::move(toMap)) {}

gis::Result<GridMaker> GridMaker::make(GridKind kind, const gis::CoordinateReferenceSystem& mapCrs,
                                       const gis::CoordinateReferenceSystem& gridCrs) {
    const bool fits =
        kind == GridKind::Degrees ? gridCrs.isGeographic() : gridCrs.isProjected() && gridCrs.metresPerUnit() == 1;
    if (!fits)
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "a grid of kilometres needs coordinates in metres"));
    TUCE_TRY(toGrid, gis::CoordinateTransform::make(mapCrs, gridCrs));
    TUCE_TRY(toMap, gis::CoordinateTransform::make(gridCrs, mapCrs));
    return GridMaker(kind, gridCrs, std::move(toGrid), std::move(toMap));
}

/// The least of the round steps that is not below the wanted one.
double GridMaker::roundStep(double wanted) const {
    if (m_kind == GridKind::Degrees) {
        for (const double seconds : {1.0, 2.0, 5.0, 10.0, 15.0, 30.0})
            if (seconds / 3600 >= wanted) return seconds / 3600;
        for (const double minutes : {1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0})
            if (minutes / 60 >= wanted) return minutes / 60;
        return 20;
    }
    constexpr double least = 10;  // metres
    for (double decade = least;; decade *= 10)
        for (const double part : {1.0, 2.0, 5.0})
            if (part * decade >= wanted || decade > 1e7) return part * decade;
}

std::vector<GraticuleTick> GridMaker::ticksOf(const PaperFrame& frame, double wantedMm) const {
    std::vector<GraticuleTick> ticks;
    for (const Side side : {Side::Top, Side::Bottom, Side::Left, Side::Right}) {
        const SideProfile profile = profileOf(m_toGrid, frame, side);
        if (profile.places.empty()) return {};
        const double span = std::abs(profile.values.back() - profile.values.front());
        if (!(span > 0) || profile.places.back() <= 0) continue;
        addTicks(ticks, profile, side, roundStep(span * wantedMm / profile.places.back() * 0.75));
    }
    return ticks;
}

GridOnMap GridMaker::gridOf(const PaperFrame& frame, double wantedMm) const {
    GridOnMap grid;
    const gis::Extent cover = coverOf(m_toGrid, frame.extent);
    const QRectF map = frame.box();
    if (cover.isEmpty() || !(cover.width() > 0) || !(cover.height() > 0)) return grid;
    const double perMm = std::max(cover.width() / map.width(), cover.height() / map.height());
    grid.step = roundStep(perMm * wantedMm * 0.75);
    const auto drawn = [&](double fixed, bool isUpright) {
        std::vector<gis::Coordinate> along;
        for (int sample = 0; sample < samples; ++sample) {
            const double share = static_cast<double>(sample) / (samples - 1);
            along.push_back(isUpright ? gis::Coordinate{fixed, cover.minY + share * cover.height()}
                                      : gis::Coordinate{cover.minX + share * cover.width(), fixed});
        }
        m_toMap.apply(std::span(along));
        QPolygonF line;
        for (const gis::Coordinate place : along)
            if (std::isfinite(place.x) && std::isfinite(place.y)) line << frame.toPaper(place);
        grid.lines.push_back(line);
    };
    constexpr double mostLines = 200;  // of each direction; a map has some ten
    if (cover.width() / grid.step > mostLines || cover.height() / grid.step > mostLines) return {};
    for (double count = std::ceil(cover.minX / grid.step); count * grid.step <= cover.maxX; ++count)
        drawn(count * grid.step, true);
    for (double count = std::ceil(cover.minY / grid.step); count * grid.step <= cover.maxY; ++count)
        drawn(count * grid.step, false);
    for (const Side side : {Side::Top, Side::Bottom, Side::Left, Side::Right})
        addTicks(grid.ticks, profileOf(m_toGrid, frame, side), side, grid.step);
    return grid;
}

gis::CoordinateReferenceSystem degreesFor(const gis::CoordinateReferenceSystem& mapCrs) {
    return mapCrs.datumFamily() == gis::DatumFamily::Wgs84 ? gis::CoordinateReferenceSystem::wgs84()
                                                           : gis::CoordinateReferenceSystem::cgcs2000();
}

gis::CoordinateReferenceSystem kilometresFor(const gis::CoordinateReferenceSystem& mapCrs, const gis::Extent& extent) {
    if (mapCrs.isProjected()) return mapCrs;
    const auto zone = gis::cgcs2000Zone(extent.centre().x);
    return zone ? *zone : gis::CoordinateReferenceSystem();
}

std::vector<GraticuleTick> graticuleTicks(const gis::CoordinateReferenceSystem& crs, const PaperFrame& frame,
                                          double wantedMm) {
    const auto maker = GridMaker::make(GridKind::Degrees, crs, degreesFor(crs));
    return maker ? maker->ticksOf(frame, wantedMm) : std::vector<GraticuleTick>();
}

QString degreesText(double degrees) {
    const long seconds = std::lround(std::abs(degrees) * 3600);
    const auto two = [](long number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    QString text = QString::number(seconds / 3600) + QChar(0x00B0);
    if (seconds % 3600 != 0) text += two(seconds / 60 % 60) + QChar(0x2032);
    if (seconds % 60 != 0) text += two(seconds % 60) + QChar(0x2033);
    return degrees < 0 && seconds != 0 ? QLatin1Char('-') + text : text;
}

QString kilometresText(double metres) {
    const long tens = std::lround(metres / 10);
    const int decimals = tens % 100 == 0 ? 0 : tens % 10 == 0 ? 1 : 2;
    return QString::number(static_cast<double>(tens) / 100, 'f', decimals);
}

void paintGraticule(QPainter& painter, const std::vector<GraticuleTick>& ticks, const QRectF& map, double bandMm,
                    double unit) {
    TextStyle style = sheetText(5.6 * unit);
    style.colour = {90, 90, 90, 255};
    const double tick = bandMm * 0.3;
    const double middle = (textAscent - textDescent) / 2 * style.sizeMm;
    QPainterPath strokes;
    for (const GraticuleTick& mark : ticks) {
        const QString text = degreesText(mark.value);
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
