// SPDX-License-Identifier: Apache-2.0
// How the element editor is laid out and wired.
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/panels/ElementEditor.h"
#include "app/panels/ElementParts.h"
#include "app/panels/ElementWords.h"
#include "app/panels/PanelBody.h"
#include "app/panels/ProposalList.h"
#include "app/session/Session.h"

namespace app {

namespace {

QLabel* wrapped(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel* section(const QString& title, QWidget* parent) {
    auto* label = new QLabel(title, parent);
    label->setProperty("section", true);
    return label;
}

/// Shows no more digits than the number has.
class KilometreBox : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override { return QString::number(value, 'g', 7); }
};

QDoubleSpinBox* kilometres(const QString& name, QWidget* parent) {
    auto* box = new KilometreBox(parent);
    box->setObjectName(name);
    box->setRange(0, 1000);  // as scheme files may say
    box->setDecimals(3);
    box->setSuffix(ElementEditor::tr(" km"));
    return box;
}

}  // namespace

ElementEditor::ElementEditor(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_preview(workbench, this) {
    setObjectName(QStringLiteral("elementEditor"));
    if (auto kinds = layers::shippedLayoutKinds()) m_kinds = std::move(*kinds);
    if (auto stages = layers::shippedStatusClasses()) m_stages = std::move(*stages);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addWidget(makeHead());
    column->addWidget(makeHandStrip());
    column->addWidget(makeForm());
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* whole = new QWidget(this);
    auto* rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(scroll, 1);
    rows->addWidget(makeFoot());
    m_body = new PanelBody(whole, this);
    m_body->emptyState().setTexts(
        tr("Make an element of the words of a paper, or double-click one in the register. To change one that is drawn, "
           "select it and choose Edit element."),
        tr("New element"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_body);
    connectParts();
    m_body->showEmpty(true);
}

QWidget* ElementEditor::makeHead() {
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_heading = wrapped(head);
    m_heading->setObjectName(QStringLiteral("heading"));
    m_heading->setProperty("heading", true);
    m_about = wrapped(head);
    m_about->setProperty("muted", true);
    column->addWidget(m_heading);
    column->addWidget(m_about);
    return head;
}

QWidget* ElementEditor::makeHandStrip() {
    m_hand = new QWidget(this);
    m_hand->setObjectName(QStringLiteral("handEdited"));
    m_hand->setProperty("warningStrip", true);
    m_hand->setAttribute(Qt::WA_StyledBackground);
    auto* rows = new QVBoxLayout(m_hand);
    rows->setContentsMargins(12, 8, 12, 8);
    auto* words = wrapped(m_hand);
    words->setText(tr(
        "A part of this element was changed by hand after it was built, or was built by an older version that did not "
        "note it. Rebuilding replaces its shapes; what was made by hand is kept beside and can be taken back."));
    m_replace = new QCheckBox(tr("Replace the shape made by hand"), m_hand);
    m_replace->setObjectName(QStringLiteral("replace"));
    rows->addWidget(words);
    rows->addWidget(m_replace);
    m_hand->hide();
    return m_hand;
}

QWidget* ElementEditor::makeForm() {
    m_editable = new QWidget(this);
    auto* column = new QVBoxLayout(m_editable);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_kind = new QComboBox(m_editable);
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_name = new QLineEdit(m_editable);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setClearButtonEnabled(true);
    m_width = kilometres(QStringLiteral("width"), m_editable);
    m_radius = kilometres(QStringLiteral("radius"), m_editable);
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    m_form->addRow(tr("Kind"), m_kind);
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(tr("Width"), m_width);
    m_form->addRow(tr("Radius"), m_radius);
    m_words = new ElementWords(m_workbench, m_editable);
    m_known = new ProposalList(m_workbench.session, ProposalList::Shows::Elements, m_editable);
    m_known->setObjectName(QStringLiteral("knownElements"));
    m_carriers = new ElementParts(ElementParts::Shows::Carriers, m_editable);
    m_members = new ElementParts(ElementParts::Shows::Members, m_editable);
    column->addLayout(m_form);
    auto* profile = new QPushButton(tr("Status, figures, relations…"), m_editable);
    profile->setObjectName(QStringLiteral("profile"));
    profile->setAutoDefault(false);
    auto* profileRow = new QHBoxLayout;
    profileRow->addWidget(profile);
    profileRow->addStretch(1);
    column->addLayout(profileRow);
    connect(profile, &QPushButton::clicked, this, &ElementEditor::askForProfile);
    column->addWidget(section(tr("What the paper says"), m_editable));
    column->addWidget(m_words);
    column->addWidget(m_known);
    column->addWidget(section(tr("Carriers"), m_editable));
    column->addWidget(m_carriers);
    column->addWidget(section(tr("Members"), m_editable));
    column->addWidget(m_members);
    return m_editable;
}

QWidget* ElementEditor::makeFoot() {
    auto* foot = new QWidget(this);
    foot->setObjectName(QStringLiteral("foot"));
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(12, 6, 12, 10);
    column->setSpacing(6);
    m_outcome = wrapped(foot);
    m_outcome->setObjectName(QStringLiteral("outcome"));
    m_warnings = wrapped(foot);
    m_warnings->setObjectName(QStringLiteral("warnings"));
    m_warnings->setProperty("muted", true);
    m_layer = new QComboBox(foot);
    m_layer->setObjectName(QStringLiteral("layer"));
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_layerLabel = new QLabel(tr("Into layer"), foot);
    m_layerLabel->setBuddy(m_layer);
    auto* into = new QHBoxLayout;
    into->setSpacing(8);
    into->addWidget(m_layerLabel);
    into->addWidget(m_layer, 1);
    auto* cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setObjectName(QStringLiteral("cancel"));
    m_accept = new QPushButton(foot);
    m_accept->setObjectName(QStringLiteral("accept"));
    m_accept->setProperty("primary", true);
    m_accept->setToolTip(tr("Ctrl+Enter"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    column->addWidget(m_outcome);
    column->addWidget(m_warnings);
    column->addLayout(into);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &ElementEditor::stop);
    connect(m_accept, &QPushButton::clicked, this, &ElementEditor::accept);
    return foot;
}

void ElementEditor::connectParts() {
    connect(&m_body->emptyState(), &EmptyState::wanted, this, [this] { beginNew(); });
    connect(&m_preview, &ElementPreview::changed, this, &ElementEditor::showOutcome);
    connect(m_replace, &QCheckBox::toggled, this, &ElementEditor::showOutcome);
    connect(m_kind, &QComboBox::activated, this, &ElementEditor::kindChosen);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (m_mode == Mode::New) refresh();
    });
    connect(m_words, &ElementWords::drafted, this, &ElementEditor::takeDraft);
    connect(m_words, &ElementWords::placesKnown, this, &ElementEditor::fillSuggestions);
    connect(m_known, &ProposalList::taken, this, &ElementEditor::takeKnown);
    connect(m_known, &ProposalList::sideWanted, this,
            [this](const layers::LinkProposal& proposal) { takeKnown(proposal.subject.elementId); });
    for (ElementParts* parts : {m_members, m_carriers})
        connect(parts, &ElementParts::edited, this, [this] { m_isTouched = m_isTouched || !m_filling; });
    connect(m_members, &ElementParts::edited, this, &ElementEditor::refresh);
    connect(m_members, &ElementParts::entered, this, &ElementEditor::memberEntered);
    connect(m_carriers, &ElementParts::edited, this, &ElementEditor::refresh);
    connect(m_carriers, &ElementParts::entered, this, &ElementEditor::carrierEntered);
    auto* pick = m_carriers->addButton(QStringLiteral("pick"), tr("Choose a line on the map"));
    connect(pick, &QToolButton::clicked, this, &ElementEditor::pickCarrier);
    for (QDoubleSpinBox* box : {m_width, m_radius})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ElementEditor::refresh);
    connect(m_layer, &QComboBox::activated, this, &ElementEditor::refresh);
    Session& session = m_workbench.session;
    connect(&session, &Session::planChanged, this, &ElementEditor::planChanged);
    connect(&session, &Session::projectChanged, this, [this] {
        stop();
        m_words->clear();
    });
}

}  // namespace app
