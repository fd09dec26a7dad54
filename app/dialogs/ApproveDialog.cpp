// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ApproveDialog.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include "app/panels/PlanWords.h"
#include "app/session/Quantities.h"
#include "app/session/Session.h"
#include "layers/check/FindingApprovals.h"
#include "layers/edit/ApprovalEdit.h"
#include "layers/edit/EditSeries.h"
#include "layers/report/CheckRecord.h"

namespace app {

namespace {

const QString reviewerKey = QStringLiteral("reviewer");

}  // namespace

ApproveDialog::ApproveDialog(Workbench& workbench, std::vector<layers::Finding> findings)
    : WorkDialog(workbench, QStringLiteral("approveDialog"), tr("Approve findings"), QSize(480, 360)),
      m_findings(std::move(findings)),
      m_reason(new QPlainTextEdit(this)),
      m_who(new QLineEdit(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto* what = new QLabel(lines().join(u'\n'), this);
    what->setObjectName(QStringLiteral("findings"));
    what->setWordWrap(true);
    what->setTextFormat(Qt::PlainText);
    column->addWidget(what);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setPlaceholderText(tr("Why it may stay: the approval it rests on, its number and date"));
    m_reason->setTabChangesFocus(true);
    m_who->setObjectName(QStringLiteral("who"));
    m_who->setPlaceholderText(tr("Name or office (optional)"));
    m_who->setText(QSettings().value(reviewerKey).toString());
    for (const layers::Approval& approval : session().snapshot()->approvals)
        if (approval.findingKey == m_findings.front().key()) m_reason->setPlainText(text(approval.reason));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(tr("Reason"), m_reason);
    form->addRow(tr("Reviewer"), m_who);
    column->addLayout(form, 1);
    column->addWidget(
        note(tr("The reason is kept in the project and printed in the report. It holds as long as the overlap stays "
                "the same, and can be withdrawn.")));
    auto* approve = addButtons(*column, tr("Approve"));
    const auto update = [this, approve] { approve->setEnabled(!m_reason->toPlainText().trimmed().isEmpty()); };
    connect(m_reason, &QPlainTextEdit::textChanged, this, update);
    update();
    m_reason->setFocus();
}

QStringList ApproveDialog::lines() const {
    constexpr std::size_t mostLines = 4;
    QStringList lines;
    for (const layers::Finding& finding : m_findings) {
        if (static_cast<std::size_t>(lines.size()) == mostLines) {
            lines << tr("and %1 more").arg(m_findings.size() - mostLines);
            break;
        }
        QStringList parts{text(finding.planName.empty() ? finding.planId : finding.planName),
                          PlanWords::findingClass(finding.kind), text(finding.controlLayer)};
        if (finding.areaSquareMetres)
            parts << hectaresText(*finding.areaSquareMetres);
        else if (finding.lengthMetres)
            parts << lengthText(*finding.lengthMetres);
        lines << parts.join(QStringLiteral(" · "));
    }
    return lines;
}

void ApproveDialog::accept() {
    const QString reason = m_reason->toPlainText().trimmed();
    if (reason.isEmpty()) return;
    const auto report = session().check().report();
    if (!report) return;
    std::vector<layers::ApprovedFinding> approved;
    for (const layers::Finding& finding : m_findings)
        approved.push_back({finding.key(), layers::overlapMark(finding, report->geometryCrs), report->run.id});
    const QString who = m_who->text().trimmed();
    QSettings().setValue(reviewerKey, who);
    // One step: the approvals, and the record of the check that they rest on.
    layers::EditSeries edits(session().snapshot());
    const auto approval = layers::approveOverlaps(*edits.snapshot(), approved, reason.toStdString(), who.toStdString());
    if (const auto done = edits.apply(approval); !done) return session().messages().error(done.error());
    if (const auto kept = edits.apply(layers::keepCheckRecord(*edits.snapshot(), *report)); !kept)
        return session().messages().error(kept.error());
    if (!session().perform(edits.change(approval->text))) return;
    WorkDialog::accept();
}

}  // namespace app
