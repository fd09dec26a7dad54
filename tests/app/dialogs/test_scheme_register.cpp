// SPDX-License-Identifier: Apache-2.0
// Schemes of the register: opened, kept in the plan, saved as a file, removed; what differs from the document, and back.
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

#include "app/panels/ElementSection.h"
#include "app/panels/RecipeSection.h"
#include "app/panels/RegisterPanel.h"
#include "app/window/ActionRegistry.h"
#include "gis/base/AtomicFile.h"
#include "layers/scheme/AsNamed.h"
#include "layers/scheme/ElementChange.h"
#include "layers/scheme/ElementRebuild.h"
#include "layers/scheme/LayoutRecipe.h"
#include "layers/scheme/PlanSchemes.h"
#include "layers/scheme/SchemeFile.h"
#include "tests/app/dialogs/DialogFixture.h"

using namespace app;

namespace {

const char* const ownJson = R"({"schema":"tuce-scheme/1","title":"own scheme",
  "documents":[{"id":"paper","title":"A paper","date_made":"2024-05-06"},
               {"id":"older","title":"An older paper","date_made":"2020-01-02"}],
  "elements":[
  {"id":"own.cluster","document":"paper","kind":"cluster","name":"cluster","radius_km":10,
   "members":[{"name":"万州区","adcode":"500101"},{"name":"开州区","adcode":"500154"}],
   "facts":[{"indicator":"总面积","value":0.06,"unit":"万平方公里","year":2022,"type":"about"},
            {"indicator":"常住人口","value":80,"unit":"万人","year":2025,"type":"target"}],
   "status":{"wording":"build","cls":"construction"}},
  {"id":"own.before","document":"older","kind":"cluster","name":"old cluster","status":{"wording":"study","cls":"study"},
   "members":[{"name":"万州区","adcode":"500101"},{"name":"云阳县","adcode":"500235"}],
   "relations":[{"type":"same_as","target":"own.cluster"}]}]})";

}  // namespace

class TestSchemeRegister : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_fixture;

    RegisterPanel& schemes() const { return *m_fixture->window->findChild<RegisterPanel*>(); }
    QComboBox& box() const { return *schemes().findChild<QComboBox*>(QStringLiteral("schemes")); }
    QTreeWidget& list() const { return *schemes().findChild<QTreeWidget*>(QStringLiteral("elements")); }
    void choose(const QString& row) const {
        const int at = box().findText(row);
        QVERIFY2(at >= 0, qPrintable(row));
        box().setCurrentIndex(at);
        Q_EMIT box().activated(at);
    }
    /// What the file dialog would say.
    void choosePath(const QString& path) const {
        auto* dialog = schemes().findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
    }
    std::vector<std::string> kept() const { return layers::keptSchemes(*m_fixture->session->snapshot()); }
    QString ownFile() const {
        const QString path = m_fixture->path(QStringLiteral("own.json"));
        if (!gis::writeFile(path.toStdString(), ownJson, gis::Overwrite::Yes)) qFatal("cannot write");
        return path;
    }
    void openOwn() const {
        choose(QStringLiteral("Open a scheme file…"));
        choosePath(ownFile());
        QTRY_COMPARE_WITH_TIMEOUT(box().currentText(), QStringLiteral("own scheme"), 20000);
        QTRY_COMPARE_WITH_TIMEOUT(list().topLevelItemCount(), 2, 20000);
    }
    /// The cluster, drawn into the layout layer.
    gis::FeatureId draw(const layers::SchemeElement& element) const {
        const auto plan = m_fixture->session->snapshot();
        layers::Scheme one;
        one.elements = {element};
        layers::BuildOptions options = layers::shippedBuildOptions().value();
        options.crs = m_fixture->layer("layout")->table.crs();
        const auto layout = layers::buildLayout(one, layers::planGround(*plan).value(), options).value();
        gis::Warnings ignored;
        const gis::FeatureId id = m_fixture->layer("layout")->table.nextId();
        [&] {
            QVERIFY(m_fixture->session->perform(
                layers::elementsChange(plan, layout, small_plan::layoutId, {"t", {}, {}}, ignored)));
        }();
        m_fixture->session->selection().select(small_plan::layoutId, id);
        return id;
    }
    layers::SchemeElement elementIn(gis::FeatureId id) const {
        const auto layer = m_fixture->layer("layout");
        return layers::recipeOf(*layer, *layer->table.find(id))->element;
    }

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-scheme-register")); }
    void init() {
        m_fixture = std::make_unique<DialogFixture>();
        m_fixture->open();
        m_fixture->bench().actions.refresh();
        m_fixture->bench().actions.trigger(QStringLiteral("scheme.build"));
        QTRY_VERIFY_WITH_TIMEOUT(list().topLevelItemCount() >= 510, 20000);
    }
    void cleanup() {
        m_fixture->close();
        m_fixture.reset();
    }

    void anOpenedSchemeIsKeptInThePlanByOneStep() {
        const int steps = m_fixture->undoSteps();
        openOwn();
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        QCOMPARE(kept(), std::vector<std::string>{"own scheme"});
        m_fixture->session->undo();
        QVERIFY(kept().empty());
        QTRY_VERIFY_WITH_TIMEOUT(box().findText(QStringLiteral("own scheme")) < 0, 20000);
        m_fixture->session->redo();
        QTRY_VERIFY_WITH_TIMEOUT(box().findText(QStringLiteral("own scheme")) > 0, 20000);
    }

    void itIsTakenOutAgain() {
        openOwn();
        choose(QStringLiteral("Remove this scheme from the project"));
        QVERIFY(kept().empty());
        QTRY_COMPARE_WITH_TIMEOUT(box().currentText(), QStringLiteral("All schemes"), 20000);
        QCOMPARE(box().findText(QStringLiteral("Remove this scheme from the project")), -1);
    }

    void aBrokenFileIsToldAndNothingIsKept() {
        const QString path = m_fixture->path(QStringLiteral("broken.json"));
        QVERIFY(gis::writeFile(path.toStdString(), R"({"elements":[{"id":"x.1","kind":"zone"}]})", gis::Overwrite::No));
        const auto before = m_fixture->session->messages().log().size();
        choose(QStringLiteral("Open a scheme file…"));
        choosePath(path);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->session->messages().log().size(), before + 1, 20000);
        const QString said = m_fixture->session->messages().log().back().text;
        QVERIFY2(said.contains(QStringLiteral("x.1")) && said.contains(QStringLiteral("broken.json")),
                 qPrintable(said));
        QVERIFY(kept().empty());
    }

    void whatIsSavedIsWhatWasOpened() {
        openOwn();
        const QString path = m_fixture->path(QStringLiteral("saved.json"));
        choose(QStringLiteral("Save this scheme as…"));
        choosePath(path);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20000);
        QCOMPARE(layers::readScheme(path.toStdString()).value(), layers::schemeFromJson(ownJson, "t").value());
        // All schemes together: the register's elements and the own ones.
        choose(QStringLiteral("All schemes"));
        const QString all = m_fixture->path(QStringLiteral("all.json"));
        choose(QStringLiteral("Save this scheme as…"));
        choosePath(all);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(all), 20000);
        const layers::Scheme read = layers::readScheme(all.toStdString()).value();
        QCOMPARE(read.elements.size(), 512U);
        QVERIFY(read.element("own.cluster") != nullptr && read.element("wdk.zone") != nullptr);
        QCOMPARE(read.elements, schemes().schemes().sources().front().scheme.elements);
    }

    void figuresStatusAndDocumentsOfADrawnElementAreShown() {
        openOwn();
        draw(layers::schemeFromJson(ownJson, "t").value().elements.front());
        auto* section = m_fixture->window->findChild<ElementSection*>();
        const auto said = [section](const char* name) {
            const auto* label = section->findChild<QLabel*>(QLatin1String(name));
            return label == nullptr ? QString() : label->text();
        };
        QTRY_VERIFY_WITH_TIMEOUT(said("accountArea").contains(QStringLiteral("0.06")), 20000);
        // Two discs of 10 km: 628.3 km² of the printed 600.
        QVERIFY2(said("accountArea").contains(QStringLiteral("104.7")), qPrintable(said("accountArea")));
        QCOMPARE(said("accountMembers"), QStringLiteral("2"));
        QVERIFY(said("accountFacts").contains(QStringLiteral("2025")) &&
                said("accountFacts").contains(QStringLiteral("target")) &&
                said("accountFacts").contains(QStringLiteral("about")));
        QVERIFY(said("accountStatus").startsWith(QStringLiteral("build")));
        const QString papers = said("accountStatements");
        QVERIFY(papers.indexOf(QStringLiteral("2020-01-02")) < papers.indexOf(QStringLiteral("2024-05-06")));
        QVERIFY(papers.contains(QStringLiteral("new: 开州区")) && papers.contains(QStringLiteral("no longer: 云阳县")));
        // A feature that nobody built has no such section.
        m_fixture->session->selection().select(small_plan::layoutId, small_plan::platform);
        QTRY_VERIFY_WITH_TIMEOUT(!section->isVisibleTo(m_fixture->window.get()), 20000);
    }

    void whatDiffersFromTheDocumentIsToldAndTakenBack() {
        openOwn();
        const layers::SchemeElement paper = layers::schemeFromJson(ownJson, "t").value().elements.front();
        const auto changed =
            layers::changedElement(paper, {paper.widthKm, paper.radiusKm, {paper.members.front()}, {}, "a planner"})
                .value();
        const gis::FeatureId id = draw(changed);
        auto* section = m_fixture->window->findChild<RecipeSection*>();
        auto* decision = section->findChild<QLabel*>(QStringLiteral("recipeDecision"));
        auto* back = section->findChild<QPushButton*>(QStringLiteral("recipeBack"));
        QVERIFY(decision->text().contains(QStringLiteral("without 开州区")));
        QVERIFY(decision->text().contains(QStringLiteral("a planner")));
        QVERIFY(back->isVisibleTo(section) && back->isEnabled());
        choose(QStringLiteral("All schemes"));
        schemes().findChild<QLineEdit*>(QStringLiteral("search"))->setText(QStringLiteral("cluster"));
        QTRY_VERIFY_WITH_TIMEOUT(list().topLevelItemCount() >= 2, 20000);
        auto* drawn = schemes().findChild<QComboBox*>(QStringLiteral("drawnFilter"));
        drawn->setCurrentIndex(drawn->findData(int(SchemeFilter::Drawn::Differs)));
        Q_EMIT drawn->activated(drawn->currentIndex());
        QTRY_COMPARE_WITH_TIMEOUT(list().topLevelItemCount(), 1, 20000);
        QVERIFY(list().topLevelItem(0)->text(6).contains(QStringLiteral("without 开州区")));
        const int steps = m_fixture->undoSteps();
        QTest::mouseClick(back, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->undoSteps(), steps + 1, 20000);
        QCOMPARE(elementIn(id), paper);
        QVERIFY(!back->isVisibleTo(section));
        QTRY_COMPARE_WITH_TIMEOUT(list().topLevelItemCount(), 0, 20000);
        m_fixture->session->undo();
        QCOMPARE(elementIn(id), changed);
    }
};

QTEST_MAIN(TestSchemeRegister)
#include "test_scheme_register.moc"
