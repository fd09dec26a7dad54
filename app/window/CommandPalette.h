// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QIcon>
#include <QString>
#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace app {

class ActionRegistry;

/// One thing the palette found.
struct PaletteItem {
    QString text;
    QString detail;  ///< shown to the right: group, shortcut, document
    QIcon icon;
    bool enabled = true;
    int rank = 0;  ///< of equal matches the greater goes first
    std::function<void()> run;
};

/// Answers the items that fit what was typed, quickly (it is asked at each key); use matchRank().
using PaletteSource = std::function<std::vector<PaletteItem>(const QString& typed)>;

/// 0: no match; else the greater the better: whole words first, then the beginning, then pinyin initials, then inside.
/// `names` are the names of one thing in all languages.
int matchRank(const QString& typed, const QStringList& names);
/// The same for names whose pinyin is known: it counts instead of guessed initials. A blank parts its syllables.
int matchRank(const QString& typed, const QStringList& names, const QStringList& readings);

/// Everything by typing: commands in Chinese, pinyin initials and English; layers, features, clauses, places and
/// coordinates by the sources that were added. A drop-down under the search field. GUI thread.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(ActionRegistry& actions, QWidget* parent);
    void addSource(PaletteSource source);
    /// Opens under `anchor` with the focus in the field.
    void popUp(QWidget* anchor);
    QLineEdit& field() { return *m_field; }
    /// The texts now listed, for tests.
    QStringList shownTexts() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refill();
    void runCurrent();
    std::vector<PaletteItem> matches(const QString& typed) const;
    std::vector<PaletteItem> actionItems(const QString& typed) const;
    ActionRegistry& m_actions;
    std::vector<PaletteSource> m_sources;
    std::vector<PaletteItem> m_items;
    QLineEdit* m_field;
    QListWidget* m_list;
};

}  // namespace app
