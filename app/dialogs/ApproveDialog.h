// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "app/dialogs/WorkDialog.h"

class QLineEdit;
class QPlainTextEdit;

namespace app {

/// What a reviewer is asked to approve.
struct ApprovalQuestion {
    QStringList findings;  ///< one line each, for the dialog's head
    QString reason;        ///< given before; may be empty
    QString note;          ///< how long the approval holds
    /// Takes the reviewer's word up; false leaves the dialog open.
    std::function<bool(const std::string& reason, const std::string& who)> approve;
};

/// 认可: a reviewer's word on findings, with a reason that is kept in the project and goes into the report. One undo
/// step for all of them. GUI thread.
class ApproveDialog : public WorkDialog {
    Q_OBJECT
public:
    ApproveDialog(Workbench& workbench, ApprovalQuestion question);
    void accept() override;

private:
    QString head() const;
    ApprovalQuestion m_question;
    QPlainTextEdit* m_reason;
    QLineEdit* m_who;
};

}  // namespace app
