// SPDX-License-Identifier: Apache-2.0
#include <sys/resource.h>

#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

#include "PlanBuilder.h"
#include "gis/io/SqliteDatabase.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/LayerEdit.h"
#include "layers/project/Journal.h"
#include "layers/project/Project.h"
#include "layers/project/ProjectStore.h"

using namespace layers;
using namespace support;

#define VERIFY_OK(result) QVERIFY2(result, (result) ? "" : gis::describe((result).error()).c_str())

namespace {

/// No file of this process grows beyond so many bytes while it lives: a full disk without a disk.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

void write(const std::string& path, const QByteArray& bytes) {
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

ChangeSet naming(const ProjectSnapshot& plan, const std::string& name) {
    return *setAttributes(plan, gis::LayerId{1}, gis::FeatureId{1}, {{"name", name}});
}

}  // namespace

class TestJournal : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_file;
    std::string m_journal;

    /// A project with journal, as the window has it.
    std::unique_ptr<Project> openWithJournal() {
        auto project = std::make_unique<Project>(openProject(m_file)->snapshot);
        project->setJournal(std::move(*Journal::open(m_file)));
        return project;
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>(quickFolder());
        m_file = m_folder->filePath(QStringLiteral("p.gpkg")).toStdString();
        m_journal = Journal::pathFor(m_file);
        QVERIFY(createProject(m_file, *largePlan(20), gis::Overwrite::No));
    }

    void whatWasDoneComesBack() {
        SnapshotPtr end;
        {
            const auto project = openWithJournal();
            QVERIFY(!QFile::exists(QString::fromStdString(m_journal)));
            QVERIFY(project->perform(naming(*project->snapshot(), "a")));
            QVERIFY(project->perform(*addLayer(*project->snapshot(), boundaryLayer())));
            QVERIFY(project->perform(*renameLayer(*project->snapshot(), gis::LayerId{3}, "名")));
            QVERIFY(project->undo());
            QVERIFY(project->perform(*removeLayer(*project->snapshot(), gis::LayerId{1})));
            end = project->snapshot();
        }  // the program is gone without a save
        const auto opened = openProject(m_file);
        VERIFY_OK(opened);
        QVERIFY(opened->hasJournal);
        QCOMPARE(opened->warnings.size(), std::size_t{1});
        QVERIFY(opened->snapshot->samePlan(*largePlan(20)));
        const auto recovery = recoverProject(m_file);
        VERIFY_OK(recovery);
        QCOMPARE(recovery->changes, std::size_t{5});
        QVERIFY(recovery->snapshot->samePlan(*end));
        QCOMPARE(recovery->snapshot->revision, end->revision);
        QVERIFY(!openProject(m_file)->hasJournal);
        QCOMPARE(recoverProject(m_file).error().code, gis::ErrorCode::NotFound);
    }

    void aTornLastRecordIsLeftOutAtEveryLength() {
        SnapshotPtr before;
        qsizetype firstLength = 0;
        {
            const auto project = openWithJournal();
            QVERIFY(project->perform(naming(*project->snapshot(), "first")));
            before = project->snapshot();
            firstLength = fileBytes(m_journal).size();
            QVERIFY(project->perform(naming(*project->snapshot(), "second")));
        }
        const QByteArray whole = fileBytes(m_journal);
        const QByteArray project = fileBytes(m_file);
        QVERIFY(whole.size() > firstLength);
        for (qsizetype length = firstLength; length < whole.size(); ++length) {
            write(m_journal, whole.first(length));
            const auto content = Journal::read(m_file);
            VERIFY_OK(content);
            QCOMPARE(content->changes.size(), std::size_t{1});
            QCOMPARE(content->tornTail, length != firstLength);
        }
        // Once through recovery, and once through further work on the torn file.
        write(m_journal, whole.first(whole.size() - 1));
        const auto recovery = recoverProject(m_file);
        VERIFY_OK(recovery);
        QVERIFY(recovery->snapshot->samePlan(*before));
        QCOMPARE(recovery->warnings.front().kind, std::string("torn_journal"));
        write(m_file, project);
        write(m_journal, whole.first(whole.size() - 1));
        {
            const auto again = Journal::open(m_file);
            VERIFY_OK(again);
            QVERIFY((*again)->append(naming(*before, "third")));
        }
        const auto after = recoverProject(m_file);
        VERIFY_OK(after);
        QCOMPARE(after->changes, std::size_t{2});
        QCOMPARE(after->snapshot->layers[0]->featureName(after->snapshot->layers[0]->table.at(0)),
                 std::string("third"));
    }
    void aTornHeadHoldsNothing() {
        {
            const auto project = openWithJournal();
            QVERIFY(project->perform(naming(*project->snapshot(), "first")));
        }
        const QByteArray whole = fileBytes(m_journal);
        for (qsizetype length = 0; length < 64; ++length) {
            write(m_journal, whole.first(length));
            QVERIFY(!openProject(m_file)->hasJournal);
            QVERIFY(recoverProject(m_file));
        }
    }
    void aDamagedByteEndsTheJournalThere() {
        {
            const auto project = openWithJournal();
            for (const char* name : {"a", "b", "c"}) QVERIFY(project->perform(naming(*project->snapshot(), name)));
        }
        const QByteArray whole = fileBytes(m_journal);
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray changed = whole;
            changed[i] = static_cast<char>(changed[i] ^ 0x10);
            write(m_journal, changed);
            const auto content = Journal::read(m_file);
            if (content) QVERIFY(content->changes.size() < 3);  // an error: a later version by its head
        }
    }

    void theJournalOfAnotherStateIsNotReplayed() {
        {
            const auto project = openWithJournal();
            QVERIFY(project->perform(naming(*project->snapshot(), "lost")));
        }
        QVERIFY(createProject(m_folder->filePath(QStringLiteral("q.gpkg")).toStdString(), *largePlan(20),
                              gis::Overwrite::No));
        QVERIFY(QFile::remove(QString::fromStdString(m_file)));
        QVERIFY(QFile::rename(m_folder->filePath(QStringLiteral("q.gpkg")), QString::fromStdString(m_file)));
        const auto opened = openProject(m_file);
        VERIFY_OK(opened);
        QVERIFY(!opened->hasJournal);
        QCOMPARE(opened->warnings.front().kind, std::string("foreign_journal"));
        QCOMPARE(recoverProject(m_file).error().code, gis::ErrorCode::Refused);
        QVERIFY(openProject(m_file)->snapshot->samePlan(*largePlan(20)));
        // Work goes on; the other journal is put aside, not thrown away.
        const auto project = openWithJournal();
        QVERIFY(project->perform(naming(*project->snapshot(), "new")));
        QVERIFY(QFile::exists(QString::fromStdString(m_journal + ".old")));
        QCOMPARE(recoverProject(m_file)->changes, std::size_t{1});
    }
    void killedBetweenCommitAndEmptying() {
        const auto project = openWithJournal();
        QVERIFY(project->perform(naming(*project->snapshot(), "saved")));
        const QByteArray journal = fileBytes(m_journal);
        QVERIFY(saveProject(m_file, *project->snapshot()));
        QVERIFY(!QFile::exists(QString::fromStdString(m_journal)));
        write(m_journal, journal);  // as if it had not been emptied
        const auto opened = openProject(m_file);
        VERIFY_OK(opened);
        QVERIFY(!opened->hasJournal);
        QVERIFY(opened->snapshot->samePlan(*project->snapshot()));
        QVERIFY(recoverProject(m_file));
        QVERIFY(openProject(m_file)->snapshot->samePlan(*project->snapshot()));
    }
    void whatCameAfterTheSavedRevisionStays() {
        const auto project = openWithJournal();
        QVERIFY(project->perform(naming(*project->snapshot(), "saved")));
        const SnapshotPtr saved = project->snapshot();
        QVERIFY(project->perform(naming(*project->snapshot(), "later")));  // while the save runs
        QVERIFY(saveProject(m_file, *saved));
        QVERIFY(project->perform(naming(*project->snapshot(), "latest")));
        QVERIFY(openProject(m_file)->snapshot->samePlan(*saved));
        const auto recovery = recoverProject(m_file);
        VERIFY_OK(recovery);
        QCOMPARE(recovery->changes, std::size_t{2});
        QVERIFY(recovery->snapshot->samePlan(*project->snapshot()));
        // The journal of the open project follows the file that recovery has emptied.
        QVERIFY(project->perform(naming(*project->snapshot(), "on and on")));
        QCOMPARE(recoverProject(m_file)->changes, std::size_t{1});
    }
    void aFullDiskTakesNothing() {
        const auto project = openWithJournal();
        QVERIFY(project->perform(naming(*project->snapshot(), "a")));
        const SnapshotPtr before = project->snapshot();
        const QByteArray journal = fileBytes(m_journal);
        {
            const FileSizeLimit limit(static_cast<rlim_t>(journal.size()) + 30);
            const auto refused = project->perform(naming(*project->snapshot(), "b"));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, gis::ErrorCode::DiskFull);
        }
        QVERIFY(project->snapshot() == before);
        QVERIFY(fileBytes(m_journal) == journal);
        QVERIFY(project->perform(naming(*project->snapshot(), "c")));
        QCOMPARE(recoverProject(m_file)->changes, std::size_t{2});
    }
    void aSaveOnAFullDiskLeavesTheFile() {
        const QByteArray before = fileBytes(m_file);
        {
            const FileSizeLimit limit(static_cast<rlim_t>(before.size()) + 8192);
            const auto refused = saveProject(m_file, *largePlan(5000));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, gis::ErrorCode::DiskFull);
            const std::string other = m_folder->filePath(QStringLiteral("n.gpkg")).toStdString();
            QCOMPARE(createProject(other, *largePlan(5000), gis::Overwrite::No).error().code, gis::ErrorCode::DiskFull);
            QVERIFY(!QFile::exists(QString::fromStdString(other)));
        }
        QVERIFY(openProject(m_file)->snapshot->samePlan(*largePlan(20)));
        QVERIFY(verifyProject(m_file)->empty());
        QVERIFY(saveProject(m_file, *largePlan(5000)));
    }
    void aLinkInPlaceOfTheJournalIsNotFollowed() {
        const QString target = m_folder->filePath(QStringLiteral("precious"));
        write(target.toStdString(), "precious");
        QVERIFY(QFile::link(target, QString::fromStdString(m_journal)));
        QVERIFY(!Journal::open(m_file));
        QCOMPARE(fileBytes(target.toStdString()), QByteArray("precious"));
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "test_journal.moc"
