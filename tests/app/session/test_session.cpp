// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QtTest>

#include "app/session/Session.h"
#include "gis/io/VectorFile.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/VertexEdit.h"
#include "layers/project/Journal.h"
#include "tests/support/SmallPlan.h"

using namespace app;

namespace {

/// The longest time the GUI thread was busy without looking at its events.
class Stopwatch : public QObject {
public:
    Stopwatch() {
        m_clock.start();
        m_timer.callOnTimeout(this, [this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_timer.start(1);
    }
    qint64 longestMs() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

gis::Result<layers::ChangeSet> shifted(const Session& session, double dx) {
    const layers::SnapshotPtr plan = session.snapshot();
    const gis::Feature& feature = *plan->layer(small_plan::layoutId)->table.find(small_plan::platform);
    return layers::upsertFeatures(*plan, small_plan::layoutId,
                                  {feature.withGeometry(layers::translated(feature.geometry(), dx, 0))});
}

double platformX(const Session& session) {
    return session.snapshot()->layer(small_plan::layoutId)->table.find(small_plan::platform)->geometry().extent().minX -
           small_plan::x0;
}

}  // namespace

class TestSession : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString pathOf(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QString madeProject(const char* name) const {
        const QString path = pathOf(name);
        const auto made = layers::createProject(path.toStdString(), *small_plan::snapshot(), gis::Overwrite::Yes);
        return made ? path : QString();
    }
    static void openAndWait(Session& session, const QString& path) {
        QSignalSpy opened(&session, &Session::projectChanged);
        session.open(path);
        QTRY_COMPARE(opened.size(), 1);
        QVERIFY(session.hasProject());
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(QStringLiteral("tuce-test-session"));
        QCoreApplication::setOrganizationName(QStringLiteral("tuce-test"));
        QSettings().clear();
        QDir(Drafts::folder()).removeRecursively();
    }

    void openEditUndoSaveAndOpenAgain() {
        const QString path = madeProject("plan.tuce");
        QVERIFY(!path.isEmpty());
        {
            Session session;
            openAndWait(session, path);
            QCOMPARE(session.title(), QStringLiteral("plan"));
            QCOMPARE(session.selection().currentLayer(), small_plan::layoutId);
            QVERIFY(!session.isModified());
            QSignalSpy changes(&session, &Session::planChanged);
            QVERIFY(session.perform(shifted(session, 100)));
            QVERIFY(session.perform(shifted(session, 50)));
            QCOMPARE(platformX(session), 150.0);
            session.undo();
            QCOMPARE(platformX(session), 100.0);
            session.redo();
            session.undo();
            QCOMPARE(changes.size(), 5);
            QVERIFY(session.isModified());
            bool saved = false;
            session.save([&saved](bool good) { saved = good; });
            QVERIFY(session.isSaving());
            QTRY_VERIFY(saved);
            QVERIFY(!session.isModified());
            session.close();
            QVERIFY(!session.hasProject());
        }
        Session session;
        openAndWait(session, path);
        QCOMPARE(platformX(session), 100.0);
        QCOMPARE(session.recent().list().front().path, path);
    }

    void aFailedChangeChangesNothingAndIsTold() {
        Session session;
        openAndWait(session, madeProject("fail.tuce"));
        QSignalSpy told(&session.messages(), &Messages::posted);
        QVERIFY(
            !session.perform(layers::removeFeatures(*session.snapshot(), small_plan::layoutId, {gis::FeatureId{77}})));
        QCOMPARE(told.size(), 1);
        QVERIFY(!session.isModified());
    }

    void changesSurviveAKilledProcess() {
        const QString path = madeProject("killed.tuce");
        {
            // What kill -9 leaves behind: a journal and nobody who closed it.
            const auto opened = layers::openProject(path.toStdString());
            layers::Project project(opened->snapshot);
            project.setJournal(std::move(*layers::Journal::open(path.toStdString())));
            QVERIFY(
                project
                    .perform(*layers::upsertFeatures(
                        *project.snapshot(), small_plan::layoutId,
                        {small_plan::element(small_plan::platform, small_plan::box(700, 0, 10, 10), "platform", "p")}))
                    .has_value());
        }
        Session session;
        QSignalSpy needed(&session, &Session::recoveryNeeded);
        session.open(path);
        QTRY_COMPARE(needed.size(), 1);
        QVERIFY(!session.hasProject());
        session.recover(path);
        QTRY_VERIFY(session.hasProject());
        QCOMPARE(platformX(session), 700.0);
    }

    void orTheyAreDroppedIfTheUserSaysSo() {
        const QString path = madeProject("dropped.tuce");
        {
            const auto opened = layers::openProject(path.toStdString());
            layers::Project project(opened->snapshot);
            project.setJournal(std::move(*layers::Journal::open(path.toStdString())));
            QVERIFY(
                project.perform(*layers::removeFeatures(*project.snapshot(), small_plan::layoutId, {small_plan::axis}))
                    .has_value());
        }
        Session session;
        session.openWithoutRecovery(path);
        QTRY_VERIFY(session.hasProject());
        QVERIFY(session.snapshot()->layer(small_plan::layoutId)->table.find(small_plan::axis) != nullptr);
    }

    void aProjectWithoutANameIsADraftThatIsJournaledToo() {
        QString draft;
        {
            Session session;
            session.newProject(*small_plan::snapshot());
            QTRY_VERIFY(session.hasProject());
            QVERIFY(session.isDraft());
            QVERIFY(!session.isModified());
            draft = session.path();
            QVERIFY(session.perform(shifted(session, 30)));
            // The session is destroyed without close(), as in a crash that frees nothing else.
        }
        Session next;
        const auto offers = next.recoveryOffers();
        QCOMPARE(offers.size(), std::size_t{1});
        QVERIFY(offers.front().isDraft);
        next.recover(offers.front().path);
        QTRY_VERIFY(next.hasProject());
        QCOMPARE(platformX(next), 30.0);
        QVERIFY(next.isModified());  // it has no name yet
        const QString named = pathOf("named.tuce");
        bool saved = false;
        next.saveAs(named, gis::Overwrite::No, [&saved](bool good) { saved = good; });
        QTRY_VERIFY(saved);
        QVERIFY(!next.isDraft());
        QVERIFY(!next.isModified());
        QVERIFY(!QFileInfo::exists(draft));
        QVERIFY(Session().recoveryOffers().empty());
    }

    void whatIsDrawnWhileANewNameIsWrittenIsJournaledThere() {
        Session session;
        session.newProject(*small_plan::snapshot());
        QTRY_VERIFY(session.hasProject());
        const QString named = pathOf("meanwhile.tuce");
        bool saved = false;
        session.saveAs(named, gis::Overwrite::No, [&saved](bool good) { saved = good; });
        QVERIFY(session.perform(shifted(session, 5)));
        QTRY_VERIFY(saved);
        QVERIFY(session.isModified());
        const auto content = layers::Journal::read(named.toStdString());
        QVERIFY(content.has_value());
        QCOMPARE(content->changes.size(), std::size_t{1});
    }

    void aFailedSaveKeepsEverythingAndSaysWhy() {
        Session session;
        session.newProject(*small_plan::snapshot());
        QTRY_VERIFY(session.hasProject());
        QVERIFY(session.perform(shifted(session, 5)));
        QSignalSpy told(&session.messages(), &Messages::posted);
        std::optional<bool> answer;
        session.saveAs(QStringLiteral("/nowhere/at/all.tuce"), gis::Overwrite::No, [&](bool good) { answer = good; });
        QTRY_VERIFY(answer.has_value());
        QVERIFY(!*answer);
        QCOMPARE(told.size(), 1);
        QVERIFY(session.isDraft());
        QVERIFY(session.isModified());
        QCOMPARE(platformX(session), 5.0);
        session.close();
    }

    void aSecondWindowDoesNotOpenTheSameProject() {
        const QString path = madeProject("twice.tuce");
        Session one;
        openAndWait(one, path);
        Session two;
        QSignalSpy failed(&two, &Session::openFailed);
        two.open(path);
        QCOMPARE(failed.size(), 1);
        QVERIFY(!two.hasProject());
    }

    void theCheckIsAsTheBulkCheckAndGoesOutOfDate() {
        Session session;
        openAndWait(session, madeProject("check.tuce"));
        session.check().run();
        QTRY_VERIFY(session.check().report() != nullptr);
        const auto report = session.check().report();
        QCOMPARE(session.check().openConflictCount(), 2);  // the platform and the axis cross the red line
        QVERIFY(!session.check().isOutdated());
        QCOMPARE(session.check().revision(), session.snapshot()->revision);
        QVERIFY(session.perform(shifted(session, 1)));
        QVERIFY(session.check().isOutdated());
        QVERIFY(session.check().outdatedReason().contains(QStringLiteral("layout")));
        session.undo();
        QVERIFY(!session.check().isOutdated());  // the plan is again the one that was checked
        QCOMPARE(session.check().report(), report);
        // Again: only what changed is looked at.
        QVERIFY(session.perform(shifted(session, 1)));
        session.check().run();
        QTRY_VERIFY(!session.check().isRunning() && session.check().report() != report);
        QCOMPARE(session.check().checkedFeatures(), std::size_t{1});
        QCOMPARE(session.check().allFeatures(), std::size_t{2});
        QVERIFY(!session.check().isOutdated());
    }

    void aLinkedFileThatChangesMakesTheCheckOutOfDate() {
        const std::string file = pathOf("linked.gpkg").toStdString();
        auto plan = std::make_shared<layers::ProjectSnapshot>(*small_plan::snapshot());
        auto red = std::make_shared<layers::Layer>(*plan->layer(small_plan::redLineId));
        const auto write = [&file, &red](const gis::FeatureTable& table) {
            gis::OutputLayer out;
            out.name = "red";
            out.table = table;
            return gis::writeLayers(file, {out}, gis::Overwrite::Yes).has_value();
        };
        QVERIFY(write(red->table));
        red->source = {file, "red", {}};
        for (layers::LayerPtr& layer : plan->layers)
            if (layer->id == small_plan::redLineId) layer = red;
        const std::string project = pathOf("with link.tuce").toStdString();
        QVERIFY(layers::createProject(project, *plan, gis::Overwrite::Yes).has_value());
        Session session;
        openAndWait(session, QString::fromStdString(project));
        session.check().run();
        QTRY_VERIFY(session.check().report() != nullptr);
        QVERIFY2(!session.check().isOutdated(), qPrintable(session.check().outdatedReason()));
        for (const layers::CheckedLayer& layer : session.check().report()->layers)
            QCOMPARE(layer.isFileHash, layer.name == "red line");
        const gis::Feature moved = red->table.at(0).withGeometry(small_plan::box(0, 0, 10, 10));
        QVERIFY(write(red->table.with({moved})));
        QTRY_VERIFY(session.check().isOutdated());
        QVERIFY(session.check().outdatedReason().contains(QStringLiteral("red line")));
    }

    void theNumbersOfTheSelectedFeatureFollow() {
        Session session;
        openAndWait(session, madeProject("live.tuce"));
        session.selection().select(small_plan::layoutId, small_plan::platform);
        QTRY_VERIFY(session.live().answer() != nullptr);
        QVERIFY(session.live().answer()->hasConflicts());
        QTRY_VERIFY(session.live().shapes() && session.live().shapes()->hasShapes);  // what is drawn comes after
        QTRY_VERIFY(session.live().answer()->hasShapes);
        QVERIFY(session.perform(shifted(session, -2000)));
        QTRY_VERIFY(session.live().answer() && !session.live().answer()->hasConflicts());
        session.selection().clear();
        QTRY_VERIFY(session.live().answer() == nullptr);
    }

    void deletedFeaturesLeaveTheSelection() {
        Session session;
        openAndWait(session, madeProject("selection.tuce"));
        session.selection().select({small_plan::layoutId, {small_plan::platform, small_plan::axis}});
        QVERIFY(session.perform(layers::removeFeatures(*session.snapshot(), small_plan::layoutId, {small_plan::axis})));
        QCOMPARE(session.selection().features().features, std::vector<gis::FeatureId>{small_plan::platform});
    }

    void theGuiThreadIsNeverHeldForLong() {
        const QString path = madeProject("quick.tuce");
        Session session;
        Stopwatch watch;
        openAndWait(session, path);
        session.check().run();
        QTRY_VERIFY(session.check().report() != nullptr);
        QVERIFY(session.perform(shifted(session, 3)));
        bool saved = false;
        session.save([&saved](bool good) { saved = good; });
        QTRY_VERIFY(saved);
        QTest::qWait(20);
        // QTRY sleeps in steps of 50 ms between looks at the events.
        QVERIFY2(watch.longestMs() < 150, qPrintable(QString::number(watch.longestMs())));
    }
};

QTEST_MAIN(TestSession)
#include "test_session.moc"
