// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextBrowser>
#include <memory>

#include "app/session/Selection.h"
#include "layers/audit/Audit.h"

namespace app {

/// Shows a clause: its words with places, carriers, figures, dates and responsible bodies marked, where it comes from, and
/// what is linked to it. Places are links. GUI thread.
class ClauseReader : public QTextBrowser {
    Q_OBJECT
public:
    explicit ClauseReader(QWidget* parent = nullptr);

    /// What marks the words; without it nothing is marked.
    void setKnowledge(std::shared_ptr<const layers::AuditKnowledge> knowledge);
    /// Null: says what to do. `clause` null: the document itself.
    void show(const layers::SnapshotPtr& plan, const layers::PolicyDocument* document, const layers::Clause* clause);
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

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QString headOf(const layers::PolicyDocument& document, const layers::Clause* clause) const;
    QString bodyOf(const layers::Clause& clause) const;
    QString markedText(const std::string& text) const;
    void put(const QString& html);

    std::shared_ptr<const layers::AuditKnowledge> m_knowledge;
    QString m_lead;
    QString m_shown;
    int m_bodyStart = 0;  ///< where the clause's own words begin in what is shown
    bool m_hasClause = false;
};

}  // namespace app
