// SPDX-License-Identifier: Apache-2.0
#include "gis/base/Resources.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace gis {

std::string resourceFolder() {
    const QByteArray named = qgetenv("TUCE_RESOURCES");
    if (!named.isEmpty()) return named.toStdString();
    const QDir program(QCoreApplication::applicationDirPath());
    // installed: bin/ beside share/; built: build/<preset>/bin or build/<preset>/tests below the source tree
    for (const char* way : {"../share/tuce/resources", "../../../resources"}) {
        const QFileInfo folder(program.filePath(QString::fromLatin1(way)));
        if (folder.isDir()) return QDir::cleanPath(folder.absoluteFilePath()).toStdString();
    }
    return "resources";
}

std::vector<std::string> translationFolders() {
    std::vector<std::string> folders;
    if (const QByteArray named = qgetenv("TUCE_TRANSLATIONS"); !named.isEmpty()) folders.push_back(named.toStdString());
    const QDir program(QCoreApplication::applicationDirPath());
    for (const char* way : {"../translations", "../share/tuce/translations"})
        folders.push_back(QDir::cleanPath(program.filePath(QString::fromLatin1(way))).toStdString());
    return folders;
}

Result<std::string> readResource(const std::string& name) { return readFile(resourceFolder() + "/" + name); }

Result<std::string> readFile(const std::string& path, std::size_t limitBytes) {
    const QFileInfo info(QString::fromStdString(path));
    if (!info.exists()) {
        return fail(ErrorCode::NotFound, {path, {}, {}}, message("gis", "no such file"),
                    message("gis", "check the path"));
    }
    if (!info.isFile()) {
        return fail(ErrorCode::Refused, {path, {}, {}}, message("gis", "not a regular file"),
                    message("gis", "name a file"));
    }
    if (static_cast<std::size_t>(info.size()) > limitBytes) {
        return fail(ErrorCode::OutOfResources, {path, {}, {}},
                    message("gis", "the file has %1 bytes, more than the limit of %2",
                            {std::to_string(info.size()), std::to_string(limitBytes)}),
                    message("gis", "split the file"));
    }
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Unreadable, {path, {}, {}}, message("gis", "the file cannot be opened"),
                    message("gis", "check its permissions"), file.errorString().toStdString());
    }
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorCode::Unreadable, {path, {}, {}}, message("gis", "the file cannot be read"), {},
                    file.errorString().toStdString());
    }
    return bytes.toStdString();
}

}  // namespace gis
