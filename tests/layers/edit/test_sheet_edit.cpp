// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "layers/edit/SheetEdit.h"
#include "layers/project/ProjectSnapshot.h"

using namespace layers;

class TestSheetEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void newLayersComeToSheetsThatHaveTheirOwn();
};

/// A sheet that follows the window is left alone, and one that shows the layer already.
void TestSheetEdit::newLayersComeToSheetsThatHaveTheirOwn() {
    ProjectSnapshot plan;
    for (int id = 1; id <= 3; ++id) {
        PrintLayout& sheet = plan.sheets.emplace_back();
        sheet.id = id;
        sheet.name = std::to_string(id);
    }
    plan.sheets[1].layers = {gis::LayerId{4}};
    plan.sheets[2].layers = {gis::LayerId{4}, gis::LayerId{9}};
    for (const std::int64_t id : {4, 9}) {
        auto layer = std::make_shared<Layer>();
        layer->id = gis::LayerId{id};
        plan.layers.push_back(layer);
    }
    QVERIFY(showOnSheets(plan, {gis::LayerId{7}}).isEmpty());  // there is no such layer any more
    const ChangeSet change = showOnSheets(plan, {gis::LayerId{9}});
    QCOMPARE(change.changes.size(), std::size_t{1});
    const auto after = applied(std::make_shared<const ProjectSnapshot>(plan), change);
    QVERIFY(after.has_value());
    QVERIFY((*after)->sheets[0].layers.empty());
    QCOMPARE((*after)->sheets[1].layers, (std::vector{gis::LayerId{4}, gis::LayerId{9}}));
    QCOMPARE((*after)->sheets[2].layers, plan.sheets[2].layers);
    QVERIFY(showOnSheets(**after, {gis::LayerId{9}}).isEmpty());
}

QTEST_APPLESS_MAIN(TestSheetEdit)
#include "test_sheet_edit.moc"
