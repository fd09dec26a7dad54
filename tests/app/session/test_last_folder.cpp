// SPDX-License-Identifier: Apache-2.0
// File dialogs begin where there is something to see.
#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "app/session/LastFolder.h"

class TestLastFolder : public QObject {
    Q_OBJECT
    QTemporaryDir m_home;
    QByteArray m_homeBefore;
    QString at(const char* name) const { return m_home.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void initTestCase() {
        m_homeBefore = qgetenv("HOME");
        qputenv("HOME", m_home.path().toUtf8());
        qunsetenv("XDG_CONFIG_HOME");
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.filePath(QStringLiteral("settings")));
    }
    void cleanupTestCase() { qputenv("HOME", m_homeBefore); }

    void homeWhereThereIsNoFolderForDocuments() {
        QCOMPARE(app::lastFolder(), QDir::homePath());
        QCOMPARE(QDir::homePath(), m_home.path());
    }
    void thenTheFolderForDocuments() {
        const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        QVERIFY(documents.startsWith(m_home.path()) && documents != m_home.path());
        QVERIFY(QDir().mkpath(documents));
        QCOMPARE(app::lastFolder(), documents);
    }
    void thenThatOfTheLastFile() {
        QVERIFY(QDir().mkpath(at("plans")));
        app::rememberFolder(at("plans/a.gpkg"));
        QCOMPARE(app::lastFolder(), at("plans"));
        QVERIFY(QDir(at("plans")).removeRecursively());
        QVERIFY(app::lastFolder() != at("plans"));
    }
};

QTEST_GUILESS_MAIN(TestLastFolder)
#include "test_last_folder.moc"
