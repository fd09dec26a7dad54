// SPDX-License-Identifier: Apache-2.0
#include "app/window/ActionRegistry.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QWidget>

#include "app/theme/Icons.h"

namespace app {

ActionRegistry::ActionRegistry(QWidget& window, QWidget& map) : QObject(&window), m_window(window), m_map(map) {}

QAction* ActionRegistry::add(ActionSpec spec) {
    Q_ASSERT_X(find(spec.id) == nullptr, "ActionRegistry::add", qPrintable(spec.id));
    auto* action = new QAction(icon(spec.icon), QCoreApplication::translate(spec.context, spec.source), this);
    action->setObjectName(spec.id);
    action->setIconText(plainText(action->text()));  // what tool bars show
    action->setShortcuts(spec.shortcuts);
    action->setShortcutContext(spec.onMapOnly ? Qt::WidgetShortcut : Qt::WindowShortcut);
    action->setCheckable(static_cast<bool>(spec.checked));
    if (spec.checked) action->setIconVisibleInMenu(false);  // a menu shows the check mark in its place
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? plainText(action->text())
                                      : QStringLiteral("%1 (%2)").arg(plainText(action->text()), keys));
    if (spec.run)
        connect(action, &QAction::triggered, this, [this, run = spec.run] {
            run();
            refresh();
        });
    (spec.onMapOnly ? m_map : m_window).addAction(action);
    m_actions[spec.id] = action;
    m_specs.push_back(std::move(spec));
    Q_EMIT added(m_specs.back().id);
    return action;
}

QAction* ActionRegistry::find(const QString& id) const {
    const auto found = m_actions.find(id);
    return found == m_actions.end() ? nullptr : found->second;
}

std::vector<QAction*> ActionRegistry::ofMenu(MenuId menu) const {
    std::vector<QAction*> actions;
    for (const ActionSpec& spec : m_specs)
        if (spec.menu == menu) actions.push_back(m_actions.at(spec.id));
    return actions;
}

QString ActionRegistry::menuTitle(MenuId menu) {
    switch (menu) {
        case MenuId::File:
            return tr("&File");
        case MenuId::Edit:
            return tr("&Edit");
        case MenuId::View:
            return tr("&View");
        case MenuId::Layer:
            return tr("&Layer");
        case MenuId::Draw:
            return tr("&Draw");
        case MenuId::Check:
            return tr("&Check");
        case MenuId::Clause:
            return tr("C&lauses");
        case MenuId::Sheet:
            return tr("&Sheets");
        case MenuId::Help:
            return tr("&Help");
        case MenuId::Hidden:
            break;
    }
    return {};
}

void ActionRegistry::refresh() {
    for (const ActionSpec& spec : m_specs) {
        QAction* action = m_actions.at(spec.id);
        if (spec.enabled) action->setEnabled(spec.enabled());
        if (spec.checked) action->setChecked(spec.checked());
    }
}

void ActionRegistry::trigger(const QString& id) const {
    if (QAction* action = find(id)) action->trigger();
}

QString plainText(const QString& actionText) {
    QString text = actionText;
    text.remove(u'&');
    // Chinese menus carry the mnemonic behind the word: "打开(&O)…".
    static const QRegularExpression mnemonic(QStringLiteral("\\([A-Z]\\)"));
    text.remove(mnemonic);
    text.remove(u'…');
    return text.trimmed();
}

}  // namespace app
