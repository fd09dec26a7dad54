// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ExportFindings.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

#include "app/dialogs/WorkDialog.h"
#include "app/session/Session.h"
#include "layers/report/CheckOutputs.h"
#include "layers/report/ProjectReport.h"

namespace app {

namespace {

QString words(const char* source) { return QCoreApplication::translate("ExportFindings", source); }

}  // namespace

void askToExportFindings(Workbench& workbench) {
    const QStringList filters{words(QT_TRANSLATE_NOOP("ExportFindings", "Excel workbook (*.xlsx)")),
                              words(QT_TRANSLATE_NOOP("ExportFindings", "Report to read and print (*.html)")),
                              words(QT_TRANSLATE_NOOP("ExportFindings", "Text table (*.csv)")),
                              words(QT_TRANSLATE_NOOP("ExportFindings", "GeoPackage with the pieces (*.gpkg)")),
                              words(QT_TRANSLATE_NOOP("ExportFindings", "JSON (*.json)"))};
    auto* dialog = new QFileDialog(&workbench.window, words(QT_TRANSLATE_NOOP("ExportFindings", "Export the findings")),
                                   lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(QStringLiteral("xlsx"));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1));
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, &workbench.window,
                     [&workbench](const QString& path) { exportFindings(workbench, path); });
    dialog->open();
}

void exportFindings(Workbench& workbench, const QString& path) {
    Session& session = workbench.session;
    const auto report = session.check().report();
    // Approvals given since the check belong into the report as long as it holds.
    const auto snapshot = session.check().isOutdated() ? session.check().checkedSnapshot() : session.snapshot();
    if (!report || !snapshot) return;
    rememberFolder(path);
    session.jobs().run(
        &session, words(QT_TRANSLATE_NOOP("ExportFindings", "Exporting the findings")),
        [report, snapshot, path](const gis::JobControl& control) {
            const std::vector<std::string> paths{path.toStdString()};
            return QFileInfo(path).suffix().toLower() == QLatin1String("html")
                       ? layers::writeProjectReport(*snapshot, *report, paths, gis::Overwrite::Yes, control)
                       : layers::writeCheckOutputs(*report, paths, gis::Overwrite::Yes, control);
        },
        [&session, path](const gis::Result<void>& outcome) {
            if (!outcome) return session.messages().error(outcome.error());
            session.messages().post(MessageLevel::Information,
                                    words(QT_TRANSLATE_NOOP("ExportFindings", "Wrote %1")).arg(path),
                                    words(QT_TRANSLATE_NOOP("ExportFindings", "Open")),
                                    [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
        });
}

}  // namespace app
