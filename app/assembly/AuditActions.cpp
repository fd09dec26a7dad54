// SPDX-License-Identifier: Apache-2.0
#include "app/assembly/AuditActions.h"

#include <QCoreApplication>

#include "app/dialogs/ApproveDialog.h"
#include "app/dialogs/ExportFindings.h"
#include "app/panels/AuditPanel.h"
#include "app/panels/PlanWords.h"
#include "app/session/Session.h"
#include "app/window/ActionRegistry.h"
#include "app/window/PanelRegistry.h"
#include "layers/edit/ApprovalEdit.h"

#define ACTION_TEXT(text) QT_TRANSLATE_NOOP("Actions", text)

namespace app {

using namespace Qt::StringLiterals;

namespace {

std::vector<std::string> keysOf(const std::vector<layers::AuditFinding>& findings) {
    std::vector<std::string> keys;
    for (const layers::AuditFinding& finding : findings) keys.push_back(finding.key);
    return keys;
}

void askToApprove(Workbench& bench, const std::vector<layers::AuditFinding>& findings) {
    if (findings.empty()) return;
    ApprovalQuestion question;
    for (const layers::AuditFinding& finding : findings) question.findings << text(gis::translated(finding.text));
    for (const layers::Approval& approval : bench.session.snapshot()->approvals)
        if (approval.findingKey == findings.front().key) question.reason = text(approval.reason);
    question.note = QCoreApplication::translate(
        "Actions",
        "The reason is kept in the project and printed in the report. It holds for this very disagreement, and can be "
        "withdrawn.");
    question.approve = [&bench, findings](const std::string& reason, const std::string& who) {
        return bench.session.perform(layers::approveFindings(*bench.session.snapshot(), keysOf(findings), reason, who));
    };
    (new ApproveDialog(bench, std::move(question)))->open();
}

}  // namespace

void addAuditActions(Workbench& bench, AuditPanel& panel) {
    bench.actions.add({u"audit.show"_s,
                       ACTION_TEXT("Compare map and &text"),
                       u"audit"_s,
                       {},
                       MenuId::Check,
                       [&bench] { bench.panels.show(u"audit"_s); },
                       [&bench] { return bench.session.hasProject(); },
                       {},
                       "audit clauses features disagree consistency",
                       true});
    bench.actions.add({u"audit.approve"_s,
                       ACTION_TEXT("Approve the d&isagreement…"),
                       u"approve"_s,
                       {},
                       MenuId::Check,
                       [&bench, &panel] { askToApprove(bench, panel.chosen()); },
                       [&panel] { return !panel.chosen().empty(); },
                       {},
                       "audit accept reason"});
    bench.actions.add({u"audit.withdraw"_s,
                       ACTION_TEXT("Withdraw the approval of the disagreement"),
                       u"undo"_s,
                       {},
                       MenuId::Check,
                       [&bench, &panel] {
                           bench.session.perform(
                               layers::withdrawApprovals(*bench.session.snapshot(), keysOf(panel.chosenApproved())));
                       },
                       [&panel] { return !panel.chosenApproved().empty(); },
                       {},
                       "audit revoke"});
    bench.actions.add({u"audit.export"_s,
                       ACTION_TEXT("Export map and text…"),
                       u"export"_s,
                       {},
                       MenuId::Check,
                       [&bench] { askToExportAudit(bench); },
                       [&bench] { return bench.session.audit().report() != nullptr; },
                       {},
                       "audit xlsx csv html coverage matrix documents layers"});
    bench.actions.add({u"audit.copy"_s,
                       ACTION_TEXT("Copy the disagreements as a table"),
                       u"copy"_s,
                       {},
                       MenuId::Check,
                       [&panel] { panel.copyRows(); },
                       [&bench] { return bench.session.audit().report() != nullptr; },
                       {},
                       "audit clipboard word excel wps"});
    QObject::connect(&panel, &AuditPanel::choiceChanged, &bench.actions, &ActionRegistry::refresh);
}

}  // namespace app
