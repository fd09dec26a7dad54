// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ElementForm.h"

#include <QCompleter>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/panels/PlanWords.h"
#include "app/theme/Icons.h"
#include "layers/policy/Gazetteer.h"
#include "layers/scheme/ElementChange.h"

namespace app {

namespace {

QLabel* wrapped(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QDoubleSpinBox* kilometres(const QString& name, QWidget* parent) {
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(name);
    box->setRange(0, 500);
    box->setDecimals(1);
    box->setSuffix(ElementForm::tr(" km"));
    return box;
}

std::optional<double> valueOf(const QDoubleSpinBox& box) {
    return box.value() > 0 && box.isEnabled() ? std::optional(box.value()) : std::nullopt;
}

}  // namespace

ElementForm::ElementForm(QWidget* parent)
    : QWidget(parent),
      m_form(new QFormLayout(this)),
      m_kind(wrapped(this)),
      m_clause(wrapped(this)),
      m_carriers(wrapped(this)),
      m_members(new QListWidget(this)),
      m_newMember(new QLineEdit(this)),
      m_remove(new QToolButton(this)),
      m_width(kilometres(QStringLiteral("width"), this)),
      m_radius(kilometres(QStringLiteral("radius"), this)) {
    if (auto kinds = layers::shippedLayoutKinds()) m_kinds = std::move(*kinds);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->addRow(tr("Kind"), m_kind);
    m_form->addRow(tr("Clause"), m_clause);
    m_form->addRow(tr("Carriers"), m_carriers);
    m_form->addRow(tr("Members"), makeMembers());
    m_form->addRow(tr("Width"), m_width);
    m_form->addRow(tr("Radius"), m_radius);
    for (QDoubleSpinBox* box : {m_width, m_radius})
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            if (!m_showing) Q_EMIT edited();
        });
}

QWidget* ElementForm::makeMembers() {
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_members->setObjectName(QStringLiteral("members"));
    m_members->setAccessibleName(tr("Members"));
    m_members->setToolTip(tr("A line runs through them in this order; drag to change it"));
    m_members->setDragDropMode(QAbstractItemView::InternalMove);
    m_members->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_members->setFixedHeight(124);
    m_newMember->setObjectName(QStringLiteral("newMember"));
    m_newMember->setPlaceholderText(tr("Add a member: name, then Enter"));
    auto* completer = new QCompleter(knownPlaces(), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_newMember->setCompleter(completer);
    m_remove->setIcon(icon(QStringLiteral("delete")));
    m_remove->setToolTip(tr("Take the chosen members out"));
    m_remove->setAccessibleName(m_remove->toolTip());
    auto* row = new QHBoxLayout;
    row->addWidget(m_newMember, 1);
    row->addWidget(m_remove);
    column->addWidget(m_members);
    column->addLayout(row);
    m_newMember->installEventFilter(this);
    connect(m_remove, &QToolButton::clicked, this, &ElementForm::removeMembers);
    connect(m_members->model(), &QAbstractItemModel::rowsMoved, this, &ElementForm::edited);
    return part;
}

QStringList ElementForm::knownPlaces() {
    QStringList names;
    const auto gazetteer = layers::shippedGazetteer();
    if (!gazetteer) return names;
    for (const layers::PlaceEntry& entry : gazetteer->entries()) {
        if (!entry.isAdministrative() || entry.adcode.empty()) continue;
        m_known.push_back({entry.name, entry.adcode, entry.level, {}, {}, true});
        names << text(entry.name);
    }
    return names;
}

void ElementForm::showPlace(const layers::SchemePlace& place) {
    auto* row = new QListWidgetItem(text(place.name), m_members);
    row->setData(Qt::UserRole, static_cast<int>(m_places.size()));
    row->setToolTip(place.adcode.empty() ? text(place.name)
                                         : QStringLiteral("%1 %2").arg(text(place.name), text(place.adcode)));
    m_places.push_back(place);
}

void ElementForm::showParameter(QDoubleSpinBox& box, const char* parameter, const std::optional<double>& own) {
    const layers::LayoutKind* kind = m_kinds.find(m_element.kind);
    const auto usual = kind != nullptr ? kind->parameters.find(parameter) : std::map<std::string, double>::iterator();
    const bool hasUsual = kind != nullptr && usual != kind->parameters.end();
    m_form->setRowVisible(&box, own || hasUsual);
    box.setEnabled(own || hasUsual);
    box.setSpecialValueText(hasUsual ? tr("as usual for the kind: %1 km").arg(usual->second) : tr("none"));
    box.setValue(own.value_or(0));
}

void ElementForm::show(const layers::SchemeElement& element, const layers::PolicyCorpus& corpus) {
    m_showing = true;
    m_element = element;
    m_kind->setText(PlanWords::elementKind(element.kind));
    const layers::Clause* clause = corpus.clause(element.clauseId);
    const auto document = clause != nullptr ? corpus.document(clause->documentId) : nullptr;
    QStringList basis;
    if (clause != nullptr) basis << text(clause->number) + u' ' + text(clause->heading);
    if (document) basis << text(document->number.empty() ? document->title : document->number);
    if (basis.isEmpty() && !element.clauseId.empty())
        basis << tr("%1 (not in the plan's documents)").arg(text(element.clauseId));
    m_clause->setText(basis.isEmpty() ? QStringLiteral("—") : basis.join(QStringLiteral(" · ")));
    QStringList carriers;
    for (const layers::SchemeCarrier& carrier : element.carriers)
        carriers << (carrier.isSupporting() ? tr("%1 (supporting)").arg(text(carrier.name)) : text(carrier.name));
    m_carriers->setText(carriers.isEmpty() ? QStringLiteral("—") : carriers.join(QStringLiteral("、")));
    m_members->clear();
    m_places.clear();
    for (const layers::SchemePlace& place : element.members) showPlace(place);
    showParameter(*m_width, "width_km", element.widthKm);
    showParameter(*m_radius, "radius_km", element.radiusKm);
    m_showing = false;
}

bool ElementForm::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_newMember && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_newMember->text().trimmed().isEmpty()) {
            addMember();
            return true;  // else it would press the dialog's main button
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ElementForm::addMember() {
    const std::string name = m_newMember->text().trimmed().toStdString();
    if (name.empty()) return;
    layers::SchemePlace place{name, {}, {}, {}, {}, true};
    for (const layers::SchemePlace& known : m_known)
        if (known.name == name) place = known;
    showPlace(place);
    m_members->scrollToBottom();
    m_newMember->clear();
    Q_EMIT edited();
}

void ElementForm::removeMembers() {
    const auto chosen = m_members->selectedItems();
    qDeleteAll(chosen);
    if (!chosen.isEmpty()) Q_EMIT edited();
}

gis::Result<layers::SchemeElement> ElementForm::element() const {
    layers::ElementWish wish;
    wish.widthKm = valueOf(*m_width);
    wish.radiusKm = valueOf(*m_radius);
    for (int i = 0; i < m_members->count(); ++i)
        wish.members.push_back(m_places[static_cast<std::size_t>(m_members->item(i)->data(Qt::UserRole).toInt())]);
    return layers::changedElement(m_element, wish);
}

}  // namespace app
