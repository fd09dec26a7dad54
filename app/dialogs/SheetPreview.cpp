// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/SheetPreview.h"

#include <QPainter>
#include <algorithm>

#include "app/theme/Theme.h"
#include "layers/print/SheetComposition.h"

namespace app {

namespace {

constexpr int delayMs = 150;
constexpr double marginPixels = 20;

}  // namespace

SheetPreview::SheetPreview(QWidget* parent) : QWidget(parent) {
    setMinimumSize(360, 300);
    setAccessibleName(tr("Preview of the sheet"));
    m_later.setSingleShot(true);
    m_later.setInterval(delayMs);
    connect(&m_later, &QTimer::timeout, this, &SheetPreview::draw);
}

void SheetPreview::show(layers::SnapshotPtr snapshot, const layers::PrintLayout& sheet) {
    m_snapshot = std::move(snapshot);
    m_sheet = sheet;
    m_later.start();
    update();
}

void SheetPreview::clear() {
    m_later.stop();
    m_job.cancel();
    m_snapshot.reset();
    m_picture = {};
    update();
}

QRectF SheetPreview::paper() const {
    const QSizeF free(width() - 2 * marginPixels, height() - 2 * marginPixels);
    const QSizeF size = QSizeF(m_sheet.paperWidthMm, m_sheet.paperHeightMm).scaled(free, Qt::KeepAspectRatio);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

gis::Result<SheetPreview::Drawn> SheetPreview::drawnSheet(const layers::ProjectSnapshot& snapshot,
                                                          const layers::PrintLayout& sheet, double pixelsPerMm,
                                                          const gis::JobControl& control) {
    TUCE_TRY(composed, layers::composeSheet(snapshot, sheet, pixelsPerMm, control));
    QImage image((composed.paper * pixelsPerMm).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(pixelsPerMm, pixelsPerMm);
    if (!layers::paintSheet(painter, composed, control.cancel)) return gis::canceled();
    painter.end();
    QStringList offer;
    for (const layers::LegendEntry& entry : composed.legendOffer) offer << entry.key;
    return Drawn{std::move(image), composed.list.scaleDenominator, offer};
}

void SheetPreview::draw() {
    if (!m_snapshot || width() < 2 * marginPixels) return;
    const double pixelsPerMm = std::max(0.5, paper().width() * devicePixelRatioF() / m_sheet.paperWidthMm);
    m_job.start(
        this,
        [snapshot = m_snapshot, sheet = m_sheet, pixelsPerMm](const gis::JobControl& control) {
            return drawnSheet(*snapshot, sheet, pixelsPerMm, control);
        },
        [this](gis::Result<Drawn> answer) {
            if (!answer) {
                m_picture = {};
                update();
                Q_EMIT failed(answer.error());
                return;
            }
            m_picture = std::move(answer->picture);
            m_legendOffer = answer->legendOffer;
            update();
            Q_EMIT drawn(answer->scaleDenominator);
        });
    update();
}

void SheetPreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColours& colours = Theme::current();
    painter.fillRect(rect(), colours.dark ? colours.window.darker(120) : colours.hover);
    if (!m_snapshot) return;
    const QRectF page = paper();
    painter.fillRect(page.translated(2, 3), QColor(0, 0, 0, 40));
    painter.fillRect(page, Qt::white);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!m_picture.isNull()) painter.drawImage(page, m_picture);
    if (m_picture.isNull() && isDrawing()) {
        painter.setPen(QColor(110, 110, 110));  // on white paper in every theme
        painter.drawText(page, Qt::AlignCenter, tr("Drawing the sheet …"));
    }
}

void SheetPreview::resizeEvent(QResizeEvent* event) {
    if (m_snapshot) m_later.start();
    QWidget::resizeEvent(event);
}

}  // namespace app
