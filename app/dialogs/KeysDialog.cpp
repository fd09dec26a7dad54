// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/KeysDialog.h"

#include <QAction>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/window/ActionRegistry.h"
#include "app/window/CommandPalette.h"

namespace app {

namespace {

QString shown(const QList<QKeySequence>& keys) { return QKeySequence::listToString(keys, QKeySequence::NativeText); }

/// Input methods take these for themselves.
bool isTakenByInputMethods(const QKeySequence& key) {
    return key == QKeySequence(Qt::CTRL | Qt::Key_Space) || key == QKeySequence(Qt::SHIFT | Qt::Key_Space);
}

}  // namespace

KeysDialog::KeysDialog(Workbench& workbench)
    : WorkDialog(workbench, QStringLiteral("keysDialog"), tr("Keys"), QSize(640, 640)),
      m_search(new QLineEdit(this)),
      m_list(new QTreeWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search a command by name, initials or key"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("commands"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setHeaderLabels({tr("Command"), tr("Keys"), tr("Menu")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(makeEditor());
    connect(m_search, &QLineEdit::textChanged, this, &KeysDialog::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysDialog::showChosen);
    connect(&m_workbench.actions, &ActionRegistry::keysChanged, this, &KeysDialog::fill);
    fill();
    m_search->setFocus();
}

QWidget* KeysDialog::makeEditor() {
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    m_name = section({});
    m_key = new QKeySequenceEdit(part);
    m_key->setObjectName(QStringLiteral("key"));
    m_key->setAccessibleName(tr("New key"));
    m_clash = new QLabel(part);
    m_clash->setObjectName(QStringLiteral("clash"));
    m_clash->setWordWrap(true);
    m_clash->setProperty("warning", true);
    const auto button = [this, part](const QString& text, const char* name, void (KeysDialog::*does)()) {
        auto* made = new QPushButton(text, part);
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, does);
        return made;
    };
    m_assign = button(tr("Assign"), "assign", &KeysDialog::assign);
    m_remove = button(tr("No key"), "remove", &KeysDialog::removeKeys);
    m_reset = button(tr("Usual keys"), "reset", &KeysDialog::resetChosen);
    auto* all = button(tr("All as usual"), "resetAll", &KeysDialog::resetAll);
    auto* close = new QPushButton(tr("Close"), part);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* keys = new QHBoxLayout;
    keys->addWidget(new QLabel(tr("New key"), part));
    keys->addWidget(m_key, 1);
    keys->addWidget(m_assign);
    keys->addWidget(m_remove);
    keys->addWidget(m_reset);
    auto* ends = new QHBoxLayout;
    ends->addWidget(all);
    ends->addStretch(1);
    ends->addWidget(close);
    column->addWidget(m_name);
    column->addLayout(keys);
    column->addWidget(m_clash);
    column->addLayout(ends);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &KeysDialog::keyPressed);
    return part;
}

void KeysDialog::fill() {
    const QString before = chosen();
    m_list->clear();
    for (const ActionSpec& spec : m_workbench.actions.specs()) {
        const QAction* action = m_workbench.actions.find(spec.id);
        // Undo shows what it would undo; here its plain name is meant.
        const QString name = plainText(action->text()).section(QStringLiteral(": "), 0, 0);
        auto* row = new QTreeWidgetItem(
            m_list, {name, shown(action->shortcuts()), plainText(ActionRegistry::menuTitle(spec.menu))});
        row->setData(0, Qt::UserRole, spec.id);
        row->setData(0, Qt::UserRole + 1, QString::fromUtf8(spec.source));
        if (m_workbench.actions.hasOwnKeys(spec.id)) {
            QFont bold = m_list->font();
            bold.setBold(true);
            row->setFont(1, bold);
        }
        if (spec.id == before) m_list->setCurrentItem(row);
    }
    if (m_list->currentItem() == nullptr) m_list->setCurrentItem(m_list->topLevelItem(0));
    filter();
    showChosen();
}

void KeysDialog::filter() {
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* row = m_list->topLevelItem(i);
        const QStringList names{row->text(0), plainText(row->data(0, Qt::UserRole + 1).toString()), row->text(1)};
        row->setHidden(matchRank(m_search->text(), names) == 0);
    }
    // What is changed below is always a row that one sees.
    if (m_list->currentItem() != nullptr && !m_list->currentItem()->isHidden()) return;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        if (!m_list->topLevelItem(i)->isHidden()) return m_list->setCurrentItem(m_list->topLevelItem(i));
}

QString KeysDialog::chosen() const {
    const QTreeWidgetItem* row = m_list->currentItem();
    return row == nullptr ? QString() : row->data(0, Qt::UserRole).toString();
}

void KeysDialog::showChosen() {
    const QString id = chosen();
    const QAction* action = m_workbench.actions.find(id);
    m_name->setText(action != nullptr ? m_list->currentItem()->text(0) : QString());
    m_key->clear();
    m_remove->setEnabled(action != nullptr && !action->shortcuts().isEmpty());
    m_reset->setEnabled(m_workbench.actions.hasOwnKeys(id));
    keyPressed();
}

QStringList KeysDialog::others() const {
    QStringList ids = m_workbench.actions.usersOf(m_key->keySequence());
    ids.removeAll(chosen());
    return ids;
}

void KeysDialog::keyPressed() {
    // One stroke is the key; the field would go on collecting.
    if (m_key->keySequence().count() > 1) m_key->setKeySequence(QKeySequence(m_key->keySequence()[0]));
    const QKeySequence key = m_key->keySequence();
    QStringList names;
    for (const QString& id : others()) names << plainText(m_workbench.actions.find(id)->text());
    const QString shownKey = key.toString(QKeySequence::NativeText);
    if (isTakenByInputMethods(key))
        m_clash->setText(tr("Input methods take %1; choose another key.").arg(shownKey));
    else if (!names.isEmpty())
        m_clash->setText(tr("%1 belongs to “%2”, which loses it.").arg(shownKey, names.join(QStringLiteral("”, “"))));
    else
        m_clash->clear();
    m_assign->setText(names.isEmpty() ? tr("Assign") : tr("Take it over"));
    m_assign->setEnabled(!key.isEmpty() && !isTakenByInputMethods(key) && !chosen().isEmpty());
}

void KeysDialog::assign() {
    const QKeySequence key = m_key->keySequence();
    const QString id = chosen();
    ActionRegistry& actions = m_workbench.actions;
    for (const QString& other : others()) {
        QList<QKeySequence> keys = actions.find(other)->shortcuts();
        keys.removeAll(key);
        actions.setKeys(other, keys);
    }
    actions.setKeys(id, {key});
}

void KeysDialog::removeKeys() { m_workbench.actions.setKeys(chosen(), {}); }

void KeysDialog::resetChosen() {
    // A usual key that another command took meanwhile comes back from there.
    const QString id = chosen();
    ActionRegistry& actions = m_workbench.actions;
    for (const QKeySequence& key : actions.usualKeys(id))
        for (const QString& other : actions.usersOf(key)) {
            if (other == id) continue;
            QList<QKeySequence> keys = actions.find(other)->shortcuts();
            keys.removeAll(key);
            actions.setKeys(other, keys);
        }
    actions.resetKeys(id);
}

void KeysDialog::resetAll() {
    for (const ActionSpec& spec : m_workbench.actions.specs())
        if (m_workbench.actions.hasOwnKeys(spec.id)) m_workbench.actions.resetKeys(spec.id);
}

}  // namespace app
