// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dialogs/WorkDialog.h"
#include "layers/policy/ClauseCorrection.h"

class QLineEdit;

namespace app {

/// Number and heading of a clause that begins where the parser saw none, or that it named wrongly. One undo step; kept
/// for the text when it is imported again. GUI thread.
class ClauseNameDialog : public WorkDialog {
    Q_OBJECT
public:
    /// A split: `words` are the first ones of the new clause within `clauseId`, about `place` (code points of the
    /// document). Without words: names `clauseId` anew.
    ClauseNameDialog(Workbench& workbench, const std::string& clauseId, const QString& words = {},
                     std::size_t place = 0);
    /// A clause from words of a document that stand in none, about `place`.
    static ClauseNameDialog* forText(Workbench& workbench, const std::string& documentId, const QString& words,
                                     std::size_t place);
    void accept() override;

private:
    ClauseNameDialog(Workbench& workbench, const std::string& documentId, const layers::ClauseCorrection& correction);

    std::string m_documentId;
    layers::ClauseCorrection m_correction;
    QLineEdit* m_number;
    QLineEdit* m_heading;
    QPushButton* m_accept = nullptr;
};

}  // namespace app
