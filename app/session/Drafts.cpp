// SPDX-License-Identifier: Apache-2.0
#include "app/session/Drafts.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

#include "layers/project/Journal.h"

namespace app {

namespace {

QString journalOf(const QString& project) {
    return QString::fromStdString(layers::Journal::pathFor(project.toStdString()));
}

/// A journal that only says whose it is holds no work. Large ones surely do, and are not read here.
bool hasWork(const QString& project) {
    constexpr qint64 surelyBytes = 1 << 20;
    const QFileInfo journal(journalOf(project));
    if (!journal.exists() || journal.size() == 0) return false;
    if (journal.size() > surelyBytes) return true;
    const auto content = layers::Journal::read(project.toStdString());
    return !content || !content->changes.empty();
}

bool isOpenElsewhere(const QString& project) {
    QLockFile lock(Drafts::lockPath(project));
    lock.setStaleLockTime(0);
    return !lock.tryLock(0);
}

}  // namespace

QString Drafts::folder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/drafts");
}

QString Drafts::newPath() {
    QDir().mkpath(folder());
    const QString stem = folder() + QDateTime::currentDateTime().toString(QStringLiteral("/yyyyMMdd-HHmmss-zzz-")) +
                         QString::number(QCoreApplication::applicationPid());
    QString path = stem + QStringLiteral(".tuce");
    for (int i = 2; QFileInfo::exists(path); ++i) path = QStringLiteral("%1-%2.tuce").arg(stem).arg(i);
    return path;
}

bool Drafts::isDraft(const QString& path) {
    return !path.isEmpty() && QFileInfo(path).absolutePath() == QDir(folder()).absolutePath();
}

QString Drafts::lockPath(const QString& path) {
    const QString locks =
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/locks");
    QDir().mkpath(locks);
    const QByteArray name =
        QCryptographicHash::hash(QFileInfo(path).absoluteFilePath().toUtf8(), QCryptographicHash::Sha1).toHex();
    return locks + u'/' + QString::fromLatin1(name) + QStringLiteral(".lock");
}

void Drafts::remove(const QString& path) {
    if (!isDraft(path)) return;
    const QFileInfo info(path);
    const QStringList companions = QDir(folder()).entryList({info.fileName() + u'*'}, QDir::Files);
    for (const QString& name : companions) QFile::remove(folder() + u'/' + name);
}

void Drafts::keep(const QString& path) {
    QFile mark(path + QStringLiteral(".keep"));
    if (isDraft(path)) static_cast<void>(mark.open(QIODevice::WriteOnly));
}

std::vector<RecoveryOffer> Drafts::offers(const QStringList& known) {
    std::vector<RecoveryOffer> offers;
    const auto look = [&offers](const QString& path, bool draft) {
        if (!QFileInfo::exists(path) || isOpenElsewhere(path)) return;
        const bool kept = draft && QFileInfo::exists(path + QStringLiteral(".keep"));
        if (!kept && !hasWork(path)) {
            if (draft) remove(path);
            return;
        }
        const QFileInfo journal(journalOf(path));
        offers.push_back({path, draft ? QString() : QFileInfo(path).completeBaseName(),
                          journal.exists() ? journal.lastModified() : QFileInfo(path).lastModified(), draft});
    };
    for (const QString& path : known) look(path, false);
    const QStringList drafts = QDir(folder()).entryList({QStringLiteral("*.tuce")}, QDir::Files, QDir::Time);
    for (const QString& name : drafts) look(folder() + u'/' + name, true);
    return offers;
}

}  // namespace app
