// SPDX-License-Identifier: Apache-2.0
// Where map and text disagree, and the reader of clauses: by mouse and keys.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

#include "app/dialogs/ApproveDialog.h"
#include "app/dialogs/ExportFindings.h"
#include "app/dialogs/LinkDialog.h"
#include "app/panels/AuditPanel.h"
#include "app/panels/ClauseReader.h"
#include "app/panels/ClausesPanel.h"
#include "app/panels/FeatureHandle.h"
#include "app/window/ActionRegistry.h"
#include "app/window/MapController.h"
#include "app/window/PanelRegistry.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/edit/LinkEdit.h"
#include "layers/plan/LayoutElement.h"
#include "tests/app/dialogs/DialogFixture.h"

using namespace app;
using layers::AuditKind;

class TestMapAndText : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_fixture;

    Session& session() const { return *m_fixture->session; }
    QAction* action(const char* id) const { return m_fixture->bench().actions.find(QLatin1String(id)); }
    AuditPanel* panel() const { return m_fixture->window->findChild<AuditPanel*>(); }
    AuditModel* model() const { return panel()->findChild<AuditModel*>(); }
    QTreeView* rows() const { return panel()->findChild<QTreeView*>(QStringLiteral("auditFindings")); }
    ClausesPanel* clauses() const { return m_fixture->window->findChild<ClausesPanel*>(); }
    ClauseReader* reader() const { return clauses()->findChild<ClauseReader*>(); }
    template <class Widget>
    Widget* part(const char* name) const {
        return panel()->findChild<Widget*>(QLatin1String(name));
    }

    static layers::PolicyDocument paper() {
        layers::PolicyDocument document;
        document.id = "paper";
        document.title = "某县规划";
        document.number = "某发〔2024〕1号";
        document.text = "(一)东部平台。支持万州区、开州区共建东部平台，规划面积3平方公里。";
        layers::Clause clause;
        clause.id = "paper/(一)";
        clause.documentId = "paper";
        clause.level = "clause";
        clause.number = "(一)";
        clause.path = "(一)";
        clause.heading = "东部平台";
        clause.text = "支持万州区、开州区共建east platform，规划面积3平方公里。";
        clause.places = {"万州区", "开州区"};
        document.clauses = {clause};
        return document;
    }
    /// The small plan with one paper; the platform is linked to its clause and has one of its two members.
    static layers::ProjectSnapshot plan() {
        layers::ProjectSnapshot plan = *small_plan::snapshot();
        plan.corpus = plan.corpus.with("paper", std::make_shared<const layers::PolicyDocument>(paper()));
        const auto start = std::make_shared<const layers::ProjectSnapshot>(plan);
        layers::ClauseLink link;
        link.layer = small_plan::layoutId;
        link.feature = small_plan::platform;
        link.clauseId = "paper/(一)";
        const auto linked = layers::applied(start, *layers::addLink(*start, link));
        const auto membered =
            layers::applied(*linked, *layers::setAttributes(**linked, small_plan::layoutId, small_plan::platform,
                                                            {{layers::layout_field::members, "万州区"}}));
        return **membered;
    }
    const layers::AuditFinding* find(AuditKind kind) const {
        const auto report = session().audit().report();
        if (report)
            for (const layers::AuditFinding& finding : report->findings)
                if (finding.kind == kind) return &finding;
        return nullptr;
    }
    void pick(AuditKind kind) const {
        const QModelIndex row = model()->indexOf(find(kind)->key);
        QVERIFY(row.isValid());
        rows()->scrollTo(row);
        QTest::mouseClick(rows()->viewport(), Qt::LeftButton, {}, rows()->visualRect(row).center());
    }
    void waitForAnswer() const {
        QTRY_VERIFY_WITH_TIMEOUT(session().audit().report() && session().audit().audited() == session().snapshot(),
                                 20000);
    }

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-map-and-text")); }
    void init() {
        m_fixture = std::make_unique<DialogFixture>();
        m_fixture->open();
        session().newProject(plan());
        QTRY_VERIFY(session().snapshot() && session().snapshot()->corpus.clauseCount() == 1);
        action("audit.show")->trigger();
        waitForAnswer();
    }
    void cleanup() {
        m_fixture->close();
        m_fixture.reset();
    }

    /// What the handle of the feature's panel carries falls onto a clause; nothing else does, and nothing on a document.
    void featuresFallOntoAClause() {
        auto* tree = clauses()->findChild<QTreeView*>(QStringLiteral("clauses"));
        tree->expandAll();
        QAbstractItemModel& rows = *tree->model();
        const QModelIndex document = rows.index(0, 0);
        const QModelIndex clause = rows.index(0, 0, document);
        QVERIFY(clause.isValid());
        session().selection().select({small_plan::layoutId, {small_plan::platform}});
        QVERIFY(m_fixture->window->findChild<FeatureHandle*>());
        QMimeData features, words;
        features.setData(FeatureHandle::featuresFormat(), "x");
        words.setText(QStringLiteral("x"));
        const auto falls = [&](const QMimeData& data, const QModelIndex& on) {
            return rows.canDropMimeData(&data, Qt::CopyAction, -1, -1, on) &&
                   rows.dropMimeData(&data, Qt::CopyAction, -1, -1, on);
        };
        QVERIFY(!falls(words, clause));
        QVERIFY(!falls(features, document));
        QVERIFY(falls(features, clause));
        QPointer<LinkDialog> dialog;
        QTRY_VERIFY((dialog = m_fixture->window->findChild<LinkDialog*>()) && dialog->isVisible());
        dialog->close();
        QVERIFY(rows.flags(clause).testFlag(Qt::ItemIsDropEnabled));
        QVERIFY(!rows.flags(document).testFlag(Qt::ItemIsDropEnabled));
    }
    void aRowShowsBothItsSides() {
        QVERIFY(find(AuditKind::PlaceNotDrawn) && find(AuditKind::FeatureWithoutClause));
        pick(AuditKind::FeatureWithoutClause);
        QCOMPARE(session().selection().features(), (FeatureSet{small_plan::layoutId, {small_plan::axis}}));
        pick(AuditKind::PlaceNotDrawn);
        QCOMPARE(session().selection().clause(), std::string("paper/(一)"));
        QVERIFY(reader()->toPlainText().contains(QStringLiteral("支持万州区、开州区共建")));
        QVERIFY(panel()->findChild<QWidget*>(QStringLiteral("auditDetail"))->isVisible());
    }

    void aClickPutsItRightAndUndoBringsItBack() {
        pick(AuditKind::PlaceNotDrawn);
        auto* fix = part<QPushButton>("auditFix");
        QTRY_VERIFY(fix->isVisible());  // a worker looks for it
        const int steps = m_fixture->undoSteps();
        QTest::mouseClick(fix, Qt::LeftButton);
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        waitForAnswer();
        QVERIFY(find(AuditKind::PlaceNotDrawn) == nullptr);
        const gis::Feature* platform = m_fixture->layer("layout")->table.find(small_plan::platform);
        const int members = m_fixture->layer("layout")->table.schema().indexOf(layers::layout_field::members);
        QCOMPARE(gis::toText(platform->attribute(members)), std::string("万州区、开州区"));
        session().undo();
        waitForAnswer();
        QVERIFY(find(AuditKind::PlaceNotDrawn) != nullptr);
    }

    void theFigureIsThatOfTheSquare() {
        const auto* finding = find(AuditKind::FigureDiffers);  // a square kilometre, three are printed
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->names, std::vector<std::string>{"3平方公里"});
        pick(AuditKind::FigureDiffers);
        QSignalSpy looked(&session().audit(), &AuditResults::fixFound);
        QVERIFY(looked.wait());
        QVERIFY(!part<QPushButton>("auditFix")->isVisible());  // which is wrong only a person knows
    }

    void aDisagreementIsApprovedWithAReason() {
        pick(AuditKind::FigureDiffers);
        const int open = session().audit().openCount();
        action("audit.approve")->trigger();
        QPointer<ApproveDialog> dialog = m_fixture->window->findChild<ApproveDialog*>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QPlainTextEdit*>(QStringLiteral("reason")), QStringLiteral("first stage"));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("accept")), Qt::LeftButton);
        QTRY_VERIFY(!dialog);
        waitForAnswer();
        QCOMPARE(session().audit().openCount(), open - 1);
        QVERIFY(!model()->indexOf(find(AuditKind::FigureDiffers)->key).isValid());  // only open ones are shown
        auto* filter = panel()->findChildren<QComboBox*>().at(1);
        filter->setCurrentIndex(filter->findData(int(AuditFilter::Approved)));
        QCOMPARE(model()->shownCount(), 1);
        pick(AuditKind::FigureDiffers);
        QVERIFY(action("audit.withdraw")->isEnabled());
        action("audit.withdraw")->trigger();
        waitForAnswer();
        QCOMPARE(session().audit().openCount(), open);
    }

    void theAuditIsExportedWithItsCoverage() {
        const QString path = m_fixture->path(QStringLiteral("audit.html"));
        exportAudit(m_fixture->bench(), path);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path), 20000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString html = QString::fromUtf8(file.readAll());
        for (const char* part : {"east platform", "某县规划", "某发〔2024〕1号(一) 东部平台", "layout"})
            QVERIFY2(html.contains(QString::fromUtf8(part)), part);
    }

    void wordsAreChosenAndLinked() {
        session().selection().setClause("paper/(一)");
        QTRY_VERIFY(reader()->toPlainText().contains(QStringLiteral("east platform")));
        session().selection().select(small_plan::layoutId, small_plan::axis);
        QVERIFY(reader()->find(QStringLiteral("共建east platform")));
        QCOMPARE(reader()->chosenWords(), QStringLiteral("共建east platform"));
        Q_EMIT reader()->linkWanted(reader()->chosenWords());
        QPointer<LinkDialog> dialog = m_fixture->window->findChild<LinkDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("linkAnchor"))->text(),
                 QStringLiteral("共建east platform"));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("accept")), Qt::LeftButton);
        QTRY_VERIFY(!dialog);
        const auto links = session().snapshot()->linksOf(small_plan::layoutId, small_plan::axis);
        QCOMPARE(links.size(), std::size_t{1});
        QCOMPARE(links[0].anchor, std::string("共建east platform"));
        waitForAnswer();
        QVERIFY(find(AuditKind::FeatureWithoutClause) == nullptr);
        QVERIFY(find(AuditKind::OrphanedAnchor) == nullptr);
    }

    void placesOfTheTextAreLinks() {
        session().selection().setClause("paper/(一)");
        QTRY_VERIFY(reader()->toHtml().contains(QStringLiteral("place:%E4%B8%87%E5%B7%9E%E5%8C%BA")) ||
                    reader()->toHtml().contains(QStringLiteral("place:万州区")));
        const auto before = m_fixture->bench().map.canvas().view().centre;
        Q_EMIT reader()->anchorClicked(QUrl(QStringLiteral("place:万州区")));
        QTRY_VERIFY(m_fixture->bench().map.canvas().view().centre.x != before.x);
    }

    void clausesAreFoundByTwoCharactersAndByTheirFeatures() {
        auto* search = clauses()->findChild<QLineEdit*>(QStringLiteral("clauseSearch"));
        auto* list = clauses()->findChild<ClausesModel*>();
        search->setText(QStringLiteral("开州 平台"));
        QVERIFY(list->hasMatches());
        search->setText(QStringLiteral("开州 长江"));
        QVERIFY(!list->hasMatches());
        search->clear();
        auto* filter = clauses()->findChild<QComboBox*>(QStringLiteral("clauseFilter"));
        filter->setCurrentIndex(filter->findData(int(ClauseFilter::Unlinked)));
        QVERIFY(!list->indexOf("paper/(一)").isValid());
        filter->setCurrentIndex(filter->findData(int(ClauseFilter::Linked)));
        QVERIFY(list->indexOf("paper/(一)").isValid());
    }
};

QTEST_MAIN(TestMapAndText)
#include "test_map_and_text.moc"
