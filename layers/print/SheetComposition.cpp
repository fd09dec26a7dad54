// SPDX-License-Identifier: Apache-2.0
#include "layers/print/SheetComposition.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "layers/print/SheetText.h"

namespace layers {

namespace {

constexpr double cornerGap = 4;  ///< between furniture and the neat line

/// The CRS that a sheet names, else the plan's.
gis::Result<gis::CoordinateReferenceSystem> sheetCrs(const ProjectSnapshot& snapshot, const PrintLayout& layout) {
    const std::string& code = layout.crsCode.empty() ? snapshot.info.crsCode : layout.crsCode;
    if (code.empty())
        return gis::fail(gis::ErrorCode::CrsMissing, {},
                         gis::message("layers", "sheet \"%1\" has no coordinate reference system", {layout.name}),
                         gis::message("layers", "give the sheet or the project one, as EPSG:4545"));
    return gis::CoordinateReferenceSystem::fromCode(code);
}

/// Frame, scale and extent by the paper.
gis::Result<void> setFrame(SheetComposition& sheet, const PrintLayout& layout, double pixelsPerMm) {
    sheet.paper = QSizeF(layout.paperWidthMm, layout.paperHeightMm);
    sheet.unit = std::clamp(std::hypot(layout.paperWidthMm, layout.paperHeightMm) / std::hypot(420.0, 297.0), 0.3, 3.0);
    const double border = (sheetMarginMm + sheetLineGapMm) * sheet.unit;
    sheet.map = QRectF(QPointF(0, 0), sheet.paper).adjusted(border, border, -border, -border);
    if (!(sheet.map.width() >= 40) || !(sheet.map.height() >= 40))
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "the paper of sheet \"%1\" is too small for a map", {layout.name}));
    MapSettings& settings = sheet.settings;
    settings.widthMm = sheet.map.width();
    settings.heightMm = sheet.map.height();
    settings.pixelsPerMm = pixelsPerMm;
    settings.layers = layout.layers;
    settings.extent = layout.extent;
    const double denominator =
        layout.scaleDenominator > 0 ? layout.scaleDenominator : roundScale(settings.scaleDenominator());
    const gis::Coordinate centre = layout.extent.centre();
    const double metres = metresPerUnit(settings.crs, centre.y);
    const double halfWidth = settings.widthMm / 2000 * denominator / metres;
    const double halfHeight = settings.heightMm / 2000 * denominator / metres;
    settings.extent = {centre.x - halfWidth, centre.y - halfHeight, centre.x + halfWidth, centre.y + halfHeight};
    return {};
}

void setTitle(SheetComposition& sheet, const PrintLayout& layout) {
    sheet.title = QString::fromStdString(layout.title);
    sheet.titleStyle = sheetText(25 * sheet.unit, true, 0.18);
    sheet.titleStyle.haloColour = {255, 255, 255, 255};
    sheet.titleStyle.haloMm = 1.1 * sheet.unit;
    const double room = sheet.map.width() * 0.8;
    const double width = textWidth(sheet.title, sheet.titleStyle);
    if (width > room) sheet.titleStyle.sizeMm *= room / width;
    sheet.titleBaseline = {(sheet.map.width() - textWidth(sheet.title, sheet.titleStyle)) / 2,
                           8 * sheet.unit + sheet.titleStyle.sizeMm * textAscent};
}

QRectF titleBox(const SheetComposition& sheet) {
    const double em = sheet.titleStyle.sizeMm;
    return {sheet.titleBaseline.x() - em * 0.3, sheet.titleBaseline.y() - em,
            textWidth(sheet.title, sheet.titleStyle) + em * 0.6, em * 1.3};
}

/// The box of that size in each corner of the map: bottom left, bottom right, top left, top right.
std::array<QRectF, 4> corners(const SheetComposition& sheet, QSizeF size) {
    const double gap = cornerGap * sheet.unit;
    const double right = sheet.map.width() - gap - size.width();
    const double bottom = sheet.map.height() - gap - size.height();
    const double below = sheet.title.isEmpty() ? gap : titleBox(sheet).bottom() + gap;
    const double belowArrow = sheet.northArrow ? sheet.northArrow->bottom() + gap : gap;
    const auto top = [&](double left) {
        const bool underTitle = left < titleBox(sheet).right() && left + size.width() > titleBox(sheet).left();
        return sheet.title.isEmpty() || !underTitle ? gap : below;
    };
    return {QRectF(QPointF(gap, bottom), size), QRectF(QPointF(right, bottom), size),
            QRectF(QPointF(gap, top(gap)), size), QRectF(QPointF(right, std::max(top(right), belowArrow)), size)};
}

/// Puts legend and information where they hide least; both at the bottom if that costs little.
void placeFurniture(SheetComposition& sheet, const InkMap& ink) {
    const auto infoPlaces = corners(sheet, sheet.info.size);
    const auto legendPlaces = sheet.legend ? corners(sheet, sheet.legend->size) : infoPlaces;
    const std::array<double, 4> infoHabit{0.01, 0, 0.06, 0.06};
    const std::array<double, 4> legendHabit{0, 0.01, 0.03, 0.04};
    const double page = sheet.map.width() * sheet.map.height();
    const auto hidden = [&](const QRectF& box) {
        return ink.mean(box) * std::sqrt(box.width() * box.height() / page) * 8;
    };
    double least = 1e9;
    for (std::size_t info = 0; info < 4; ++info)
        for (std::size_t legend = 0; legend < 4; ++legend) {
            if (sheet.legend && infoPlaces[info].intersects(legendPlaces[legend])) continue;
            const double cost = hidden(infoPlaces[info]) + infoHabit[info] +
                                (sheet.legend ? hidden(legendPlaces[legend]) + legendHabit[legend] : 0);
            if (cost >= least) continue;
            least = cost;
            sheet.infoCorner = infoPlaces[info].topLeft();
            sheet.legendCorner = legendPlaces[legend].topLeft();
        }
}

/// What drawn layers say of themselves (示意, date, 虚构演示数据) stands on every sheet, whether the sheet says it or not.
PrintLayout withLayerNotes(PrintLayout layout, const DrawList& list) {
    std::string line;
    for (auto drawn = list.layers.rbegin(); drawn != list.layers.rend(); ++drawn) {
        const std::string& note = drawn->layer->note;
        const auto says = [&note](const std::string& text) { return text.find(note) != std::string::npos; };
        if (note.empty() || (drawn->items.empty() && !drawn->raster) || says(line) ||
            std::any_of(layout.notes.begin(), layout.notes.end(), says))
            continue;
        line += (line.empty() ? "" : "; ") + note;
    }
    if (!line.empty()) layout.notes.insert(layout.notes.begin(), line);
    return layout;
}

}  // namespace

std::vector<QRectF> SheetComposition::furniture() const {
    std::vector<QRectF> boxes{QRectF(infoCorner, info.size)};
    if (legend) boxes.emplace_back(legendCorner, legend->size);
    if (northArrow) boxes.push_back(*northArrow);
    if (!title.isEmpty()) boxes.push_back(titleBox(*this));
    for (QRectF& box : boxes) box.adjust(-1.5 * unit, -1.5 * unit, 1.5 * unit, 1.5 * unit);
    return boxes;
}

gis::Result<SheetComposition> composeSheet(const ProjectSnapshot& snapshot, const PrintLayout& layout,
                                           double pixelsPerMm, const gis::JobControl& control) {
    if (layout.extent.isEmpty())
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "sheet \"%1\" has no extent", {layout.name}));
    SheetComposition sheet;
    TUCE_TRY(crs, sheetCrs(snapshot, layout));
    sheet.settings.crs = crs;
    TUCE_CHECK(setFrame(sheet, layout, pixelsPerMm));
    setTitle(sheet, layout);
    TUCE_TRY(list, makeDrawList(snapshot, sheet.settings, control));
    sheet.list = std::move(list);
    sheet.graticule = graticuleTicks(crs, sheet.list.frame, 55 * sheet.unit);
    if (layout.showsNorthArrow)
        sheet.northArrow =
            QRectF(sheet.map.width() - 19 * sheet.unit, 6 * sheet.unit, 13 * sheet.unit, 22 * sheet.unit);
    sheet.info = measuredInfoBlock(withLayerNotes(layout, sheet.list), crs, sheet.list.scaleDenominator, sheet.unit);
    sheet.legendOffer = legendOf(sheet.list);
    if (layout.showsLegend) {
        auto entries = arrangedLegend(sheet.legendOffer, layout.legend);
        if (!entries.empty()) sheet.legend = measuredLegend(std::move(entries), sheet.map.height(), sheet.unit);
    }
    const InkMap ink(sheet.list);
    placeFurniture(sheet, ink);
    TUCE_TRY(labels, labelsOfPage(snapshot, sheet.settings, sheet.list, ink, sheet.furniture(), control));
    sheet.labels = std::move(labels);
    if (control.cancel.isCanceled()) return gis::canceled();
    control.report(0.7);
    return sheet;
}

}  // namespace layers
