// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QImage>
#include <QObject>
#include <QString>
#include <QStringList>
#include <vector>

namespace app {

/// A project that was opened before.
struct RecentProject {
    QString path;
    QString title;
    QDateTime openedAt;
    bool pinned = false;
    bool exists = true;
    QImage thumbnail;  ///< null if there is none
};

/// The list behind the welcome page, in QSettings; thumbnails lie in cacheFolder(). GUI thread.
class RecentProjects : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Pinned first, then the latest.
    std::vector<RecentProject> list() const;
    void add(const QString& path, const QString& title);
    void remove(const QString& path);
    void setPinned(const QString& path, bool pinned);
    void setThumbnail(const QString& path, const QImage& image);

    /// Everything in here can be made again: thumbnails and indexes. `wipeCache` empties it.
    static QString cacheFolder();
    void wipeCache();

Q_SIGNALS:
    void changed();
};

}  // namespace app
