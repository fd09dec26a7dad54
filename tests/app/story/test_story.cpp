// SPDX-License-Identifier: Apache-2.0
// The whole story of a planner with the sample, in the real window by mouse and keys. Each step goes on from the one
// before. At the end it says how long the GUI thread was busy.
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>
#include <QXmlStreamReader>
#include <cmath>

#include "app/dialogs/SheetDialog.h"
#include "app/dialogs/SheetPreview.h"
#include "app/panels/AttributeTableModel.h"
#include "app/panels/ClausesModel.h"
#include "app/panels/FindingsModel.h"
#include "app/session/Quantities.h"
#include "layers/check/SnapshotCheckInput.h"
#include "layers/plan/LayoutElement.h"
#include "layers/project/ProjectStore.h"
#include "tests/app/story/Driver.h"

using namespace app;

namespace {

const QString drawnName = QStringLiteral("试验平台");
const QString sheetTitle = QStringLiteral("试验平台布局图");

/// The share of the feature in the check of everything: m² in each control layer.
std::map<gis::LayerId, double> netAreas(const layers::CheckReport& report, gis::LayerId layer, gis::FeatureId feature) {
    std::map<gis::LayerId, double> areas;
    for (const layers::FindingSummary& summary : report.summaries)
        if (summary.planLayerId == layer && summary.planFeature == feature)
            areas[summary.controlLayerId] = summary.netAreaSquareMetres.value_or(0);
    return areas;
}

std::map<gis::LayerId, double> netAreas(const layers::LiveAnswer& answer) {
    std::map<gis::LayerId, double> areas;
    for (const layers::LiveOverlap& overlap : answer.overlaps)
        areas[overlap.controlLayer] = overlap.summary.netAreaSquareMetres.value_or(0);
    return areas;
}

}  // namespace

class TestStory : public QObject {
    Q_OBJECT
    Driver m_driver;
    QTemporaryDir m_folder;
    gis::LayerId m_layer{};
    gis::FeatureId m_feature{};
    std::vector<QPointF> m_corners;  ///< pixels at the time of drawing
    bool m_broken = false;

    Session& session() const { return *m_driver.session; }
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    int undoSteps() const { return session().project()->undoStack().index(); }
    const gis::Feature& drawn() const { return *m_driver.plan()->layer(m_layer)->table.find(m_feature); }
    QString drawnText(const char* field) const {
        const gis::FeatureTable& table = m_driver.plan()->layer(m_layer)->table;
        return QString::fromStdString(gis::toText(drawn().attribute(table.schema().indexOf(field))));
    }
    bool liveIsThere() const {
        return Driver::wait([this] {
            const auto answer = session().live().answer();
            return answer && answer->feature == m_feature && !session().live().isGesture();
        });
    }
    /// The live numbers against those of a check over everything.
    void compareWithBulkCheck() const {
        QVERIFY(liveIsThere());
        const auto report = layers::redLineCheck(layers::checkInput(*m_driver.plan()));
        QVERIFY(report.has_value());
        const auto bulk = netAreas(*report, m_layer, m_feature);
        QVERIFY(!bulk.empty());
        const auto expected = [&bulk](gis::LayerId control) {
            const auto found = bulk.find(control);
            return found == bulk.end() ? 0.0 : found->second;
        };
        const auto agree = [&] {
            const auto live = netAreas(*session().live().answer());
            return std::all_of(live.begin(), live.end(), [&](const auto& one) {
                return std::abs(expected(one.first) - one.second) <= 1e-9 * expected(one.first);
            });
        };
        // The answer shown first may still be that of the sketch.
        QVERIFY(Driver::wait(agree, 10000));
        double most = 0;
        for (const auto& [control, area] : netAreas(*session().live().answer())) most = std::max(most, area);
        QVERIFY(most > 0);
        const auto* panel = Driver::seen(QStringLiteral("panel.feature"));
        QVERIFY(panel);
        QVERIFY2(Driver::wait([&] { return Driver::words(*panel).contains(hectaresNumber(most)); }, 5000),
                 qPrintable(hectaresNumber(most) + Driver::words(*panel)));
    }
    QModelIndex findingOfDrawn(const FindingsModel& model) const {
        for (int group = 0; group < model.rowCount(); ++group)
            for (int row = 0; row < model.rowCount(model.index(group, 0)); ++row) {
                const QModelIndex index = model.index(row, 0, model.index(group, 0));
                const layers::Finding* finding = model.finding(index);
                if (finding && finding->planFeature == m_feature && finding->planLayerId == m_layer &&
                    finding->isConflict())
                    return index;
            }
        return {};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void init() {
        if (m_broken) QSKIP("an earlier step of the story failed");
        Driver::watch().setStep(QLatin1String(QTest::currentTestFunction()));
    }
    void cleanup() { m_broken = m_broken || QTest::currentTestFailed(); }
    void cleanupTestCase();

    void theWelcomePageOffersTheSample();
    void aPolygonIsDrawn();
    void itsNumbersAreThoseOfTheCheck();
    void aVertexIsDragged();
    void undoAndRedoByKeys();
    void theCheckFindsIt();
    void aRowZooms();
    void aClauseIsLinked();
    void theClauseIsOpenedAndUnlinked();
    void attributesAreChangedInThePanel();
    void attributesAreChangedInTheTable();
    void aFindingIsApproved();
    void aChangeMakesTheCheckOutdated();
    void aSheetIsExported_data();
    void aSheetIsExported();
    void theTableIsCopied();
    void theFindingsAreExported();
    void savedAndReopenedItIsTheSame();
    void closingAsksOnce();
};

void TestStory::theWelcomePageOffersTheSample() {
    m_driver.openWindow();
    QVERIFY(Driver::seen(QStringLiteral("welcomePage")));
    Driver::click(Driver::seen<QPushButton>(QStringLiteral("welcome.file.sample")));
    QVERIFY(Driver::wait([this] { return session().hasProject(); }));
    QVERIFY(m_driver.settle());
    QVERIFY(!Driver::seen(QStringLiteral("welcomePage")));
    QVERIFY(m_driver.plan()->layers.size() > 8);
    QVERIFY(!m_driver.canvas().picture().isNull());
}

void TestStory::aPolygonIsDrawn() {
    m_layer = session().selection().currentLayer();
    const layers::LayerPtr layer = m_driver.plan()->layer(m_layer);
    QVERIFY(layer && layer->kind == layers::LayerKind::Layout);
    // Where a red line is: as one who types into the palette or zooms with the wheel.
    const auto controls = m_driver.plan()->layers;
    const auto redLine = std::find_if(controls.begin(), controls.end(), [](const layers::LayerPtr& one) {
        return one->control.type == layers::ControlType::EcoRedline && one->kind == layers::LayerKind::ControlLine;
    });
    QVERIFY(redLine != controls.end());
    const gis::FeatureTable& zones = (*redLine)->table;
    m_driver.bench().map.zoomToExtent(zones.at(0).geometry().extent(), zones.crs(), 0.5);
    QVERIFY(m_driver.settle());
    m_driver.canvas().setFocus();
    if (m_driver.bench().map.isSnapping()) m_driver.key(Qt::Key_S);
    QVERIFY(!m_driver.bench().map.isSnapping());
    m_driver.key(Qt::Key_P);
    const QPointF middle = QRectF(m_driver.canvas().rect()).center();
    m_corners = {middle + QPointF(-90, -60), middle + QPointF(70, -70), middle + QPointF(80, 60),
                 middle + QPointF(-80, 70)};
    const int steps = undoSteps();
    for (std::size_t i = 0; i < m_corners.size(); ++i) {
        m_driver.clickOnMap(m_corners[i]);
        Driver::rest(60);
        m_driver.moveOnMap(m_corners[i] + QPointF(-10, 5));
    }
    // Numbers follow before it is finished.
    QVERIFY(Driver::wait([this] { return session().live().answer() && session().live().answer()->hasConflicts(); }));
    QTest::keyClick(&m_driver.canvas(), Qt::Key_Return);
    auto* dialog = Driver::awaited<QDialog>(QStringLiteral("elementDialog"));
    QVERIFY(dialog);
    auto* kind = dialog->findChild<QComboBox*>(QStringLiteral("kind"));
    const int platform = kind->findData(QStringLiteral("platform"));
    QVERIFY(platform >= 0);
    while (kind->currentIndex() != platform)
        QTest::keyClick(kind, kind->currentIndex() < platform ? Qt::Key_Down : Qt::Key_Up);
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("name"));
    Driver::type(name, drawnName);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(Driver::wait([this, steps] { return undoSteps() == steps + 1; }));
    QCOMPARE(session().selection().features().layer, m_layer);
    QCOMPARE(session().selection().features().features.size(), std::size_t{1});
    m_feature = session().selection().features().features.front();
    QCOMPARE(drawnText(layers::layout_field::name), drawnName);
    QCOMPARE(drawnText(layers::layout_field::kind), QStringLiteral("platform"));
}

void TestStory::itsNumbersAreThoseOfTheCheck() { compareWithBulkCheck(); }

void TestStory::aVertexIsDragged() {
    QVERIFY(liveIsThere());
    const auto before = netAreas(*session().live().answer());
    m_driver.canvas().setFocus();
    m_driver.key(Qt::Key_N);
    const int steps = undoSteps();
    bool wasLive = false;
    m_driver.dragOnMap(m_corners[0], m_corners[0] + QPointF(70, 50),
                       [&] { wasLive = wasLive || (session().live().isGesture() && session().live().answer()); });
    QVERIFY(wasLive);
    QCOMPARE(undoSteps(), steps + 1);
    QVERIFY(Driver::wait([&] {
        const auto answer = session().live().answer();
        return answer && !session().live().isGesture() && netAreas(*answer) != before;
    }));
    compareWithBulkCheck();
}

void TestStory::undoAndRedoByKeys() {
    const layers::SnapshotPtr moved = m_driver.plan();
    const QString undoName = session().project()->undoStack().undoText();
    QVERIFY(!undoName.isEmpty());
    QVERIFY2(m_driver.action("edit.undo")->text().contains(undoName), qPrintable(m_driver.action("edit.undo")->text()));
    m_driver.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!m_driver.plan()->samePlan(*moved));
    QVERIFY(m_driver.action("edit.redo")->text().contains(undoName));
    const QString drawName = session().project()->undoStack().undoText();
    QVERIFY(!drawName.isEmpty() && drawName != undoName);
    m_driver.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_driver.plan()->layer(m_layer)->table.find(m_feature) == nullptr);
    m_driver.key(Qt::Key_Y, Qt::ControlModifier);
    m_driver.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_driver.plan()->samePlan(*moved));
    m_driver.bench().actions.trigger(QStringLiteral("tool.select"));
    session().selection().select(m_layer, m_feature);
    compareWithBulkCheck();
}

void TestStory::theCheckFindsIt() {
    m_driver.key(Qt::Key_F9);
    QVERIFY(Driver::wait([this] { return session().check().report() && !session().check().isRunning(); }));
    QVERIFY(m_driver.settle());
    auto* view = Driver::seen<QTreeView>(QStringLiteral("findings"));
    QVERIFY(view);
    auto* model = qobject_cast<FindingsModel*>(view->model());
    QVERIFY(model && model->shownCount() > 0);
    QVERIFY(findingOfDrawn(*model).isValid());
    QVERIFY(!session().check().isOutdated());
}

void TestStory::aRowZooms() {
    auto* view = Driver::seen<QTreeView>(QStringLiteral("findings"));
    auto* model = qobject_cast<FindingsModel*>(view->model());
    m_driver.bench().map.zoomFull();
    const double scaleBefore = m_driver.canvas().view().scaleDenominator();
    const QModelIndex index = findingOfDrawn(*model);
    const layers::Finding finding = *model->finding(index);
    Driver::clickRow(view, index);
    // The piece is cut by a worker now that it is asked for.
    QVERIFY(Driver::wait([&] { return m_driver.canvas().view().scaleDenominator() < scaleBefore; }));
    gis::Geometry piece;
    session().check().withPieces(&m_driver.canvas(), {finding},
                                 [&](const std::vector<layers::Finding>& cut) { piece = cut.front().geometry; });
    QVERIFY(Driver::wait([&] { return !piece.isEmpty(); }));
    const gis::Extent shape =
        m_driver.bench().map.mapTransforms().toMap(piece.extent(), session().check().report()->geometryCrs);
    QVERIFY(m_driver.canvas().view().extent().contains(shape));
    QVERIFY(m_driver.settle());
}

void TestStory::aClauseIsLinked() {
    session().selection().select(m_layer, m_feature);
    Driver::rest(100);
    const std::size_t links = m_driver.plan()->links.size();
    auto* button = Driver::awaited<QToolButton>(QStringLiteral("linkClause"));
    QVERIFY(button);
    Driver::click(button);
    auto* dialog = Driver::awaited<QDialog>(QStringLiteral("linkDialog"));
    QVERIFY(dialog);
    auto* search = dialog->findChild<QLineEdit*>(QStringLiteral("linkSearch"));
    Driver::type(search, QStringLiteral("平台"));
    auto* tree = dialog->findChild<QTreeView*>(QStringLiteral("linkClauses"));
    QModelIndex clause = tree->model()->index(0, 0);
    QVERIFY(clause.isValid());
    auto* model = qobject_cast<ClausesModel*>(tree->model());
    while (clause.isValid() && model->clause(clause) == nullptr) clause = model->index(0, 0, clause);
    QVERIFY(clause.isValid());
    Driver::clickRow(tree, clause);
    QTest::keyClick(dialog->findChild<QComboBox*>(QStringLiteral("relation")), Qt::Key_Down);
    Driver::type(dialog->findChild<QLineEdit*>(QStringLiteral("linkNote")), QStringLiteral("备注一"));
    Driver::click(dialog->findChild<QPushButton*>(QStringLiteral("accept")));
    QVERIFY(Driver::wait([&] { return m_driver.plan()->links.size() == links + 1; }));
    const layers::ClauseLink link = m_driver.plan()->linksOf(m_layer, m_feature).front();
    QCOMPARE(link.relation, layers::LinkRelation::Constraint);
    QCOMPARE(link.note, std::string("备注一"));
}

void TestStory::theClauseIsOpenedAndUnlinked() {
    const layers::ClauseLink link = m_driver.plan()->linksOf(m_layer, m_feature).front();
    const layers::Clause* clause = m_driver.plan()->corpus.clause(link.clauseId);
    QVERIFY(clause);
    QLabel* open = nullptr;
    const QString heading = QString::fromStdString(clause->heading).toHtmlEscaped();
    QVERIFY(Driver::wait([&open, &heading] {
        for (QLabel* label : Driver::seen(QStringLiteral("panel.feature"))->findChildren<QLabel*>())
            // Not one of the proposals below.
            if (label->isVisible() && label->text().startsWith(QLatin1String("<a ")) && label->text().contains(heading))
                open = label;
        return open != nullptr;
    }));
    Driver::click(open, {8, open->fontMetrics().height() / 2});
    auto* reader = Driver::awaited<QTextBrowser>(QStringLiteral("clauseReader"));
    QVERIFY(reader);
    QVERIFY(reader->toPlainText().contains(QString::fromStdString(clause->heading)));
    const std::size_t links = m_driver.plan()->links.size();
    auto* unlink = Driver::awaited<QToolButton>(QStringLiteral("unlink"));
    QVERIFY(unlink);
    Driver::click(unlink);
    QCOMPARE(m_driver.plan()->links.size(), links - 1);
    m_driver.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_driver.plan()->links.size(), links);
}

void TestStory::attributesAreChangedInThePanel() {
    auto* name = Driver::awaited<QLineEdit>(QStringLiteral("attribute.name"));
    QVERIFY(name);
    QCOMPARE(name->text(), drawnName);
    const int steps = undoSteps();
    Driver::type(name, drawnName + QStringLiteral("二"));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(Driver::wait([&] { return undoSteps() == steps + 1; }));
    QCOMPARE(drawnText(layers::layout_field::name), drawnName + QStringLiteral("二"));
}

void TestStory::attributesAreChangedInTheTable() {
    m_driver.bench().actions.trigger(QStringLiteral("layer.table"));
    auto* view = Driver::awaited<QTableView>(QStringLiteral("attributeTable"));
    QVERIFY(view);
    auto* model = qobject_cast<AttributeTableModel*>(view->model());
    QVERIFY(model && model->layer() && model->layer()->id == m_layer);
    const int row = model->rowOf(m_feature);
    QVERIFY(row >= 0);
    int column = -1;
    for (int i = 0; i < model->columnCount(); ++i)
        if (model->index(row, i).data().toString() == drawnName + QStringLiteral("二")) column = i;
    QVERIFY(column >= 0);
    const QModelIndex cell = model->index(row, column);
    view->scrollTo(cell);
    const QPoint at = view->visualRect(cell).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, at);
    auto* editor = view->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->selectAll();
    Driver::enter(editor, drawnName);
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(Driver::wait([&] { return drawnText(layers::layout_field::name) == drawnName; }));
}

void TestStory::aFindingIsApproved() {
    m_driver.bench().panels.setWorkspace(Workspace::Check);
    m_driver.key(Qt::Key_F9);
    QVERIFY(Driver::wait([this] { return !session().check().isRunning() && !session().check().isOutdated(); }));
    auto* view = Driver::awaited<QTreeView>(QStringLiteral("findings"));
    QVERIFY(view);
    const int open = session().check().openConflictCount();
    Driver::clickRow(view, findingOfDrawn(*qobject_cast<FindingsModel*>(view->model())));
    auto* approve = Driver::seen<QToolButton>(QStringLiteral("check.approve"));
    QVERIFY(approve && approve->isEnabled());
    const auto asked = Driver::whenSeen<QDialog>([](QDialog& dialog) {
        Driver::type(dialog.findChild<QPlainTextEdit*>(), QStringLiteral("已与主管部门核实"));
        Driver::click(dialog.findChild<QPushButton*>(QStringLiteral("accept")));
    });
    Driver::click(approve);
    QVERIFY(Driver::wait([&] { return *asked && m_driver.plan()->approvals.size() == 1; }));
    QCOMPARE(m_driver.plan()->approvals.front().reason, std::string("已与主管部门核实"));
    QCOMPARE(session().check().openConflictCount(), open - 1);
    QVERIFY(!session().check().isOutdated());
}

void TestStory::aChangeMakesTheCheckOutdated() {
    const auto* state = Driver::seen<QLabel>(QStringLiteral("checkState"));
    QVERIFY(state);
    const QString before = state->text();
    m_driver.canvas().setFocus();
    session().selection().select(m_layer, m_feature);
    m_driver.bench().map.zoomToSelection();
    QVERIFY(m_driver.settle());
    m_driver.key(Qt::Key_M);
    const QPointF middle = QRectF(m_driver.canvas().rect()).center();
    m_driver.dragOnMap(middle, middle + QPointF(40, 20));
    QVERIFY(session().check().isOutdated());
    QVERIFY(state->property("warning").toBool());
    QVERIFY(state->text() != before && state->text().length() > before.length());
    m_driver.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!session().check().isOutdated());
    QCOMPARE(state->text(), before);
    m_driver.key(Qt::Key_Y, Qt::ControlModifier);
    QVERIFY(session().check().isOutdated());
    m_driver.bench().actions.trigger(QStringLiteral("tool.select"));
}

void TestStory::aSheetIsExported_data() {
    QTest::addColumn<QString>("ending");
    for (const char* ending : {"pdf", "svg", "png"}) QTest::newRow(ending) << QString::fromLatin1(ending);
}

void TestStory::aSheetIsExported() {
    QFETCH(QString, ending);
    m_driver.bench().panels.setWorkspace(Workspace::Sheet);
    m_driver.key(Qt::Key_P, Qt::ControlModifier);
    auto* dialog = Driver::awaited<SheetDialog>(QStringLiteral("sheetDialog"));
    QVERIFY(dialog);
    Driver::type(dialog->findChild<QLineEdit*>(QStringLiteral("sheetTitle")), sheetTitle);
    QVERIFY(Driver::wait([&] { return !dialog->preview().isDrawing() && !dialog->preview().picture().isNull(); }));
    const QString file = m_folder.filePath(QStringLiteral("sheet.") + ending);
    const auto chosen = Driver::chooseFile(file);
    QAction* format = nullptr;
    for (QAction* action : dialog->findChild<QToolButton*>(QStringLiteral("exportSheet"))->menu()->actions())
        if (action->text().contains(ending, Qt::CaseInsensitive)) format = action;
    QVERIFY(format);
    format->trigger();
    QVERIFY(Driver::wait([&] { return *chosen && QFileInfo(file).size() > 0 && session().jobs().isEmpty(); }, 150000));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    if (ending == QLatin1String("pdf")) {
        QVERIFY(written.read(5) == "%PDF-");
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) QSKIP("pdftotext is not installed");
        QProcess text;
        text.start(QStringLiteral("pdftotext"), {file, QStringLiteral("-")});
        QVERIFY(text.waitForFinished());
        const QString words = QString::fromUtf8(text.readAllStandardOutput()).remove(QLatin1Char(' '));
        QVERIFY2(words.contains(sheetTitle), qPrintable(words));
    } else if (ending == QLatin1String("svg")) {
        QXmlStreamReader xml(&written);
        QVERIFY(xml.readNextStartElement());
        QCOMPARE(xml.name().toString(), QStringLiteral("svg"));
        while (!xml.atEnd()) xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    } else {
        const QImage picture(file);
        QVERIFY(picture.width() > 2000);
        QVERIFY(std::abs(picture.dotsPerMeterX() - 300 / 0.0254) < 2);
    }
    dialog->close();
    Driver::rest();
}

void TestStory::theTableIsCopied() {
    m_driver.bench().panels.setWorkspace(Workspace::Edit);
    m_driver.bench().actions.trigger(QStringLiteral("layer.table"));
    auto* view = Driver::awaited<QTableView>(QStringLiteral("attributeTable"));
    QVERIFY(view);
    QApplication::clipboard()->clear();
    m_driver.activate();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    const QMimeData* copied = QApplication::clipboard()->mimeData();
    QVERIFY(copied && copied->hasText());
    const QStringList lines = copied->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), view->model()->rowCount() + 1);
    QVERIFY(lines.last().count(QLatin1Char('\t')) + 1 == view->model()->columnCount());
    QVERIFY(copied->text().contains(drawnName));
}

void TestStory::theFindingsAreExported() {
    const QString file = path("findings.xlsx");
    const auto chosen = Driver::chooseFile(file);
    m_driver.bench().actions.trigger(QStringLiteral("check.export"));
    QVERIFY(Driver::wait([&] { return *chosen && session().jobs().isEmpty() && QFileInfo(file).size() > 0; }));
    QFile book(file);
    QVERIFY(book.open(QIODevice::ReadOnly));
    QVERIFY(book.read(4) == QByteArray("PK\x03\x04"));
    if (QStandardPaths::findExecutable(QStringLiteral("unzip")).isEmpty()) return;
    QProcess list;
    list.start(QStringLiteral("unzip"), {QStringLiteral("-tq"), file});
    QVERIFY(list.waitForFinished());
    QCOMPARE(list.exitCode(), 0);
}

void TestStory::savedAndReopenedItIsTheSame() {
    const QString file = path("plan.tuce");
    const layers::SnapshotPtr before = m_driver.plan();
    const auto saved = Driver::chooseFile(file);
    m_driver.key(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Driver::wait([&] { return *saved && !session().isModified() && !session().isSaving(); }));
    QCOMPARE(session().path(), file);
    m_driver.key(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(Driver::wait([this] { return !session().hasProject(); }));
    QVERIFY(Driver::awaited(QStringLiteral("welcomePage")));
    const auto opened = Driver::chooseFile(file);
    m_driver.key(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(Driver::wait([&] { return *opened && session().hasProject(); }));
    QVERIFY(m_driver.settle());
    QVERIFY(m_driver.plan()->samePlan(*before));
    const auto flaws = layers::verifyProject(file.toStdString());
    QVERIFY(flaws && flaws->empty());
}

void TestStory::closingAsksOnce() {
    session().selection().select(m_layer, m_feature);
    m_driver.bench().actions.trigger(QStringLiteral("edit.duplicate"));
    QVERIFY(session().isModified());
    QPointer<MainWindow> window = m_driver.window.get();
    int asked = 0;
    window->close();
    auto* question = Driver::awaited<QMessageBox>(QStringLiteral("saveQuestion"));
    QVERIFY(question);
    ++asked;
    for (QAbstractButton* button : question->buttons())
        if (question->buttonRole(button) == QMessageBox::DestructiveRole) Driver::click(button);
    QVERIFY(Driver::wait([&] {
        if (auto* again = Driver::seen<QMessageBox>(); again && again != question) ++asked;
        return !window->isVisible();
    }));
    QCOMPARE(asked, 1);
    QVERIFY(!session().hasProject());
}

void TestStory::cleanupTestCase() {
    m_driver.leave();
    const GuiWatch& watch = Driver::watch();
    const auto longest = watch.longest(25);
    QByteArray text = "longest stretches of the GUI thread, ms (of them processor time of the thread):\n";
    for (const GuiWatch::Stretch& one : longest)
        text += QStringLiteral("  %1 (%2)  %3: %4\n")
                    .arg(one.ms, 7, 'f', 1)
                    .arg(one.cpuMs, 7, 'f', 1)
                    .arg(one.step, one.what)
                    .toUtf8();
    text += QStringLiteral("  %1 above 100 ms").arg(watch.countAbove(100)).toUtf8();
    qInfo("%s", text.constData());
    // Generous, for busy machines: the figure itself is printed.
    if (!longest.empty()) QVERIFY(longest.front().cpuMs < 2000);
}

int main(int argc, char** argv) {
    QTemporaryDir home;
    Driver::useFolder(home.path());
    WatchedApplication application(argc, argv);
    installLanguage("zh_CN");
    application.watch.attach();
    TestStory story;
    return QTest::qExec(&story, argc, argv);
}

#include "test_story.moc"
