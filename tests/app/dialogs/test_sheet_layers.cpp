// SPDX-License-Identifier: Apache-2.0
// Which layers a sheet shows: those of the window, or its own, never none.
#include <QCheckBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QtTest>

#include "app/dialogs/SheetLayers.h"

using namespace app;

class TestSheetLayers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ownLayersBeginWithThoseOfTheWindow();
    void theLastLayerStays();
};

namespace {

const gis::LayerId axis{3}, border{2}, relief{1};

std::unique_ptr<SheetLayers> made() {
    auto layers = std::make_unique<SheetLayers>();
    layers->setLayers({{QStringLiteral("axis"), axis, true},
                       {QStringLiteral("border"), border, false},
                       {QStringLiteral("relief"), relief, true}});
    layers->show({});
    return layers;
}

}  // namespace

void TestSheetLayers::ownLayersBeginWithThoseOfTheWindow() {
    const auto layers = made();
    auto* asWindow = layers->findChild<QCheckBox*>(QStringLiteral("layersAsWindow"));
    auto* list = layers->findChild<QListWidget*>(QStringLiteral("sheetLayers"));
    QSignalSpy edited(layers.get(), &SheetLayers::edited);
    QVERIFY(asWindow->isChecked() && !list->isEnabled());
    QVERIFY(layers->layers().empty());
    asWindow->click();
    QCOMPARE(edited.count(), 1);
    QVERIFY(list->isEnabled());
    QCOMPARE(layers->layers(), (std::vector{axis, relief}));
    list->item(1)->setCheckState(Qt::Checked);
    QCOMPARE(layers->layers(), (std::vector{axis, border, relief}));
    asWindow->click();
    QVERIFY(layers->layers().empty() && asWindow->isChecked());
    QCOMPARE(list->item(1)->checkState(), Qt::Unchecked);  // as the window has it
    QCOMPARE(edited.count(), 3);
}

void TestSheetLayers::theLastLayerStays() {
    const auto layers = made();
    layers->show({border});
    auto* list = layers->findChild<QListWidget*>(QStringLiteral("sheetLayers"));
    list->item(1)->setCheckState(Qt::Unchecked);
    QCOMPARE(layers->layers(), std::vector{border});
    QCOMPARE(list->item(1)->checkState(), Qt::Checked);
}

QTEST_MAIN(TestSheetLayers)
#include "test_sheet_layers.moc"
