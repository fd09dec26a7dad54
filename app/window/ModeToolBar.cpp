// SPDX-License-Identifier: Apache-2.0
#include "app/window/ModeToolBar.h"

#include <QToolButton>

#include "app/window/ActionRegistry.h"

namespace app {

namespace {

/// Ids in the order of the bar; an empty one is a line between groups; "!" marks the one main button of a mode.
QStringList buttonsOf(Workspace workspace) {
    const QString line;
    switch (workspace) {
        case Workspace::Edit:
            return {QStringLiteral("tool.select"),
                    QStringLiteral("tool.vertex"),
                    QStringLiteral("tool.move"),
                    QStringLiteral("tool.label"),
                    QStringLiteral("tool.drawPolygon"),
                    QStringLiteral("tool.drawLine"),
                    QStringLiteral("tool.drawPoint"),
                    line,
                    QStringLiteral("scheme.new"),
                    QStringLiteral("scheme.build"),
                    QStringLiteral("scheme.rebuild"),
                    line,
                    QStringLiteral("edit.snap"),
                    QStringLiteral("tool.measureLength"),
                    QStringLiteral("tool.measureArea"),
                    line,
                    QStringLiteral("edit.undo"),
                    QStringLiteral("edit.redo"),
                    line,
                    QStringLiteral("!check.run"),
                    QStringLiteral("sheet.export")};
        case Workspace::Check:
            return {QStringLiteral("!check.run"),
                    QStringLiteral("check.stop"),
                    QStringLiteral("check.approve"),
                    QStringLiteral("check.sheet"),
                    line,
                    QStringLiteral("tool.select"),
                    QStringLiteral("tool.vertex"),
                    QStringLiteral("tool.move"),
                    QStringLiteral("tool.measureLength"),
                    QStringLiteral("tool.measureArea"),
                    line,
                    QStringLiteral("edit.undo"),
                    QStringLiteral("edit.redo"),
                    line,
                    QStringLiteral("check.export")};
        case Workspace::Sheet:
            break;
    }
    return {QStringLiteral("sheet.new"),
            QStringLiteral("sheet.edit"),
            line,
            QStringLiteral("tool.select"),
            QStringLiteral("tool.pan"),
            QStringLiteral("tool.label"),
            line,
            QStringLiteral("edit.undo"),
            QStringLiteral("edit.redo"),
            line,
            QStringLiteral("!sheet.export"),
            QStringLiteral("map.copy")};
}

}  // namespace

ModeToolBar::ModeToolBar(ActionRegistry& actions, QWidget* parent) : QToolBar(parent), m_actions(actions) {
    setObjectName(QStringLiteral("modeToolBar"));
    setWindowTitle(tr("Tools"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setIconSize({20, 20});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

void ModeToolBar::fill(Workspace workspace) {
    clear();
    bool lineWanted = false;
    for (QString id : buttonsOf(workspace)) {
        const bool primary = id.startsWith(u'!');
        if (primary) id.remove(0, 1);
        QAction* action = id.isEmpty() ? nullptr : m_actions.find(id);
        if (id.isEmpty()) lineWanted = !actions().isEmpty();
        if (action == nullptr) continue;
        if (lineWanted) addSeparator();
        lineWanted = false;
        addAction(action);
        if (primary) widgetForAction(action)->setObjectName(QStringLiteral("primary"));
    }
    styleButtons();
}

void ModeToolBar::styleButtons() {
    constexpr int around = 30;  // icon's margins and what lies between two buttons
    constexpr int line = 24;    // a separator
    constexpr int besideIcon = 8;
    const auto textWidth = [this](const QAction* action) {
        return besideIcon + fontMetrics().horizontalAdvance(action->iconText());
    };
    const auto isPrimary = [this](QAction* action) {
        return widgetForAction(action)->objectName() == QLatin1String("primary");
    };
    const auto isArrow = [](const QAction* action) {
        return action->objectName() == QLatin1String("edit.undo") || action->objectName() == QLatin1String("edit.redo");
    };
    int room = width();
    for (QAction* action : actions())
        room -= action->isSeparator() ? line : around + (isPrimary(action) ? textWidth(action) : iconSize().width());
    // From the left the words are shown as long as there is room, so that no button is lost; the tips name the others.
    for (QAction* action : actions()) {
        auto* button = qobject_cast<QToolButton*>(widgetForAction(action));
        if (button == nullptr) continue;
        if (isPrimary(action)) {
            button->setToolButtonStyle(Qt::ToolButtonTextOnly);  // icons are not drawn in the colour for the accent
            continue;
        }
        room -= isArrow(action) ? 0 : textWidth(action);
        button->setToolButtonStyle(isArrow(action) || room < 0 ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    }
}

void ModeToolBar::resizeEvent(QResizeEvent* event) {
    styleButtons();
    QToolBar::resizeEvent(event);
}

}  // namespace app
