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
                    QStringLiteral("tool.drawPolygon"),
                    QStringLiteral("tool.drawLine"),
                    QStringLiteral("tool.drawPoint"),
                    line,
                    QStringLiteral("scheme.build"),
                    QStringLiteral("scheme.rebuild"),
                    QStringLiteral("scheme.detach"),
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
    return {QStringLiteral("sheet.new"),     QStringLiteral("sheet.edit"), line,
            QStringLiteral("tool.select"),   QStringLiteral("tool.pan"),   line,
            QStringLiteral("edit.undo"),     QStringLiteral("edit.redo"),  line,
            QStringLiteral("!sheet.export"), QStringLiteral("map.copy")};
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
    setTexts(true);
    // Where the words have no room icons alone are enough, so that no button is lost; their names are in the tips.
    if (sizeHint().width() > width()) setTexts(false);
}

void ModeToolBar::setTexts(bool shown) {
    for (QAction* action : actions()) {
        auto* button = qobject_cast<QToolButton*>(widgetForAction(action));
        if (button == nullptr) continue;
        const QString id = action->objectName();
        const bool arrow = id == QLatin1String("edit.undo") || id == QLatin1String("edit.redo");
        if (button->objectName() == QLatin1String("primary"))
            button->setToolButtonStyle(Qt::ToolButtonTextOnly);  // icons are not drawn in the colour for the accent
        else
            button->setToolButtonStyle(arrow || !shown ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    }
}

void ModeToolBar::resizeEvent(QResizeEvent* event) {
    styleButtons();
    QToolBar::resizeEvent(event);
}

}  // namespace app
