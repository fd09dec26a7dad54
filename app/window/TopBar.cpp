// SPDX-License-Identifier: Apache-2.0
#include "app/window/TopBar.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include "app/theme/Icons.h"
#include "app/window/ElidedLabel.h"

namespace app {

TopBar::TopBar(QWidget* parent)
    : QWidget(parent),
      m_menu(new QToolButton(this)),
      m_title(new ElidedLabel(this)),
      m_state(new ElidedLabel(this)),
      m_palette(new QPushButton(this)),
      m_workspaces(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_menu->setIcon(icon(QStringLiteral("menu")));
    m_menu->setIconSize({20, 20});
    m_menu->setAutoRaise(true);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setToolTip(tr("Menu"));
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setStyleSheet(QStringLiteral("QToolButton::menu-indicator{image:none}"));
    auto* name = new QLabel(tr("Tuce"), this);
    name->setObjectName(QStringLiteral("appName"));
    m_title->setObjectName(QStringLiteral("projectTitle"));
    m_state->setObjectName(QStringLiteral("saveState"));
    m_palette->setObjectName(QStringLiteral("paletteField"));
    m_palette->setIcon(icon(QStringLiteral("search")));
    m_palette->setText(tr("Search commands, layers, clauses, places") + QStringLiteral("    Ctrl+K"));
    m_palette->setFixedHeight(30);
    m_palette->setMinimumWidth(200);
    m_palette->setMaximumWidth(420);
    connect(m_palette, &QPushButton::clicked, this, &TopBar::paletteWanted);

    auto* left = new QHBoxLayout;
    left->setSpacing(10);
    left->addWidget(m_menu);
    left->addWidget(name);
    left->addSpacing(8);
    left->addWidget(m_title);
    left->addWidget(m_state);
    left->addStretch(1);
    auto* right = new QHBoxLayout;
    right->addStretch(1);
    right->addWidget(makeWorkspaces());
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(8, 4, 12, 4);
    layout->addLayout(left, 0, 0);
    layout->addWidget(m_palette, 0, 1);
    layout->addLayout(right, 0, 2);
    layout->setColumnStretch(0, 3);
    layout->setColumnStretch(1, 2);
    layout->setColumnStretch(2, 3);
    setFixedHeight(42);
}

QWidget* TopBar::makeWorkspaces() {
    auto* box = new QWidget(this);
    box->setObjectName(QStringLiteral("workspaces"));
    box->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(3, 3, 3, 3);
    layout->setSpacing(2);
    const std::pair<Workspace, QString> names[] = {
        {Workspace::Edit, tr("Layout")}, {Workspace::Check, tr("Conflicts")}, {Workspace::Sheet, tr("Sheets")}};
    for (const auto& [workspace, text] : names) {
        auto* button = new QToolButton(box);
        button->setText(text);
        button->setCheckable(true);
        button->setObjectName(QStringLiteral("workspace%1").arg(static_cast<int>(workspace)));
        m_workspaces->addButton(button, static_cast<int>(workspace));
        layout->addWidget(button);
    }
    m_workspaces->button(0)->setChecked(true);
    connect(m_workspaces, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT workspaceWanted(static_cast<Workspace>(id)); });
    return box;
}

void TopBar::setMenu(QMenu* menu) { m_menu->setMenu(menu); }

void TopBar::setProject(const QString& title, const QString& saveState, const QString& toolTip) {
    m_title->setText(title);
    m_title->setToolTip(toolTip);
    m_state->setText(saveState.isEmpty() ? QString() : QStringLiteral("·  ") + saveState);
}

void TopBar::setWorkspace(Workspace workspace) {
    if (QAbstractButton* button = m_workspaces->button(static_cast<int>(workspace))) button->setChecked(true);
}

}  // namespace app
