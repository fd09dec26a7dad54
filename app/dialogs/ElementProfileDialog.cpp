// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ElementProfileDialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/dialogs/ProfileTables.h"
#include "app/panels/PlanWords.h"
#include "app/panels/SchemeWords.h"
#include "app/session/Session.h"
#include "layers/scheme/PlanSchemes.h"

namespace app {

namespace {

constexpr int greatestRank = 100;  // as scheme files may say

QString joined(const std::vector<std::string>& names) {
    QStringList list;
    for (const std::string& name : names) list << text(name);
    return list.join(QStringLiteral("、"));
}

std::vector<std::string> parted(const QString& words) {
    static const QRegularExpression mark(QStringLiteral("[、,，;；]"));
    std::vector<std::string> names;
    for (const QString& word : words.split(mark, Qt::SkipEmptyParts))
        if (const QString name = word.trimmed(); !name.isEmpty()) names.push_back(name.toStdString());
    return names;
}

}  // namespace

ElementProfileDialog::ElementProfileDialog(Workbench& workbench, const layers::SchemeElement& element)
    : WorkDialog(workbench, QStringLiteral("elementProfileDialog"), tr("What is said of %1").arg(text(element.name)),
                 QSize(680, 640)),
      m_before(layers::profileOf(element)),
      m_name(new QLineEdit(text(element.name), this)),
      m_shortName(new QLineEdit(text(element.shortName), this)),
      m_aliases(new QLineEdit(joined(element.aliases), this)),
      m_stage(new QComboBox(this)),
      m_wording(new QLineEdit(text(element.statusWording), this)),
      m_rank(new QSpinBox(this)),
      m_facts(new FactTable(element.facts, this)),
      m_relations(new RelationTable(element.relations, this)),
      m_state(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(makeForm());
    column->addWidget(makeRows(tr("Figures"), *m_facts, "Fact"), 3);
    column->addWidget(makeRows(tr("Relations"), *m_relations, "Relation"), 2);
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    column->addWidget(m_state);
    m_accept = addButtons(*column, tr("Apply"));
    fillStages(element.statusClass);
    for (QLineEdit* line : {m_name, m_shortName, m_aliases, m_wording})
        connect(line, &QLineEdit::textChanged, this, &ElementProfileDialog::refresh);
    for (ProfileTable* table : {static_cast<ProfileTable*>(m_facts), static_cast<ProfileTable*>(m_relations)})
        connect(table, &ProfileTable::edited, this, &ElementProfileDialog::refresh);
    connect(m_stage, &QComboBox::currentIndexChanged, this, &ElementProfileDialog::refresh);
    connect(m_rank, &QSpinBox::valueChanged, this, &ElementProfileDialog::refresh);
    m_name->setFocus();
    askForTargets();
    refresh();
}

QWidget* ElementProfileDialog::makeForm() {
    auto* body = new QWidget(this);
    auto* form = new QFormLayout(body);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    m_name->setObjectName(QStringLiteral("name"));
    m_shortName->setObjectName(QStringLiteral("shortName"));
    m_shortName->setPlaceholderText(tr("On the map, where the name is too long"));
    m_aliases->setObjectName(QStringLiteral("aliases"));
    m_aliases->setPlaceholderText(tr("Parted by commas"));
    m_stage->setObjectName(QStringLiteral("stage"));
    m_wording->setObjectName(QStringLiteral("wording"));
    m_wording->setPlaceholderText(tr("The paper's words for it"));
    m_rank->setObjectName(QStringLiteral("rank"));
    m_rank->setRange(0, greatestRank);
    m_rank->setSpecialValueText(tr("none"));
    m_rank->setValue(m_before.rank);
    auto* status = new QHBoxLayout;
    status->setSpacing(8);
    status->addWidget(m_stage);
    status->addWidget(m_wording, 1);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Short name"), m_shortName);
    form->addRow(tr("Also called"), m_aliases);
    form->addRow(tr("Status"), status);
    form->addRow(tr("Rank"), m_rank);
    return body;
}

QWidget* ElementProfileDialog::makeRows(const QString& title, QWidget& table, const char* name) {
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(section(title), 1);
    auto& rows = static_cast<ProfileTable&>(table);
    const auto button = [&](const QString& label, const QString& objectName, void (ProfileTable::*does)()) {
        auto* made = new QPushButton(label, body);
        made->setObjectName(objectName + QLatin1String(name));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, &rows, does);
        head->addWidget(made);
    };
    button(tr("Add"), QStringLiteral("add"), &ProfileTable::addEmpty);
    button(tr("Take out"), QStringLiteral("remove"), &ProfileTable::removeChosen);
    column->addLayout(head);
    column->addWidget(&table, 1);
    return body;
}

void ElementProfileDialog::fillStages(const std::string& word) {
    m_stage->addItem(tr("not stated"), QString());
    const auto stages = layers::shippedStatusClasses().value_or(layers::StatusClasses());
    for (const layers::StatusClass& stage : stages.classes)
        m_stage->addItem(SchemeWords::stage(stage), text(stage.word));
    if (m_stage->findData(text(word)) < 0) m_stage->addItem(text(word), text(word));
    m_stage->setCurrentIndex(m_stage->findData(text(word)));
}

/// Elements that a relation may lead to: those of all schemes; a worker reads them.
void ElementProfileDialog::askForTargets() {
    m_targetsJob.start(
        this,
        [plan = session().snapshot()](const gis::JobControl&) -> gis::Result<std::map<std::string, QString>> {
            gis::Warnings ignored;
            std::map<std::string, QString> names;
            std::vector<layers::SchemeSource> all = layers::schemeSources(*plan, ignored);
            all.insert(all.begin(), {layers::SchemeSource::Origin::Drawn, {}, layers::drawnScheme(*plan)});
            for (const layers::SchemeElement& element : layers::mergedScheme(all).elements)
                names.emplace(element.id, text(element.name));
            return names;
        },
        [this](gis::Result<std::map<std::string, QString>> names) {
            if (names) m_relations->setTargets(std::move(*names));
        });
}

layers::ElementProfile ElementProfileDialog::profile() const {
    layers::ElementProfile profile;
    profile.name = m_name->text().trimmed().toStdString();
    profile.shortName = m_shortName->text().trimmed().toStdString();
    // Aliases that hold a mark themselves stay whole as long as nobody writes in the line.
    profile.aliases = m_aliases->text() == joined(m_before.aliases) ? m_before.aliases : parted(m_aliases->text());
    profile.statusClass = m_stage->currentData().toString().toStdString();
    profile.statusWording = m_wording->text().trimmed().toStdString();
    profile.rank = m_rank->value();
    profile.facts = m_facts->facts();
    profile.relations = m_relations->relations();
    return profile;
}

void ElementProfileDialog::refresh() {
    QString fault = m_name->text().trimmed().isEmpty() ? tr("The element needs a name.") : m_facts->fault();
    if (fault.isEmpty()) fault = m_relations->fault();
    m_state->setText(fault);
    m_state->setVisible(!fault.isEmpty());
    m_accept->setEnabled(fault.isEmpty() && !(profile() == m_before));
}

void ElementProfileDialog::accept() {
    if (!m_accept->isEnabled()) return;
    Q_EMIT told(profile());
    WorkDialog::accept();
}

}  // namespace app
