// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/NamesDialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStyle>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "app/dialogs/ChoiceDelegate.h"
#include "app/panels/PlanWords.h"
#include "app/session/LastFolder.h"
#include "app/session/Session.h"
#include "app/window/CommandPalette.h"
#include "layers/edit/NamesEdit.h"
#include "layers/project/ProjectGazetteer.h"

namespace app {

namespace {

constexpr int entryRole = Qt::UserRole;
constexpr int wordRole = ChoiceDelegate::wordRole;

QString joined(const std::vector<std::string>& names) {
    QStringList list;
    for (const std::string& name : names) list << text(name);
    return list.join(QStringLiteral("、"));
}

/// Kinds that a user may mean, with the words for them.
const std::vector<std::pair<const char*, const char*>>& kinds() {
    static const std::vector<std::pair<const char*, const char*>> words{
        {"place", QT_TRANSLATE_NOOP("NameKinds", "Place")},
        {"admin", QT_TRANSLATE_NOOP("NameKinds", "Administrative unit")},
        {"region", QT_TRANSLATE_NOOP("NameKinds", "Region")},
        {"abbreviation", QT_TRANSLATE_NOOP("NameKinds", "Abbreviation")},
        {"river", QT_TRANSLATE_NOOP("NameKinds", "River")},
        {"mountain", QT_TRANSLATE_NOOP("NameKinds", "Mountain")},
        {"reservoir", QT_TRANSLATE_NOOP("NameKinds", "Reservoir")},
        {"railway", QT_TRANSLATE_NOOP("NameKinds", "Railway")},
        {"highway", QT_TRANSLATE_NOOP("NameKinds", "Road")},
        {"airport", QT_TRANSLATE_NOOP("NameKinds", "Airport")},
        {"port", QT_TRANSLATE_NOOP("NameKinds", "Port")},
        {"hub", QT_TRANSLATE_NOOP("NameKinds", "Hub")},
        {"development_zone", QT_TRANSLATE_NOOP("NameKinds", "Development zone")},
        {"tourism", QT_TRANSLATE_NOOP("NameKinds", "Sight")},
        {"water_project", QT_TRANSLATE_NOOP("NameKinds", "Water works")},
        {"energy", QT_TRANSLATE_NOOP("NameKinds", "Energy works")}};
    return words;
}

QString titleOf(const std::string& kind) {
    for (const auto& [word, title] : kinds())
        if (kind == word) return QCoreApplication::translate("NameKinds", title);
    return PlanWords::elementKind(kind);  // of a file: other kinds stay as they are
}

std::vector<ChoiceDelegate::Choice> kindChoices() {
    std::vector<ChoiceDelegate::Choice> choices;
    for (const auto& [word, title] : kinds())
        choices.push_back({QString::fromLatin1(word), QCoreApplication::translate("NameKinds", title)});
    return choices;
}

}  // namespace

NamesDialog::NamesDialog(Workbench& workbench)
    : WorkDialog(workbench, QStringLiteral("namesDialog"), tr("Place names of your own"), QSize(820, 520)),
      m_search(new QLineEdit(this)),
      m_table(new QTableWidget(0, ColumnCount, this)) {
    m_table->setObjectName(QStringLiteral("names"));
    m_table->setAccessibleName(windowTitle());
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Also written"), tr("Kind"), tr("Code"), tr("Pinyin")});
    m_table->horizontalHeader()->setSectionResizeMode(Aliases, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setItemDelegateForColumn(Kind, new ChoiceDelegate(kindChoices(), m_table));
    for (const auto& [column, width] : {std::pair{Name, 190}, {Kind, 130}, {Code, 110}, {Pinyin, 160}})
        m_table->setColumnWidth(column, width);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(makeTop());
    column->addWidget(m_table, 1);
    column->addWidget(makeBottom());
    column->addWidget(
        note(tr("They are looked for in documents before the names that come with the program, and kept "
                "with the plan. Several ways to write a name are parted by a comma.")));
    m_accept = addButtons(*column, tr("Apply"));
    auto* erase = new QShortcut(QKeySequence::Delete, m_table);
    erase->setContext(Qt::WidgetShortcut);
    connect(erase, &QShortcut::activated, this, &NamesDialog::removeChosen);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &NamesDialog::refresh);
    connect(m_table, &QTableWidget::itemChanged, this, &NamesDialog::refresh);
    connect(m_search, &QLineEdit::textChanged, this, &NamesDialog::filter);
    if (const auto kept = layers::userNamesOf(*session().snapshot()))
        take(*kept);
    else
        session().messages().error(kept.error());
    refresh();
}

QWidget* NamesDialog::makeTop() {
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search names, codes, initials"));
    m_search->setClearButtonEnabled(true);
    row->addWidget(m_search, 1);
    const auto button = [this, row](const QString& title, const char* name, void (NamesDialog::*does)()) {
        auto* made = new QPushButton(title, this);
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, does);
        row->addWidget(made);
        return made;
    };
    button(tr("Add a name"), "addName", &NamesDialog::addName);
    m_remove = button(tr("Take out"), "removeName", &NamesDialog::removeChosen);
    button(tr("Import a list…"), "importNames", &NamesDialog::chooseFile);
    return top;
}

QWidget* NamesDialog::makeBottom() {
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    return m_state;
}

void NamesDialog::putRow(int row, const layers::PlaceEntry& entry) {
    std::vector<std::string> others = entry.spellings;
    std::erase(others, entry.name);
    const auto cell = [this, row](int column, const QString& words) {
        auto* item = new QTableWidgetItem(words);
        m_table->setItem(row, column, item);
        return item;
    };
    cell(Name, text(entry.name))->setData(entryRole, static_cast<int>(m_entries.size()));
    m_entries.push_back(entry);
    cell(Aliases, joined(others));
    cell(Kind, titleOf(entry.kind))->setData(wordRole, text(entry.kind));
    cell(Code, text(entry.adcode));
    cell(Pinyin, joined(entry.pinyin));
}

int NamesDialog::addRow(const layers::PlaceEntry& entry) {
    const QSignalBlocker quiet(m_table);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    putRow(row, entry);
    return row;
}

void NamesDialog::take(const layers::UserNames& names) {
    std::map<std::string, int> rows;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const layers::PlaceEntry held = entryOf(row);
        rows[held.name + '/' + held.adcode] = row;
    }
    for (const layers::PlaceEntry& entry : names.entries) {
        const auto same = rows.find(entry.name + '/' + entry.adcode);
        if (same == rows.end()) {
            rows[entry.name + '/' + entry.adcode] = addRow(entry);
            continue;
        }
        const QSignalBlocker quiet(m_table);
        putRow(same->second, entry);
    }
    // What a list says of a spelling takes the place of what was said before.
    std::erase_if(m_contexts, [&names](const layers::SpellingContext& held) {
        return std::any_of(names.contexts.begin(), names.contexts.end(),
                           [&held](const layers::SpellingContext& told) { return told.spelling == held.spelling; });
    });
    m_contexts.insert(m_contexts.end(), names.contexts.begin(), names.contexts.end());
    refresh();
}

void NamesDialog::addName() {
    m_search->clear();
    layers::PlaceEntry entry;
    entry.kind = "place";
    const int row = addRow(entry);
    m_table->setCurrentCell(row, Name);
    m_table->scrollToItem(m_table->item(row, Name));
    m_table->setFocus();
    m_table->editItem(m_table->item(row, Name));
}

void NamesDialog::removeChosen() {
    std::vector<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) rows.push_back(index.row());
    std::sort(rows.rbegin(), rows.rend());
    for (const int row : rows) m_table->removeRow(row);
    refresh();
}

void NamesDialog::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("A list of place names"), lastFolder(),
                                   tr("Lists of names (*.csv *.tsv *.txt *.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &NamesDialog::importFrom);
    dialog->open();
}

void NamesDialog::importFrom(const QString& path) {
    rememberFolder(path);
    m_state->setText(tr("Reading …"));
    m_job.start(
        this, [file = path.toStdString()](const gis::JobControl&) { return layers::readUserNames(file); },
        [this](const gis::Result<layers::UserNames>& names) {
            if (!names) return m_state->setText(text(gis::describe(names.error())));
            take(*names);
            m_state->setText(tr("%n names were taken in from the list.", nullptr, int(names->entries.size())));
        });
}

void NamesDialog::filter() {
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const layers::PlaceEntry entry = entryOf(row);
        QStringList words{text(entry.adcode)};
        QStringList readings;
        for (const std::string& spelling : entry.spellings) words << text(spelling);
        for (const std::string& reading : entry.pinyin) readings << text(reading);
        m_table->setRowHidden(row, matchRank(m_search->text(), words, readings) == 0);
    }
}

void NamesDialog::refresh() {
    m_remove->setEnabled(!m_table->selectionModel()->selectedRows().isEmpty());
    const auto checked = layers::checkedNames(names());
    m_accept->setEnabled(checked.has_value());
    m_state->setProperty("warning", !checked.has_value());
    m_state->style()->unpolish(m_state);
    m_state->style()->polish(m_state);
    if (!checked)
        m_state->setText(text(gis::translated(checked.error().problem)));
    else if (m_table->rowCount() == 0)
        m_state->setText(tr("The plan has no names of its own yet. Add one, or import a list (csv, json)."));
    else
        m_state->setText(tr("%n names", nullptr, int(checked->entries.size())));
}

layers::PlaceEntry NamesDialog::entryOf(int row) const {
    const auto cell = [this, row](int column) { return m_table->item(row, column)->text().trimmed().toStdString(); };
    const layers::PlaceEntry& before =
        m_entries[static_cast<std::size_t>(m_table->item(row, Name)->data(entryRole).toInt())];
    layers::PlaceEntry entry = before;
    entry.name = cell(Name);
    entry.adcode = cell(Code);
    entry.kind = m_table->item(row, Kind)->data(wordRole).toString().toStdString();
    entry.spellings = layers::listedNames(cell(Aliases));
    if (!entry.name.empty()) entry.spellings.insert(entry.spellings.begin(), entry.name);
    entry.pinyin = layers::listedNames(cell(Pinyin));
    // The id tells name and code, so another name is another entry; one that a file gave stays.
    if ((entry.name != before.name || entry.adcode != before.adcode) && before.id.rfind("user/", 0) == 0)
        entry.id.clear();
    return entry;
}

layers::UserNames NamesDialog::names() const {
    layers::UserNames made{{}, m_contexts};
    for (int row = 0; row < m_table->rowCount(); ++row) {
        layers::PlaceEntry entry = entryOf(row);
        const bool isEmpty = entry.name.empty() && entry.spellings.empty() && entry.adcode.empty();
        if (!isEmpty) made.entries.push_back(std::move(entry));
    }
    return made;
}

void NamesDialog::accept() {
    const auto checked = layers::checkedNames(names());
    if (!checked || !session().hasProject()) return refresh();
    m_accept->setEnabled(false);
    const auto find = [names = *checked](const layers::ProjectSnapshot& plan) {
        return layers::setUserNames(plan, names);
    };
    session().performLater(find, [self = QPointer(this)](bool made) {
        if (!self) return;
        if (made) return self->WorkDialog::accept();
        self->m_accept->setEnabled(true);
    });
}

}  // namespace app
