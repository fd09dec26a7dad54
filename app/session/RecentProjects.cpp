// SPDX-License-Identifier: Apache-2.0
#include "app/session/RecentProjects.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <algorithm>

namespace app {

namespace {

constexpr int longestList = 20;

QString thumbnailPath(const QString& project) {
    const QByteArray name = QCryptographicHash::hash(project.toUtf8(), QCryptographicHash::Sha1).toHex();
    return RecentProjects::cacheFolder() + QStringLiteral("/thumbnails/") + QString::fromLatin1(name) +
           QStringLiteral(".png");
}

std::vector<RecentProject> stored() {
    std::vector<RecentProject> list;
    QSettings settings;
    const int count = settings.beginReadArray(QStringLiteral("recentProjects"));
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        RecentProject project;
        project.path = settings.value(QStringLiteral("path")).toString();
        project.title = settings.value(QStringLiteral("title")).toString();
        project.openedAt = settings.value(QStringLiteral("openedAt")).toDateTime();
        project.pinned = settings.value(QStringLiteral("pinned")).toBool();
        if (!project.path.isEmpty()) list.push_back(project);
    }
    return list;
}

void sortAndCut(std::vector<RecentProject>& list) {
    std::stable_sort(list.begin(), list.end(), [](const RecentProject& a, const RecentProject& b) {
        return a.pinned != b.pinned ? a.pinned : a.openedAt > b.openedAt;
    });
    if (list.size() > longestList) list.resize(longestList);
}

void store(std::vector<RecentProject> list) {
    sortAndCut(list);
    QSettings settings;
    settings.remove(QStringLiteral("recentProjects"));
    settings.beginWriteArray(QStringLiteral("recentProjects"), static_cast<int>(list.size()));
    for (int i = 0; i < static_cast<int>(list.size()); ++i) {
        const RecentProject& project = list[static_cast<std::size_t>(i)];
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("path"), project.path);
        settings.setValue(QStringLiteral("title"), project.title);
        settings.setValue(QStringLiteral("openedAt"), project.openedAt);
        settings.setValue(QStringLiteral("pinned"), project.pinned);
    }
    settings.endArray();
}

std::vector<RecentProject>::iterator find(std::vector<RecentProject>& list, const QString& path) {
    return std::find_if(list.begin(), list.end(), [&path](const RecentProject& p) { return p.path == path; });
}

}  // namespace

std::vector<RecentProject> RecentProjects::list() const {
    std::vector<RecentProject> list = stored();
    sortAndCut(list);
    for (RecentProject& project : list) {
        project.exists = QFileInfo::exists(project.path);
        project.thumbnail.load(thumbnailPath(project.path));
    }
    return list;
}

void RecentProjects::add(const QString& path, const QString& title) {
    std::vector<RecentProject> list = stored();
    const auto known = find(list, path);
    const bool pinned = known != list.end() && known->pinned;
    if (known != list.end()) list.erase(known);
    RecentProject project;
    project.path = path;
    project.title = title;
    project.openedAt = QDateTime::currentDateTime();
    project.pinned = pinned;
    list.push_back(project);
    store(std::move(list));
    Q_EMIT changed();
}

void RecentProjects::remove(const QString& path) {
    std::vector<RecentProject> list = stored();
    const auto known = find(list, path);
    if (known == list.end()) return;
    list.erase(known);
    store(std::move(list));
    QFile::remove(thumbnailPath(path));
    Q_EMIT changed();
}

void RecentProjects::setPinned(const QString& path, bool pinned) {
    std::vector<RecentProject> list = stored();
    const auto known = find(list, path);
    if (known == list.end()) return;
    known->pinned = pinned;
    store(std::move(list));
    Q_EMIT changed();
}

void RecentProjects::setThumbnail(const QString& path, const QImage& image) {
    const QString file = thumbnailPath(path);
    QDir().mkpath(QFileInfo(file).path());
    image.save(file);
    Q_EMIT changed();
}

QString RecentProjects::cacheFolder() { return QStandardPaths::writableLocation(QStandardPaths::CacheLocation); }

void RecentProjects::wipeCache() {
    QDir(cacheFolder() + QStringLiteral("/thumbnails")).removeRecursively();
    Q_EMIT changed();
}

}  // namespace app
