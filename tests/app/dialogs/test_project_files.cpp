// SPDX-License-Identifier: Apache-2.0
// The window and its project file when others touch it too.
#include <QMessageBox>
#include <QPushButton>

#include "app/window/FileDialogs.h"
#include "gis/io/SqliteDatabase.h"
#include "layers/edit/InfoEdit.h"
#include "layers/project/ProjectStore.h"
#include "tests/app/dialogs/DialogFixture.h"

using namespace app;

class TestProjectFiles : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_fixture;
    QString m_path;

    void rename(const std::string& title) const {
        layers::ProjectInfo info = m_fixture->session->snapshot()->info;
        info.title = title;
        QVERIFY(m_fixture->session->perform(layers::setInfo(*m_fixture->session->snapshot(), info)));
    }
    /// As QGIS would change a name.
    void changeElsewhere(const std::string& name) const {
        const auto database = gis::SqliteDatabase::open(m_path.toStdString(), gis::SqliteMode::ReadWrite);
        QVERIFY(database);
        database->disableTriggers();
        const auto table = database->value("SELECT table_name FROM tuce_layers WHERE name='red line'");
        QVERIFY(table && !gis::isNull(*table));
        QVERIFY(database->execute("UPDATE \"" + gis::toText(*table) + "\" SET name='" + name + "'"));
    }
    std::string nameInFile() const {
        const auto opened = layers::openProject(m_path.toStdString());
        const auto layer = opened->snapshot->layer("red line");
        return gis::toText(layer->table.at(0).attribute(layer->table.schema().indexOf("name")));
    }
    std::string titleInFile() const { return layers::openProject(m_path.toStdString())->snapshot->info.title; }
    QMessageBox* question() const {
        return m_fixture->window->findChild<QMessageBox*>(QStringLiteral("changedElsewhereQuestion"));
    }
    static void answer(QMessageBox* box, const QString& words) {
        for (QAbstractButton* button : box->buttons())
            if (button->text().remove(u'&') == words) return button->click();
        QFAIL("no such answer");
    }

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-project-files")); }
    void init() {
        m_fixture = std::make_unique<DialogFixture>();
        m_fixture->open();
        m_path = m_fixture->path(QStringLiteral("plan.tuce"));
        std::optional<bool> saved;
        m_fixture->session->saveAs(m_path, gis::Overwrite::No, [&saved](bool good) { saved = good; });
        QTRY_VERIFY(saved.has_value());
        QVERIFY(*saved);
        rename("mine");
        changeElsewhere("theirs");
    }
    void cleanup() {
        m_fixture->close();
        m_fixture.reset();
    }

    void mineIsKeptIfTheUserSaysSo() {
        std::optional<bool> saved;
        m_fixture->window->files().save([&saved](bool good) { saved = good; });
        QTRY_VERIFY(question());
        QCOMPARE(nameInFile(), std::string("theirs"));
        QVERIFY(m_fixture->session->isModified());
        answer(question(), QStringLiteral("Keep my version"));
        QTRY_VERIFY(saved.has_value());
        QVERIFY(*saved);
        QCOMPARE(titleInFile(), std::string("mine"));
        QCOMPARE(nameInFile(), std::string("zone"));
        QVERIFY(!m_fixture->session->isModified());
        // And the next save asks nothing.
        rename("mine again");
        saved.reset();
        m_fixture->window->files().save([&saved](bool good) { saved = good; });
        QTRY_VERIFY(saved.has_value());
        QVERIFY(*saved);
        QVERIFY(!question());
    }
    void theFileIsReadAgainIfTheUserSaysSo() {
        m_fixture->window->files().save();
        QTRY_VERIFY(question());
        answer(question(), QStringLiteral("Read again"));
        QTRY_VERIFY(m_fixture->session->snapshot()->info.title != "mine");
        const auto layer = m_fixture->layer("red line");
        QCOMPARE(gis::toText(layer->table.at(0).attribute(layer->table.schema().indexOf("name"))),
                 std::string("theirs"));
        QVERIFY(!m_fixture->session->isModified());
        QCOMPARE(m_fixture->session->path(), m_path);
        // The journal of the dropped changes is not offered for restoring.
        QVERIFY(!layers::openProject(m_path.toStdString())->hasJournal);
        rename("later");
        std::optional<bool> saved;
        m_fixture->window->files().save([&saved](bool good) { saved = good; });
        QTRY_VERIFY(saved.has_value());
        QVERIFY(*saved);
    }
    void nothingHappensIfTheUserStays() {
        std::optional<bool> saved;
        m_fixture->window->files().save([&saved](bool good) { saved = good; });
        QTRY_VERIFY(question());
        answer(question(), QStringLiteral("Cancel"));
        QTRY_VERIFY(saved.has_value());
        QVERIFY(!*saved);
        QCOMPARE(nameInFile(), std::string("theirs"));
        QVERIFY(m_fixture->session->isModified());
        QCOMPARE(m_fixture->session->snapshot()->info.title, std::string("mine"));
    }
    void savingUnderAnotherNameKeepsBoth() {
        const QString other = m_fixture->path(QStringLiteral("other.tuce"));
        std::optional<bool> saved;
        m_fixture->session->saveAs(other, gis::Overwrite::No, [&saved](bool good) { saved = good; });
        QTRY_VERIFY(saved.has_value());
        QVERIFY(*saved);
        QCOMPARE(nameInFile(), std::string("theirs"));
        QCOMPARE(layers::openProject(other.toStdString())->snapshot->info.title, std::string("mine"));
    }
};

QTEST_MAIN(TestProjectFiles)
#include "test_project_files.moc"
