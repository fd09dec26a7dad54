// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QString>
#include <functional>
#include <map>
#include <vector>

namespace app {

/// The menus, in the order they are shown. `Hidden` actions sit in the palette and tool bars only.
enum class MenuId { File, Edit, View, Layer, Draw, Check, Clause, Sheet, Help, Hidden };

/// One command. `source` is the English text, marked by QT_TRANSLATE_NOOP("Actions", "…"); the action shows its
/// translation, and the palette finds it by both and by the pinyin initials of the Chinese.
struct ActionSpec {
    QString id = {};  ///< "file.open": stable, for settings and tests; also the action's objectName
    const char* source = "";
    QString icon = {};  ///< name of resources/icons/<icon>.svg; empty for none
    QList<QKeySequence> shortcuts = {};
    MenuId menu = MenuId::Hidden;
    std::function<void()> run = {};
    /// Asked by refresh(); empty: always enabled.
    std::function<bool()> enabled = {};
    /// Asked by refresh() for a checkable action; empty: not checkable.
    std::function<bool()> checked = {};
    const char* keywords = "";   ///< further English words for the palette
    bool startsSection = false;  ///< a line above it in the menu
    bool onMapOnly = false;      ///< its keys count only while the map has the focus (tables have their own Ctrl+A)
    const char* context = "Actions";  ///< of `source`, for its translation
};

/// All commands of the window: menus, tool bars, context menus and the palette take them from here. Shortcuts work
/// anywhere in `window`, or on `map` only. GUI thread.
class ActionRegistry : public QObject {
    Q_OBJECT
public:
    ActionRegistry(QWidget& window, QWidget& map);
    /// Registers; asserts that the id is new. Owned by the registry.
    QAction* add(ActionSpec spec);
    /// Null if there is none.
    QAction* find(const QString& id) const;
    /// All, in the order registered.
    const std::vector<ActionSpec>& specs() const { return m_specs; }
    std::vector<QAction*> ofMenu(MenuId menu) const;
    static QString menuTitle(MenuId menu);
    /// Asks `enabled` and `checked` of all anew.
    void refresh();
    void trigger(const QString& id) const;

    // ---- keys: those of the spec unless the user chose others, which are kept in the settings
    QList<QKeySequence> usualKeys(const QString& id) const;
    /// Gives a command other keys, for good; none is a choice too.
    void setKeys(const QString& id, const QList<QKeySequence>& keys);
    /// Back to the usual ones.
    void resetKeys(const QString& id);
    bool hasOwnKeys(const QString& id) const;
    /// Ids of the commands that have this key.
    QStringList usersOf(const QKeySequence& key) const;

Q_SIGNALS:
    void added(const QString& id);
    void keysChanged(const QString& id);

private:
    void applyKeys(QAction& action, const QList<QKeySequence>& keys);
    QWidget& m_window;
    QWidget& m_map;
    std::vector<ActionSpec> m_specs;
    std::map<QString, QAction*> m_actions;
};

/// The command's words without mnemonic marks and dots: "Open" for "&Open…".
QString plainText(const QString& actionText);

}  // namespace app
