// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/LegendEditor.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panels/PlanWords.h"

namespace app {

namespace {

constexpr int keyRole = Qt::UserRole;
constexpr int shownRows = 7;
constexpr int rowHeight = 26;

QToolButton* button(QWidget* parent, const QString& name, const QString& words, const QString& help) {
    auto* made = new QToolButton(parent);
    made->setObjectName(name);
    made->setText(words);
    made->setToolTip(help);
    made->setAccessibleName(help);
    return made;
}

}  // namespace

LegendEditor::LegendEditor(QWidget* parent)
    : QWidget(parent),
      m_list(new QListWidget(this)),
      m_up(button(this, QStringLiteral("legendUp"), QStringLiteral("↑"), tr("Further up"))),
      m_down(button(this, QStringLiteral("legendDown"), QStringLiteral("↓"), tr("Further down"))),
      m_usual(button(this, QStringLiteral("legendUsual"), tr("As usual"),
                     tr("All entries in their usual order, with their own words"))) {
    m_list->setObjectName(QStringLiteral("legendItems"));
    m_list->setAccessibleName(tr("Entries of the legend"));
    m_list->setToolTip(tr("Untick to leave out, drag to order, double click to rename"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setMinimumHeight(shownRows * rowHeight);
    m_list->setMaximumHeight(shownRows * rowHeight);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch(1);
    buttons->addWidget(m_usual);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_list);
    column->addLayout(buttons);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_usual, &QToolButton::clicked, this, [this] {
        m_items.clear();
        fill();
        Q_EMIT edited();
    });
    connect(m_list, &QListWidget::itemChanged, this, &LegendEditor::tell);
    // A row that was dropped is there twice until the drag has ended.
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &LegendEditor::tell, Qt::QueuedConnection);
    connect(m_list->model(), &QAbstractItemModel::rowsRemoved, this, &LegendEditor::tell, Qt::QueuedConnection);
    connect(m_list, &QListWidget::currentRowChanged, this, &LegendEditor::updateButtons);
    updateButtons();
}

void LegendEditor::show(const QStringList& offer, const std::vector<layers::LegendItem>& items) {
    const bool isSame = offer == m_offer && items == m_items;
    if (isSame || m_list->findChild<QWidget*>(QStringLiteral("qt_editing_widget")) != nullptr) return;
    m_offer = offer;
    m_items = items;
    fill();
}

void LegendEditor::addRow(const layers::LegendItem& item) {
    auto* row = new QListWidgetItem(text(item.title.empty() ? item.key : item.title), m_list);
    row->setData(keyRole, text(item.key));
    row->setToolTip(text(item.key));
    row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsEditable |
                  Qt::ItemIsDragEnabled);
    row->setCheckState(item.isShown ? Qt::Checked : Qt::Unchecked);
    row->setSizeHint(QSize(0, rowHeight));
}

void LegendEditor::fill() {
    m_filling = true;
    const int current = m_list->currentRow();
    m_list->clear();
    m_absent.clear();
    QStringList named;
    for (const layers::LegendItem& item : m_items) {
        named << text(item.key);
        m_offer.contains(text(item.key)) ? addRow(item) : m_absent.push_back(item);
    }
    for (const QString& key : m_offer)
        if (!named.contains(key)) addRow({key.toStdString(), {}, true});
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    m_filling = false;
    updateButtons();
}

bool LegendEditor::isUsual(const std::vector<layers::LegendItem>& items) const {
    QStringList order;
    for (const layers::LegendItem& item : items) {
        if (!item.isShown || !item.title.empty()) return false;
        order << text(item.key);
    }
    return order == m_offer;
}

std::vector<layers::LegendItem> LegendEditor::items() const {
    std::vector<layers::LegendItem> items;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem* shown = m_list->item(row);
        const QString key = shown->data(keyRole).toString();
        const QString title = shown->text().trimmed();
        items.push_back({key.toStdString(), title == key || title.isEmpty() ? std::string() : title.toStdString(),
                         shown->checkState() == Qt::Checked});
    }
    if (m_absent.empty() && isUsual(items)) return {};
    items.insert(items.end(), m_absent.begin(), m_absent.end());
    return items;
}

void LegendEditor::move(int by) {
    const int row = m_list->currentRow();
    const int target = row + by;
    if (row < 0 || target < 0 || target >= m_list->count()) return;
    m_filling = true;
    m_list->insertItem(target, m_list->takeItem(row));
    m_list->setCurrentRow(target);
    m_filling = false;
    tell();
}

void LegendEditor::tell() {
    if (m_filling) return;
    const auto now = items();
    updateButtons();
    if (now == m_items) return;
    m_items = now;
    Q_EMIT edited();
}

void LegendEditor::updateButtons() {
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    m_usual->setEnabled(!items().empty());
}

}  // namespace app
