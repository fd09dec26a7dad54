// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>
#include <string>
#include <vector>

class QBoxLayout;
class QLineEdit;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

/// A row of ElementParts.
struct ElementPart {
    int key = 0;  ///< whose it is knows the asker
    QString name;
    std::string role;  ///< empty where the list has no roles
    QString reason;    ///< why it is proposed
    bool isTaken = true;
};

/// The members or the carriers of an element: ticked ones count, in the order of the rows. Rows are dragged or moved by
/// buttons and Alt+Up/Down, ticked by Space, taken out by Delete; a name is typed below. GUI thread.
class ElementParts : public QWidget {
    Q_OBJECT
public:
    enum class Shows { Members, Carriers };
    ElementParts(Shows shows, QWidget* parent);

    void clear();
    void add(const ElementPart& part);
    /// The ticked rows in order.
    std::vector<ElementPart> taken() const;
    /// All rows in order.
    std::vector<ElementPart> all() const;
    /// Keys of all rows.
    std::vector<int> keys() const;
    /// Names to be completed while typing.
    void setSuggestions(const QStringList& names);
    /// A button beside the field for names.
    QToolButton* addButton(const QString& icon, const QString& tip);

Q_SIGNALS:
    /// Ticks, order or roles changed by the user.
    void edited();
    /// A name was typed and Enter pressed.
    void entered(const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeTree();
    void addKeys();
    void moveChosen(int by);
    void removeChosen();
    void touched();
    void renumber();
    void fitHeight();
    ElementPart partOf(const QTreeWidgetItem& row) const;

    Shows m_shows;
    QTreeWidget* m_tree;
    QLineEdit* m_name;
    QBoxLayout* m_buttons;
    QTimer m_changed;  ///< a drag is several changes of the model
    bool m_filling = false;
};

}  // namespace app
