// SPDX-License-Identifier: Apache-2.0
// Kinds of styles, classes, rules, the library and the clipboard in the style dialog; all live, each one undo step.
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>
#include <QWheelEvent>

#include "app/dialogs/StyleDialog.h"
#include "app/dialogs/StyleLibraryDialog.h"
#include "app/panels/StyleClipboard.h"
#include "tests/app/dialogs/DialogFixture.h"

using namespace app;

class TestStyleDialog : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_fixture;
    QPointer<StyleDialog> m_dialog;

    void show(gis::LayerId layer) {
        m_dialog = new StyleDialog(m_fixture->bench(), layer);
        m_dialog->show();
    }
    template <class T>
    T* find(const char* name) const {
        return m_dialog->findChild<T*>(QString::fromLatin1(name));
    }
    void choose(const char* name, const QString& words) const {
        auto* box = find<QComboBox>(name);
        const int index = box->findText(words);
        QVERIFY2(index >= 0, qPrintable(words));
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    const layers::Style& style(const char* layer) const { return m_fixture->layer(layer)->style; }
    /// Its first class, or an empty one as long as there is none.
    layers::Category first(const char* layer) const {
        const auto& classes = style(layer).categories;
        return classes.empty() ? layers::Category{} : classes.front();
    }

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-style-dialog")); }
    void init() {
        m_fixture = std::make_unique<DialogFixture>();
        m_fixture->open();
    }
    void cleanup() {
        if (m_dialog) m_dialog->close();
        m_fixture->close();
        m_fixture.reset();
    }

    void classesOfAFieldAreMadeAtOnceAndUndone() {
        show(small_plan::layoutId);
        const int steps = m_fixture->undoSteps();
        choose("styleKind", QStringLiteral("Classes by value"));
        choose("classField", QStringLiteral("kind"));
        QTRY_COMPARE(style("layout").categories.size(), std::size_t{2});
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        QCOMPARE(style("layout").categoryField, std::string("kind"));
        QCOMPARE(style("layout").categories[0].value, std::string("axis"));
        QCOMPARE(find<QListWidget>("classes")->count(), 3);  // and all others
        m_fixture->session->undo();
        QVERIFY(style("layout").categories.empty());
        QTRY_COMPARE(find<QListWidget>("classes")->count(), 1);
        QCOMPARE(find<QComboBox>("styleKind")->currentText(), QStringLiteral("One symbol"));
    }

    void anEmptyFieldIsToldInTheDialog() {
        show(small_plan::layoutId);
        choose("styleKind", QStringLiteral("Classes of numbers"));
        choose("classField", QStringLiteral("rank"));
        auto* problem = find<QLabel>("classingProblem");
        QVERIFY(problem->isVisible());
        QVERIFY(!problem->text().isEmpty());
        QVERIFY(style("layout").categories.empty());
    }

    void classesBecomeRules() {
        show(small_plan::layoutId);
        choose("styleKind", QStringLiteral("Classes by value"));
        choose("classField", QStringLiteral("kind"));
        choose("styleKind", QStringLiteral("Rules"));
        QTRY_VERIFY(style("layout").classedBy == layers::ClassedBy::Rule);
        QCOMPARE(style("layout").categories[0].filter, std::string("\"kind\" = 'axis'"));
        QCOMPARE(style("layout").categories[0].title, std::string("axis"));
    }

    void aRuleIsAddedAndABadConditionIsTold() {
        show(small_plan::redLineId);
        find<QToolButton>("addClass")->click();
        QCOMPARE(find<QListWidget>("classes")->count(), 2);
        auto* filter = find<QLineEdit>("classFilter");
        QVERIFY(filter->isVisible());
        filter->clear();
        QTest::keyClicks(filter, QStringLiteral("name = 'zone'"));
        QTRY_COMPARE(first("red line").filter, std::string("name = 'zone'"));
        QVERIFY(!find<QLabel>("filterProblem")->isVisible());
        QTest::keyClicks(filter, QStringLiteral(" and"));
        QVERIFY(find<QLabel>("filterProblem")->isVisible());
        QVERIFY(find<QLabel>("filterProblem")->text().contains(QStringLiteral("character")));
        QTest::qWait(400);
        QCOMPARE(first("red line").filter, std::string("name = 'zone'"));  // the last good one
        QCOMPARE(filter->text(), QStringLiteral("name = 'zone' and"));
        find<QToolButton>("removeClass")->click();
        QTRY_VERIFY(style("red line").categories.empty());
    }

    void classesAreMovedAndOthersHidden() {
        show(small_plan::layoutId);
        choose("styleKind", QStringLiteral("Classes by value"));
        choose("classField", QStringLiteral("kind"));
        find<QListWidget>("classes")->setCurrentRow(1);
        find<QToolButton>("moveUp")->click();
        QTRY_COMPARE(first("layout").value, std::string("platform"));
        find<QListWidget>("classes")->setCurrentRow(2);
        auto* hidden = find<QCheckBox>("othersHidden");
        QVERIFY(hidden->isVisible());
        hidden->click();
        QTRY_VERIFY(style("layout").othersHidden);
    }

    void partsOfALineAreChosen() {
        show(small_plan::redLineId);
        choose("lineForm", QStringLiteral("Double line"));
        QTRY_VERIFY(style("red line").symbol.line->doubleGapMm > 0);
        choose("lineMarks", QStringLiteral("Ticks on one side"));
        QTRY_VERIFY(style("red line").symbol.line->marks && style("red line").symbol.line->marks->oneSided);
        choose("fillPattern", QStringLiteral("Strewn with symbols"));
        QTRY_VERIFY(style("red line").symbol.fill->pattern == layers::FillPattern::Markers);
        QVERIFY(style("red line").symbol.fill->spacingMm >= 0.8);
        auto* range = find<QCheckBox>("planningRange");
        QVERIFY(range->isVisible() && !range->isChecked());
        range->click();
        QTRY_VERIFY(style("red line").symbol.fill->ground);
        choose("fillPattern", QStringLiteral("No fill"));
        QVERIFY(!range->isVisible());
    }

    void ownDashesAreTyped() {
        show(small_plan::redLineId);
        auto* typed = find<QLineEdit>("ownDashes");
        QVERIFY(!typed->isVisible());
        choose("dashes", QStringLiteral("Own dashes"));
        QVERIFY(typed->isVisible());
        typed->setText(QStringLiteral("4 1.5，0.5 1.5"));
        Q_EMIT typed->editingFinished();
        const std::vector<double> wished{4, 1.5, 0.5, 1.5};
        QTRY_COMPARE(style("red line").symbol.line->dashMm, wished);
        for (const char* bad : {"4 x", "4", "", "0 0", "-1 2"}) {
            typed->setText(QString::fromLatin1(bad));
            Q_EMIT typed->editingFinished();
            QCOMPARE(typed->text(), QStringLiteral("4 1.5 0.5 1.5"));
        }
        QTest::qWait(400);
        QCOMPARE(style("red line").symbol.line->dashMm, wished);
    }

    void anAreaMayBearASymbol() {
        show(small_plan::redLineId);
        QVERIFY(!style("red line").symbol.marker);
        choose("markerShape", QStringLiteral("No symbol"));
        choose("markerShape", QStringLiteral("Star"));
        QTRY_VERIFY(style("red line").symbol.marker &&
                    style("red line").symbol.marker->shape == layers::MarkerShape::Star);
        choose("markerShape", QStringLiteral("No symbol"));
        QTRY_VERIFY(!style("red line").symbol.marker);
    }

    void aClassHasScalesAndLabelsOfItsOwn() {
        show(small_plan::layoutId);
        choose("styleKind", QStringLiteral("Classes by value"));
        choose("classField", QStringLiteral("kind"));
        find<QListWidget>("classes")->setCurrentRow(0);
        const double before = style("layout").maxScaleDenominator;
        auto* most = find<QWidget>("classScales")->findChild<QComboBox*>(QStringLiteral("smallestScale"));
        most->setCurrentText(QStringLiteral("1:300000"));
        Q_EMIT most->activated(-1);
        QTRY_COMPARE(first("layout").maxScaleDenominator, 300'000.0);
        QCOMPARE(style("layout").maxScaleDenominator, before);
        QVERIFY(!find<QComboBox>("labelField")->isEnabled());
        find<QCheckBox>("ownLabel")->click();
        QVERIFY(find<QComboBox>("labelField")->isEnabled());
        choose("labelField", QStringLiteral("No labels"));
        QTRY_VERIFY(first("layout").label && first("layout").label->field.empty());
        QVERIFY(find<QCheckBox>("openJunctions")->isVisible());
        find<QCheckBox>("openJunctions")->click();
        QTRY_VERIFY(style("layout").openJunctions);
    }

    /// The wheel scrolls the form; it turns what the keyboard is in alone.
    void theWheelChangesNothingInPassing() {
        show(small_plan::redLineId);
        auto* width = find<QDoubleSpinBox>("lineWidth");
        auto* pattern = find<QComboBox>("fillPattern");
        const double before = width->value();
        const int chosen = pattern->currentIndex();
        const auto turn = [](QWidget* widget) {
            const QPointF middle = QRectF(widget->rect()).center();
            QWheelEvent wheel(middle, widget->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(widget, &wheel);
        };
        find<QPushButton>("close")->setFocus();
        turn(width);
        turn(pattern);
        QCOMPARE(width->value(), before);
        QCOMPARE(pattern->currentIndex(), chosen);
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        width->setFocus();
        QTRY_VERIFY(width->hasFocus());
        turn(width);
        QVERIFY(width->value() > before);
    }

    void undoWorksInTheDialog() {
        show(small_plan::redLineId);
        const double before = style("red line").symbol.line->widthMm;
        auto* width = find<QDoubleSpinBox>("lineWidth");
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        width->setFocus();
        width->stepUp();
        QTRY_VERIFY(style("red line").symbol.line->widthMm > before);
        QTest::keyClick(width, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(style("red line").symbol.line->widthMm, before);
        QTRY_COMPARE(width->value(), before);
        QTest::keyClick(width, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(style("red line").symbol.line->widthMm > before);
    }

    void theLibraryShowsOriginAndIsTaken() {
        show(small_plan::redLineId);
        find<QPushButton>("library")->click();
        auto* library = m_fixture->window->findChild<StyleLibraryDialog*>();
        QVERIFY(library != nullptr);
        auto* tree = library->findChild<QTreeWidget*>(QStringLiteral("library"));
        auto* origin = library->findChild<QLabel*>(QStringLiteral("origin"));
        auto* use = library->findChild<QPushButton*>(QStringLiteral("accept"));
        QVERIFY(!use->isEnabled());
        const auto rows = tree->findItems(QStringLiteral("城镇集中建设区"), Qt::MatchRecursive | Qt::MatchExactly);
        QCOMPARE(rows.size(), 1);
        tree->setCurrentItem(rows.front());
        QVERIFY(use->isEnabled());
        QVERIFY(origin->text().contains(QStringLiteral("未对照规范")));
        QVERIFY(origin->text().contains(QStringLiteral("low certainty")));
        // A style for points does not fit areas.
        const auto points = tree->findItems(QStringLiteral("机场"), Qt::MatchRecursive | Qt::MatchExactly);
        QVERIFY(points.front()->isDisabled());
        const int steps = m_fixture->undoSteps();
        use->click();
        QTRY_COMPARE(style("red line").name, std::string("dev_concentrated"));
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        QTRY_VERIFY(find<QLabel>("origin")->text().contains(QStringLiteral("未对照规范")));
    }

    void stylesAreCopiedBetweenLayers() {
        copyStyle(layers::shippedStyle("eco_redline").value());
        show(small_plan::developmentId);
        find<QPushButton>("paste")->click();
        QTRY_COMPARE(style("development boundary").name, std::string("eco_redline"));
        // Its labels asked for a field that the layer does not have.
        QCOMPARE(style("development boundary").label.field, std::string("name"));
        const int steps = m_fixture->undoSteps();
        QGuiApplication::clipboard()->setText(QStringLiteral("{\"style\": 1}"));
        find<QPushButton>("paste")->click();
        QCOMPARE(m_fixture->undoSteps(), steps);
        find<QPushButton>("copy")->click();
        QVERIFY(copiedStyle() && *copiedStyle() == style("development boundary"));
    }
};

QTEST_MAIN(TestStyleDialog)
#include "test_style_dialog.moc"
