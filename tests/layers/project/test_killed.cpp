// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <cstring>

#include "PlanBuilder.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/project/Journal.h"
#include "layers/project/Project.h"
#include "layers/project/ProjectStore.h"

using namespace layers;
using namespace support;

namespace {

constexpr std::size_t featureCount = 300;

/// State n of the plan: every feature is named after n, so that a mixture of two states would show.
SnapshotPtr state(int n) {
    auto plan = std::make_shared<ProjectSnapshot>(*largePlan(featureCount));
    plan->revision = gis::Revision{static_cast<std::uint64_t>(n)};
    plan->info.title = "state " + std::to_string(n);
    Layer layer = *plan->layers[0];
    std::vector<gis::Feature> features;
    for (const gis::Feature& feature : layer.table)
        features.push_back(feature.withAttribute(2, "state " + std::to_string(n))
                               .withGeometry(gis::Geometry::lineString({{0, 0}, {double(n), 1}})));
    layer.table = layer.table.with(features);
    plan->layers[0] = share(layer);
    return plan;
}

/// The killed program: says each state before and after it is saved.
int saveForEver(const std::string& file, int from) {
    for (int n = from;; ++n) {
        const SnapshotPtr plan = state(n);
        std::printf("begin %d\n", n);
        std::fflush(stdout);
        if (!saveProject(file, *plan)) return 1;
        std::printf("saved %d\n", n);
        std::fflush(stdout);
    }
}

/// The killed program: performs changes with a journal, and says each when it counts as done.
int editForEver(const std::string& file) {
    Project project(openProject(file)->snapshot);
    project.setJournal(std::move(*Journal::open(file)));
    for (int n = 1;; ++n) {
        const auto change = setAttributes(*project.snapshot(), gis::LayerId{1}, gis::FeatureId{n % 100 + 1},
                                          {{"name", "edit " + std::to_string(n)}});
        if (!project.perform(*change)) return 1;
        std::printf("done %d\n", n);
        std::fflush(stdout);
        if (n % 50 == 0 && !saveProject(file, *project.snapshot())) return 1;
    }
}

/// Runs this program as `--<what>` for so many milliseconds, kills it with SIGKILL, and gives back what it said.
QList<QByteArray> killedAfter(int milliseconds, const QStringList& arguments) {
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), arguments);
    if (!process.waitForReadyRead(20'000)) return {};
    QTest::qSleep(milliseconds);
    process.kill();
    process.waitForFinished();
    return process.readAllStandardOutput().trimmed().split('\n');
}

int numberBehind(const QList<QByteArray>& lines, const QByteArray& word) {
    int number = 0;
    for (const QByteArray& line : lines)
        if (line.startsWith(word + ' ')) number = line.mid(word.size() + 1).toInt();
    return number;
}

}  // namespace

class TestKilled : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void killedWhileSavingTheFileIsTheOldOrTheNewState() {
        QTemporaryDir folder(quickFolder());
        const std::string file = folder.filePath(QStringLiteral("p.gpkg")).toStdString();
        QVERIFY(createProject(file, *state(1), gis::Overwrite::No));
        int last = 1;
        int hot = 0;
        std::uint32_t random = 12345;
        for (int round = 0; round < 50; ++round) {
            random = random * 1664525U + 1013904223U;
            const auto lines =
                killedAfter(static_cast<int>((random >> 8U) % 200U),
                            {QStringLiteral("--save"), QString::fromStdString(file), QString::number(last + 1)});
            const int begun = std::max(last, numberBehind(lines, "begin"));
            const int saved = std::max(last, numberBehind(lines, "saved"));
            if (QFile::exists(QString::fromStdString(file + "-journal"))) ++hot;
            const auto opened = openProject(file);
            QVERIFY2(opened, opened ? "" : gis::describe(opened.error()).c_str());
            const int found = static_cast<int>(gis::number(opened->snapshot->revision));
            QVERIFY2(found == saved || found == begun, std::to_string(found).c_str());
            QVERIFY(opened->snapshot->samePlan(*state(found)));
            const auto flaws = verifyProject(file);
            QVERIFY(flaws && flaws->empty());
            last = found;
        }
        qInfo("reached state %d; %d of 50 kills fell into a transaction", last, hot);
        QVERIFY(hot > 0);  // else the test has tested nothing
    }

    void killedWhileEditingRecoveryGivesTheLastChange() {
        for (int round = 0; round < 15; ++round) {
            QTemporaryDir folder(quickFolder());
            const std::string file = folder.filePath(QStringLiteral("p.gpkg")).toStdString();
            QVERIFY(createProject(file, *largePlan(100), gis::Overwrite::No));
            const auto lines = killedAfter(round * 23, {QStringLiteral("--edit"), QString::fromStdString(file)});
            const int done = numberBehind(lines, "done");
            QVERIFY(done > 0);
            SnapshotPtr plan = openProject(file)->snapshot;
            if (QFile::exists(QString::fromStdString(Journal::pathFor(file)))) {
                const auto recovery = recoverProject(file);
                QVERIFY2(recovery, recovery ? "" : gis::describe(recovery.error()).c_str());
                plan = recovery->snapshot;
            }
            // One more may have been recorded before it was said.
            const int found = static_cast<int>(gis::number(plan->revision));
            QVERIFY2(found == done || found == done + 1, (std::to_string(found) + " " + std::to_string(done)).c_str());
            const gis::Feature* feature = plan->layers[0]->table.find(gis::FeatureId{found % 100 + 1});
            QCOMPARE(plan->layers[0]->featureName(*feature), "edit " + std::to_string(found));
            const auto flaws = verifyProject(file);
            QVERIFY(flaws && flaws->empty());
        }
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc == 4 && std::strcmp(argv[1], "--save") == 0) return saveForEver(argv[2], std::atoi(argv[3]));
    if (argc == 3 && std::strcmp(argv[1], "--edit") == 0) return editForEver(argv[2]);
    TestKilled test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_killed.moc"
