// SPDX-License-Identifier: Apache-2.0
// Place names of one's own in the window, and places found by their pinyin.
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

#include "app/dialogs/NamesDialog.h"
#include "app/window/ActionRegistry.h"
#include "app/window/CommandPalette.h"
#include "app/window/PlaceGuide.h"
#include "layers/project/ProjectGazetteer.h"
#include "tests/app/dialogs/DialogFixture.h"

using namespace app;

class TestNames : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_fixture;

    Session& session() const { return *m_fixture->session; }
    NamesDialog* opened() const {
        m_fixture->bench().actions.trigger(QStringLiteral("clause.names"));
        return m_fixture->window->findChild<NamesDialog*>();
    }
    static QTableWidget* tableOf(NamesDialog* dialog) { return dialog->findChild<QTableWidget*>(); }
    static QPushButton* button(NamesDialog* dialog, const char* name) {
        return dialog->findChild<QPushButton*>(QLatin1String(name));
    }
    static void setCell(NamesDialog* dialog, int row, NamesDialog::Column column, const QString& words) {
        tableOf(dialog)->item(row, column)->setText(words);
    }
    std::vector<layers::PlaceEntry> kept() const {
        const auto names = layers::userNamesOf(*session().snapshot());
        return names ? names->entries : std::vector<layers::PlaceEntry>();
    }
    QString written(const QString& name, const QByteArray& bytes) const {
        QFile file(m_fixture->path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-names")); }
    void init() {
        m_fixture = std::make_unique<DialogFixture>();
        m_fixture->open();
    }
    void cleanup() {
        m_fixture->close();
        m_fixture.reset();
    }

    void aNameIsAddedChangedAndTakenOut() {
        auto* dialog = opened();
        QVERIFY(dialog != nullptr);
        QCOMPARE(tableOf(dialog)->rowCount(), 0);
        QTest::mouseClick(button(dialog, "addName"), Qt::LeftButton);
        QCOMPARE(tableOf(dialog)->rowCount(), 1);
        auto* editor = tableOf(dialog)->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);  // a new row waits for its name
        QTest::keyClicks(editor, QStringLiteral("Xintian"));
        QTest::keyClick(editor, Qt::Key_Tab);
        QCOMPARE(tableOf(dialog)->item(0, NamesDialog::Name)->text(), QStringLiteral("Xintian"));
        setCell(dialog, 0, NamesDialog::Name, QStringLiteral("新田港"));
        setCell(dialog, 0, NamesDialog::Aliases, QStringLiteral("新田作业区，新田码头"));
        setCell(dialog, 0, NamesDialog::Pinyin, QStringLiteral("xīn tián gǎng"));
        const int before = m_fixture->undoSteps();
        QTest::mouseClick(button(dialog, "accept"), Qt::LeftButton);
        QTRY_COMPARE(m_fixture->undoSteps(), before + 1);
        QCOMPARE(kept().size(), std::size_t{1});
        QCOMPARE(kept()[0].spellings, (std::vector<std::string>{"新田港", "新田作业区", "新田码头"}));
        QCOMPARE(layers::gazetteerOf(*session().snapshot())->placeNames("扩建新田码头"),
                 std::vector<std::string>{"新田港"});
        QVERIFY(layers::gazetteerOf(*session().snapshot())->namesReadAs("xtg").count("新田港") == 1);

        QTRY_VERIFY(m_fixture->window->findChild<NamesDialog*>() == nullptr);
        dialog = opened();
        setCell(dialog, 0, NamesDialog::Name, QStringLiteral("新田新港"));
        QTest::mouseClick(button(dialog, "accept"), Qt::LeftButton);
        QTRY_COMPARE(kept()[0].name, std::string("新田新港"));
        QCOMPARE(kept()[0].id, std::string("user/新田新港"));

        QTRY_VERIFY(m_fixture->window->findChild<NamesDialog*>() == nullptr);
        dialog = opened();
        tableOf(dialog)->selectRow(0);
        QTest::mouseClick(button(dialog, "removeName"), Qt::LeftButton);
        QTest::mouseClick(button(dialog, "accept"), Qt::LeftButton);
        QTRY_VERIFY(kept().empty());
        session().undo();
        QCOMPARE(kept()[0].name, std::string("新田新港"));
    }

    void whatIsWrongIsSaidAtOnce() {
        auto* dialog = opened();
        QTest::mouseClick(button(dialog, "addName"), Qt::LeftButton);
        setCell(dialog, 0, NamesDialog::Name, QStringLiteral("新田港"));
        QVERIFY(button(dialog, "accept")->isEnabled());
        setCell(dialog, 0, NamesDialog::Code, QStringLiteral("12"));
        QVERIFY(!button(dialog, "accept")->isEnabled());
        const auto* state = dialog->findChild<QLabel*>(QStringLiteral("state"));
        QVERIFY2(state->text().contains(QStringLiteral("新田港")), qPrintable(state->text()));
        setCell(dialog, 0, NamesDialog::Code, {});
        setCell(dialog, 0, NamesDialog::Aliases, QStringLiteral("港"));  // would be found everywhere
        QVERIFY(!button(dialog, "accept")->isEnabled());
    }

    void listsAreTakenIn() {
        auto* dialog = opened();
        dialog->importFrom(
            written(QStringLiteral("names.csv"),
                    "名称,别名,类别,代码\n新田港,\"新田码头、新田作业区\",port,\n三水区,三水,,440607\n"));
        QTRY_COMPARE(tableOf(dialog)->rowCount(), 2);
        // The same again takes the place of what is there; what a json list says beside the columns stays.
        dialog->importFrom(written(QStringLiteral("names.json"),
                                   R"({"entries":[{"name":"新田港","kind":"port","spellings":["新港"],
                                       "pitfalls":[{"spelling":"新港","not_before":["路"]}]}]})"));
        QTRY_COMPARE(tableOf(dialog)->item(0, NamesDialog::Aliases)->text(), QStringLiteral("新港"));
        QCOMPARE(tableOf(dialog)->rowCount(), 2);
        QTest::mouseClick(button(dialog, "accept"), Qt::LeftButton);
        QTRY_COMPARE(kept().size(), std::size_t{2});
        const auto names = layers::gazetteerOf(*session().snapshot());
        QVERIFY(names->placeNames("新港路").empty());
        QCOMPARE(names->placeNames("新港"), std::vector<std::string>{"新田港"});
        QCOMPARE(kept()[1].adcode, std::string("440607"));
    }

    void aListThatIsNoneIsRefused() {
        auto* dialog = opened();
        dialog->importFrom(written(QStringLiteral("names.csv"), "a,b\n1,2\n"));
        const auto* state = dialog->findChild<QLabel*>(QStringLiteral("state"));
        QTRY_VERIFY2(state->text().contains(QStringLiteral("\"name\"")), qPrintable(state->text()));
        QCOMPARE(tableOf(dialog)->rowCount(), 0);
    }

    void placesAreFoundByPinyin() {
        QTRY_VERIFY(session().audit().knowledge() != nullptr);
        CommandPalette& palette = m_fixture->bench().palette;
        const auto first = [&palette](const char* typed) {
            palette.field().setText(QLatin1String(typed));
            return palette.shownTexts();
        };
        m_fixture->bench().actions.trigger(QStringLiteral("view.palette"));
        QVERIFY(first("changjiang").contains(QStringLiteral("长江")));
        QVERIFY(first("chongqing").contains(QStringLiteral("重庆市")));
        QVERIFY(first("cq").contains(QStringLiteral("重庆市")));
        QVERIFY(!first("zhongqing").contains(QStringLiteral("重庆市")));
    }
};

QTEST_MAIN(TestNames)
#include "test_names.moc"
