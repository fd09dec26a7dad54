// SPDX-License-Identifier: Apache-2.0
// A saved project with a large linked layer is on the map before that layer is read.
#include <QSettings>
#include <QStandardPaths>
#include <QtTest>

#include "app/window/MapController.h"
#include "layers/check/KeptIndex.h"
#include "layers/render/MapRenderer.h"
#include "tests/layers/render/LargeLinkedLayer.h"

using namespace app;

namespace {

/// A project with the layer linked, and what a session that drew it would keep.
QString savedAndDrawnBefore(const LargeLinkedLayer& data) {
    const layers::ProjectSnapshot plan = LargeLinkedLayer::planOf(data.layer());
    if (!layers::createProject(data.projectPath(), plan, gis::Overwrite::Yes)) qFatal("cannot be saved");
    const auto kept = std::make_shared<layers::KeptForms>(layers::KeptIndex::folderBeside(data.projectPath()), 1000);
    layers::LayerForms forms;
    forms.setKept(kept);
    layers::MapSettings settings;
    settings.crs = small_plan::crs();
    settings.extent = plan.layers.front()->table.extent();
    if (!layers::renderMap(plan, settings, {}, &forms) || !forms.keep({})) qFatal("cannot be kept");
    return QString::fromStdString(data.projectPath());
}

struct Window {
    Window() : controller(session, canvas) {
        canvas.resize(300, 300);
        canvas.show();
    }
    Session session;
    MapCanvas canvas;
    MapController controller;
};

}  // namespace

class TestEarlyMap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(QStringLiteral("tuce-test-early-map"));
        QCoreApplication::setOrganizationName(QStringLiteral("tuce-test"));
        QSettings().clear();
    }

    void shownBeforeItIsRead() {
        const LargeLinkedLayer data;
        const QString path = savedAndDrawnBefore(data);
        Window window;
        MapView early;
        layers::SnapshotPtr unread;
        connect(&window.session, &Session::previewReady, this, [&] {
            QVERIFY(!window.session.hasProject());
            early = window.canvas.view();
            unread = window.canvas.snapshot();
        });
        QSignalSpy changed(&window.session, &Session::projectChanged);
        window.session.open(path);
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(unread != nullptr);
        QCOMPARE(unread->layers.front()->table.size(), std::size_t{64});
        QVERIFY(unread->layers.front()->table.at(1).geometry().isEmpty());
        QVERIFY(window.session.snapshot() != unread);
        QVERIFY(window.canvas.snapshot() == window.session.snapshot());
        QVERIFY(window.canvas.view() == early);
        QVERIFY(!window.session.snapshot()->layers.front()->table.at(1).geometry().isEmpty());
        QTRY_VERIFY(!window.canvas.isDrawing());
        QVERIFY(window.canvas.picture().pixel(150, 150) != window.canvas.picture().pixel(1, 1));
    }
    void whoeverMovedTheMapStaysThere() {
        const LargeLinkedLayer data;
        const QString path = savedAndDrawnBefore(data);
        Window window;
        connect(&window.session, &Session::previewReady, this, [&] { window.canvas.panBy({40, 10}); });
        MapView moved;
        connect(&window.canvas, &MapCanvas::viewChanged, this, [&](const MapView& view) { moved = view; });
        QSignalSpy changed(&window.session, &Session::projectChanged);
        window.session.open(path);
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(window.canvas.view() == moved);
    }
    void nothingKeptNothingEarly() {
        const LargeLinkedLayer data;
        const QString path = savedAndDrawnBefore(data);
        gis::PackedCache::wipe(layers::KeptIndex::folderBeside(data.projectPath()));
        Window window;
        QSignalSpy early(&window.session, &Session::previewReady);
        QSignalSpy changed(&window.session, &Session::projectChanged);
        window.session.open(path);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(early.count(), 0);
    }
    void notWhileAnotherProjectIsShown() {
        const LargeLinkedLayer data, other;
        const QString path = savedAndDrawnBefore(data), first = savedAndDrawnBefore(other);
        Window window;
        QSignalSpy changed(&window.session, &Session::projectChanged);
        window.session.open(first);
        QTRY_COMPARE(changed.count(), 1);
        QSignalSpy early(&window.session, &Session::previewReady);
        window.session.open(path);
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(early.count(), 0);
        QCOMPARE(window.session.path(), path);
    }
    void aProjectThatCannotBeReadLeavesNoMap() {
        const LargeLinkedLayer data;
        const QString path = savedAndDrawnBefore(data);
        Window window;
        QSignalSpy early(&window.session, &Session::previewReady);
        QSignalSpy failed(&window.session, &Session::openFailed);
        connect(&window.session, &Session::previewReady, this, [&] { window.session.jobs().stopAll(); });
        window.session.open(path);
        QTRY_VERIFY(failed.count() + (window.session.hasProject() ? 1 : 0) == 1);
        if (failed.count() == 1) QVERIFY(window.canvas.snapshot() == nullptr);
        QCOMPARE(early.count(), 1);
    }
};

QTEST_MAIN(TestEarlyMap)
#include "test_early_map.moc"
