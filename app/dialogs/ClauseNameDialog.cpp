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

}  // namespace

ClauseNameDialog::ClauseNameDialog(Workbench& workbench, const std::string& clauseId, const QString& words,
                                   std::size_t place)
    : WorkDialog(workbench, QStringLiteral("clauseNameDialog"),
                 words.isEmpty() ? tr("Number and heading of the clause") : tr("Begin a new clause"), QSize(460, 220)),
      m_number(new QLineEdit(this)),
      m_heading(new QLineEdit(this)) {
    const auto plan = session().snapshot();
    const layers::Clause* clause = plan->corpus.clause(clauseId);
    const auto document = clause != nullptr ? plan->corpus.document(clause->documentId) : nullptr;
    if (document) {
        m_documentId = document->id;
        m_correction.nearTo = clause->start;
        if (words.isEmpty()) {
            m_correction.kind = layers::CorrectionKind::Name;
            m_correction.words = layers::wordsOf(*document, *clause);
            m_number->setText(text(clause->number));
            m_heading->setText(text(clause->heading));
        } else {
            m_correction.kind = layers::CorrectionKind::Split;
            m_correction.words = words.toStdString();
            m_correction.nearTo = place;
            m_number->setText(numberAtStartOf(words));
        }
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto* what = new QLabel(words.isEmpty() ? text(m_correction.words) + u'…' : words, this);
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
    m_accept = addButtons(*column, words.isEmpty() ? tr("Apply") : tr("Begin a new clause"));
    m_accept->setEnabled(document != nullptr);
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
