// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

#include "ChildProcess.h"
#include "gis/base/AtomicFile.h"

using gis::AtomicFile;
using gis::ErrorCode;
using gis::Overwrite;

namespace {

constexpr int asExpected = 0;
constexpr int notPossibleHere = 77;

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

/// All that lies in the folder, temporaries of ours included.
QStringList filesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
}

}  // namespace

class TestAtomicFile : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString at(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

private Q_SLOTS:
    void init();
    void writesAndReplaces();
    void keepsAnExistingFile();
    void doesNotReplaceAFileThatAppearsMeanwhile();
    void withoutCommitNothingIsLeft();
    void temporaryHasTheSameEnding();
    void movedFromIsHarmless();
    void writesThroughALink();
    void impossiblePlaces_data();
    void impossiblePlaces();
    void unwritableFolder();
    void diskFull();
    void fileSizeLimit();
};

void TestAtomicFile::init() {
    for (const QString& name : filesIn(m_folder.path())) QFile::remove(m_folder.filePath(name));
}

void TestAtomicFile::writesAndReplaces() {
    const QString path = at("表 一.csv");
    QVERIFY(gis::writeFile(path.toStdString(), "one", Overwrite::No).has_value());
    QCOMPARE(bytesOf(path), QByteArray("one"));
    QVERIFY(gis::writeFile(path.toStdString(), std::string("two\0three", 9), Overwrite::Yes).has_value());
    QCOMPARE(bytesOf(path), QByteArray("two\0three", 9));
    QVERIFY(gis::writeFile(path.toStdString(), "", Overwrite::Yes).has_value());
    QCOMPARE(bytesOf(path), QByteArray());
    QCOMPARE(filesIn(m_folder.path()).size(), 1);
}

void TestAtomicFile::keepsAnExistingFile() {
    const QString path = at("a.txt");
    QVERIFY(gis::writeFile(path.toStdString(), "first", Overwrite::No).has_value());
    const auto second = gis::writeFile(path.toStdString(), "second", Overwrite::No);
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(second.error().subject.path, path.toStdString());
    QVERIFY(QString::fromStdString(gis::describe(second.error())).contains(u"--force"));
    QCOMPARE(bytesOf(path), QByteArray("first"));
}

void TestAtomicFile::doesNotReplaceAFileThatAppearsMeanwhile() {
    const QString path = at("a.txt");
    auto file = AtomicFile::create(path.toStdString(), Overwrite::No);
    QVERIFY(file.has_value());
    QVERIFY(gis::writeFile(file->temporaryPath(), "mine", Overwrite::No).has_value());
    QVERIFY(gis::writeFile(path.toStdString(), "theirs", Overwrite::No).has_value());
    const auto committed = file->commit();
    QVERIFY(!committed.has_value());
    QCOMPARE(committed.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(bytesOf(path), QByteArray("theirs"));
}

void TestAtomicFile::withoutCommitNothingIsLeft() {
    {
        auto file = AtomicFile::create(at("a.txt").toStdString(), Overwrite::No);
        QVERIFY(file.has_value());
        QVERIFY(gis::writeFile(file->temporaryPath(), "half", Overwrite::No).has_value());
        QCOMPARE(filesIn(m_folder.path()).size(), 1);
    }
    QVERIFY(filesIn(m_folder.path()).isEmpty());
}

void TestAtomicFile::temporaryHasTheSameEnding() {
    // GDAL and others choose the format by the ending
    const auto file = AtomicFile::create(at("a.b.gpkg").toStdString(), Overwrite::No);
    const QFileInfo temporary(QString::fromStdString(file->temporaryPath()));
    QCOMPARE(temporary.suffix(), QStringLiteral("gpkg"));
    QCOMPARE(temporary.absolutePath(), m_folder.path());
    QVERIFY(!temporary.exists());
    const auto other = AtomicFile::create(at("a.b.gpkg").toStdString(), Overwrite::No);
    QVERIFY(other->temporaryPath() != file->temporaryPath());
}

void TestAtomicFile::movedFromIsHarmless() {
    auto first = AtomicFile::create(at("a.txt").toStdString(), Overwrite::No);
    auto second = AtomicFile::create(at("b.txt").toStdString(), Overwrite::No);
    QVERIFY(gis::writeFile(first->temporaryPath(), "a", Overwrite::No).has_value());
    QVERIFY(gis::writeFile(second->temporaryPath(), "b", Overwrite::No).has_value());
    { const AtomicFile gone = std::move(*second); }
    QCOMPARE(filesIn(m_folder.path()).size(), 1);
    *second = std::move(*first);
    QVERIFY(second->commit().has_value());
    QCOMPARE(filesIn(m_folder.path()), QStringList{QStringLiteral("a.txt")});
}

void TestAtomicFile::writesThroughALink() {
    QVERIFY(gis::writeFile(at("real.txt").toStdString(), "old", Overwrite::No).has_value());
    QVERIFY(QFile::link(at("real.txt"), at("link.txt")));
    QVERIFY(gis::writeFile(at("link.txt").toStdString(), "new", Overwrite::Yes).has_value());
    QVERIFY(QFileInfo(at("link.txt")).isSymLink());
    QCOMPARE(bytesOf(at("real.txt")), QByteArray("new"));
}

void TestAtomicFile::impossiblePlaces_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("folder that does not exist") << QByteArray("no/such/a.txt");
    QTest::newRow("a folder") << QByteArray(".");
    QTest::newRow("below a file") << QByteArray("file/a.txt");
    QTest::newRow("name that is too long") << QByteArray(300, 'x');
}

void TestAtomicFile::impossiblePlaces() {
    QFETCH(QByteArray, path);
    QVERIFY(gis::writeFile(at("file").toStdString(), "kept", Overwrite::No).has_value());
    const auto written = gis::writeFile(at(path.constData()).toStdString(), "x", Overwrite::Yes);
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, ErrorCode::Unwritable);
    QVERIFY(!written.error().advice.empty());
    QCOMPARE(filesIn(m_folder.path()), QStringList{QStringLiteral("file")});
}

void TestAtomicFile::unwritableFolder() {
    const QString folder = at("locked");
    QVERIFY(QDir().mkpath(folder));
    const QString path = folder + QStringLiteral("/a.txt");
    QVERIFY(gis::writeFile(path.toStdString(), "old", Overwrite::No).has_value());
    QVERIFY(::chmod(folder.toStdString().c_str(), 0555) == 0);
    QVERIFY(::chmod(m_folder.path().toStdString().c_str(), 0755) == 0);
    const int answer = inChild([&] {
        if (::geteuid() == 0 && ::setuid(65534) != 0) return notPossibleHere;  // root may write everywhere
        const auto written = gis::writeFile(path.toStdString(), "new", Overwrite::Yes);
        return !written && written.error().code == ErrorCode::Unwritable ? asExpected : 1;
    });
    QVERIFY(::chmod(folder.toStdString().c_str(), 0755) == 0);
    if (answer == notPossibleHere) QSKIP("cannot give up the rights of root");
    QCOMPARE(answer, asExpected);
    QCOMPARE(bytesOf(path), QByteArray("old"));
    QCOMPARE(filesIn(folder).size(), 1);
}

void TestAtomicFile::diskFull() {
    const std::string folder = at("small").toStdString();
    QVERIFY(QDir().mkpath(QString::fromStdString(folder)));
    const int answer = inChild([&] {
        // A disk of 64 kB that only the child sees.
        if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return notPossibleHere;
        if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return notPossibleHere;
        if (::mount("none", folder.c_str(), "tmpfs", 0, "size=64k") != 0) return notPossibleHere;
        const std::string path = folder + "/a.txt";
        if (!gis::writeFile(path, "old", Overwrite::No)) return 1;
        const auto written = gis::writeFile(path, std::string(1'000'000, 'x'), Overwrite::Yes);
        if (written || written.error().code != ErrorCode::DiskFull) return 2;
        if (bytesOf(QString::fromStdString(path)) != "old") return 3;
        return filesIn(QString::fromStdString(folder)).size() == 1 ? asExpected : 4;
    });
    if (answer == notPossibleHere) QSKIP("no right to mount a small disk");
    QCOMPARE(answer, asExpected);
}

void TestAtomicFile::fileSizeLimit() {
    const QString path = at("a.txt");
    QVERIFY(gis::writeFile(path.toStdString(), "old", Overwrite::No).has_value());
    const int answer = inChild([&] {
        const rlimit limit{10'000, 10'000};
        std::signal(SIGXFSZ, SIG_IGN);
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return notPossibleHere;
        const auto written = gis::writeFile(path.toStdString(), std::string(1'000'000, 'x'), Overwrite::Yes);
        return !written && written.error().code == ErrorCode::Unwritable ? asExpected : 1;
    });
    if (answer == notPossibleHere) QSKIP("no limit can be set");
    QCOMPARE(answer, asExpected);
    QCOMPARE(bytesOf(path), QByteArray("old"));
    QCOMPARE(filesIn(m_folder.path()).size(), 1);
}

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "test_atomic_file.moc"
