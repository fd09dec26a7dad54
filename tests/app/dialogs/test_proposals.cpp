// SPDX-License-Identifier: Apache-2.0
// Proposed links: shown with their reasons, linked only when taken up, one step each.
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include "app/dialogs/LinkDialog.h"
#include "app/panels/BasisSection.h"
#include "app/panels/ClausesPanel.h"
#include "app/panels/ProposalList.h"
#include "app/window/ActionRegistry.h"
#include "tests/app/dialogs/DialogFixture.h"

using namespace app;

class TestProposalList : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_fixture;

    Session& session() const { return *m_fixture->session; }
    std::size_t links() const { return session().snapshot()->links.size(); }
    static QPushButton* acceptIn(const QWidget* parent) {
        for (auto* button : parent->findChildren<QPushButton*>(QStringLiteral("acceptProposal")))
            if (button->isVisibleTo(parent)) return button;
        return nullptr;
    }
    static layers::ProjectSnapshot plan() {
        layers::ProjectSnapshot plan = *small_plan::snapshot();
        layers::PolicyDocument document;
        document.id = "paper";
        document.title = "Paper";
        for (const auto& [id, heading, words] :
             {std::tuple{"paper/1", "Platforms", "The county builds the east platform beside the river."},
              std::tuple{"paper/2", "Other", "Nothing of the kind."}}) {
            layers::Clause clause;
            clause.id = id;
            clause.documentId = "paper";
            clause.level = "clause";
            clause.number = id + 6;
            clause.heading = heading;
            clause.text = words;
            document.clauses.push_back(clause);
            document.text += words;
        }
        plan.corpus = plan.corpus.with("paper", std::make_shared<const layers::PolicyDocument>(document));
        return plan;
    }

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-proposals")); }
    void init() {
        m_fixture = std::make_unique<DialogFixture>();
        m_fixture->open();
        session().newProject(plan());
        QTRY_VERIFY(session().snapshot() && session().snapshot()->corpus.clauseCount() == 2);
    }
    void cleanup() {
        m_fixture->close();
        m_fixture.reset();
    }

    void aFeatureShowsItsClauses() {
        auto* section = m_fixture->window->findChild<BasisSection*>();
        QVERIFY(section != nullptr);
        QVERIFY(acceptIn(section) == nullptr);
        session().selection().select(small_plan::layoutId, small_plan::platform);
        QTRY_VERIFY(acceptIn(section) != nullptr);
        auto* list = section->findChild<ProposalList*>();
        QCOMPARE(list->proposals().found().size(), std::size_t{1});
        QCOMPARE(list->proposals().found()[0].clauseId, std::string("paper/1"));
        QStringList shown;
        for (const QLabel* label : list->findChildren<QLabel*>()) shown << label->text();
        QVERIFY2(shown.join(u'|').contains(QStringLiteral("its name stands in the clause")),
                 qPrintable(shown.join(u'|')));
        QCOMPARE(links(), std::size_t{0});  // nothing is linked silently

        const int steps = m_fixture->undoSteps();
        QTest::mouseClick(acceptIn(section), Qt::LeftButton);
        QCOMPARE(links(), std::size_t{1});
        QCOMPARE(session().snapshot()->links[0].anchor, std::string("east platform"));
        QVERIFY(session().snapshot()->links[0].anchorPosition > 0);
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        QTRY_VERIFY(acceptIn(section) == nullptr);
        session().undo();
        QCOMPARE(links(), std::size_t{0});
        QTRY_VERIFY(acceptIn(section) != nullptr);
    }

    void aClauseShowsItsFeatures() {
        auto* panel = m_fixture->window->findChild<ClausesPanel*>();
        QVERIFY(panel != nullptr);
        panel->show("paper/1");
        QTRY_VERIFY(acceptIn(panel) != nullptr);
        QTest::mouseClick(acceptIn(panel), Qt::LeftButton);
        QCOMPARE(links(), std::size_t{1});
        QCOMPARE(session().snapshot()->links[0].feature, small_plan::platform);
        panel->show("paper/2");
        QTRY_VERIFY(!panel->findChild<QScrollArea*>(QStringLiteral("clauseProposals"))->isVisibleTo(panel));
    }

    void theLinkDialogOffersThem() {
        LinkDialog dialog(m_fixture->bench(), {small_plan::layoutId, {small_plan::platform}});
        dialog.show();
        QTRY_VERIFY(acceptIn(&dialog) != nullptr);
        QTest::mouseClick(acceptIn(&dialog), Qt::LeftButton);
        QCOMPARE(links(), std::size_t{1});
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    }
};

QTEST_MAIN(TestProposalList)
#include "test_proposals.moc"
