// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ExportFindings.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

#include "app/dialogs/WorkDialog.h"
#include "app/session/LastFolder.h"
#include "app/session/Session.h"
#include "layers/check/FindingPieces.h"
#include "layers/report/AuditDocument.h"
#include "layers/report/CheckOutputs.h"
#include "layers/report/ProjectReport.h"

namespace app {

namespace {

QString words(const char* source) { return QCoreApplication::translate("ExportFindings", source); }

/// Asks for a file with one of the endings; the first is the usual one.
void askForFile(Workbench& workbench, const QString& title, const QStringList& filters,
                void (*then)(Workbench&, const QString&)) {
    auto* dialog = new QFileDialog(&workbench.window, title, lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    const auto endingOf = [](const QString& filter) { return filter.section(QStringLiteral("*."), 1).chopped(1); };
    dialog->setDefaultSuffix(endingOf(filters.first()));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                     [dialog, endingOf](const QString& filter) { dialog->setDefaultSuffix(endingOf(filter)); });
    QObject::connect(dialog, &QFileDialog::fileSelected, &workbench.window,
                     [&workbench, then](const QString& path) { then(workbench, path); });
    dialog->open();
}

/// Writes as a job and says so.
template <class Work>
void write(Session& session, const QString& path, Work work) {
    rememberFolder(path);
    session.jobs().run(&session, words(QT_TRANSLATE_NOOP("ExportFindings", "Exporting the findings")), std::move(work),
                       [&session, path](const gis::Result<void>& outcome) {
                           if (!outcome) return session.messages().error(outcome.error());
                           session.messages().post(MessageLevel::Information,
                                                   words(QT_TRANSLATE_NOOP("ExportFindings", "Wrote %1")).arg(path),
                                                   words(QT_TRANSLATE_NOOP("ExportFindings", "Open")),
                                                   [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
                       });
}

}  // namespace

void askToExportFindings(Workbench& workbench) {
    const QStringList filters{words(QT_TRANSLATE_NOOP("ExportFindings", "Excel workbook (*.xlsx)")),
                              words(QT_TRANSLATE_NOOP("ExportFindings", "Report to read and print (*.html)")),
                              words(QT_TRANSLATE_NOOP("ExportFindings", "Text table (*.csv)")),
                              words(QT_TRANSLATE_NOOP("ExportFindings", "GeoPackage with the pieces (*.gpkg)")),
                              words(QT_TRANSLATE_NOOP("ExportFindings", "JSON (*.json)"))};
    askForFile(workbench, words(QT_TRANSLATE_NOOP("ExportFindings", "Export the findings")), filters, exportFindings);
}

void exportFindings(Workbench& workbench, const QString& path) {
    Session& session = workbench.session;
    const auto report = session.check().report();
    // Approvals given since the check belong into the report as long as it holds.
    const auto snapshot = session.check().isOutdated() ? session.check().checkedSnapshot() : session.snapshot();
    if (!report || !snapshot) return;
    // Control layers of an older plan are not for others to share.
    const auto ready =
        session.check().isOutdated() ? std::make_shared<layers::PreparedControls>() : session.readyControls();
    write(session, path,
          [made = session.check().made(), ready, snapshot, path](const gis::JobControl& control) -> gis::Result<void> {
              const std::vector<std::string> paths{path.toStdString()};
              const QString ending = QFileInfo(path).suffix().toLower();
              if (ending == QLatin1String("csv"))
                  return layers::writeCheckOutputs(*made->report, paths, gis::Overwrite::Yes, control);
              const bool isRead = ending == QLatin1String("html") || ending == QLatin1String("xlsx");
              TUCE_TRY(whole, isRead ? layers::withPiecesToRead(made->input, *made->report, *ready, control)
                                     : layers::withAllPieces(made->input, *made->report, *ready, control));
              return ending == QLatin1String("html")
                         ? layers::writeProjectReport(*snapshot, whole, paths, gis::Overwrite::Yes, control)
                         : layers::writeCheckOutputs(whole, paths, gis::Overwrite::Yes, control);
          });
}

void askToExportAudit(Workbench& workbench) {
    const QStringList filters{words(QT_TRANSLATE_NOOP("ExportFindings", "Excel workbook (*.xlsx)")),
                              words(QT_TRANSLATE_NOOP("ExportFindings", "Report to read and print (*.html)")),
                              words(QT_TRANSLATE_NOOP("ExportFindings", "Text table (*.csv)")),
                              words(QT_TRANSLATE_NOOP("ExportFindings", "JSON (*.json)"))};
    askForFile(workbench, words(QT_TRANSLATE_NOOP("ExportFindings", "Export map and text")), filters, exportAudit);
}

void exportAudit(Workbench& workbench, const QString& path) {
    Session& session = workbench.session;
    const auto report = session.audit().report();
    const auto plan = session.audit().audited();
    if (!report || !plan) return;
    write(session, path, [report, plan, path, project = session.path().toStdString()](const gis::JobControl& control) {
        return layers::writeAudit(*plan, *report, project, {path.toStdString()}, gis::Overwrite::Yes, control);
    });
}

}  // namespace app
