// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dialogs/WorkDialog.h"
#include "layers/check/RedLineCheck.h"

class QLineEdit;
class QPlainTextEdit;

namespace app {

/// 认可: a reviewer's word on findings, with a reason that is kept in the project and goes into the report. One undo
/// step for all of them. GUI thread.
class ApproveDialog : public WorkDialog {
    Q_OBJECT
public:
    ApproveDialog(Workbench& workbench, std::vector<layers::Finding> findings);
    void accept() override;

private:
    QStringList lines() const;
    std::vector<layers::Finding> m_findings;
    QPlainTextEdit* m_reason;
    QLineEdit* m_who;
};

}  // namespace app
