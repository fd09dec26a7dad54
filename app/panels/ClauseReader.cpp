// SPDX-License-Identifier: Apache-2.0
#include "app/panels/ClauseReader.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QTextDocument>
#include <QUrl>

#include "app/panels/PlanWords.h"
#include "app/theme/Theme.h"
#include "layers/document/CodePoints.h"
#include "layers/policy/DocumentImport.h"
#include "layers/policy/TextMarks.h"

namespace app {

namespace {

/// More is shown without marks: a whole document as one clause must not hold the window up.
constexpr std::size_t mostMarkedBytes = 100'000;
constexpr std::size_t mostShownBytes = 400'000;
constexpr std::size_t mostOutsideBytes = 20'000;
constexpr std::size_t mostStretches = 40;

QString escaped(const std::string& utf8) { return text(utf8).toHtmlEscaped(); }

QString spanOf(const layers::TextMark& mark, const QString& words) {
    const ThemeColours& colours = Theme::current();
    switch (mark.kind) {
        case layers::TextMarkKind::Place:
        case layers::TextMarkKind::Carrier:
            return QStringLiteral("<a href='place:%1' style='color:%3'>%2</a>")
                .arg(QString::fromLatin1(QUrl::toPercentEncoding(text(mark.name))), words,
                     (mark.kind == layers::TextMarkKind::Place ? colours.accent : colours.good).name());
        case layers::TextMarkKind::Figure:
            return QStringLiteral("<span style='background-color:%2'>%1</span>").arg(words, colours.warningSoft.name());
        case layers::TextMarkKind::Date:
            return QStringLiteral("<span style='background-color:%2'>%1</span>").arg(words, colours.accentSoft.name());
        case layers::TextMarkKind::Body:
            return QStringLiteral("<span style='background-color:%2'>%1</span>").arg(words, colours.goodSoft.name());
    }
    return words;
}

}  // namespace

ClauseReader::ClauseReader(QWidget* parent) : QTextBrowser(parent) {
    setOpenLinks(false);
    setObjectName(QStringLiteral("clauseReader"));
    setAccessibleName(tr("Text of the clause"));
    connect(this, &QTextBrowser::anchorClicked, this, &ClauseReader::follow);
}

void ClauseReader::follow(const QUrl& link) {
    if (link.scheme() == QStringLiteral("feature")) {
        const QStringList ids = link.path().split(u'/');
        Q_EMIT featureWanted(
            {gis::LayerId{ids.value(0).toLongLong()}, {static_cast<gis::FeatureId>(ids.value(1).toLongLong())}});
    }
    if (link.scheme() == QStringLiteral("place")) Q_EMIT placeWanted(link.path(QUrl::FullyDecoded).toStdString());
    const auto stretch = link.path().toULongLong();
    if (link.scheme() == QStringLiteral("take") && stretch < m_outside.size())
        Q_EMIT takenIn(text(layers::anchorOf(*m_document, m_outside[stretch])), m_outside[stretch].start);
    if (link.scheme() == QStringLiteral("clause") && stretch < m_outside.size())
        Q_EMIT begunAsClause(text(layers::anchorOf(*m_document, m_outside[stretch])), m_outside[stretch].start);
}

void ClauseReader::setKnowledge(std::shared_ptr<const layers::AuditKnowledge> knowledge) {
    m_knowledge = std::move(knowledge);
}

QString ClauseReader::markedText(const std::string& words) const {
    if (words.size() > mostShownBytes)
        return escaped(layers::toUtf8(layers::toCodePoints(words.substr(0, mostShownBytes)))) +
               QStringLiteral(" … <i>%1</i>").arg(tr("The clause goes on; search finds all of it.").toHtmlEscaped());
    if (!m_knowledge || words.size() > mostMarkedBytes) return escaped(words);
    const std::u32string points = layers::toCodePoints(words);
    const auto part = [&points](std::size_t start, std::size_t end) {
        return escaped(layers::toUtf8(std::u32string_view(points).substr(start, end - start)));
    };
    QString html;
    std::size_t at = 0;
    for (const layers::TextMark& mark : layers::marksIn(words, m_knowledge->gazetteer, m_knowledge->figures)) {
        html += part(at, mark.start) + spanOf(mark, part(mark.start, mark.end));
        at = mark.end;
    }
    return html + part(at, points.size());
}

QString ClauseReader::headOf(const layers::PolicyDocument& document, const layers::Clause* clause) const {
    const QString title =
        clause != nullptr ? (text(clause->number) + u' ' + text(clause->heading)).trimmed() : text(document.title);
    QStringList origin{escaped(document.number.empty() ? document.title : document.number)};
    for (const std::string& date : document.dates) origin << escaped(date);
    return QStringLiteral("<p><b>%1</b></p><p style='color:%3'>%2</p>")
        .arg(title.toHtmlEscaped(), origin.join(QStringLiteral(" · ")), Theme::current().muted.name());
}

QString ClauseReader::bodyOf(const layers::Clause& clause) const {
    QString html;
    if (!clause.text.empty()) {
        html = QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(markedText(clause.text));
    } else if (!clause.summary.empty()) {
        html = QStringLiteral("<p>%1</p><p style='color:%3'><i>%2</i></p>")
                   .arg(markedText(clause.summary),
                        tr("A summary of ours. Import the document to read its own words.").toHtmlEscaped(),
                        Theme::current().muted.name());
    }
    QStringList places;
    const bool isMarked = m_knowledge && !clause.text.empty() && clause.text.size() <= mostMarkedBytes;
    for (const std::string& place : isMarked ? m_knowledge->gazetteer.placeNames(clause.text) : clause.places)
        places << QStringLiteral("<a href='place:%1' style='color:%3'>%2</a>")
                      .arg(QString::fromLatin1(QUrl::toPercentEncoding(text(place))), escaped(place),
                           Theme::current().accent.name());
    if (!places.isEmpty()) html += QStringLiteral("<p>%1 %2</p>").arg(tr("Places:"), places.join(QStringLiteral("、")));
    for (const std::string& warning : clause.warnings)
        html += QStringLiteral("<p style='color:%2'>%1</p>")
                    .arg(escaped(gis::translated(layers::clauseNotice(warning))), Theme::current().warning.name());
    return html;
}

QString ClauseReader::stretchOf(const layers::PolicyDocument& document, std::size_t number) const {
    const layers::OutsideText& stretch = m_outside[number];
    const QString grey = Theme::current().muted.name();
    const std::string words = layers::wordsOf(document, stretch);
    QString shown = escaped(layers::toUtf8(layers::toCodePoints(words.substr(0, mostOutsideBytes))));
    if (words.size() > mostOutsideBytes) shown += QStringLiteral(" …");
    const QString place = stretch.before.empty() ? tr("Line %1, %2 characters before the first clause:")
                                                 : tr("Line %1, %2 characters in no clause:");
    const auto action = [number](const char* scheme, const QString& title) {
        return QStringLiteral(" <a href='%1:%2' style='color:%4'>%3</a>")
            .arg(QLatin1String(scheme))
            .arg(number)
            .arg(title.toHtmlEscaped(), Theme::current().accent.name());
    };
    QString html = QStringLiteral("<p style='color:%1'>%2")
                       .arg(grey, place.arg(stretch.line).arg(stretch.length()).toHtmlEscaped());
    if (!stretch.before.empty()) html += action("take", tr("Take into the clause before")) + QStringLiteral(" ·");
    html += action("clause", tr("Make a clause of it…")) + QStringLiteral("</p>");
    return html + QStringLiteral("<p style='white-space:pre-wrap;color:%1'>%2</p>").arg(grey, shown);
}

QString ClauseReader::outsideOf(const layers::PolicyDocument& document, const layers::Clause* clause) const {
    QString html;
    std::size_t shown = 0;
    for (std::size_t i = 0; i < m_outside.size(); ++i) {
        if (clause != nullptr && m_outside[i].before != clause->id) continue;
        if (++shown > mostStretches)
            return html + QStringLiteral("<p>%1</p>")
                              .arg(tr("%1 stretches in no clause; the others stand behind their clauses.")
                                       .arg(m_outside.size())
                                       .toHtmlEscaped());
        html += stretchOf(document, i);
    }
    return html;
}

QString ClauseReader::wholeText(const layers::PolicyDocument& document) const {
    QString html;
    std::size_t at = 0;
    const auto clauses = [&](std::size_t end) {
        if (end > at)
            html += QStringLiteral("<p style='white-space:pre-wrap'>%1</p>")
                        .arg(markedText(document.text.substr(at, end - at)));
    };
    for (std::size_t i = 0; i < m_outside.size(); ++i) {
        clauses(m_outside[i].firstByte);
        html += stretchOf(document, i);
        at = m_outside[i].endByte;
    }
    clauses(document.text.size());
    return html;
}

void ClauseReader::show(const layers::SnapshotPtr& plan, const layers::PolicyDocument* document,
                        const layers::Clause* clause) {
    m_hasClause = clause != nullptr;
    const auto held = m_showsOutside && document != nullptr ? plan->corpus.document(document->id) : nullptr;
    if (held != m_document) {
        m_document = held;
        m_outside = held ? layers::textOutside(*held) : std::vector<layers::OutsideText>();
    }
    if (document == nullptr && !m_lead.isEmpty()) return put(m_lead);
    if (document == nullptr)
        return put(
            QStringLiteral("<p>%1</p>").arg(tr("Pick a clause to read it and to see its features.").toHtmlEscaped()));
    QString html = m_lead + headOf(*document, clause);
    m_bodyStart = 0;
    if (clause != nullptr) {
        QTextDocument before;
        before.setHtml(html);
        m_bodyStart = before.characterCount();
    }
    if (clause != nullptr) {
        html += bodyOf(*clause);
        QStringList features;
        for (const layers::ClauseLink& link : plan->linksTo(clause->id)) {
            const auto layer = plan->layer(link.layer);
            const gis::Feature* feature = layer ? layer->table.find(link.feature) : nullptr;
            if (feature == nullptr) continue;
            const QString name = text(layer->featureName(*feature));
            QString line =
                QStringLiteral("<a href='feature:%1/%2' style='color:%4'>%3</a>")
                    .arg(gis::number(link.layer))
                    .arg(static_cast<qlonglong>(link.feature))
                    .arg((name.isEmpty() ? text(layer->name) : name).toHtmlEscaped(), Theme::current().accent.name());
            line += QStringLiteral(" · ") + PlanWords::relation(link.relation).toHtmlEscaped();
            if (!link.anchor.empty()) line += QStringLiteral(" · “%1”").arg(escaped(link.anchor));
            features << line;
        }
        if (!features.isEmpty())
            html += QStringLiteral("<p>%1<br/>%2</p>")
                        .arg(tr("Features:").toHtmlEscaped(), features.join(QStringLiteral("<br/>")));
    }
    const bool isReadWhole = m_showsOutside && clause == nullptr && document->text.size() <= mostMarkedBytes;
    put(html + (isReadWhole ? wholeText(*document) : outsideOf(*document, clause)));
}

// The same again would lose what is chosen and where one was reading.
void ClauseReader::put(const QString& html) {
    if (html == m_shown) return;
    m_shown = html;
    setHtml(html);
}

std::size_t ClauseReader::chosenPlace() const {
    const int start = textCursor().selectionStart();
    return start > m_bodyStart ? static_cast<std::size_t>(start - m_bodyStart) : 0;
}

QString ClauseReader::chosenWords() const {
    QString words = textCursor().selectedText();
    words.replace(QChar::ParagraphSeparator, u' ');
    words.replace(QChar::LineSeparator, u' ');
    return words.trimmed();
}

void ClauseReader::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString words = chosenWords();
    auto* link = new QAction(tr("Link the selected features to these words…"), menu);
    link->setEnabled(m_hasClause && !words.isEmpty());
    connect(link, &QAction::triggered, this, [this, words] { Q_EMIT linkWanted(words); });
    auto* split = new QAction(tr("Begin a new clause with these words…"), menu);
    split->setEnabled((m_hasClause || m_document) && !words.isEmpty());
    connect(split, &QAction::triggered, this, [this, words] { Q_EMIT splitWanted(words); });
    menu->insertActions(menu->actions().value(0), {link, split});
    menu->insertSeparator(menu->actions().value(2));
    menu->popup(event->globalPos());
}

}  // namespace app
