// SPDX-License-Identifier: Apache-2.0
// The window is killed in the middle of an edit; the next one offers what was done and restores it.
#include <QPushButton>
#include <csignal>

#include "layers/plan/LayoutElement.h"
#include "layers/project/ProjectStore.h"
#include "tests/app/story/Driver.h"
#include "tests/support/SmallPlan.h"

using namespace app;
using small_plan::at;

namespace {

/// What the child does until it is killed: a square is drawn, a vertex of the platform is moved, and the next drag has
/// begun when it says so. The plan it should come back as is written to `expected`.
int editUntilKilled(const QString& expected) {
    Driver driver;
    driver.openWindow({1200, 800});
    driver.session->newProject(*small_plan::snapshot());
    if (!Driver::wait([&] { return driver.session->hasProject(); }) || !driver.settle()) return 1;
    driver.bench().map.setSnapping(false);
    const auto pixel = [&](double x, double y) { return driver.canvas().view().toScreen(at(x, y)); };
    driver.bench().actions.trigger(QStringLiteral("tool.drawPolygon"));
    for (const QPointF corner : {pixel(-2000, -2000), pixel(-1000, -2000), pixel(-1000, -1000)})
        driver.clickOnMap(corner);
    QTest::keyClick(&driver.canvas(), Qt::Key_Return);
    auto* dialog = Driver::awaited<QDialog>(QStringLiteral("elementDialog"));
    if (dialog == nullptr) return 2;
    Driver::type(dialog->findChild<QLineEdit*>(QStringLiteral("name")), QStringLiteral("未保存的平台"));
    QTest::keyClick(dialog, Qt::Key_Return);
    const auto count = [&] { return driver.plan()->layer(small_plan::layoutId)->table.size(); };
    if (!Driver::wait([&] { return count() == 3; })) return 3;
    driver.session->selection().select(small_plan::layoutId, small_plan::platform);
    driver.bench().actions.trigger(QStringLiteral("tool.vertex"));
    driver.dragOnMap(pixel(0, 0), pixel(-400, -300));
    if (!layers::createProject(expected.toStdString(), *driver.plan(), gis::Overwrite::No)) return 4;
    // In the middle of the next one.
    QTest::mousePress(&driver.canvas(), Qt::LeftButton, {}, pixel(1000, 1000).toPoint());
    driver.moveOnMap(pixel(1300, 1400), Qt::LeftButton);
    puts("editing");
    fflush(stdout);
    Driver::wait([] { return false; }, 120000);
    return 5;
}

}  // namespace

class TestKilled : public QObject {
    Q_OBJECT
    Driver m_driver;

private Q_SLOTS:
    void theWelcomePageOffersWhatWasDone() {
        QTemporaryDir folder;
        const QString expected = folder.filePath(QStringLiteral("expected.tuce"));
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--edit"), expected});
        QVERIFY(child.waitForStarted());
        while (child.waitForReadyRead(120000) && !child.peek(1000).contains("editing")) {
        }
        QVERIFY(child.readAll().contains("editing"));
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        m_driver.openWindow({1200, 800});
        QVERIFY(Driver::seen(QStringLiteral("welcomePage")));
        QVERIFY(Driver::awaited(QStringLiteral("recoveryCard")));
        Driver::click(Driver::seen<QPushButton>(QStringLiteral("restore")));
        QVERIFY(Driver::wait([this] { return m_driver.session->hasProject(); }));
        QVERIFY(m_driver.settle());
        const auto wanted = layers::openProject(expected.toStdString());
        QVERIFY(wanted.has_value());
        QVERIFY(m_driver.plan()->samePlan(*wanted->snapshot));
        QVERIFY(m_driver.session->isModified());
        const layers::LayerPtr layout = m_driver.plan()->layer(small_plan::layoutId);
        const gis::Feature& drawn = layout->table.at(2);
        QCOMPARE(QString::fromStdString(layout->featureName(drawn)), QStringLiteral("未保存的平台"));
        m_driver.leave();
    }

    void whatIsDiscardedIsNotOfferedAgain() {
        m_driver.openWindow({1200, 800});
        QVERIFY(!Driver::seen(QStringLiteral("recoveryCard")));
        m_driver.leave();
    }
};

int main(int argc, char** argv) {
    QTemporaryDir home;
    const bool isChild = argc == 3 && qstrcmp(argv[1], "--edit") == 0;
    // The child is given the parent's folders by the environment.
    Driver::useFolder(isChild ? qEnvironmentVariable("TUCE_STORY_HOME") : home.path());
    if (!isChild) qputenv("TUCE_STORY_HOME", home.path().toUtf8());
    WatchedApplication application(argc, argv);
    installLanguage("zh_CN");
    if (isChild) return editUntilKilled(QString::fromLocal8Bit(argv[2]));
    TestKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_killed.moc"
