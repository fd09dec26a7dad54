// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>
#include <map>
#include <string>

#include "layers/policy/PolicyCorpus.h"
#include "layers/scheme/Scheme.h"

class QComboBox;

namespace app {

/// Which elements of a scheme are listed: of one document, one kind, one stage, with one place or one inside it, drawn or not. Only what
/// the scheme holds is offered. GUI thread.
class SchemeFilter : public QWidget {
    Q_OBJECT
public:
    explicit SchemeFilter(QWidget* parent);
    /// Offers what the scheme holds and takes everything; documents are titled as in the corpus, else in the scheme.
    void fill(const layers::Scheme& scheme, const layers::PolicyCorpus& corpus);
    enum class Drawn { Any, Yes, No, ByHand, Outdated, Impossible, Differs };
    /// `drawn` is what is known of the element: never Any.
    bool takes(const layers::SchemeElement& element, const std::vector<Drawn>& drawn) const;
    /// takes() asks what is drawn.
    bool asksForDrawn() const;
    /// What an element is found by: its names, clause, places, carriers and printed words.
    static QStringList wordsOf(const layers::SchemeElement& element);
    /// The stage in the language of the window; empty where the element has none.
    QString stageOf(const layers::SchemeElement& element) const;

Q_SIGNALS:
    void changed();

private:
    void offer(QComboBox& box, const QString& all, const std::vector<std::pair<std::string, QString>>& choices);

    layers::StatusClasses m_stages;
    std::map<std::string, std::string> m_placeCodes;  ///< of the offered places, by what they are offered as
    QComboBox* m_document;
    QComboBox* m_kind;
    QComboBox* m_stage;
    QComboBox* m_place;
    QComboBox* m_drawn;
};

}  // namespace app
