// SPDX-License-Identifier: Apache-2.0
#include "app/panels/ElementPreview.h"

#include <algorithm>

#include "app/panels/PlanWords.h"
#include "app/session/MapTransforms.h"
#include "app/session/Quantities.h"
#include "app/window/MapController.h"
#include "gis/analysis/EllipsoidMeasure.h"
#include "layers/project/PresentTime.h"
#include "layers/project/PresentUser.h"
#include "layers/scheme/BaseInPlane.h"

namespace app {

namespace {

constexpr int quiet = 120;  ///< ms of rest before a build: a typed number is built once
constexpr int mostLines = 8;

QString sizeText(const gis::Geometry& shape, const gis::CoordinateReferenceSystem& crs) {
    const auto measure = gis::EllipsoidMeasure::make(crs, true);
    if (!measure) return {};
    if (shape.dimension() == 2) {
        const double area = measure->areaSquareMetres(shape);
        return hectaresText(area) + QStringLiteral("  ") + muText(area);
    }
    return shape.dimension() == 1 ? lengthText(measure->lengthMetres(shape))
                                  : ElementPreview::tr("%1 points").arg(shape.partCount());
}

QString lineOf(const layers::BuiltLayout& layout, const layers::ElementReport& report) {
    if (!report.isBuilt)
        return ElementPreview::tr("%1: no shape, %2").arg(text(report.name), text(gis::translated(report.reason)));
    const layers::BuiltLayer* layer = layout.layer(report.layer);
    const gis::Feature* feature = layer != nullptr ? layer->table.find(report.feature) : nullptr;
    QStringList parts;
    if (layout.reports.size() > 1) parts << text(report.name);
    if (feature != nullptr) parts << sizeText(feature->geometry(), layout.crs);
    if (!report.carriers.empty()) {
        QStringList carriers;
        for (const std::string& carrier : report.carriers) {
            const bool isInferred =
                std::ranges::find(report.inferredCarriers, carrier) != report.inferredCarriers.end();
            carriers << (isInferred ? ElementPreview::tr("%1 (inferred)").arg(text(carrier)) : text(carrier));
        }
        parts << ElementPreview::tr("along %1").arg(carriers.join(QStringLiteral("、")));
    }
    if (report.isSchematic) parts << ElementPreview::tr("schematic");
    if (!report.withoutBoundary.empty())
        parts << ElementPreview::tr("%1 members by their seat").arg(report.withoutBoundary.size());
    return parts.join(QStringLiteral(" · "));
}

QStringList linesOf(const layers::BuiltLayout& layout) {
    QStringList lines;
    for (const layers::ElementReport& report : layout.reports) {
        if (lines.size() == mostLines) {
            lines << ElementPreview::tr("and %1 more").arg(layout.reports.size() - static_cast<std::size_t>(mostLines));
            break;
        }
        lines << lineOf(layout, report);
    }
    return lines;
}

/// Of several elements each warning names its own. That two datums are taken as equal moves no shape that can be seen.
QStringList told(const gis::Warnings& warnings, const layers::Scheme& scheme) {
    QStringList lines;
    for (const gis::Warning& warning : warnings) {
        if (warning.kind == "datums_taken_as_equal") continue;
        QString line = text(gis::translated(warning.text));
        const layers::SchemeElement* element = scheme.element(warning.subject.feature);
        if (element != nullptr && scheme.elements.size() > 1)
            line = ElementPreview::tr("%1: %2").arg(text(element->label()), line);
        if (!lines.contains(line)) lines << line;
    }
    const auto all = lines.size();
    if (all <= mostLines) return lines;
    lines = lines.mid(0, mostLines);
    lines << ElementPreview::tr("and %1 more warnings").arg(all - mostLines);
    return lines;
}

/// The seats of one element's members, numbered in their order.
gis::Result<std::vector<MapPreview::Mark>> marksOf(const layers::SchemeElement& element,
                                                   const layers::BaseLayers& ground, const MapTransforms& transforms) {
    const auto degrees = gis::CoordinateReferenceSystem::cgcs2000();
    TUCE_TRY(plane, layers::BaseInPlane::make(ground, degrees));
    std::vector<MapPreview::Mark> marks;
    for (std::size_t i = 0; i < element.members.size(); ++i) {
        TUCE_TRY(seat, plane.seatOf(element.members[i]));
        const auto position = seat ? transforms.toMap(*seat, degrees) : std::nullopt;
        if (position) marks.push_back({*position, QString::number(i + 1)});
    }
    return marks;
}

}  // namespace

ElementPreview::ElementPreview(Workbench& workbench, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_canvas(&workbench.map.canvas()) {
    m_later.setSingleShot(true);
    m_later.setInterval(quiet);
    connect(&m_later, &QTimer::timeout, this, &ElementPreview::start);
}

ElementPreview::~ElementPreview() = default;

void ElementPreview::order(Order order) {
    // A shape that was to be brought to view is still to be, whatever was changed meanwhile.
    order.zooms = order.zooms || (isBuilding() && m_order.zooms);
    m_order = std::move(order);
    m_ready = false;
    m_job.cancel();
    m_later.start();
    Q_EMIT changed();
}

void ElementPreview::clear(const QString& why) {
    m_later.stop();
    m_job.cancel();
    m_order = {};
    m_ready = false;
    m_lines = why.isEmpty() ? QStringList() : QStringList{why};
    m_warnings.clear();
    if (m_canvas) m_canvas->setPreview({});
    Q_EMIT changed();
}

void ElementPreview::start() {
    m_job.start(
        this,
        [order = m_order, ground = m_ground, crs = m_workbench.map.mapTransforms().mapCrs()](
            const gis::JobControl& control) { return made(order, *ground, crs, control); },
        [this](gis::Result<Made> answer) { show(std::move(answer)); });
    Q_EMIT changed();
}

void ElementPreview::show(gis::Result<Made> answer) {
    if (!answer) return clear(text(gis::describe(answer.error())));
    m_ready = !answer->change.isEmpty();
    m_change = std::move(answer->change);
    m_lines = answer->lines;
    m_warnings = answer->warnings;
    MapController& map = m_workbench.map;
    map.canvas().setPreview(std::move(answer->shown));
    if (m_order.zooms && !answer->extent.isEmpty() && !map.canvas().view().extent().contains(answer->extent))
        map.zoomToExtent(answer->extent, map.mapTransforms().mapCrs(), 0.2);
    m_order.zooms = false;
    Q_EMIT changed();
}

gis::Result<ElementPreview::Made> ElementPreview::made(const Order& order, layers::GroundCache& groundCache,
                                                       const gis::CoordinateReferenceSystem& mapCrs,
                                                       const gis::JobControl& control) {
    TUCE_TRY(ground, groundCache.of(*order.plan));
    TUCE_TRY(options, layers::shippedBuildOptions());
    options.crs = order.crs;
    TUCE_TRY(layout, layers::buildLayout(order.scheme, ground, options, control));
    const MapTransforms transforms(mapCrs);
    Made made;
    made.lines = linesOf(layout);
    gis::Warnings warnings = layout.warnings;
    if (!layout.layers.empty()) {
        TUCE_TRY(style, layers::shippedStyle("layout"));
        TUCE_TRY(change,
                 order.change(order.plan, layout, {layers::presentUser(), layers::presentTime(), style}, warnings));
        made.change = std::move(change);
    }
    made.warnings = told(warnings, order.scheme);
    for (const layers::BuiltLayer& layer : layout.layers)
        for (const gis::Feature& feature : layer.table) {
            if (control.cancel.isCanceled()) return gis::canceled();
            made.shown.shapes.push_back(transforms.toMap(feature.geometry(), layout.crs));
            made.extent.include(made.shown.shapes.back().extent());
        }
    if (order.scheme.elements.size() == 1) {
        TUCE_TRY(marks, marksOf(order.scheme.elements.front(), ground, transforms));
        made.shown.marks = std::move(marks);
    }
    return made;
}

std::vector<std::pair<gis::LayerId, std::vector<gis::Feature>>> addedBy(const layers::ChangeSet& change) {
    std::vector<std::pair<gis::LayerId, std::vector<gis::Feature>>> added;
    const auto listOf = [&added](gis::LayerId layer) -> std::vector<gis::Feature>& {
        for (auto& [id, features] : added)
            if (id == layer) return features;
        return added.emplace_back(layer, std::vector<gis::Feature>{}).second;
    };
    for (const layers::Change& one : change.changes) {
        if (const auto* feature = std::get_if<layers::FeatureChange>(&one); feature != nullptr && feature->after)
            listOf(feature->layer).push_back(*feature->after);
        if (const auto* layer = std::get_if<layers::LayerChange>(&one); layer != nullptr && layer->after)
            for (const gis::Feature& feature : layer->after->table) listOf(layer->after->id).push_back(feature);
    }
    return added;
}

}  // namespace app
