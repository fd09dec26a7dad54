// SPDX-License-Identifier: Apache-2.0
#include "app/panels/RegisterPanel.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/panels/PanelBody.h"
#include "app/panels/PlanWords.h"
#include "app/session/Session.h"
#include "app/theme/Icons.h"
#include "app/window/CommandPalette.h"
#include "app/window/MapController.h"
#include "layers/scheme/AsNamed.h"
#include "layers/scheme/ElementToBuild.h"
#include "layers/scheme/JoinedThings.h"
#include "layers/scheme/LayoutRecipe.h"
#include "layers/scheme/SchemeDoubts.h"
#include "layers/scheme/SchemeFile.h"

namespace app {

namespace {

/// Rows of the box of schemes that do something, instead of a scheme.
enum Choice { OpenFile = -1, SaveFile = -2, DropScheme = -3 };
enum Column { Name, Kind, Stage, Paper, Date, Clause, Places, Drawn };

template <class Items>
QString namesOf(const Items& items) {
    QStringList names;
    for (const auto& item : items) names << text(item.name);
    return names.join(QStringLiteral("、"));
}

}  // namespace

RegisterPanel::RegisterPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_workbench(workbench),
      m_register(workbench.session, this),
      m_sourceBox(new QComboBox(this)),
      m_search(new QLineEdit(this)),
      m_filter(new SchemeFilter(this)),
      m_ofClause(new QToolButton(this)),
      m_count(new QLabel(this)),
      m_draw(new QPushButton(tr("Draw…"), this)),
      m_list(new QTreeWidget(this)) {
    setObjectName(QStringLiteral("registerPanel"));
    makeList();
    m_body = new PanelBody(m_list, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_body, 1);
    connect(&m_register, &SchemeRegister::sourcesChanged, this, &RegisterPanel::fillSources);
    connect(&m_register, &SchemeRegister::drawnChanged, this, &RegisterPanel::refreshDrawn);
    connect(&m_workbench.session.selection(), &Selection::clauseChanged, this, [this] {
        m_ofClause->setEnabled(!m_workbench.session.selection().clause().empty() || m_ofClause->isChecked());
        if (m_ofClause->isChecked()) showClause(m_workbench.session.selection().clause());
    });
    connect(&m_body->emptyState(), &EmptyState::wanted, this, &RegisterPanel::newWanted);
    fillSources();
}

QWidget* RegisterPanel::makeBar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    m_sourceBox->setObjectName(QStringLiteral("schemes"));
    m_sourceBox->setAccessibleName(tr("Scheme"));
    m_sourceBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sourceBox->setMinimumContentsLength(8);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Name, place, carrier, clause, initials"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(120);
    m_ofClause->setObjectName(QStringLiteral("ofClause"));
    m_ofClause->setCheckable(true);
    m_ofClause->setEnabled(false);
    m_ofClause->setIcon(icon(QStringLiteral("clause")));
    m_ofClause->setToolTip(tr("Only those of the clause that is picked"));
    m_ofClause->setAccessibleName(m_ofClause->toolTip());
    m_count->setObjectName(QStringLiteral("count"));
    m_count->setProperty("muted", true);
    auto* make = new QPushButton(tr("New…"), bar);
    make->setObjectName(QStringLiteral("newElement"));
    make->setToolTip(tr("Make an element of the words of a paper"));
    m_draw->setObjectName(QStringLiteral("draw"));
    row->addWidget(m_sourceBox);
    row->addWidget(m_search, 2);
    row->addWidget(m_filter, 5);
    row->addWidget(m_ofClause);
    row->addWidget(m_count);
    row->addWidget(make);
    row->addWidget(m_draw);
    connect(m_sourceBox, &QComboBox::activated, this, &RegisterPanel::sourceChosen);
    connect(m_search, &QLineEdit::textChanged, this, &RegisterPanel::fill);
    connect(m_filter, &SchemeFilter::changed, this, &RegisterPanel::fill);
    connect(m_ofClause, &QToolButton::toggled, this, [this](bool on) {
        m_clause = on ? m_workbench.session.selection().clause() : std::string();
        fill();
    });
    connect(make, &QPushButton::clicked, this, &RegisterPanel::newWanted);
    connect(m_draw, &QPushButton::clicked, this, &RegisterPanel::drawChosen);
    return bar;
}

void RegisterPanel::makeList() {
    m_list->setObjectName(QStringLiteral("elements"));
    m_list->setAccessibleName(tr("Elements"));
    m_list->setHeaderLabels({tr("Element"), tr("Kind"), tr("Stage"), tr("Document"), tr("Date"), tr("Clause"),
                             tr("Places and carriers"), tr("Drawn")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Places, QHeaderView::Stretch);
    for (const auto& [column, width] :
         {std::pair{Name, 230}, {Kind, 120}, {Stage, 170}, {Paper, 150}, {Date, 86}, {Clause, 76}, {Drawn, 96}})
        m_list->header()->resizeSection(column, width);
    connect(m_list, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem* row) { pointAt(row); });
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, [this](const QTreeWidgetItem* row) { openRow(*row); });
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* row) { pointAt(row); });
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &RegisterPanel::updateButtons);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* open = new QShortcut(key, m_list);
        open->setContext(Qt::WidgetShortcut);
        connect(open, &QShortcut::activated, this, &RegisterPanel::drawChosen);
    }
}

void RegisterPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_register.setWatched(true);
}

void RegisterPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous()) m_register.setWatched(false);
}

void RegisterPanel::takeSearch() { m_search->setFocus(); }

void RegisterPanel::showClause(const std::string& clauseId) {
    const QSignalBlocker silent(m_ofClause);
    m_ofClause->setChecked(!clauseId.empty());
    m_clause = clauseId;
    fill();
}

const layers::Scheme& RegisterPanel::scheme() const {
    static const layers::Scheme none;
    return m_source < m_register.sources().size() ? m_register.sources()[m_source].scheme : none;
}

const layers::SchemeElement& RegisterPanel::elementOf(const QTreeWidgetItem& row) const {
    return scheme().elements[static_cast<std::size_t>(row.data(Name, Qt::UserRole).toInt())];
}

// ---- which schemes

QString RegisterPanel::titleOf(const layers::SchemeSource& source) const {
    using Origin = layers::SchemeSource::Origin;
    switch (source.origin) {
        case Origin::All:
            return tr("All schemes");
        case Origin::Drawn:
            return tr("Drawn in this plan");
        case Origin::Register:
            return tr("Shipped documents");
        case Origin::Sample:
            return tr("%1 (sample)").arg(text(source.name));
        case Origin::Plan:
            break;
    }
    return text(source.name);
}

void RegisterPanel::fillSources() {
    const QSignalBlocker silent(m_sourceBox);
    const QString before = m_sourceBox->currentText();
    bool isFound = false;
    m_sourceBox->clear();
    const auto& sources = m_register.sources();
    for (std::size_t i = 0; i < sources.size(); ++i) {
        m_sourceBox->addItem(titleOf(sources[i]), static_cast<int>(i));
        m_sourceBox->setItemData(static_cast<int>(i), tr("%1 elements").arg(sources[i].scheme.elements.size()),
                                 Qt::ToolTipRole);
        if (m_wanted.empty() || sources[i].keptAs != m_wanted) continue;
        m_source = i;
        isFound = true;
    }
    if (isFound) m_wanted.clear();
    // The same scheme as before, wherever it stands now; all of them where it is gone.
    const int same = m_sourceBox->findText(before);
    if (!isFound) m_source = static_cast<std::size_t>(std::max(0, same));
    if (m_source >= sources.size()) m_source = 0;
    m_sourceBox->insertSeparator(m_sourceBox->count());
    m_sourceBox->addItem(tr("Open a scheme file…"), OpenFile);
    m_sourceBox->addItem(tr("Save this scheme as…"), SaveFile);
    if (m_source < sources.size() && !sources[m_source].keptAs.empty())
        m_sourceBox->addItem(tr("Remove this scheme from the project"), DropScheme);
    m_sourceBox->setCurrentIndex(std::max(0, m_sourceBox->findData(static_cast<int>(m_source))));
    const auto plan = m_workbench.session.snapshot();
    m_filter->fill(scheme(), plan ? plan->corpus : layers::PolicyCorpus());
    fill();
}

void RegisterPanel::sourceChosen() {
    const int chosen = m_sourceBox->currentData().toInt();
    if (chosen < 0) m_sourceBox->setCurrentIndex(m_sourceBox->findData(static_cast<int>(m_source)));
    if (chosen == OpenFile) return askForFile();
    if (chosen == SaveFile) return askWhereToSave();
    if (chosen == DropScheme) return dropScheme();
    m_source = static_cast<std::size_t>(chosen);
    fillSources();
}

void RegisterPanel::askForFile() {
    auto* dialog = new QFileDialog(this, tr("Open a scheme file"), {}, tr("Scheme (%1)").arg(QStringLiteral("*.json")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RegisterPanel::addFile);
    dialog->open();
}

void RegisterPanel::addFile(const QString& path) {
    m_fileJob.start(
        this, [path](const gis::JobControl&) { return layers::readScheme(path.toStdString()); },
        [this, path](gis::Result<layers::Scheme> read) {
            Messages& messages = m_workbench.session.messages();
            if (!read) return messages.error(read.error());
            const std::string name =
                read->title.empty() ? QFileInfo(path).completeBaseName().toStdString() : read->title;
            const auto kept = layers::keptSchemes(*m_workbench.session.snapshot());
            const bool replaces = std::ranges::find(kept, name) != kept.end();
            m_wanted = name;
            if (!m_register.keep(*read, name)) return m_wanted.clear();
            if (replaces) fillSources();  // the very same scheme is no change of the plan
            if (const auto doubts = layers::schemeDoubts(*read); doubts && !doubts->empty()) messages.warnings(*doubts);
            messages.post(MessageLevel::Information,
                          replaces ? tr("%1 took the place of the scheme of that name in the project.").arg(text(name))
                                   : tr("%1 is kept in the project: %2 elements.")
                                         .arg(text(name), QString::number(read->elements.size())),
                          tr("Undo"), [this] { m_workbench.session.undo(); });
        });
}

void RegisterPanel::askWhereToSave() {
    if (m_source >= m_register.sources().size() || scheme().elements.empty())
        return m_workbench.session.messages().information(tr("There is no element to save."));
    auto* dialog = new QFileDialog(this, tr("Save the scheme as"), {}, tr("Scheme (%1)").arg(QStringLiteral("*.json")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(titleOf(m_register.sources()[m_source]).replace(u'/', u'_') + QStringLiteral(".json"));
    connect(dialog, &QFileDialog::fileSelected, this, &RegisterPanel::saveTo);
    dialog->open();
}

void RegisterPanel::saveTo(const QString& path) {
    layers::Scheme saved = scheme();
    if (saved.title.empty()) saved.title = titleOf(m_register.sources()[m_source]).toStdString();
    const auto count = saved.elements.size();
    m_fileJob.start(
        this,
        [saved = std::move(saved), path](const gis::JobControl&) {
            return layers::writeScheme(path.toStdString(), saved, gis::Overwrite::Yes);  // the dialog asked
        },
        [this, path, count](gis::Result<void> written) {
            if (!written) return m_workbench.session.messages().error(written.error());
            m_workbench.session.messages().information(
                tr("%1 elements written to %2.").arg(QString::number(count), path));
        });
}

void RegisterPanel::dropScheme() {
    const std::string name = m_register.sources()[m_source].keptAs;
    if (!m_register.drop(name)) return;
    m_workbench.session.messages().post(
        MessageLevel::Information, tr("%1 is no longer in the project. What was drawn of it stays.").arg(text(name)),
        tr("Undo"), [this] { m_workbench.session.undo(); });
}

// ---- the list

std::vector<SchemeFilter::Drawn> RegisterPanel::drawnState(const layers::SchemeElement& element) const {
    using State = SchemeFilter::Drawn;
    if (m_register.drawn(element.id).empty())
        return m_register.reason(element.id).isEmpty() ? std::vector{State::No}
                                                       : std::vector{State::No, State::Impossible};
    std::vector<State> states{State::Yes};
    if (const layers::BuiltState* state = m_register.state(element.id)) {
        if (state->isHandEdited) states.push_back(State::ByHand);
        if (state->isOutdated) states.push_back(State::Outdated);
    }
    if (element.asNamed) states.push_back(State::Differs);
    return states;
}

/// What each paper says of the thing, where several do.
QString RegisterPanel::statements(const layers::SchemeElement& element) const {
    QStringList lines;
    for (const layers::ComparedStatement& one : layers::statementsOf(scheme(), element.id)) {
        QStringList parts{
            QStringList{text(one.statement.date), text(one.statement.documentTitle)}.join(u' ').trimmed(),
            text(one.element.name),
            QStringList{text(one.element.statusWording), m_filter->stageOf(one.element)}.join(u' ').trimmed()};
        if (!one.element.members.empty()) parts << tr("%1 members").arg(one.element.members.size());
        const auto named = [](const std::vector<std::string>& names) {
            QStringList list;
            for (const std::string& name : names) list << text(name);
            return list.join(QStringLiteral("、"));
        };
        if (!one.added.empty()) parts << tr("new: %1").arg(named(one.added));
        if (!one.leftOut.empty()) parts << tr("no longer: %1").arg(named(one.leftOut));
        parts.removeAll(QString());
        lines << parts.join(QStringLiteral(" · "));
    }
    if (!lines.isEmpty()) lines.prepend(tr("Several documents speak of it:"));
    return lines.join(u'\n');
}

void RegisterPanel::showDrawn(QTreeWidgetItem& row, const layers::SchemeElement& element) const {
    const layers::BuiltState* state = m_register.state(element.id);
    const bool isDrawn = !m_register.drawn(element.id).empty();
    QString words = isDrawn ? tr("drawn") : QString();
    if (isDrawn && state != nullptr && state->isHandEdited) words = tr("changed by hand");
    if (isDrawn && state != nullptr && state->isOutdated)
        words = state->isHandEdited ? tr("by hand, to be rebuilt") : tr("to be rebuilt");
    const QString reason = isDrawn ? QString() : m_register.reason(element.id);
    if (!reason.isEmpty()) words = tr("no shape");
    row.setText(Drawn, words);
    row.setToolTip(Drawn, !reason.isEmpty()                       ? reason
                          : state != nullptr && state->isOutdated ? text(gis::translated(state->why))
                                                                  : words);
}

void RegisterPanel::fill() {
    const QSignalBlocker silent(m_list);
    const auto idOf = [](const QTreeWidgetItem* row) {
        return row != nullptr ? row->data(Kind, Qt::UserRole).toString() : QString();
    };
    // What was picked and where the list stood stay, as far as the rows do.
    const QString chosen = idOf(m_list->currentItem());
    QSet<QString> picked;
    for (const QTreeWidgetItem* row : m_list->selectedItems()) picked.insert(idOf(row));
    const QString top = idOf(m_list->itemAt(0, 0));
    m_list->clear();
    const layers::Scheme& all = scheme();
    const QString sought = m_search->text().trimmed();
    QList<QTreeWidgetItem*> rows;
    const auto plan = m_workbench.session.snapshot();
    for (std::size_t i = 0; i < all.elements.size(); ++i) {
        const layers::SchemeElement& element = all.elements[i];
        if (!m_clause.empty() && element.clauseId != m_clause) continue;
        if (!m_filter->takes(element, drawnState(element))) continue;
        if (!sought.isEmpty() && matchRank(sought, SchemeFilter::wordsOf(element)) == 0) continue;
        const layers::SchemeDocument* paper = all.document(element.documentId);
        const auto document = plan ? plan->corpus.document(element.documentId) : nullptr;
        const layers::Clause* clause = plan ? plan->corpus.clause(element.clauseId) : nullptr;
        const QString stage = m_filter->stageOf(element);
        QStringList places{namesOf(element.carriers), namesOf(element.members)};
        if (const std::string differs = layers::differencesText(element); !differs.empty())
            places << tr("Differs from the document: %1").arg(text(differs));
        places.removeAll(QString());
        const QString title = document ? text(document->title) : paper != nullptr ? text(paper->title) : QString();
        const QString number = clause != nullptr ? text(clause->number.empty() ? clause->heading : clause->number)
                                                 : text(element.clauseNumber);
        auto* row = new QTreeWidgetItem({text(element.name),
                                         PlanWords::elementKind(element.kind),
                                         element.statusWording.empty() ? stage
                                         : stage.isEmpty()
                                             ? text(element.statusWording)
                                             : text(element.statusWording) + u' ' + QStringLiteral("(%1)").arg(stage),
                                         title,
                                         paper != nullptr ? text(paper->date) : QString(),
                                         number,
                                         places.join(QStringLiteral(" · ")),
                                         {}});
        row->setData(Name, Qt::UserRole, static_cast<int>(i));
        row->setData(Kind, Qt::UserRole, text(element.id));
        for (const int column : {Name, Kind, Stage, Paper, Places}) row->setToolTip(column, row->text(column));
        if (clause != nullptr) row->setToolTip(Clause, text(clause->number) + u' ' + text(clause->heading));
        if (paper != nullptr && paper->dateInferred) row->setToolTip(Date, tr("inferred, not printed"));
        showDrawn(*row, element);
        rows << row;
    }
    m_list->addTopLevelItems(rows);
    QTreeWidgetItem* first = nullptr;
    for (QTreeWidgetItem* row : rows) {
        const QString id = idOf(row);
        if (id == top) first = row;
        if (id == chosen) m_list->setCurrentItem(row, Name, QItemSelectionModel::Current);
        row->setSelected(picked.contains(id));
    }
    if (first != nullptr) m_list->scrollToItem(first, QAbstractItemView::PositionAtTop);
    m_count->setText(tr("%1 of %2").arg(rows.size()).arg(all.elements.size()));
    const bool isFiltered = !all.elements.empty();
    m_body->emptyState().setTexts(isFiltered ? tr("No element is like this. Take a filter back, or make a new one.")
                                             : tr("No scheme is there yet. Make an element of the words of a paper."),
                                  tr("New element"));
    m_body->showEmpty(rows.isEmpty() && m_workbench.session.hasProject());
    updateButtons();
}

void RegisterPanel::refreshDrawn() {
    if (m_filter->asksForDrawn()) return fill();  // which rows are there depends on it
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem& row = *m_list->topLevelItem(i);
        showDrawn(row, elementOf(row));
    }
}

void RegisterPanel::pointAt(const QTreeWidgetItem* row) {
    if (row == nullptr) return;
    const layers::SchemeElement& element = elementOf(*row);
    const QString several = statements(element);
    if (!several.isEmpty()) const_cast<QTreeWidgetItem*>(row)->setToolTip(Name, row->text(Name) + u'\n' + several);
    const auto drawn = m_register.drawn(element.id);
    if (drawn.empty() || m_list->selectedItems().size() > 1) return;
    m_workbench.session.selection().select(drawn.front());
    m_workbench.map.flash(drawn, true);
}

void RegisterPanel::openRow(const QTreeWidgetItem& row) {
    const layers::SchemeElement element = elementOf(row);
    const auto drawn = m_register.drawn(element.id);
    const auto plan = m_workbench.session.snapshot();
    for (const FeatureSet& set : drawn)
        for (const gis::FeatureId feature : set.features) {
            const auto layer = plan->layer(set.layer);
            const gis::Feature* found = layer ? layer->table.find(feature) : nullptr;
            if (found != nullptr && layers::recipeOf(*layer, *found))
                return Q_EMIT featureWanted({set.layer, {feature}});
        }
    Q_EMIT elementsWanted({withMembersOfParts(element)}, m_register.sources()[m_source].name);
}

/// Made alone a whole that names no place would have no shape: its parts are not at hand then.
layers::SchemeElement RegisterPanel::withMembersOfParts(const layers::SchemeElement& element) const {
    const auto kinds = layers::shippedLayoutKinds();
    const layers::LayoutKind* kind = kinds ? kinds->find(element.kind) : nullptr;
    if (kind == nullptr) return element;
    gis::Warnings ignored;
    return layers::elementToBuild(m_register.sources()[m_source].scheme, element, *kind, ignored);
}

void RegisterPanel::drawChosen() {
    const auto chosen = m_list->selectedItems();
    if (chosen.size() == 1) return openRow(*chosen.front());
    std::vector<layers::SchemeElement> elements;
    for (const QTreeWidgetItem* row : chosen)
        if (const layers::SchemeElement& element = elementOf(*row); m_register.drawn(element.id).empty())
            elements.push_back(withMembersOfParts(element));
    if (elements.empty())
        return m_workbench.session.messages().information(tr("The chosen elements are drawn already."));
    Q_EMIT elementsWanted(elements, m_register.sources()[m_source].name);
}

void RegisterPanel::updateButtons() {
    const auto chosen = m_list->selectedItems();
    m_draw->setEnabled(!chosen.isEmpty());
    const bool isDrawn = chosen.size() == 1 && !m_register.drawn(elementOf(*chosen.front()).id).empty();
    m_draw->setText(isDrawn ? tr("Edit…") : tr("Draw…"));
}

}  // namespace app
