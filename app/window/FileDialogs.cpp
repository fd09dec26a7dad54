// SPDX-License-Identifier: Apache-2.0
#include "app/window/FileDialogs.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

#include "app/session/LastFolder.h"
#include "app/session/Session.h"

namespace app {

namespace {

const QString suffix = QStringLiteral("tuce");

}  // namespace

FileDialogs::FileDialogs(Session& session, QWidget& window) : m_session(session), m_window(window) {}

void FileDialogs::open() {
    const QString path = QFileDialog::getOpenFileName(&m_window, tr("Open a project"), lastFolder(),
                                                      tr("Tuce projects (*.tuce *.gpkg)"));
    if (path.isEmpty()) return;
    rememberFolder(path);
    m_session.open(path);
}

void FileDialogs::save(std::function<void(bool)> done) {
    if (m_session.isDraft())
        saveAs(std::move(done));
    else
        m_session.save([this, done = std::move(done)](bool saved) {
            if (!saved && m_session.isChangedElsewhere()) return askAboutOtherChange(done);
            if (done) done(saved);
        });
}

void FileDialogs::askAboutOtherChange(std::function<void(bool)> done) {
    auto* question = new QMessageBox(&m_window);
    question->setObjectName(QStringLiteral("changedElsewhereQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setText(tr("Another program has changed “%1” since it was opened").arg(m_session.title()));
    question->setInformativeText(tr(
        "Nothing was written yet. Keep my version replaces what the other program wrote. Reading the file again drops "
        "my changes since the last save. Save as keeps both."));
    const QPushButton* other = question->addButton(tr("Save as…"), QMessageBox::AcceptRole);
    const QPushButton* mine = question->addButton(tr("Keep my version"), QMessageBox::DestructiveRole);
    const QPushButton* reload = question->addButton(tr("Read again"), QMessageBox::DestructiveRole);
    QPushButton* cancel = question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    question->setEscapeButton(cancel);
    connect(question, &QMessageBox::buttonClicked, this,
            [this, other, mine, reload, done = std::move(done)](const QAbstractButton* chosen) {
                if (chosen == other) return saveAs(done);
                if (chosen == mine) return m_session.overwrite(done);
                if (chosen == reload) m_session.reload();
                if (done) done(false);
            });
    question->open();
}

void FileDialogs::saveAs(std::function<void(bool)> done) {
    QFileDialog dialog(&m_window, tr("Save the project as"), lastFolder(), tr("Tuce projects (*.tuce *.gpkg)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(m_session.title() + u'.' + suffix);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        if (done) done(false);
        return;
    }
    const QString path = dialog.selectedFiles().first();
    rememberFolder(path);
    // The dialog asked already whether an existing file may be replaced.
    m_session.saveAs(path, gis::Overwrite::Yes, std::move(done));
}

void FileDialogs::afterSaving(std::function<void()> next) {
    if (!m_session.isModified()) return next();
    auto* question = new QMessageBox(&m_window);
    question->setObjectName(QStringLiteral("saveQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::NoIcon);
    question->setText(tr("Save the changes to “%1”?").arg(m_session.title()));
    question->setInformativeText(tr("Without saving, the changes since the last save are lost."));
    const QPushButton* keep = question->addButton(tr("Save"), QMessageBox::AcceptRole);
    const QPushButton* drop = question->addButton(tr("Do not save"), QMessageBox::DestructiveRole);
    question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, keep, drop, next](const QAbstractButton* chosen) {
        if (chosen == drop) next();
        if (chosen == keep)
            save([next](bool saved) {
                if (saved) next();
            });
    });
    question->open();
}

void FileDialogs::offerRecovery(const RecoveryOffer& offer) {
    auto* question = new QMessageBox(&m_window);
    question->setObjectName(QStringLiteral("recoveryQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setText(tr("“%1” has changes that were not saved").arg(offer.title));
    question->setInformativeText(
        tr("The program ended without saving, last changed %1. Restore the changes, or open the project as it was last "
           "saved?")
            .arg(QLocale().toString(offer.changedAt, QLocale::ShortFormat)));
    const QPushButton* restore = question->addButton(tr("Restore"), QMessageBox::AcceptRole);
    const QPushButton* saved = question->addButton(tr("Open as last saved"), QMessageBox::DestructiveRole);
    question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, restore, saved, offer](const QAbstractButton* chosen) {
        if (chosen == restore) m_session.recover(offer.path);
        if (chosen == saved) m_session.openWithoutRecovery(offer.path);
    });
    question->open();
}

QString FileDialogs::projectIn(const QMimeData& data) {
    for (const QUrl& url : data.urls())
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).suffix() == suffix) return url.toLocalFile();
    return {};
}

}  // namespace app
