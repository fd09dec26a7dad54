// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "app/assembly/Assembly.h"
#include "app/session/Session.h"
#include "app/theme/Theme.h"
#include "app/window/MainWindow.h"
#include "tests/support/SmallPlan.h"

/// The whole window on the small plan.
struct DialogFixture {
    QTemporaryDir folder;
    app::Theme theme{*qApp};
    std::unique_ptr<app::Session> session;
    std::unique_ptr<app::MainWindow> window;

    static void useTestSettings(const QString& name) {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(name);
        QCoreApplication::setOrganizationName(QStringLiteral("tuce-test"));
        QSettings().clear();
    }
    void open() {
        session = std::make_unique<app::Session>();
        window = std::make_unique<app::MainWindow>(*session, theme);
        app::assemble(*window);
        window->finish();
        window->resize(1200, 800);
        window->show();
        session->newProject(*small_plan::snapshot());
        QVERIFY(QTest::qWaitFor([this] { return session->hasProject(); }));
    }
    void close() {
        window.reset();
        session->close();
        session.reset();
    }
    app::Workbench& bench() const { return window->workbench(); }
    QString path(const QString& name) const { return folder.filePath(name); }
    int undoSteps() const { return session->project()->undoStack().index(); }
    layers::LayerPtr layer(const std::string& name) const { return session->snapshot()->layer(name); }
};
