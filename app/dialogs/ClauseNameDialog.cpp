// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ClauseNameDialog.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "app/panels/PlanWords.h"
#include "app/session/Session.h"
#include "layers/edit/ClauseEdit.h"

namespace app {

namespace {

/// What the words begin with if it looks like a printed number: (三) 3. 第三条 ①.
QString numberAtStartOf(const QString& words) {
    static const QRegularExpression number(
        QStringLiteral("^\\s*([(（][^()（）]{1,6}[)）]|第[^\\s。，]{1,8}?[条章节款项编篇]|\\d+(?:\\.\\d+)*|[①-⑳]|"
                       "[一二三四五六七八九十百]{1,4}(?=、))"));
    return number.match(words).captured(1);
}

layers::ClauseCorrection correctionOf(const layers::ProjectSnapshot& plan, const std::string& clauseId,
                                      const QString& words, std::size_t place) {
    using Kind = layers::CorrectionKind;
    const layers::Clause* clause = plan.corpus.clause(clauseId);
    const auto document = clause != nullptr ? plan.corpus.document(clause->documentId) : nullptr;
    if (!document) return {};
    if (words.isEmpty())
        return {Kind::Name, layers::wordsOf(*document, *clause), clause->start, clause->number, clause->heading};
    return {Kind::Split, words.toStdString(), place, numberAtStartOf(words).toStdString(), {}};
}

std::string documentOf(const layers::ProjectSnapshot& plan, const std::string& clauseId) {
    const layers::Clause* clause = plan.corpus.clause(clauseId);
    return clause != nullptr ? clause->documentId : std::string();
}

}  // namespace

ClauseNameDialog::ClauseNameDialog(Workbench& workbench, const std::string& clauseId, const QString& words,
                                   std::size_t place)
    : ClauseNameDialog(workbench, documentOf(*workbench.session.snapshot(), clauseId),
                       correctionOf(*workbench.session.snapshot(), clauseId, words, place)) {}

ClauseNameDialog* ClauseNameDialog::forText(Workbench& workbench, const std::string& documentId, const QString& words,
                                            std::size_t place) {
    return new ClauseNameDialog(
        workbench, documentId,
        layers::ClauseCorrection{
            layers::CorrectionKind::Split, words.toStdString(), place, numberAtStartOf(words).toStdString(), {}});
}

ClauseNameDialog::ClauseNameDialog(Workbench& workbench, const std::string& documentId,
                                   const layers::ClauseCorrection& correction)
    : WorkDialog(workbench, QStringLiteral("clauseNameDialog"),
                 correction.kind == layers::CorrectionKind::Name ? tr("Number and heading of the clause")
                                                                 : tr("Begin a new clause"),
                 QSize(460, 220)),
      m_documentId(documentId),
      m_correction(correction),
      m_number(new QLineEdit(this)),
      m_heading(new QLineEdit(this)) {
    const bool names = correction.kind == layers::CorrectionKind::Name;
    m_number->setText(text(correction.number));
    m_heading->setText(text(correction.heading));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto* what = new QLabel(text(m_correction.words).simplified() + (names ? QStringLiteral("…") : QString()), this);
    what->setWordWrap(true);
    what->setTextFormat(Qt::PlainText);
    column->addWidget(what);
    m_number->setObjectName(QStringLiteral("number"));
    m_number->setPlaceholderText(tr("As printed; may stay empty"));
    m_heading->setObjectName(QStringLiteral("heading"));
    m_heading->setPlaceholderText(tr("May stay empty"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->addRow(tr("Number"), m_number);
    form->addRow(tr("Heading"), m_heading);
    column->addLayout(form);
    column->addStretch(1);
    column->addWidget(note(tr("Kept with the project and made again when the document is imported anew.")));
    m_accept = addButtons(*column, names ? tr("Apply") : tr("Begin a new clause"));
    m_accept->setEnabled(!m_documentId.empty());
    m_number->setFocus();
}

void ClauseNameDialog::accept() {
    m_correction.number = m_number->text().trimmed().toStdString();
    m_correction.heading = m_heading->text().trimmed().toStdString();
    m_accept->setEnabled(false);
    const auto find = [id = m_documentId, correction = m_correction](const layers::ProjectSnapshot& plan) {
        return layers::correctClauses(plan, id, correction);
    };
    session().performLater(find, [self = QPointer(this)](bool made) {
        if (!self) return;
        if (made) return self->WorkDialog::accept();
        self->m_accept->setEnabled(true);
    });
}

}  // namespace app
