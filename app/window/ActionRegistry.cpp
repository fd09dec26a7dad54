// SPDX-License-Identifier: Apache-2.0
#include "app/window/ActionRegistry.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSettings>
#include <QWidget>

#include "app/theme/Icons.h"

namespace app {

namespace {

QString settingsKey(const QString& id) { return QStringLiteral("keys/") + id; }

}  // namespace

ActionRegistry::ActionRegistry(QWidget& window, QWidget& map) : QObject(&window), m_window(window), m_map(map) {}

QAction* ActionRegistry::add(ActionSpec spec) {
    Q_ASSERT_X(find(spec.id) == nullptr, "ActionRegistry::add", qPrintable(spec.id));
    auto* action = new QAction(icon(spec.icon), QCoreApplication::translate(spec.context, spec.source), this);
    action->setObjectName(spec.id);
    action->setIconText(plainText(action->text()));  // what tool bars show
    const QSettings settings;
    const QVariant own = settings.value(settingsKey(spec.id));
    applyKeys(*action, own.isValid() ? QKeySequence::listFromString(own.toString()) : spec.shortcuts);
    action->setShortcutContext(spec.onMapOnly ? Qt::WidgetShortcut : Qt::WindowShortcut);
    action->setCheckable(static_cast<bool>(spec.checked));
    if (spec.checked) action->setIconVisibleInMenu(false);  // a menu shows the check mark in its place
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

void ActionRegistry::applyKeys(QAction& action, const QList<QKeySequence>& keys) {
    action.setShortcuts(keys);
    const QString shown = action.shortcut().toString(QKeySequence::NativeText);
    const QString name = plainText(action.text());
    action.setToolTip(shown.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, shown));
}

QList<QKeySequence> ActionRegistry::usualKeys(const QString& id) const {
    for (const ActionSpec& spec : m_specs)
        if (spec.id == id) return spec.shortcuts;
    return {};
}

void ActionRegistry::setKeys(const QString& id, const QList<QKeySequence>& keys) {
    QAction* action = find(id);
    if (action == nullptr) return;
    QSettings settings;
    if (keys == usualKeys(id))
        settings.remove(settingsKey(id));
    else
        settings.setValue(settingsKey(id), QKeySequence::listToString(keys));
    applyKeys(*action, keys);
    Q_EMIT keysChanged(id);
}

void ActionRegistry::resetKeys(const QString& id) { setKeys(id, usualKeys(id)); }

bool ActionRegistry::hasOwnKeys(const QString& id) const { return QSettings().contains(settingsKey(id)); }

QStringList ActionRegistry::usersOf(const QKeySequence& key) const {
    QStringList ids;
    for (const ActionSpec& spec : m_specs)
        if (!key.isEmpty() && m_actions.at(spec.id)->shortcuts().contains(key)) ids << spec.id;
    return ids;
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
