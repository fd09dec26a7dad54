// SPDX-License-Identifier: Apache-2.0
#include "app/window/CommandPalette.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/window/ActionRegistry.h"
#include "app/window/PinyinInitials.h"
#include "layers/policy/PinyinReading.h"

namespace app {

namespace {

constexpr int mostItems = 60;
constexpr int paletteWidth = 560;
constexpr int rowHeight = 32;

int rankOf(const QString& typed, const QString& name, bool byInitials) {
    const QString folded = name.toCaseFolded();
    if (folded == typed) return 100;
    if (folded.startsWith(typed)) return 80;
    const QString initials = byInitials ? pinyinInitials(name) : folded;
    const bool chinese = initials != folded;
    if (chinese && initials.startsWith(typed)) return 70;
    const auto place = folded.indexOf(typed);
    if (place > 0 && !folded[place - 1].isLetterOrNumber()) return 60;
    if (place > 0) return 40;
    return chinese && typed.size() > 1 && initials.contains(typed) ? 30 : 0;
}

int rankOf(const std::string& letters, const std::string& reading) {
    switch (layers::readingFit(letters, reading)) {
        case layers::ReadingFit::Whole:
            return 75;
        case layers::ReadingFit::Begins:
            return 70;
        case layers::ReadingFit::Inside:
            return 30;
        case layers::ReadingFit::None:
            break;
    }
    return 0;
}

}  // namespace

int matchRank(const QString& typed, const QStringList& names) { return matchRank(typed, names, {}); }

int matchRank(const QString& typed, const QStringList& names, const QStringList& readings) {
    const QString wanted = typed.trimmed().toCaseFolded();
    if (wanted.isEmpty()) return 1;
    int best = 0;
    for (const QString& name : names) best = std::max(best, rankOf(wanted, name, readings.isEmpty()));
    for (const QString& reading : readings) best = std::max(best, rankOf(wanted.toStdString(), reading.toStdString()));
    return best;
}

CommandPalette::CommandPalette(ActionRegistry& actions, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_actions(actions), m_field(new QLineEdit(this)), m_list(new QListWidget(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 6);
    layout->setSpacing(4);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    m_field->setPlaceholderText(tr("Search commands, layers, clauses, places, coordinates"));
    m_field->installEventFilter(this);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::refill);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    hide();
}

void CommandPalette::addSource(PaletteSource source) { m_sources.push_back(std::move(source)); }

void CommandPalette::popUp(QWidget* anchor) {
    m_actions.refresh();
    m_field->clear();
    refill();
    resize(paletteWidth, height());
    const QPoint below = anchor->mapToGlobal(QPoint((anchor->width() - paletteWidth) / 2, 0));
    move(below);
    show();
    m_field->setFocus();
}

QStringList CommandPalette::shownTexts() const {
    QStringList texts;
    for (const PaletteItem& item : m_items) texts << item.text;
    return texts;
}

std::vector<PaletteItem> CommandPalette::actionItems(const QString& typed) const {
    std::vector<PaletteItem> items;
    for (const ActionSpec& spec : m_actions.specs()) {
        const QAction* action = m_actions.find(spec.id);
        if (!action->isVisible()) continue;
        const QString text = plainText(action->text());
        const int rank =
            matchRank(typed, {text, plainText(QString::fromUtf8(spec.source)), QString::fromUtf8(spec.keywords)});
        if (rank == 0) continue;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        items.push_back({text, keys, action->icon(), action->isEnabled(), rank + (action->isEnabled() ? 5 : 0),
                         [this, id = spec.id] { m_actions.trigger(id); }});
    }
    return items;
}

std::vector<PaletteItem> CommandPalette::matches(const QString& typed) const {
    std::vector<PaletteItem> items = actionItems(typed);
    if (!typed.trimmed().isEmpty())
        for (const PaletteSource& source : m_sources)
            for (PaletteItem& item : source(typed)) items.push_back(std::move(item));
    std::stable_sort(items.begin(), items.end(),
                     [](const PaletteItem& a, const PaletteItem& b) { return a.rank > b.rank; });
    if (items.size() > mostItems) items.resize(mostItems);
    return items;
}

void CommandPalette::refill() {
    m_items = matches(m_field->text());
    m_list->clear();
    for (const PaletteItem& item : m_items) {
        auto* row = new QListWidgetItem(item.icon, item.text, m_list);
        row->setSizeHint({0, rowHeight});
        if (!item.enabled) row->setFlags(Qt::NoItemFlags);
        auto* detail = new QLabel(item.detail);
        detail->setProperty("muted", true);
        detail->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        detail->setContentsMargins(0, 0, 12, 0);
        detail->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_list->setItemWidget(row, detail);
    }
    if (m_list->count() > 0) m_list->setCurrentRow(0);
    constexpr int mostRows = 12;
    const int rows = std::clamp(m_list->count(), 1, mostRows);
    m_list->setFixedHeight(rows * rowHeight + 4);
    adjustSize();
    resize(paletteWidth, height());
}

void CommandPalette::runCurrent() {
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_items.size())) return;
    const PaletteItem item = m_items[static_cast<std::size_t>(row)];
    if (!item.enabled) return;
    hide();
    if (item.run) item.run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Down       ? 1
                         : key->key() == Qt::Key_Up       ? -1
                         : key->key() == Qt::Key_PageDown ? 10
                         : key->key() == Qt::Key_PageUp   ? -10
                                                          : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace app
