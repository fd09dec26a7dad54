// SPDX-License-Identifier: Apache-2.0
#include "app/window/StatusBar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QRegularExpression>
#include <QToolButton>
#include <QtMath>
#include <cmath>

#include "app/canvas/MapGrids.h"
#include "app/session/Quantities.h"
#include "app/session/Session.h"
#include "app/theme/Icons.h"
#include "app/window/ElidedLabel.h"
#include "app/window/MapController.h"
#include "app/window/MapZone.h"
#include "gis/base/Units.h"

namespace app {

double scaleFromText(const QString& text) {
    QString number = text;
    number.remove(QRegularExpression(QStringLiteral("^\\s*1\\s*[:：/]")));
    double factor = 1;
    if (number.contains(u'万')) factor = 1e4;
    number.remove(QRegularExpression(QStringLiteral("[\\s,，'万]")));
    bool good = false;
    const double value = QLocale::c().toDouble(number, &good) * factor;
    return good && value >= 1 && std::isfinite(value) ? value : 0;
}

QString timeLeftText(double seconds) {
    if (seconds < 90) return StatusBar::tr("about %1 s left").arg(qMax(1, qCeil(seconds)));
    return StatusBar::tr("about %1 min left").arg(qRound(seconds / 60));
}

StatusBar::StatusBar(Workbench& workbench, QWidget* parent)
    : QStatusBar(parent),
      m_bench(workbench),
      m_coordinates(new QToolButton(this)),
      m_degrees(new QToolButton(this)),
      m_scale(new QLineEdit(this)),
      m_crs(new QToolButton(this)),
      m_selection(new QLabel(this)),
      m_hint(new ElidedLabel(this)),
      m_jobTitle(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_stop(new QToolButton(this)) {
    setSizeGripEnabled(false);
    makeParts();
    makeProgress();
    MapCanvas& canvas = m_bench.map.canvas();
    connect(&canvas, &MapCanvas::cursorMoved, this, &StatusBar::showCursor);
    connect(&canvas, &MapCanvas::viewChanged, this, &StatusBar::showView);
    connect(&m_bench.session, &Session::projectChanged, this, &StatusBar::showView);
    connect(&m_bench.session.selection(), &Selection::featuresChanged, this, &StatusBar::showSelection);
    connect(&m_bench.map, &MapController::selectionTextChanged, this, &StatusBar::showSelection);
    connect(&m_bench.session.jobs(), &layers::JobList::changed, this, &StatusBar::showJobs);
    showView();
    showSelection();
    showJobs();
}

void StatusBar::makeParts() {
    for (QToolButton* button : {m_coordinates, m_degrees}) {
        button->setToolTip(tr("Coordinates under the mouse; click to copy the centre of the map"));
        button->setAutoRaise(true);
        addWidget(button);
    }
    m_coordinates->setObjectName(QStringLiteral("coordinates"));
    m_coordinates->setMinimumWidth(170);
    m_degrees->setMinimumWidth(150);
    connect(m_coordinates, &QToolButton::clicked, this, &StatusBar::copyCoordinates);
    connect(m_degrees, &QToolButton::clicked, this, &StatusBar::copyCoordinates);
    m_scale->setObjectName(QStringLiteral("scale"));
    m_scale->setFixedWidth(120);
    m_scale->setToolTip(tr("Scale at 96 pixels to the inch; type another one"));
    m_scale->setAccessibleName(tr("Scale"));
    connect(m_scale, &QLineEdit::editingFinished, this, &StatusBar::scaleEntered);
    addWidget(m_scale);
    m_crs->setObjectName(QStringLiteral("mapCrs"));
    m_crs->setAutoRaise(true);
    m_crs->setAccessibleName(tr("Coordinates of the map"));
    m_crs->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_crs);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillMapCrsMenu(*menu, m_bench);
    });
    m_crs->setMenu(menu);
    addWidget(m_crs);
    addWidget(m_selection);
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addPermanentWidget(m_hint, 1);
}

void StatusBar::makeProgress() {
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(140);
    m_stop->setIcon(icon(QStringLiteral("stop")));
    m_stop->setIconSize({14, 14});
    m_stop->setToolTip(tr("Stop"));
    m_stop->setObjectName(QStringLiteral("stopJob"));
    connect(m_stop, &QToolButton::clicked, this, [this] { m_bench.session.jobs().stopAll(); });
    addPermanentWidget(m_jobTitle);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_stop);
}

void StatusBar::setHint(const QString& hint) { m_hint->setText(hint); }

void StatusBar::showCursor(gis::Coordinate position) {
    const MapTransforms& transforms = m_bench.map.mapTransforms();
    m_coordinates->setText(coordinatesText(position, transforms.mapCrs().isGeographic()));
    const auto degrees = transforms.geographic(position);
    m_degrees->setText(degrees ? degreesText(*degrees) : QString());
}

void StatusBar::showView() {
    const MapView& view = m_bench.map.canvas().view();
    const bool open = m_bench.session.hasProject();
    for (QWidget* part : {static_cast<QWidget*>(m_coordinates), static_cast<QWidget*>(m_degrees),
                          static_cast<QWidget*>(m_scale), static_cast<QWidget*>(m_crs)})
        part->setVisible(open);
    m_hint->setVisible(open && m_bench.session.jobs().isEmpty());
    if (!open) return;
    if (!m_bench.map.canvas().cursorPosition()) showCursor(view.centre);
    if (!m_scale->hasFocus()) m_scale->setText(scaleText(gis::roundedHalfUp(view.scaleDenominator(), 0)));
    const gis::CoordinateReferenceSystem& crs = view.crs;
    m_crs->setText(zoneText(crs));
    m_crs->setToolTip(crsChoiceText(crs) + u'\n' + tr("Coordinates of the map; click to choose others"));
}

void StatusBar::showSelection() {
    const std::size_t count = m_bench.session.selection().features().features.size();
    const QString size = m_bench.map.selectionText();
    QString text = count == 0 ? QString() : tr("%n selected", nullptr, static_cast<int>(count));
    if (!size.isEmpty()) text += QStringLiteral("  ·  ") + size;
    m_selection->setText(text);
}

void StatusBar::showJobs() {
    const auto& jobs = m_bench.session.jobs().entries();
    const bool running = !jobs.empty();
    m_jobTitle->setVisible(running);
    m_progress->setVisible(running);
    m_hint->setVisible(!running && m_bench.session.hasProject());
    m_stop->setVisible(running && jobs.front().canStop);
    if (!running) return;
    constexpr int widestTitle = 240;
    QString title = fontMetrics().elidedText(jobs.front().title, Qt::ElideMiddle, widestTitle);
    if (const auto left = jobs.front().secondsLeft()) title += QStringLiteral(" · ") + timeLeftText(*left);
    m_jobTitle->setText(title);
    m_progress->setValue(static_cast<int>(jobs.front().fraction * 1000));
}

void StatusBar::copyCoordinates() {
    const MapView& view = m_bench.map.canvas().view();
    const bool degrees = view.crs.isGeographic();
    const QString text = QString::number(view.centre.x, 'f', degrees ? 7 : 3) + QStringLiteral(", ") +
                         QString::number(view.centre.y, 'f', degrees ? 7 : 3);
    QGuiApplication::clipboard()->setText(text);
    m_bench.session.messages().information(tr("Copied: %1").arg(text));
}

void StatusBar::scaleEntered() {
    MapCanvas& canvas = m_bench.map.canvas();
    const double wanted = scaleFromText(m_scale->text());
    m_scale->clearFocus();
    if (wanted > 0 && scaleText(wanted) != scaleText(canvas.view().scaleDenominator()))
        canvas.setScaleDenominator(wanted);
    showView();
}

}  // namespace app
