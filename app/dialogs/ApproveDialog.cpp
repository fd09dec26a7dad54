// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ApproveDialog.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace app {

namespace {

const QString reviewerKey = QStringLiteral("reviewer");

}  // namespace

ApproveDialog::ApproveDialog(Workbench& workbench, ApprovalQuestion question)
    : WorkDialog(workbench, QStringLiteral("approveDialog"), tr("Approve findings"), QSize(480, 360)),
      m_question(std::move(question)),
      m_reason(new QPlainTextEdit(this)),
      m_who(new QLineEdit(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto* what = new QLabel(head(), this);
    what->setObjectName(QStringLiteral("findings"));
    what->setWordWrap(true);
    what->setTextFormat(Qt::PlainText);
    column->addWidget(what);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setPlaceholderText(tr("Why it may stay: the approval it rests on, its number and date"));
    m_reason->setTabChangesFocus(true);
    m_reason->setPlainText(m_question.reason);
    m_who->setObjectName(QStringLiteral("who"));
    m_who->setPlaceholderText(tr("Name or office (optional)"));
    m_who->setText(QSettings().value(reviewerKey).toString());
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(tr("Reason"), m_reason);
    form->addRow(tr("Reviewer"), m_who);
    column->addLayout(form, 1);
    column->addWidget(note(m_question.note));
    auto* approve = addButtons(*column, tr("Approve"));
    const auto update = [this, approve] { approve->setEnabled(!m_reason->toPlainText().trimmed().isEmpty()); };
    connect(m_reason, &QPlainTextEdit::textChanged, this, update);
    update();
    m_reason->setFocus();
}

QString ApproveDialog::head() const {
    constexpr qsizetype mostLines = 4;
    QStringList lines = m_question.findings.first(std::min(mostLines, m_question.findings.size()));
    if (m_question.findings.size() > mostLines) lines << tr("and %1 more").arg(m_question.findings.size() - mostLines);
    return lines.join(u'\n');
}

void ApproveDialog::accept() {
    const QString reason = m_reason->toPlainText().trimmed();
    if (reason.isEmpty()) return;
    const QString who = m_who->text().trimmed();
    QSettings().setValue(reviewerKey, who);
    if (m_question.approve(reason.toStdString(), who.toStdString())) WorkDialog::accept();
}

}  // namespace app
