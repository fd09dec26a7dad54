// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <QTemporaryDir>
#include <QtTest>

#include "gis/base/AtomicFile.h"
#include "gis/base/Resources.h"

class TestResources : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::string at(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }

private Q_SLOTS:
    void readsWhatWasWritten() {
        const std::string bytes("长江\0\r\n", 9);
        QVERIFY(gis::writeFile(at("a"), bytes, gis::Overwrite::No).has_value());
        QCOMPARE(gis::readFile(at("a")).value(), bytes);
    }
    void refusals_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<gis::ErrorCode>("code");
        QTest::newRow("missing") << QByteArray("missing") << gis::ErrorCode::NotFound;
        QTest::newRow("folder") << QByteArray(".") << gis::ErrorCode::Refused;
        QTest::newRow("pipe that would wait for ever") << QByteArray("pipe") << gis::ErrorCode::Refused;
        QTest::newRow("too large") << QByteArray("large") << gis::ErrorCode::OutOfResources;
    }
    void refusals() {
        QFETCH(QByteArray, name);
        QFETCH(gis::ErrorCode, code);
        ::mkfifo(at("pipe").c_str(), 0600);
        QVERIFY(gis::writeFile(at("large"), std::string(1001, 'x'), gis::Overwrite::Yes).has_value());
        const auto bytes = gis::readFile(at(name.constData()), 1000);
        QVERIFY(!bytes.has_value());
        QCOMPARE(bytes.error().code, code);
        QCOMPARE(bytes.error().subject.path, at(name.constData()));
        QVERIFY(!bytes.error().advice.empty());
    }
    void folderIsNamedByTheEnvironment() {
        const QByteArray before = qgetenv("TUCE_RESOURCES");
        qputenv("TUCE_RESOURCES", m_folder.path().toUtf8());
        QVERIFY(gis::writeFile(at("words.txt"), "here", gis::Overwrite::Yes).has_value());
        QCOMPARE(gis::readResource("words.txt").value(), std::string("here"));
        qputenv("TUCE_RESOURCES", before);
    }
    void folderIsFoundBesideTheProgram() {
        const QByteArray before = qgetenv("TUCE_RESOURCES");
        qunsetenv("TUCE_RESOURCES");
        QVERIFY(QFileInfo(QString::fromStdString(gis::resourceFolder())).isDir());
        qputenv("TUCE_RESOURCES", before);
    }
};

QTEST_GUILESS_MAIN(TestResources)
#include "test_resources.moc"
