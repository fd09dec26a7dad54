// SPDX-License-Identifier: Apache-2.0
#include "app/window/PanelTitle.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "app/theme/Icons.h"

namespace app {

namespace {

constexpr int titleHeight = 32;

}  // namespace

PanelTitle::PanelTitle(QDockWidget& dock)
    : QWidget(&dock), m_layout(new QHBoxLayout(this)), m_name(new QLabel(dock.windowTitle(), this)) {
    setObjectName(QStringLiteral("panelTitle"));
    setAttribute(Qt::WA_StyledBackground);
    m_layout->setContentsMargins(12, 4, 6, 4);
    m_layout->setSpacing(4);
    connect(&dock, &QDockWidget::windowTitleChanged, m_name, &QLabel::setText);
    m_layout->addWidget(m_name);
    m_layout->addStretch(1);
    auto* close = new QToolButton(this);
    close->setIcon(icon(QStringLiteral("close")));
    close->setIconSize({14, 14});
    close->setToolTip(tr("Hide this panel"));
    connect(close, &QToolButton::clicked, &dock, &QDockWidget::hide);
    m_layout->addWidget(close);
    setFixedHeight(titleHeight);
}

void PanelTitle::addWidget(QWidget* widget) {
    m_layout->insertWidget(m_layout->count() - 1, widget);
    m_hasWidgets = true;
}

void PanelTitle::setCollapsed(bool collapsed) {
    m_name->setVisible(!collapsed);
    setFixedHeight(collapsed && !m_hasWidgets ? 0 : titleHeight);
}

QSize PanelTitle::sizeHint() const { return {QWidget::sizeHint().width(), maximumHeight()}; }

PanelTitle* PanelTitle::of(QWidget* panel) {
    for (QWidget* above = panel; above != nullptr; above = above->parentWidget())
        if (auto* dock = qobject_cast<QDockWidget*>(above)) return qobject_cast<PanelTitle*>(dock->titleBarWidget());
    return nullptr;
}

}  // namespace app
