// SPDX-License-Identifier: Apache-2.0
// Clauses corrected by hand in the window: chosen words begin one of their own, it is named, joined, undone, and made
// again when the text is imported anew.
#include <QAction>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTextCursor>
#include <QTreeView>

#include "app/dialogs/ClauseNameDialog.h"
#include "app/panels/ClauseReader.h"
#include "app/panels/ClausesPanel.h"
#include "layers/edit/ClauseEdit.h"
#include "layers/edit/DocumentEdit.h"
#include "layers/policy/ClauseParser.h"
#include "layers/policy/DocumentImport.h"
#include "tests/app/dialogs/DialogFixture.h"

using namespace app;

class TestClauseCorrections : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_fixture;

    Session& session() const { return *m_fixture->session; }
    ClausesPanel& panel() const { return *m_fixture->window->findChild<ClausesPanel*>(); }
    ClauseReader& reader() const { return *panel().findChild<ClauseReader*>(); }
    layers::PolicyDocument imported() const {
        QFile file(m_fixture->path(QStringLiteral("paper.txt")));
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
        file.write(
            "某县规划方案\n\n一、总体要求\n坚持统筹发展。做好水利工作，建设水库三座。\n二、重点任务\n推进交通建设。\n三"
            "、"
            "保障措施\n加强领导。\n");
        file.close();
        const auto plan = session().snapshot();
        const auto read =
            layers::importDocument(plan->corpus, layers::shippedGazetteer().value(), file.fileName().toStdString(), {},
                                   {}, {}, layers::keptCorrections(*plan));
        if (!read) qFatal("%s", gis::describe(read.error()).c_str());
        return read->document;
    }
    QStringList numbers() const {
        QStringList list;
        for (const auto& clause : session().snapshot()->corpus.documents().front()->clauses)
            list << QString::fromStdString(clause.number + clause.heading);
        return list;
    }
    const layers::Clause& clause(std::size_t i) const {
        return session().snapshot()->corpus.documents().front()->clauses.at(i);
    }
    /// Chooses words in the reader and picks an entry of the menu that a right click there brings.
    void pickInReader(const QString& words, int entry) const {
        QTextCursor cursor = reader().document()->find(words);
        QVERIFY(!cursor.isNull());
        reader().setTextCursor(cursor);
        const QPoint place = reader().cursorRect().center();
        QContextMenuEvent click(QContextMenuEvent::Mouse, place, reader().viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(reader().viewport(), &click);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QAction* action = menu->actions().at(entry);
        QVERIFY2(action->isEnabled(), qPrintable(action->text()));
        action->trigger();
        menu->close();
    }
    ClauseNameDialog* dialog() const { return m_fixture->window->findChild<ClauseNameDialog*>(); }
    void fill(const QString& number, const QString& heading) const {
        QVERIFY(dialog() != nullptr);
        dialog()->findChild<QLineEdit*>(QStringLiteral("number"))->setText(number);
        dialog()->findChild<QLineEdit*>(QStringLiteral("heading"))->setText(heading);
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("accept")), Qt::LeftButton);
        QTRY_VERIFY(dialog() == nullptr);
    }

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-corrections")); }
    void init() {
        m_fixture = std::make_unique<DialogFixture>();
        m_fixture->open();
        QVERIFY(session().perform(layers::addDocument(*session().snapshot(), imported())));
        QCOMPARE(numbers(), (QStringList{QStringLiteral("一总体要求"), QStringLiteral("二重点任务"),
                                         QStringLiteral("三保障措施")}));
        m_fixture->bench().panels.show(QStringLiteral("clauses"));
    }
    void cleanup() {
        m_fixture->close();
        m_fixture.reset();
    }

    void chosenWordsBeginAClauseThatOutlivesAnImport() {
        panel().show(clause(0).id);
        const int before = m_fixture->undoSteps();
        constexpr int splitEntry = 1;
        pickInReader(QStringLiteral("做好水利工作"), splitEntry);
        fill(QStringLiteral("（一）"), QStringLiteral("做好水利工作"));
        QCOMPARE(m_fixture->undoSteps(), before + 1);
        QCOMPARE(numbers().at(1), QStringLiteral("（一）做好水利工作"));
        QVERIFY(clause(1).text.find("建设水库三座") != std::string::npos);
        QVERIFY(clause(0).text.find("水利") == std::string::npos);
        QVERIFY(session().perform(layers::addDocument(*session().snapshot(), imported())));
        QCOMPARE(numbers().at(1), QStringLiteral("（一）做好水利工作"));
        session().undo();
        session().undo();
        QCOMPARE(numbers().size(), 3);
    }

    /// What stands behind the signature is greyed behind the last clause and with the document, and is taken in by a click.
    void wordsInNoClauseAreShownAndTakenIn() {
        auto read = layers::parseDocument(
            "一、总体要求\n坚持统筹。\n2024年5月6日\n（此件公开发布）\n余下的内容在这里。\n", "end");
        QVERIFY(read);
        read->title = "end";
        QVERIFY(session().perform(layers::addDocument(*session().snapshot(), std::move(*read))));
        panel().show("end/part/一");
        QTRY_VERIFY(reader().toPlainText().contains(QStringLiteral("余下的内容在这里")));
        QVERIFY(session().snapshot()->corpus.clause("end/part/一")->text.find("余下") == std::string::npos);
        // With the document picked, all of it is read, what is in no clause in its place.
        auto* tree = panel().findChild<QTreeView*>(QStringLiteral("clauses"));
        tree->setCurrentIndex(tree->currentIndex().parent());
        const QString all = reader().toPlainText();
        QVERIFY(all.indexOf(QStringLiteral("坚持统筹")) > 0);
        QVERIFY(all.indexOf(QStringLiteral("余下的内容在这里")) > all.indexOf(QStringLiteral("坚持统筹")));
        panel().show("end/part/一");
        const int before = m_fixture->undoSteps();
        Q_EMIT reader().anchorClicked(QUrl(QStringLiteral("take:0")));
        QTRY_COMPARE(m_fixture->undoSteps(), before + 1);
        QVERIFY(session().snapshot()->corpus.clause("end/part/一")->text.find("余下的内容") != std::string::npos);
        session().undo();
        panel().show("end/part/一");
        Q_EMIT reader().anchorClicked(QUrl(QStringLiteral("clause:0")));
        QTRY_VERIFY(dialog() != nullptr);
        fill(QStringLiteral("附件"), QString());
        QTRY_VERIFY(session().snapshot()->corpus.clause("end/附件") != nullptr);
    }

    void theTreeKeepsWhatIsOpenAndPicked() {
        auto* tree = panel().findChild<QTreeView*>(QStringLiteral("clauses"));
        const auto rowOf = [tree](const QString& words) {
            const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, words, 1,
                                                               Qt::MatchContains | Qt::MatchRecursive);
            return found.value(0);
        };
        tree->collapseAll();
        const QModelIndex document = tree->model()->index(0, 0);
        tree->expand(document);
        panel().show(clause(1).id);
        const QString picked = tree->currentIndex().data().toString();
        const auto change =
            layers::correctClauses(*session().snapshot(), session().snapshot()->corpus.documents().front()->id,
                                   {layers::CorrectionKind::Split, "做好水利工作", 0, "（一）", {}});
        QVERIFY(change && session().perform(*change));
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
        QCOMPARE(tree->currentIndex().data().toString(), picked);
        session().undo();
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
        QCOMPARE(tree->currentIndex().data().toString(), picked);
        QVERIFY(!rowOf(QStringLiteral("（一）")).isValid());
    }

    void aClauseIsNamedAndJoined() {
        QAbstractItemView* tree = panel().findChild<QTreeView*>(QStringLiteral("clauses"));
        panel().show(clause(2).id);
        // The menu of the tree waits for its answer, so the answer is sent ahead.
        const auto ask = [&] {
            Q_EMIT tree->customContextMenuRequested(tree->visualRect(tree->currentIndex()).center());
        };
        constexpr int nameFromEnd = 2;
        constexpr int joinFromEnd = 1;
        const auto answerFromEnd = [this](int fromEnd) {
            QTimer::singleShot(0, &panel(), [fromEnd] {
                auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
                if (menu == nullptr) return;
                menu->actions().at(menu->actions().size() - fromEnd)->trigger();
                menu->close();
            });
        };
        answerFromEnd(nameFromEnd);
        ask();
        fill(QStringLiteral("四"), QStringLiteral("组织保障"));
        QCOMPARE(numbers().at(2), QStringLiteral("四组织保障"));
        panel().show(clause(2).id);
        answerFromEnd(joinFromEnd);
        ask();
        QTRY_COMPARE(numbers().size(), 2);
        QVERIFY(clause(1).text.find("加强领导") != std::string::npos);
        session().undo();
        QCOMPARE(numbers().size(), 3);
    }
};

QTEST_MAIN(TestClauseCorrections)
#include "test_clause_corrections.moc"
