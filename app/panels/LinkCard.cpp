// SPDX-License-Identifier: Apache-2.0
#include "app/panels/LinkCard.h"

#include <QActionGroup>
#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QTimer>
#include <QToolButton>
#include <algorithm>

#include "app/panels/PlanWords.h"
#include "app/session/Session.h"
#include "layers/edit/LinkEdit.h"

namespace app {

using layers::LinkRelation;

LinkCard::LinkCard(Session& session, const layers::ClauseLink& link, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_link(link),
      m_grid(new QGridLayout(this)),
      m_details(new QLabel(details(), this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(relationButton(), 0, 0, Qt::AlignTop);
    m_grid->addWidget(clauseName(), 0, 1);
    m_grid->addWidget(removeButton(), 0, 2, Qt::AlignTop);
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setProperty("muted", true);
    m_grid->addWidget(m_details, 1, 1, 1, 2);
}

QToolButton* LinkCard::relationButton() {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("linkRelation"));
    button->setProperty("tag", true);
    button->setText(PlanWords::relation(m_link.relation));
    button->setToolTip(tr("Change the relation or the note"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(relations(button));
    return button;
}

QMenu* LinkCard::relations(QWidget* parent) {
    auto* menu = new QMenu(parent);
    auto* group = new QActionGroup(menu);
    for (const auto relation :
         {LinkRelation::Basis, LinkRelation::Constraint, LinkRelation::Implementation, LinkRelation::Mention}) {
        QAction* action = menu->addAction(PlanWords::relation(relation));
        action->setCheckable(true);
        action->setChecked(relation == m_link.relation);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, relation] { describe(relation, m_link.note); });
    }
    menu->addSeparator();
    QAction* note = menu->addAction(m_link.note.empty() ? tr("Add a note…") : tr("Change the note…"));
    note->setObjectName(QStringLiteral("linkNoteEdit"));
    connect(note, &QAction::triggered, this, &LinkCard::editNote);
    return menu;
}

QLabel* LinkCard::clauseName() {
    const auto snapshot = m_session.snapshot();
    const layers::Clause* clause = snapshot->corpus.clause(m_link.clauseId);
    const QString name =
        clause != nullptr ? text(clause->number) + u' ' + text(clause->heading) : text(m_link.clauseId);
    auto* open = new QLabel(QStringLiteral("<a href='#'>%1</a>").arg(name.toHtmlEscaped()), this);
    open->setWordWrap(true);
    connect(open, &QLabel::linkActivated, this, [this] { Q_EMIT clauseWanted(m_link.clauseId); });
    return open;
}

QToolButton* LinkCard::removeButton() {
    auto* remove = new QToolButton(this);
    remove->setObjectName(QStringLiteral("unlink"));
    remove->setText(QStringLiteral("×"));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Unlink"));
    remove->setAccessibleName(tr("Unlink"));
    connect(remove, &QToolButton::clicked, this,
            [this] { m_session.perform(layers::removeLink(*m_session.snapshot(), m_link.id)); });
    return remove;
}

QString LinkCard::details() const {
    const auto snapshot = m_session.snapshot();
    QStringList parts;
    if (const layers::Clause* clause = snapshot->corpus.clause(m_link.clauseId))
        if (const auto document = snapshot->corpus.document(clause->documentId))
            parts << text(document->number.empty() ? document->title : document->number);
    if (!m_link.anchor.empty()) parts << tr("“%1”").arg(text(m_link.anchor));
    if (!m_link.note.empty()) parts << text(m_link.note);
    const QDateTime when = QDateTime::fromString(text(m_link.when), Qt::ISODate);
    const QString date = when.isValid() ? when.toLocalTime().date().toString(Qt::ISODate) : QString();
    if (const QString by = (text(m_link.who) + u' ' + date).trimmed(); !by.isEmpty()) parts << by;
    return parts.join(QStringLiteral(" · "));
}

void LinkCard::editNote() {
    m_details->hide();
    auto* field = new QLineEdit(text(m_link.note), this);
    field->setObjectName(QStringLiteral("linkNoteField"));
    field->setPlaceholderText(tr("For colleagues (optional)"));
    m_grid->addWidget(field, 1, 1, 1, 2);
    field->setFocus();
    field->selectAll();
    connect(field, &QLineEdit::editingFinished, this, [this, field] {
        field->blockSignals(true);  // losing the focus ends editing once more
        const std::string note = field->text().trimmed().toStdString();
        field->hide();
        field->deleteLater();
        m_details->show();
        describe(m_link.relation, note);
    });
    auto* escape = new QShortcut(Qt::Key_Escape, field, nullptr, nullptr, Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, field, [field, before = field->text()] {
        field->setText(before);
        Q_EMIT field->editingFinished();
    });
}

void LinkCard::describe(LinkRelation relation, const std::string& note) {
    // Not at once: the field may have lost the focus because a change of the plan is just taking this card away.
    QTimer::singleShot(0, &m_session, [session = &m_session, id = m_link.id, relation, note] {
        const auto plan = session->snapshot();
        const auto isIt = [id](const layers::ClauseLink& link) { return link.id == id; };
        if (!plan || std::none_of(plan->links.begin(), plan->links.end(), isIt)) return;  // taken away meanwhile
        const auto change = layers::describeLink(*plan, id, relation, note);
        if (!change || !change->isEmpty()) session->perform(change);
    });
}

}  // namespace app
