// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/BuildOutcome.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "app/canvas/MapDecorations.h"
#include "app/panels/PlanWords.h"
#include "app/session/MapTransforms.h"
#include "app/session/Quantities.h"
#include "app/theme/Theme.h"
#include "gis/analysis/EllipsoidMeasure.h"
#include "layers/project/PresentTime.h"
#include "layers/render/MapRenderer.h"
#include "layers/scheme/PlanGround.h"

namespace app {

namespace {

constexpr QSize pictureSize(400, 240);
constexpr int mostLines = 6;

QString sizeText(const gis::Geometry& shape, const gis::CoordinateReferenceSystem& crs) {
    const auto measure = gis::EllipsoidMeasure::make(crs, true);
    if (!measure) return {};
    if (shape.dimension() == 2) {
        const double area = measure->areaSquareMetres(shape);
        return hectaresText(area) + QStringLiteral("  ") + muText(area);
    }
    return shape.dimension() == 1 ? lengthText(measure->lengthMetres(shape))
                                  : BuildOutcome::tr("%1 points").arg(shape.partCount());
}

}  // namespace

BuildOutcome::BuildOutcome(QWidget* parent) : QWidget(parent), m_picture(new QLabel(this)), m_text(new QLabel(this)) {
    m_picture->setFixedHeight(pictureSize.height());
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setProperty("framed", true);
    m_picture->setAccessibleName(tr("Preview on the map"));
    m_text->setObjectName(QStringLiteral("outcome"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_picture);
    column->addWidget(m_text);
    m_later.setSingleShot(true);
    m_later.setInterval(200);
    connect(&m_later, &QTimer::timeout, this, &BuildOutcome::start);
}

void BuildOutcome::order(Order order) {
    m_order = std::move(order);
    m_ready = false;
    m_job.cancel();
    m_later.start();
    Q_EMIT changed();
}

void BuildOutcome::clear(const QString& why) {
    m_later.stop();
    m_job.cancel();
    m_ready = false;
    m_picture->clear();
    m_text->setText(why);
    Q_EMIT changed();
}

void BuildOutcome::start() {
    m_text->setText(tr("Building…"));
    m_job.start(
        this,
        [order = m_order, ratio = devicePixelRatioF()](const gis::JobControl& control) {
            return made(order, ratio, control);
        },
        [this](gis::Result<Made> answer) { show(std::move(answer)); });
}

void BuildOutcome::show(gis::Result<Made> answer) {
    if (!answer) return clear(text(gis::describe(answer.error())));
    m_ready = !answer->change.isEmpty();
    m_change = std::move(answer->change);
    QStringList lines = answer->lines;
    QStringList told;
    for (const gis::Warning& warning : answer->warnings) {
        const QString line = text(gis::describe(warning));
        if (!told.contains(line)) told << line;
    }
    for (qsizetype i = 0; i < std::min<qsizetype>(told.size(), mostLines); ++i) lines << QStringLiteral("⚠ ") + told[i];
    if (told.size() > mostLines) lines << tr("⚠ and %1 more warnings").arg(told.size() - mostLines);
    m_text->setText(lines.join(u'\n'));
    m_picture->setPixmap(QPixmap::fromImage(answer->picture));
    Q_EMIT changed();
}

QStringList BuildOutcome::linesOf(const layers::BuiltLayout& layout) {
    QStringList lines;
    for (const layers::ElementReport& report : layout.reports) {
        if (lines.size() == mostLines) {
            lines << tr("and %1 more").arg(layout.reports.size() - static_cast<std::size_t>(mostLines));
            break;
        }
        if (!report.isBuilt) {
            lines << tr("%1: no shape, %2").arg(text(report.name), text(gis::translated(report.reason)));
            continue;
        }
        const layers::BuiltLayer* layer = layout.layer(report.layer);
        const gis::Feature* feature = layer != nullptr ? layer->table.find(report.feature) : nullptr;
        QStringList parts{text(report.name)};
        if (feature != nullptr) parts << sizeText(feature->geometry(), layout.crs);
        if (!report.carriers.empty()) {
            QStringList carriers;
            for (const std::string& carrier : report.carriers) carriers << text(carrier);
            parts << tr("along %1").arg(carriers.join(QStringLiteral("、")));
        }
        if (report.isSchematic) parts << tr("schematic");
        if (!report.withoutBoundary.empty()) parts << tr("%1 members by their seat").arg(report.withoutBoundary.size());
        lines << parts.join(QStringLiteral(" · "));
    }
    return lines;
}

gis::Result<QImage> BuildOutcome::pictureOf(const Order& order, const layers::ChangeSet& change, double pixelRatio,
                                            const gis::JobControl& control) {
    TUCE_TRY(after, layers::applied(order.plan, change));
    const MapTransforms transforms(mapCrsOf(*after));
    layers::MapSettings settings;
    settings.crs = transforms.mapCrs();
    settings.datumPolicy = gis::DatumPolicy::AcceptBallpark;
    for (const auto& [layerId, features] : addedBy(change)) {
        const layers::LayerPtr layer = after->layer(layerId);
        for (const gis::Feature& feature : features)
            if (layer) settings.extent.include(transforms.toMap(feature.geometry().extent(), layer->table.crs()));
    }
    if (settings.extent.isEmpty()) return QImage();
    const double size = std::max(settings.extent.width(), settings.extent.height());
    settings.extent = settings.extent.grown(std::max(size * 0.15, 1e-6));
    settings.pixelsPerMm *= pixelRatio;
    settings.widthMm = pictureSize.width() * pixelRatio / settings.pixelsPerMm;
    settings.heightMm = pictureSize.height() * pixelRatio / settings.pixelsPerMm;
    TUCE_TRY(image, layers::renderMap(*after, settings, control));
    MapView view;
    view.size = pictureSize;
    view.crs = settings.crs;
    view = view.showing(settings.shownExtent());
    MapShapes shapes;
    for (const auto& [layerId, features] : addedBy(change))
        if (const layers::LayerPtr layer = after->layer(layerId))
            for (const gis::Feature& feature : features)
                shapes.push_back(transforms.toMap(feature.geometry(), layer->table.crs()));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(pixelRatio, pixelRatio);
    paintSelection(painter, view, shapes, Theme::current().mapAccent);
    painter.end();
    image.setDevicePixelRatio(pixelRatio);
    return image;
}

gis::Result<BuildOutcome::Made> BuildOutcome::made(const Order& order, double pixelRatio,
                                                   const gis::JobControl& control) {
    TUCE_TRY(ground, layers::planGround(*order.plan));
    TUCE_TRY(options, layers::shippedBuildOptions());
    options.crs = order.crs;
    TUCE_TRY(layout, layers::buildLayout(order.scheme, ground, options, control));
    Made made;
    made.lines = linesOf(layout);
    made.warnings = layout.warnings;
    if (layout.layers.empty()) return made;
    TUCE_TRY(style, layers::shippedStyle("layout"));
    TUCE_TRY(change, order.change(order.plan, layout, {{}, layers::presentTime(), style}, made.warnings));
    TUCE_TRY(picture, pictureOf(order, change, pixelRatio, control));
    made.change = std::move(change);
    made.picture = std::move(picture);
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
