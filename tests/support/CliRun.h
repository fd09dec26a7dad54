// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace support {

struct CliRun {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// Runs the built tuce-cli as a user would, in English so that texts can be compared; exit code -1 if it crashed.
inline CliRun runCli(const QStringList& arguments, const QStringList& environment = {}) {
    QProcess process;
    QStringList variables = QProcess::systemEnvironment();
    variables << QStringLiteral("LC_ALL=en_US.UTF-8") << environment;
    process.setEnvironment(variables);
    process.start(QStringLiteral(TUCE_BINARY_DIR "/bin/tuce-cli"), arguments);
    if (!process.waitForFinished(240'000)) return {-1, {}, "did not finish"};
    const bool normal = process.exitStatus() == QProcess::NormalExit;
    return {normal ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

inline QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

}  // namespace support
