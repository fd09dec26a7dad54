// SPDX-License-Identifier: Apache-2.0
#include "app/assembly/FindingActions.h"

#include <QCoreApplication>

#include "app/assembly/DialogActions.h"
#include "app/dialogs/ApproveDialog.h"
#include "app/dialogs/ExportFindings.h"
#include "app/panels/FindingsPanel.h"
#include "app/panels/PlanWords.h"
#include "app/session/Quantities.h"
#include "app/session/Session.h"
#include "app/window/ActionRegistry.h"
#include "layers/check/FindingApprovals.h"
#include "layers/edit/ApprovalEdit.h"
#include "layers/edit/EditSeries.h"
#include "layers/report/CheckRecord.h"

#define ACTION_TEXT(text) QT_TRANSLATE_NOOP("Actions", text)

namespace app {

using namespace Qt::StringLiterals;

namespace {

QString lineOf(const layers::Finding& finding) {
    QStringList parts{text(finding.planName.empty() ? finding.planId : finding.planName),
                      PlanWords::findingClass(finding.kind), text(finding.controlLayer)};
    if (finding.areaSquareMetres)
        parts << hectaresText(*finding.areaSquareMetres);
    else if (finding.lengthMetres)
        parts << lengthText(*finding.lengthMetres);
    return parts.join(QStringLiteral(" · "));
}

// One step: the approvals, and the record of the check that they rest on.
bool approve(Workbench& bench, const std::vector<layers::Finding>& findings, const std::string& reason,
             const std::string& who) {
    Session& session = bench.session;
    const auto report = session.check().report();
    if (!report) return false;
    std::vector<layers::ApprovedFinding> approved;
    for (const layers::Finding& finding : findings)
        approved.push_back({finding.key(), layers::overlapMark(finding, report->geometryCrs), report->run.id});
    layers::EditSeries edits(session.snapshot());
    const auto approval = layers::approveOverlaps(*edits.snapshot(), approved, reason, who);
    for (const auto& done : {edits.apply(approval), edits.apply(layers::keepCheckRecord(*edits.snapshot(), *report))})
        if (!done) {
            session.messages().error(done.error());
            return false;
        }
    return session.perform(edits.change(approval->text));
}

void askToApprove(Workbench& bench, const std::vector<layers::Finding>& findings) {
    if (findings.empty()) return;
    ApprovalQuestion question;
    for (const layers::Finding& finding : findings) question.findings << lineOf(finding);
    for (const layers::Approval& approval : bench.session.snapshot()->approvals)
        if (approval.findingKey == findings.front().key()) question.reason = text(approval.reason);
    question.note = QCoreApplication::translate(
        "Actions",
        "The reason is kept in the project and printed in the report. It holds as long as the overlap stays the same, "
        "and can be withdrawn.");
    // An approval holds for a place, which the pieces tell: they are cut while the reason is written.
    bench.session.check().withPieces(&bench.window, findings, [](const auto&) {});
    question.approve = [&bench, findings](const std::string& reason, const std::string& who) {
        const auto done = std::make_shared<bool>(true);
        bench.session.check().withPieces(&bench.window, findings, [&bench, reason, who, done](const auto& cut) {
            *done = approve(bench, cut, reason, who);
        });
        return *done;
    };
    (new ApproveDialog(bench, std::move(question)))->open();
}

void withdraw(Workbench& bench, const FindingsPanel& findings) {
    std::vector<std::string> keys;
    for (const layers::Finding& finding : findings.chosenApproved()) keys.push_back(finding.key());
    if (!keys.empty()) bench.session.perform(layers::withdrawApprovals(*bench.session.snapshot(), keys));
}

void keepRecord(Workbench& bench) {
    const auto report = bench.session.check().report();
    if (!report) return;
    if (bench.session.perform(layers::keepCheckRecord(*bench.session.snapshot(), *report)))
        bench.session.messages().information(
            QCoreApplication::translate("Actions", "The project now holds the record of check %1.")
                .arg(QString::fromStdString(report->run.id)));
}

}  // namespace

void addFindingActions(Workbench& bench, FindingsPanel& findings) {
    bench.actions.add({u"check.approve"_s,
                       ACTION_TEXT("&Approve…"),
                       u"approve"_s,
                       {},
                       MenuId::Check,
                       [&bench, &findings] { askToApprove(bench, findings.chosen()); },
                       [&findings] { return !findings.chosen().empty(); },
                       {},
                       "accept finding reason",
                       true});
    bench.actions.add({u"check.withdraw"_s,
                       ACTION_TEXT("&Withdraw the approval"),
                       u"undo"_s,
                       {},
                       MenuId::Check,
                       [&bench, &findings] { withdraw(bench, findings); },
                       [&findings] { return !findings.chosenApproved().empty(); },
                       {},
                       "revoke finding"});
    bench.actions.add({u"check.sheet"_s,
                       ACTION_TEXT("&Make a sheet of it…"),
                       u"sheet"_s,
                       {},
                       MenuId::Check,
                       [&bench, &findings] {
                           if (const auto chosen = findings.chosen(); chosen.size() == 1)
                               bench.session.check().withPieces(
                                   &findings, chosen, [&bench](const auto& cut) { openNewSheet(bench, cut.front()); });
                       },
                       [&findings] { return findings.chosen().size() == 1; },
                       {},
                       "finding print map"});
    bench.actions.add({u"check.export"_s,
                       ACTION_TEXT("&Export the findings…"),
                       u"export"_s,
                       {},
                       MenuId::Check,
                       [&bench] { askToExportFindings(bench); },
                       [&bench] { return bench.session.check().report() != nullptr; },
                       {},
                       "xlsx csv html report table"});
    bench.actions.add({u"check.keep"_s,
                       ACTION_TEXT("&Keep the record of this check in the project"),
                       u"info"_s,
                       {},
                       MenuId::Check,
                       [&bench] { keepRecord(bench); },
                       [&bench] { return bench.session.check().report() != nullptr; },
                       {},
                       "run id hash inputs provenance"});
    bench.actions.add({u"check.copy"_s,
                       ACTION_TEXT("&Copy the findings as a table"),
                       u"copy"_s,
                       {},
                       MenuId::Check,
                       [&findings] { findings.copyRows(); },
                       [&bench] { return bench.session.check().report() != nullptr; },
                       {},
                       "clipboard word excel wps"});
    QObject::connect(&findings, &FindingsPanel::choiceChanged, &bench.actions, &ActionRegistry::refresh);
}

}  // namespace app
