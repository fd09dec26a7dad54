// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>

#include "app/window/Workbench.h"
#include "layers/job/Job.h"
#include "layers/project/ProjectGazetteer.h"
#include "layers/scheme/ElementDraft.h"
#include "layers/scheme/Geography.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace app {

/// The words that an element is made of: typed, pasted, or those of the clause that is picked; which clause of the plan
/// they stand in; and what they name, found by a worker with the plan's own gazetteer. GUI thread.
class ElementWords : public QWidget {
    Q_OBJECT
public:
    ElementWords(Workbench& workbench, QWidget* parent);

    void clear();
    /// Takes over the words of a clause; where no text was imported its heading and the places that it mentions.
    void setClause(const std::string& clauseId);
    /// Shows where an element is from that is in the making already; its words are not read again.
    void showOrigin(const std::string& clauseId, const QString& words);

    bool hasWords() const;
    void takeFocus();
    /// The clause that the words stand in; empty if there is none.
    const std::string& clauseId() const { return m_clauseId; }
    /// What a link is to rest on: the words if they are few, else the name in them; empty without a text.
    std::string quote() const;
    const layers::ElementDraft& draft() const { return m_draft; }
    /// Units that may be members, for typing; once they are known.
    const std::vector<layers::PlaceEntry>& places() const { return m_places; }
    /// Rivers, railways and roads that are known by name; once they are known.
    const std::vector<layers::KnownRoute>& routes() const { return m_routes; }

Q_SIGNALS:
    /// draft(), clauseId() are those of other words.
    void drafted();
    void placesKnown();

private:
    struct Answer {
        layers::ElementDraft draft;
        std::string clauseId;
        std::vector<layers::PlaceEntry> places;
        std::vector<layers::KnownRoute> routes;
    };
    void takeSelectedClause();
    void read();
    /// `clause` has places for number, heading and document.
    void showClause(const QString& clause, const QString& none);
    void updateButton();
    void showLines(int lines);

    Workbench& m_workbench;
    QPlainTextEdit* m_words;
    QLabel* m_origin;
    QPushButton* m_take;
    QTimer m_later;
    layers::LatestJob m_job;
    std::shared_ptr<layers::GazetteerCache> m_names = std::make_shared<layers::GazetteerCache>();
    layers::ElementDraft m_draft;
    std::vector<layers::PlaceEntry> m_places;
    std::vector<layers::KnownRoute> m_routes;
    std::string m_clauseId;
    bool m_makesLink = true;  ///< else the words only bring more places, for an element that is in the making already
    std::string m_taken;      ///< the clause whose words were taken over as they are
    QString m_takenWords;
};

}  // namespace app
