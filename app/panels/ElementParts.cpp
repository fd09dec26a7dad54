// SPDX-License-Identifier: Apache-2.0
#include "app/panels/ElementParts.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QStringListModel>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panels/PlanWords.h"
#include "app/theme/Icons.h"

namespace app {

namespace {

enum Column { Name, Role, Reason };
enum Data { Key = Qt::UserRole, Word };

constexpr int rowHeight = 26;
constexpr int fewestRows = 2;  ///< so that there is somewhere to drop
constexpr int mostRows = 12;   ///< beyond them the list scrolls by itself

/// The roles are chosen from a list; a word that a paper has of its own stays to choose.
class RoleDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const override {
        auto* box = new QComboBox(parent);
        for (const std::string& word : PlanWords::memberRoles()) box->addItem(PlanWords::memberRole(word), text(word));
        const QVariant present = index.data(Word);
        if (box->findData(present) < 0) box->addItem(index.data().toString(), present);
        box->setCurrentIndex(box->findData(present));
        return box;
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
        const auto* box = static_cast<QComboBox*>(editor);
        model->setData(index, box->currentData(), Word);
        model->setData(index, box->currentText(), Qt::DisplayRole);
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight};
    }
};

}  // namespace

ElementParts::ElementParts(Shows shows, QWidget* parent)
    : QWidget(parent), m_shows(shows), m_tree(new QTreeWidget(this)), m_name(new QLineEdit(this)) {
    const bool members = shows == Shows::Members;
    makeTree();
    m_name->setObjectName(members ? QStringLiteral("newMember") : QStringLiteral("newCarrier"));
    m_name->setPlaceholderText(members ? tr("Add a place: name, Enter") : tr("Add a carrier: name, Enter"));
    m_name->installEventFilter(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_name, 1);
    m_buttons = row;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_tree);
    column->addLayout(row);
    const auto ofChosen = [this](const char* iconName, const QString& tip, auto act) {
        QToolButton* button = addButton(QLatin1String(iconName), tip);
        button->setEnabled(false);
        connect(button, &QToolButton::clicked, this, act);
        connect(m_tree, &QTreeWidget::itemSelectionChanged, button,
                [this, button] { button->setEnabled(!m_tree->selectedItems().isEmpty()); });
    };
    ofChosen("move-up", tr("Earlier (Alt+Up)"), [this] { moveChosen(-1); });
    ofChosen("move-down", tr("Later (Alt+Down)"), [this] { moveChosen(1); });
    ofChosen("delete", tr("Take out of the list (Delete)"), [this] { removeChosen(); });
    addKeys();
    m_changed.setSingleShot(true);
    m_changed.setInterval(0);
    connect(&m_changed, &QTimer::timeout, this, [this] {
        renumber();
        Q_EMIT edited();
    });
}

void ElementParts::makeTree() {
    const bool members = m_shows == Shows::Members;
    m_tree->setObjectName(members ? QStringLiteral("members") : QStringLiteral("carriers"));
    m_tree->setAccessibleName(members ? tr("Members") : tr("Carriers"));
    m_tree->setHeaderLabels({members ? tr("Member") : tr("Carrier"), tr("Role"), tr("Why")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setDragDropMode(QAbstractItemView::InternalMove);
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::SelectedClicked);
    m_tree->setItemDelegate(new RoleDelegate(m_tree));
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    fitHeight();
    m_tree->setColumnHidden(Role, !members);
    QHeaderView* header = m_tree->header();
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(40);
    header->resizeSection(Name, members ? 128 : 150);
    header->resizeSection(Role, 66);
    connect(m_tree, &QTreeWidget::itemChanged, this, &ElementParts::touched);
    connect(m_tree->model(), &QAbstractItemModel::rowsInserted, this, &ElementParts::touched);
    connect(m_tree->model(), &QAbstractItemModel::rowsRemoved, this, &ElementParts::touched);
}

void ElementParts::addKeys() {
    const auto key = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, m_tree);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { moveChosen(-1); });
    key(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { moveChosen(1); });
    key(QKeySequence::Delete, [this] { removeChosen(); });
}

QToolButton* ElementParts::addButton(const QString& iconName, const QString& tip) {
    auto* button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setObjectName(iconName);
    m_buttons->addWidget(button);
    return button;
}

void ElementParts::setSuggestions(const QStringList& names) {
    if (auto* known = m_name->completer()) {
        static_cast<QStringListModel*>(known->model())->setStringList(names);
        return;
    }
    auto* completer = new QCompleter(this);
    completer->setModel(new QStringListModel(names, completer));
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_name->setCompleter(completer);
}

void ElementParts::clear() {
    m_filling = true;
    m_tree->clear();
    m_filling = false;
    fitHeight();
}

void ElementParts::add(const ElementPart& part) {
    m_filling = true;
    auto* row = new QTreeWidgetItem;
    row->setFlags(Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled |
                  (m_shows == Shows::Members ? Qt::ItemIsEditable : Qt::NoItemFlags));
    row->setData(Name, Key, part.key);
    row->setData(Name, Word, part.name);
    row->setCheckState(Name, part.isTaken ? Qt::Checked : Qt::Unchecked);
    row->setText(Role, PlanWords::memberRole(part.role));
    row->setData(Role, Word, text(part.role));
    row->setText(Reason, part.reason);
    row->setToolTip(Name, part.name);
    row->setToolTip(Reason, part.reason);
    m_tree->addTopLevelItem(row);
    renumber();
    m_filling = false;
}

ElementPart ElementParts::partOf(const QTreeWidgetItem& row) const {
    return {row.data(Name, Key).toInt(), row.data(Name, Word).toString(), row.data(Role, Word).toString().toStdString(),
            row.text(Reason), row.checkState(Name) == Qt::Checked};
}

std::vector<ElementPart> ElementParts::taken() const {
    std::vector<ElementPart> parts;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        if (ElementPart part = partOf(*m_tree->topLevelItem(i)); part.isTaken) parts.push_back(std::move(part));
    return parts;
}

std::vector<ElementPart> ElementParts::all() const {
    std::vector<ElementPart> parts;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) parts.push_back(partOf(*m_tree->topLevelItem(i)));
    return parts;
}

std::vector<int> ElementParts::keys() const {
    std::vector<int> keys;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) keys.push_back(partOf(*m_tree->topLevelItem(i)).key);
    return keys;
}

void ElementParts::touched() {
    if (!m_filling) m_changed.start();
}

/// Members carry the numbers that they have on the map.
void ElementParts::renumber() {
    const bool filling = std::exchange(m_filling, true);
    int number = 0;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem& row = *m_tree->topLevelItem(i);
        const QString name = row.data(Name, Word).toString();
        const bool numbered = m_shows == Shows::Members && row.checkState(Name) == Qt::Checked;
        row.setText(Name, numbered ? QStringLiteral("%1  %2").arg(++number).arg(name) : name);
    }
    m_filling = filling;
    fitHeight();
}

/// As high as its rows, so that the panel scrolls and not the list within it.
void ElementParts::fitHeight() {
    const int rows = std::clamp(m_tree->topLevelItemCount(), fewestRows, mostRows);
    m_tree->setFixedHeight(rows * rowHeight + m_tree->header()->sizeHint().height() + 4);
}

void ElementParts::moveChosen(int by) {
    QList<int> rows;
    for (QTreeWidgetItem* item : m_tree->selectedItems()) rows << m_tree->indexOfTopLevelItem(item);
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty() || rows.front() + by < 0 || rows.back() + by >= m_tree->topLevelItemCount()) return;
    if (by > 0) std::reverse(rows.begin(), rows.end());
    QList<QTreeWidgetItem*> moved;
    for (const int row : rows) {
        QTreeWidgetItem* item = m_tree->takeTopLevelItem(row);
        m_tree->insertTopLevelItem(row + by, item);
        moved << item;
    }
    m_tree->clearSelection();
    for (QTreeWidgetItem* item : moved) item->setSelected(true);
    m_tree->setCurrentItem(moved.front(), Name, QItemSelectionModel::NoUpdate);
}

void ElementParts::removeChosen() { qDeleteAll(m_tree->selectedItems()); }

bool ElementParts::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_name && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const QString name = m_name->text().trimmed();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !name.isEmpty() &&
            static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier) {
            m_name->clear();
            Q_EMIT entered(name);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace app
