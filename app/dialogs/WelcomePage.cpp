// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/WelcomePage.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "app/dialogs/ProjectCard.h"
#include "app/session/Session.h"
#include "app/theme/Icons.h"
#include "app/window/ActionRegistry.h"

namespace app {

namespace {

constexpr int pageWidth = 880;
constexpr int gap = 16;

QLabel* label(const QString& text, const char* property, QWidget* parent) {
    auto* made = new QLabel(text, parent);
    made->setProperty(property, true);
    made->setWordWrap(true);
    return made;
}

void removeAll(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

}  // namespace

WelcomePage::WelcomePage(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_offers(new QVBoxLayout), m_recent(new QGridLayout) {
    setObjectName(QStringLiteral("welcomePage"));
    auto* page = new QWidget;
    page->setMaximumWidth(pageWidth);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(24, 48, 24, 24);
    column->setSpacing(gap);
    column->addWidget(makeStart());
    m_offers->setSpacing(8);
    column->addLayout(m_offers);
    m_recentTitle = label(tr("Recent projects"), "section", page);
    column->addWidget(m_recentTitle);
    m_recent->setSpacing(gap);
    column->addLayout(m_recent);
    column->addSpacing(gap);
    column->addWidget(makeNews());
    column->addStretch(1);
    auto* middle = new QWidget;
    auto* row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(page, 100);
    row->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(middle);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    connect(&m_workbench.session, &Session::projectChanged, this, &WelcomePage::refresh);
    connect(&m_workbench.session.recent(), &RecentProjects::changed, this, &WelcomePage::refresh);
    refresh();
}

QWidget* WelcomePage::makeStart() {
    auto* start = new QWidget(this);
    auto* column = new QVBoxLayout(start);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(label(tr("Welcome to Tuce"), "heading", start));
    column->addWidget(label(tr("Draw a spatial layout, see at once which red lines it crosses and by how much, and "
                               "which clauses it rests on."),
                            "muted", start));
    column->addSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const auto button = [&](const QString& text, const QString& iconName, const QString& action, bool primary) {
        auto* made = new QPushButton(text, start);
        if (!primary) made->setIcon(icon(iconName));
        made->setProperty("primary", primary);
        made->setObjectName(QStringLiteral("welcome.") + action);
        made->setMinimumHeight(36);
        connect(made, &QPushButton::clicked, this, [this, action] { m_workbench.actions.trigger(action); });
        row->addWidget(made);
    };
    button(tr("Open the sample"), QStringLiteral("sample"), QStringLiteral("file.sample"), true);
    button(tr("New project"), QStringLiteral("new"), QStringLiteral("file.new"), false);
    button(tr("Open a project…"), QStringLiteral("open"), QStringLiteral("file.open"), false);
    row->addStretch(1);
    column->addLayout(row);
    return start;
}

QWidget* WelcomePage::makeNews() {
    auto* news = new QWidget(this);
    auto* column = new QVBoxLayout(news);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(label(tr("What is new"), "section", news));
    for (const QString& line :
         {tr("Conflicts follow while you draw and drag: hectares, mu and share, per control line."),
          tr("Import your own text of a policy document and link features to its clauses."),
          tr("Make map sheets with a live preview and write them as PDF, SVG or PNG.")})
        column->addWidget(label(QStringLiteral("·  ") + line, "muted", news));
    return news;
}

QWidget* WelcomePage::offerCard(const RecoveryOffer& offer) {
    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("recoveryCard"));
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(16, 10, 12, 10);
    row->setSpacing(8);
    const QString name = offer.title.isEmpty() ? tr("A project without a name") : offer.title;
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(label(tr("%1 has changes that were not saved").arg(name), "section", card));
    words->addWidget(
        label(tr("Last changed %1").arg(QLocale().toString(offer.changedAt, QLocale::ShortFormat)), "muted", card));
    auto* restore = new QPushButton(tr("Restore"), card);
    restore->setObjectName(QStringLiteral("restore"));
    restore->setProperty("primary", true);
    auto* discard = new QPushButton(tr("Discard"), card);
    discard->setObjectName(QStringLiteral("discard"));
    row->addLayout(words, 1);
    row->addWidget(restore);
    row->addWidget(discard);
    connect(restore, &QPushButton::clicked, this, [this, offer] { m_workbench.session.recover(offer.path); });
    connect(discard, &QPushButton::clicked, this, [this, offer] { askToDiscard(offer); });
    return card;
}

void WelcomePage::askToDiscard(const RecoveryOffer& offer) {
    auto* question = new QMessageBox(&m_workbench.window);
    question->setObjectName(QStringLiteral("discardQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setText(tr("Discard the changes that were not saved?"));
    question->setInformativeText(tr("This cannot be undone."));
    const QPushButton* discard = question->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, discard, offer](const QAbstractButton* chosen) {
        if (chosen != discard) return;
        m_workbench.session.discardOffer(offer);
        refresh();
    });
    question->open();
}

void WelcomePage::refresh() {
    if (m_workbench.session.hasProject()) return;  // not seen; looked for again when the project is closed
    fillOffers();
    fillRecent();
}

void WelcomePage::fillOffers() {
    removeAll(*m_offers);
    for (const RecoveryOffer& offer : m_workbench.session.recoveryOffers()) m_offers->addWidget(offerCard(offer));
}

QWidget* WelcomePage::recentCard(const RecentProject& project) {
    auto* card = new ProjectCard(project, this);
    RecentProjects& recent = m_workbench.session.recent();
    connect(card, &QAbstractButton::clicked, this, [this, path = project.path] { m_workbench.session.open(path); });
    connect(card, &ProjectCard::pinWanted, this,
            [&recent, project] { recent.setPinned(project.path, !project.pinned); });
    connect(card, &ProjectCard::removalWanted, this, [&recent, project] { recent.remove(project.path); });
    return card;
}

void WelcomePage::fillRecent() {
    removeAll(*m_recent);
    m_cards.clear();
    for (const RecentProject& project : m_workbench.session.recent().list()) m_cards.push_back(recentCard(project));
    m_recentTitle->setVisible(!m_cards.empty());
    m_columns = 0;
    placeCards();
}

void WelcomePage::placeCards() {
    const int width = std::min(this->width(), pageWidth) - 48;
    const int columns = std::clamp((width + gap) / (ProjectCard::wide + gap), 1, 4);
    if (columns == m_columns) return;
    m_columns = columns;
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        m_recent->addWidget(m_cards[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns,
                            Qt::AlignLeft | Qt::AlignTop);
    for (int column = 0; column <= 4; ++column) m_recent->setColumnStretch(column, column == columns ? 1 : 0);
}

void WelcomePage::resizeEvent(QResizeEvent* event) {
    placeCards();
    QWidget::resizeEvent(event);
}

}  // namespace app
