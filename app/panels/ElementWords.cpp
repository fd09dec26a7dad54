// SPDX-License-Identifier: Apache-2.0
#include "app/panels/ElementWords.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/panels/PlanWords.h"
#include "app/session/Session.h"
#include "layers/links/LinkWeights.h"

namespace app {

namespace {

constexpr int quiet = 250;        ///< ms of rest before the words are read
constexpr int longestQuote = 80;  ///< characters
constexpr int longestWords = 2000;
constexpr int linesShown = 5;     ///< for new words
constexpr int fewLinesShown = 2;  ///< beside an element that has its members already

std::vector<layers::PlaceEntry> unitsOf(const layers::Gazetteer& gazetteer) {
    std::vector<layers::PlaceEntry> units;
    for (const layers::PlaceEntry& entry : gazetteer.entries())
        if (entry.isAdministrative() && !entry.adcode.empty()) units.push_back(entry);
    return units;
}

QString wordsOf(const layers::Clause& clause) {
    QStringList lines{text(clause.number) + text(clause.heading)};
    if (!clause.text.empty()) {
        lines << text(clause.text);
    } else {
        QStringList places;
        for (const std::string& place : clause.places) places << text(place);
        lines << places.join(QStringLiteral("、"));
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

}  // namespace

ElementWords::ElementWords(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_workbench(workbench),
      m_words(new QPlainTextEdit(this)),
      m_origin(new QLabel(this)),
      m_take(new QPushButton(tr("From the picked clause"), this)) {
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setAccessibleName(tr("Words of the clause"));
    m_words->setPlaceholderText(
        tr("Paste or type what the paper says. Places, rivers, railways and roads in it are proposed below."));
    m_words->setTabChangesFocus(true);
    showLines(linesShown);
    m_origin->setObjectName(QStringLiteral("origin"));
    m_origin->setWordWrap(true);
    m_origin->setProperty("muted", true);
    m_origin->setTextFormat(Qt::PlainText);
    m_take->setObjectName(QStringLiteral("takeClause"));
    m_take->setAutoDefault(false);
    m_take->setToolTip(tr("Takes the words of the clause that is picked under Documents and clauses"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_words);
    auto* row = new QHBoxLayout;
    row->addWidget(m_origin, 1);
    row->addWidget(m_take, 0, Qt::AlignTop);
    column->addLayout(row);
    m_later.setSingleShot(true);
    m_later.setInterval(quiet);
    connect(&m_later, &QTimer::timeout, this, &ElementWords::read);
    connect(m_words, &QPlainTextEdit::textChanged, this, [this] { m_later.start(); });
    connect(m_take, &QPushButton::clicked, this, &ElementWords::takeSelectedClause);
    connect(&m_workbench.session.selection(), &Selection::clauseChanged, this, &ElementWords::updateButton);
    updateButton();
}

void ElementWords::showLines(int lines) { m_words->setFixedHeight(fontMetrics().lineSpacing() * lines + 20); }

void ElementWords::updateButton() { m_take->setEnabled(!m_workbench.session.selection().clause().empty()); }

void ElementWords::takeSelectedClause() { setClause(m_workbench.session.selection().clause()); }

void ElementWords::clear() {
    const QSignalBlocker silent(m_words);
    m_words->clear();
    showLines(linesShown);
    m_makesLink = true;
    m_later.stop();
    m_job.cancel();
    m_draft = {};
    m_clauseId.clear();
    m_taken.clear();
    m_origin->clear();
    updateButton();
    if (m_places.empty() && m_workbench.session.hasProject()) read();  // the names for typing
}

void ElementWords::setClause(const std::string& clauseId) {
    const auto plan = m_workbench.session.snapshot();
    const layers::Clause* clause = plan ? plan->corpus.clause(clauseId) : nullptr;
    if (clause == nullptr) return;
    m_taken = clauseId;
    m_takenWords = wordsOf(*clause);
    const QSignalBlocker silent(m_words);
    m_words->setPlainText(m_takenWords);
    read();
}

void ElementWords::showOrigin(const std::string& clauseId, const QString& words) {
    clear();
    showLines(fewLinesShown);
    m_makesLink = false;
    m_clauseId = clauseId;
    const QSignalBlocker silent(m_words);
    m_words->setPlainText(words);
    showClause(tr("From %1 %2 · %3"),
               clauseId.empty() ? QString() : tr("From the clause %1, which is not in the plan.").arg(text(clauseId)));
}

void ElementWords::read() {
    const auto plan = m_workbench.session.snapshot();
    if (!plan) return;
    const QString words = m_words->toPlainText().trimmed();
    const std::string known = words == m_takenWords.trimmed() ? m_taken : std::string();
    m_job.start(
        this,
        [plan, names = m_names, words = words.toStdString(), known,
         routes = m_routes](const gis::JobControl&) -> gis::Result<Answer> {
            TUCE_TRY(gazetteer, names->of(*plan));
            TUCE_TRY(weights, layers::shippedLinkWeights());
            TUCE_TRY(draftWords, layers::shippedDraftWords());
            Answer answer;
            answer.routes = routes;
            layers::DraftKnowledge knowledge{gazetteer, {}, weights.kindWords, draftWords};
            if (routes.empty()) {
                TUCE_TRY(geography, layers::shippedGeography());
                answer.routes = geography.withNames(gazetteer).routes;
            }
            knowledge.geography.routes = answer.routes;
            answer.draft = layers::elementDraft(words, knowledge);
            answer.places = unitsOf(gazetteer);
            const layers::Clause* clause = known.empty() ? layers::clauseWith(plan->corpus, words) : nullptr;
            answer.clauseId = clause != nullptr ? clause->id : known;
            return answer;
        },
        [this](gis::Result<Answer> answer) {
            if (!answer) {
                if (answer.error().code != gis::ErrorCode::Canceled)
                    m_workbench.session.messages().error(answer.error());
                return;
            }
            m_places = std::move(answer->places);
            m_routes = std::move(answer->routes);
            Q_EMIT placesKnown();
            if (m_words->toPlainText().trimmed().isEmpty() && m_draft.members.empty() && m_draft.carriers.empty())
                return;
            m_draft = std::move(answer->draft);
            if (m_makesLink) {
                m_clauseId = answer->clauseId;
                showClause(tr("Will be linked to %1 %2 · %3"),
                           m_words->toPlainText().trimmed().isEmpty()
                               ? QString()
                               : tr("These words stand in no clause of the plan: nothing will be linked."));
            } else {
                m_origin->setText(tr("Read for more places and carriers; the links stay as they are."));
            }
            Q_EMIT drafted();
        });
}

void ElementWords::showClause(const QString& shown, const QString& none) {
    const auto plan = m_workbench.session.snapshot();
    const layers::Clause* clause = plan ? plan->corpus.clause(m_clauseId) : nullptr;
    if (clause == nullptr) return m_origin->setText(none);
    const auto document = plan->corpus.document(clause->documentId);
    m_origin->setText(
        shown.arg(text(clause->number), text(clause->heading), document ? text(document->title) : QString()));
}

bool ElementWords::hasWords() const { return !m_words->toPlainText().trimmed().isEmpty(); }

void ElementWords::takeFocus() { m_words->setFocus(); }

std::string ElementWords::quote() const {
    const auto plan = m_workbench.session.snapshot();
    const layers::Clause* clause = plan ? plan->corpus.clause(m_clauseId) : nullptr;
    const QString words = m_words->toPlainText().trimmed();
    if (clause == nullptr) return words.left(longestWords).toStdString();  // nowhere else are they kept
    if (clause->text.empty()) return {};
    return words.size() <= longestQuote ? words.toStdString() : m_draft.name;
}

}  // namespace app
