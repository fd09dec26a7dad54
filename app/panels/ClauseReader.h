// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextBrowser>
#include <memory>

#include "app/session/Selection.h"
#include "layers/audit/Audit.h"
#include "layers/policy/TextOutside.h"

namespace app {

/// Shows a clause: its words with places, carriers, figures, dates and responsible bodies marked, where it comes from, and
/// what is linked to it. Places are links. Words of the text that stand in no clause are greyed, behind the clause that
/// they follow and all together for the document, and can be taken in. GUI thread.
class ClauseReader : public QTextBrowser {
    Q_OBJECT
public:
    explicit ClauseReader(QWidget* parent = nullptr);

    /// What marks the words; without it nothing is marked.
    void setKnowledge(std::shared_ptr<const layers::AuditKnowledge> knowledge);
    /// Null: says what to do. `clause` null: the document itself.
    void show(const layers::SnapshotPtr& plan, const layers::PolicyDocument* document, const layers::Clause* clause);
    /// From the next show() on: whether what stands in no clause is shown, to be taken in.
    void setShowsOutside(bool shows) { m_showsOutside = shows; }
    /// HTML that stands before the clause from the next show() on; every text in it escaped.
    void setLead(const QString& html) { m_lead = html; }
    /// The chosen words of the clause, without line ends; empty if none are chosen.
    QString chosenWords() const;
    /// Where they begin in the clause's text, about, in characters.
    std::size_t chosenPlace() const;

Q_SIGNALS:
    /// A place or carrier of the text was clicked.
    void placeWanted(const std::string& name);
    /// A feature that is linked to the clause was clicked.
    void featureWanted(const app::FeatureSet& feature);
    /// The chosen words are to be linked to the selected features.
    void linkWanted(const QString& words);
    /// A new clause begins with the chosen words.
    void splitWanted(const QString& words);
    /// Words that stand in no clause belong to the one before them; `place` in code points of the document.
    void takenIn(const QString& words, std::size_t place);
    /// They are a clause of their own.
    void begunAsClause(const QString& words, std::size_t place);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QString headOf(const layers::PolicyDocument& document, const layers::Clause* clause) const;
    QString bodyOf(const layers::Clause& clause) const;
    /// One of the stretches in no clause, with what can be done about it.
    QString stretchOf(const layers::PolicyDocument& document, std::size_t number) const;
    QString outsideOf(const layers::PolicyDocument& document, const layers::Clause* clause) const;
    /// A document from its first to its last word; those that are long are read clause by clause.
    QString wholeText(const layers::PolicyDocument& document) const;
    void follow(const QUrl& link);
    QString markedText(const std::string& text) const;
    void put(const QString& html);

    std::shared_ptr<const layers::AuditKnowledge> m_knowledge;
    std::shared_ptr<const layers::PolicyDocument> m_document;  ///< whose stretches outside are known
    std::vector<layers::OutsideText> m_outside;
    QString m_lead;
    QString m_shown;
    int m_bodyStart = 0;  ///< where the clause's own words begin in what is shown
    bool m_hasClause = false;
    bool m_showsOutside = false;
};

}  // namespace app
