// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ProjectCard.h"

#include <QContextMenuEvent>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>

#include "app/theme/Icons.h"
#include "app/theme/Theme.h"

namespace app {

namespace {

constexpr int pictureHigh = 120;
constexpr int high = 190;
constexpr double radius = 8;

}  // namespace

ProjectCard::ProjectCard(RecentProject project, QWidget* parent)
    : QAbstractButton(parent), m_project(std::move(project)) {
    setFixedSize(sizeHint());
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setText(m_project.title);
    setToolTip(QDir::toNativeSeparators(m_project.path));
    setAccessibleName(m_project.title);
}

QSize ProjectCard::sizeHint() const { return {wide, high}; }

void ProjectCard::paintPicture(QPainter& painter, const QRectF& box) const {
    const ThemeColours& colours = Theme::current();
    painter.fillRect(box, colours.dark ? colours.hover : colours.window);
    if (m_project.thumbnail.isNull()) {
        const QRect middle(QPoint(), QSize(40, 40));
        app::icon(QStringLiteral("sheet"))
            .paint(&painter, middle.translated((box.center() - middle.center()).toPoint()), Qt::AlignCenter,
                   QIcon::Disabled);
        return;
    }
    const QSizeF size = QSizeF(m_project.thumbnail.size()).scaled(box.size(), Qt::KeepAspectRatioByExpanding);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setOpacity(m_project.exists ? 1 : 0.4);
    painter.drawImage(QRectF(box.center() - QPointF(size.width() / 2, size.height() / 2), size), m_project.thumbnail);
    painter.setOpacity(1);
}

void ProjectCard::paintEvent(QPaintEvent*) {
    const ThemeColours& colours = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    path.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.fillPath(path, underMouse() ? colours.hover : colours.panel);
    painter.save();
    painter.setClipPath(path);
    paintPicture(painter, QRectF(0, 0, width(), pictureHigh));
    painter.restore();
    painter.setPen(QPen(hasFocus() ? colours.accent : colours.line, 1));
    painter.drawPath(path);
    const QRect words = rect().adjusted(12, pictureHigh + 8, -12, -8);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(m_project.exists ? colours.text : colours.muted);
    const QString title = (m_project.pinned ? QStringLiteral("★ ") : QString()) + m_project.title;
    painter.drawText(words, Qt::AlignTop, QFontMetrics(bold).elidedText(title, Qt::ElideMiddle, words.width()));
    painter.setFont(font());
    painter.setPen(colours.muted);
    const QString folder = QDir::toNativeSeparators(QFileInfo(m_project.path).absolutePath());
    painter.drawText(words.adjusted(0, 20, 0, 0), Qt::AlignTop,
                     fontMetrics().elidedText(folder, Qt::ElideLeft, words.width()));
    painter.drawText(
        words, Qt::AlignBottom,
        m_project.exists ? QLocale().toString(m_project.openedAt, QLocale::ShortFormat) : tr("The file is not there"));
}

void ProjectCard::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_project.pinned ? tr("Unpin") : tr("Pin to the top"), this, &ProjectCard::pinWanted);
    menu->addAction(tr("Remove from this list"), this, &ProjectCard::removalWanted);
    menu->popup(event->globalPos());
}

}  // namespace app
