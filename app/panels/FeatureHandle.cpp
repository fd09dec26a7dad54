// SPDX-License-Identifier: Apache-2.0
#include "app/panels/FeatureHandle.h"

#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>

#include "app/panels/PlanWords.h"
#include "app/session/Session.h"
#include "app/theme/Icons.h"

namespace app {

namespace {

constexpr std::size_t mostNamed = 5;

}  // namespace

FeatureHandle::FeatureHandle(Workbench& workbench, QWidget* parent) : QLabel(parent), m_workbench(workbench) {
    setObjectName(QStringLiteral("dragToClause"));
    setPixmap(app::icon(QStringLiteral("link")).pixmap(18, 18));
    setCursor(Qt::OpenHandCursor);
    setToolTip(tr("Drag this onto a clause to link the selected features to it"));
    setAccessibleName(toolTip());
}

QString FeatureHandle::names() const {
    const FeatureSet& picked = m_workbench.session.selection().features();
    const auto plan = m_workbench.session.snapshot();
    const auto layer = plan ? plan->layer(picked.layer) : nullptr;
    QStringList names;
    for (const gis::FeatureId id : picked.features) {
        const gis::Feature* feature = layer ? layer->table.find(id) : nullptr;
        if (feature == nullptr || static_cast<std::size_t>(names.size()) == mostNamed) continue;
        const QString name = app::text(layer->featureName(*feature));
        names << (name.isEmpty() ? app::text(layer->name) : name);
    }
    return names.join(u'\n');
}

void FeatureHandle::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->position().toPoint();
    event->accept();
}

void FeatureHandle::mouseMoveEvent(QMouseEvent* event) {
    const bool isFar = (event->position().toPoint() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!(event->buttons() & Qt::LeftButton) || !isFar || m_workbench.session.selection().features().isEmpty()) return;
    auto* drag = new QDrag(this);
    auto* content = new QMimeData;
    content->setData(featuresFormat(), names().toUtf8());
    content->setText(names());
    drag->setMimeData(content);
    drag->setPixmap(app::icon(QStringLiteral("link")).pixmap(24, 24));
    drag->exec(Qt::CopyAction);
}

}  // namespace app
