// SPDX-License-Identifier: Apache-2.0
// The order of knowing (gis < layers < app, and the folders within) proved over the include lines themselves,
// because headers of the C libraries lie in the system folder, where any file could include them unnoticed.
#include <QDir>
#include <QDirIterator>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QtTest>

namespace {

using Folder = QString;  // "gis/crs"

QString textOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Which folders each folder may include: read from the very lines the build uses, closed over the transitive ones.
QMap<Folder, QSet<Folder>> allowedFolders(const QString& root) {
    QMap<Folder, QSet<Folder>> direct;
    static const QRegularExpression call(QStringLiteral("tuce_folder\\(([^)]*)\\)"));
    for (const QString& tree : {QStringLiteral("gis"), QStringLiteral("layers")}) {
        auto matches = call.globalMatch(textOf(root + u'/' + tree + QStringLiteral("/CMakeLists.txt")));
        while (matches.hasNext()) {
            const QStringList words = matches.next().captured(1).split(QRegularExpression(QStringLiteral("\\s+")));
            const auto folder = [](QString target) { return target.replace(u'_', u'/'); };
            QSet<Folder>& known = direct[folder(words.first())];
            for (const QString& word : words.mid(1))
                if (word.startsWith(QStringLiteral("gis_")) || word.startsWith(QStringLiteral("layers_")))
                    known.insert(folder(word));
        }
    }
    // The lines stand in the order of knowing, so one pass closes the relation.
    for (bool grew = true; grew;) {
        grew = false;
        for (auto it = direct.begin(); it != direct.end(); ++it) {
            const QSet<Folder> before = it.value();
            for (const Folder& known : before) it.value().unite(direct.value(known));
            grew = grew || it.value().size() != before.size();
        }
    }
    return direct;
}

struct IncludeLine {
    QString file;  // relative to the root
    QString header;
    Folder folder() const { return QFileInfo(file).path(); }
};

QList<IncludeLine> includeLines(const QString& root, const QStringList& trees) {
    QList<IncludeLine> lines;
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    for (const QString& tree : trees) {
        QDirIterator files(root + u'/' + tree, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            auto matches = include.globalMatch(textOf(path));
            while (matches.hasNext()) lines.append({QDir(root).relativeFilePath(path), matches.next().captured(1)});
        }
    }
    return lines;
}

/// The one folder that may see a C library's headers.
Folder ownerOf(const QString& header) {
    static const QList<std::pair<QRegularExpression, Folder>> owners = {
        {QRegularExpression(QStringLiteral("^geos(_c\\.h|/)")), QStringLiteral("gis/engine")},
        {QRegularExpression(QStringLiteral("^proj(_.*|\\.h|/.*)")), QStringLiteral("gis/crs")},
        {QRegularExpression(QStringLiteral("^(gdal|ogr|cpl)[_a-z0-9]*\\.h|^gdal/")), QStringLiteral("gis/io")},
        {QRegularExpression(QStringLiteral("^sqlite3")), QStringLiteral("gis/io")},
        {QRegularExpression(QStringLiteral("^qpdf/")), QStringLiteral("layers/print")},
        {QRegularExpression(QStringLiteral("^xlsxwriter")), QStringLiteral("layers/report")},
        {QRegularExpression(QStringLiteral("^(gumbo|zip|pugixml\\.hpp|QPdf[DS]|QtPdf)")),
         QStringLiteral("layers/document")},
    };
    for (const auto& [pattern, folder] : owners)
        if (pattern.match(header).hasMatch()) return folder;
    return {};
}

}  // namespace

class TestLayering : public QObject {
    Q_OBJECT
    const QString m_root = QStringLiteral(TUCE_SOURCE_DIR);

private Q_SLOTS:
    void foldersSeeOnlyTheirElders() {
        const auto allowed = allowedFolders(m_root);
        QVERIFY(allowed.value(QStringLiteral("layers/workflow")).contains(QStringLiteral("gis/base")));
        QStringList bad;
        qsizetype inner = 0;
        for (const IncludeLine& line : includeLines(m_root, {QStringLiteral("gis"), QStringLiteral("layers")})) {
            const Folder target = QFileInfo(line.header).path();
            if (target.startsWith(QStringLiteral("app"))) bad << line.file + QStringLiteral(" includes ") + line.header;
            if (!allowed.contains(target) || target == line.folder()) continue;
            ++inner;
            if (!allowed.value(line.folder()).contains(target))
                bad << line.file + QStringLiteral(" includes ") + line.header;
        }
        QVERIFY2(inner > 50, "the scan found next to no include lines");
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void eachLibraryHasOneFolder() {
        QStringList bad;
        QSet<Folder> owners;
        for (const IncludeLine& line :
             includeLines(m_root, {QStringLiteral("gis"), QStringLiteral("layers"), QStringLiteral("app")})) {
            const Folder owner = ownerOf(line.header);
            if (owner.isEmpty()) continue;
            owners.insert(owner);
            if (line.folder() != owner) bad << line.file + QStringLiteral(" includes ") + line.header;
        }
        QCOMPARE(owners.size(), 6);
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void widgetsStayInTheWindow() {
        const QDir widgets(QLibraryInfo::path(QLibraryInfo::HeadersPath) + QStringLiteral("/QtWidgets"));
        const QStringList names = widgets.entryList(QDir::Files);
        QVERIFY2(names.contains(QStringLiteral("QWidget")), "the headers of Qt Widgets were not found");
        const QSet<QString> forbidden(names.begin(), names.end());
        QStringList bad;
        for (const IncludeLine& line :
             includeLines(m_root, {QStringLiteral("gis"), QStringLiteral("layers"), QStringLiteral("app/cli")}))
            if (forbidden.contains(line.header) || line.header.startsWith(QStringLiteral("QtWidgets")) ||
                line.header.startsWith(QStringLiteral("QtPrintSupport")))
                bad << line.file + QStringLiteral(" includes ") + line.header;
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void gisKnowsNoGui() {
        const QDir gui(QLibraryInfo::path(QLibraryInfo::HeadersPath) + QStringLiteral("/QtGui"));
        const QStringList names = gui.entryList(QDir::Files);
        const QSet<QString> forbidden(names.begin(), names.end());
        QStringList bad;
        for (const IncludeLine& line : includeLines(m_root, {QStringLiteral("gis")}))
            if (forbidden.contains(line.header)) bad << line.file + QStringLiteral(" includes ") + line.header;
        QVERIFY(!forbidden.isEmpty());
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestLayering)
#include "test_layering.moc"
