// SPDX-License-Identifier: Apache-2.0
#include "app/session/LastFolder.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace app {

namespace {

const QString key = QStringLiteral("lastFolder");

}  // namespace

QString lastFolder() {
    // A dialog that begins in a folder that is gone takes its name for that of a file.
    for (const QString& folder :
         {QSettings().value(key).toString(), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)})
        if (!folder.isEmpty() && QFileInfo(folder).isDir()) return folder;
    return QDir::homePath();
}

void rememberFolder(const QString& path) { QSettings().setValue(key, QFileInfo(path).absolutePath()); }

}  // namespace app
