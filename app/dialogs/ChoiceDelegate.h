// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>
#include <QStyledItemDelegate>
#include <vector>

namespace app {

/// Lets one of several words be chosen in a table; the cell shows its title and holds the word in `wordRole`.
class ChoiceDelegate : public QStyledItemDelegate {
public:
    static constexpr int wordRole = Qt::UserRole + 1;
    struct Choice {
        QString word, title;
    };
    ChoiceDelegate(std::vector<Choice> choices, QObject* parent)
        : QStyledItemDelegate(parent), m_choices(std::move(choices)) {}
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override {
        auto* box = new QComboBox(parent);
        for (const Choice& choice : m_choices) box->addItem(choice.title, choice.word);
        return box;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        auto* box = static_cast<QComboBox*>(editor);
        const QString word = index.data(wordRole).toString();
        // One that nobody offers, as a file may hold, stays to be chosen.
        if (box->findData(word) < 0 && !word.isEmpty()) box->addItem(index.data().toString(), word);
        box->setCurrentIndex(std::max(0, box->findData(word)));
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
        const auto* box = static_cast<QComboBox*>(editor);
        model->setData(index, box->currentData(), wordRole);
        model->setData(index, box->currentText());
    }

private:
    std::vector<Choice> m_choices;
};

}  // namespace app
