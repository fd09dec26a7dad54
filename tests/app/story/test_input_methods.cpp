// SPDX-License-Identifier: Apache-2.0
// Chinese by an input method into each text field: what is composed stands in place and changes nothing; what is
// committed is the text. No key of a composition runs a command.
#include <QPlainTextEdit>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include "app/tools/ToolBox.h"
#include "app/window/CommandPalette.h"
#include "layers/plan/LayoutElement.h"
#include "layers/policy/PolicyCorpus.h"
#include "tests/app/story/Driver.h"
#include "tests/support/SmallPlan.h"

using namespace app;
using small_plan::at;

class TestInputMethods : public QObject {
    Q_OBJECT
    Driver m_driver;

    Session& session() const { return *m_driver.session; }
    static QString textOf(const QWidget& field) {
        if (const auto* line = qobject_cast<const QLineEdit*>(&field)) return line->text();
        if (const auto* edit = qobject_cast<const QPlainTextEdit*>(&field)) return edit->toPlainText();
        return {};
    }
    /// Composes and commits; the plan must not change while composing.
    void compose(QWidget* field, const QString& committed = QStringLiteral("图策")) const {
        QVERIFY(field);
        QVERIFY2(field->isVisible(), qPrintable(field->objectName()));
        field->setFocus();
        QTest::keyClick(field, Qt::Key_End);  // a selection would be replaced, as in every program
        QVERIFY2(field->inputMethodQuery(Qt::ImEnabled).toBool(), qPrintable(field->objectName()));
        const layers::SnapshotPtr before = session().snapshot();
        const ToolId tool = m_driver.bench().tools.current();
        const QString text = textOf(*field);
        for (const char* preedit : {"t", "tu", "tu c", "tu ce"}) {
            Driver::compose(field, QString::fromLatin1(preedit));
            QVERIFY(field->isVisible());
            QCOMPARE(textOf(*field), text);
        }
        QCOMPARE(session().snapshot(), before);
        QCOMPARE(m_driver.bench().tools.current(), tool);
        QInputMethodEvent commit(QString(), {});
        commit.setCommitString(committed);
        QCoreApplication::sendEvent(field, &commit);
        QVERIFY2(textOf(*field).contains(committed), qPrintable(field->objectName() + textOf(*field)));
        QCOMPARE(session().snapshot(), before);
    }

private Q_SLOTS:
    void init() {
        m_driver.openWindow();
        layers::ProjectSnapshot plan = *small_plan::snapshot();
        const auto corpus = layers::shippedCorpus();
        QVERIFY(corpus.has_value());
        plan.corpus = *corpus;
        session().newProject(plan);
        QVERIFY(Driver::wait([this] { return session().hasProject(); }));
        QVERIFY(m_driver.settle());
    }
    void cleanup() { m_driver.leave(); }

    void theNameOfADrawing() {
        m_driver.bench().map.setSnapping(false);
        m_driver.bench().actions.trigger(QStringLiteral("tool.drawPolygon"));
        for (const gis::Coordinate corner : {at(-2000, -2000), at(-1000, -2000), at(-1000, -1000)})
            m_driver.clickOnMap(m_driver.canvas().view().toScreen(corner));
        QTest::keyClick(&m_driver.canvas(), Qt::Key_Return);
        auto* dialog = Driver::awaited<QDialog>(QStringLiteral("elementDialog"));
        QVERIFY(dialog);
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("name"));
        compose(name);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(Driver::wait([this] { return m_driver.plan()->layer(small_plan::layoutId)->table.size() == 3; }));
        const layers::LayerPtr layer = m_driver.plan()->layer(small_plan::layoutId);
        QCOMPARE(QString::fromStdString(layer->featureName(layer->table.at(2))), QStringLiteral("图策"));
    }

    void anAttributeInThePanel() {
        session().selection().select(small_plan::layoutId, small_plan::platform);
        auto* field = Driver::awaited<QLineEdit>(QStringLiteral("attribute.note"));
        compose(field);
        QTest::keyClick(field, Qt::Key_Return);
        const layers::LayerPtr layer = m_driver.plan()->layer(small_plan::layoutId);
        const int note = layer->table.schema().indexOf(layers::layout_field::note);
        QCOMPARE(gis::toText(layer->table.find(small_plan::platform)->attribute(note)), std::string("图策"));
    }

    void anAttributeInTheTable() {
        session().selection().select(small_plan::layoutId, small_plan::platform);
        m_driver.bench().actions.trigger(QStringLiteral("layer.table"));
        auto* view = Driver::awaited<QTableView>(QStringLiteral("attributeTable"));
        QVERIFY(view);
        QModelIndex cell;
        for (int column = 0; column < view->model()->columnCount(); ++column)
            for (int row = 0; row < view->model()->rowCount(); ++row)
                if (view->model()->index(row, column).data().toString() == QLatin1String("east platform"))
                    cell = view->model()->index(row, column);
        QVERIFY(cell.isValid());
        view->setCurrentIndex(cell);
        view->edit(cell);
        auto* editor = view->viewport()->findChild<QLineEdit*>();
        compose(editor);
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(Driver::wait([&] { return cell.data().toString().contains(QStringLiteral("图策")); }));
    }

    void theSearchFields_data() {
        QTest::addColumn<QString>("panel");
        QTest::addColumn<QString>("field");
        QTest::newRow("clauses") << "clauses"
                                 << "clauseSearch";
        QTest::newRow("findings") << "findings"
                                  << "findingsSearch";
        QTest::newRow("rows") << "table"
                              << "rowFilter";
    }
    void theSearchFields() {
        QFETCH(QString, panel);
        QFETCH(QString, field);
        m_driver.bench().panels.show(panel);
        compose(Driver::awaited<QLineEdit>(field));
    }

    void theNoteOfALink() {
        session().selection().select(small_plan::layoutId, small_plan::platform);
        m_driver.bench().actions.trigger(QStringLiteral("clause.link"));
        auto* dialog = Driver::awaited<QDialog>(QStringLiteral("linkDialog"));
        QVERIFY(dialog);
        for (const char* name : {"linkSearch", "linkAnchor", "linkNote"})
            compose(dialog->findChild<QLineEdit*>(QLatin1String(name)));
        dialog->close();
    }

    void theTextsOfASheet() {
        m_driver.bench().actions.trigger(QStringLiteral("sheet.new"));
        auto* dialog = Driver::awaited<QDialog>(QStringLiteral("sheetDialog"));
        QVERIFY(dialog);
        int fields = 0;
        for (QLineEdit* field : dialog->findChildren<QLineEdit*>()) {
            if (!field->isVisible() || !field->isEnabled() || field->isReadOnly() ||
                field->inputMethodHints().testFlag(Qt::ImhDigitsOnly) ||
                field->parentWidget()->inherits("QAbstractSpinBox") || field->parentWidget()->inherits("QComboBox") ||
                field->validator() != nullptr)
                continue;
            compose(field);
            ++fields;
        }
        QVERIFY(fields >= 2);
        compose(dialog->findChild<QPlainTextEdit*>());
        dialog->close();
    }

    void theNameOfALayer() {
        auto* tree = Driver::awaited<QTreeView>(QStringLiteral("layers"));
        QVERIFY(tree);
        const QModelIndex row = tree->model()->index(0, 0);
        tree->setCurrentIndex(row);
        tree->edit(row);
        auto* editor = tree->viewport()->findChild<QLineEdit*>();
        compose(editor, QStringLiteral("布局图层"));
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(Driver::wait([this] {
            return QString::fromStdString(m_driver.plan()->layers.back()->name).contains(QStringLiteral("布局图层"));
        }));
    }

    void thePalette() {
        m_driver.bench().actions.trigger(QStringLiteral("view.palette"));
        compose(&m_driver.bench().palette.field());
    }

    /// The map takes no text: letters are commands there, whatever the input method.
    void theMapTakesNoText() { QVERIFY(!m_driver.canvas().testAttribute(Qt::WA_InputMethodEnabled)); }
};

int main(int argc, char** argv) {
    QTemporaryDir home;
    Driver::useFolder(home.path());
    WatchedApplication application(argc, argv);
    TestInputMethods test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_input_methods.moc"
