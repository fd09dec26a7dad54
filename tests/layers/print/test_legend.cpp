// SPDX-License-Identifier: Apache-2.0
// Legends as a sheet wants them, and words of a sheet that are found whole.
#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "layers/edit/SheetEdit.h"
#include "layers/print/DefaultSheet.h"
#include "layers/print/Legend.h"
#include "layers/print/SheetComposition.h"
#include "layers/print/SheetExporter.h"
#include "layers/project/Project.h"
#include "layers/style/StyleLibrary.h"
#include "tests/layers/render/MapBuilders.h"

using namespace map_builders;

class TestLegend : public QObject {
    Q_OBJECT
    static layers::PrintLayout sheetOf(const layers::ProjectSnapshot& snapshot) {
        return layers::defaultSheet(snapshot, {"sheet",
                                               "测试地区布局图",
                                               {at(-110, -70).x, at(-110, -70).y, at(110, 70).x, at(110, 70).y},
                                               mapCrs(),
                                               {}})
            .value();
    }
    static QStringList titlesOf(const layers::ProjectSnapshot& snapshot, const layers::PrintLayout& sheet) {
        const auto made = layers::composeSheet(snapshot, sheet, 4);
        QStringList titles;
        if (made && made->legend)
            for (const auto& entry : made->legend->entries) titles << entry.title;
        return titles;
    }

private Q_SLOTS:
    void itemsAreOrderedRenamedAndHidden() {
        const auto snapshot = wholeRegion();
        auto sheet = sheetOf(*snapshot);
        const QStringList usual = titlesOf(*snapshot, sheet);
        QVERIFY(usual.size() >= 5);
        sheet.legend = {{usual[3].toStdString(), {}, true},
                        {"not in this map", "x", true},
                        {usual[1].toStdString(), "城镇集群", true},
                        {usual[0].toStdString(), {}, false}};
        const QStringList wanted = titlesOf(*snapshot, sheet);
        QStringList expected{usual[3], QStringLiteral("城镇集群"), usual[2]};
        expected << usual.mid(4);
        QCOMPARE(wanted, expected);
        // Nothing shown at all: no empty box.
        sheet.legend.clear();
        for (const QString& title : usual) sheet.legend.push_back({title.toStdString(), {}, false});
        const auto made = layers::composeSheet(*snapshot, sheet, 4);
        QVERIFY(made && !made->legend);
        QCOMPARE(static_cast<qsizetype>(made->legendOffer.size()), usual.size());
    }
    void theyAreStoredWithTheSheetAndUndone() {
        const auto snapshot = wholeRegion();
        layers::PrintLayout sheet = sheetOf(*snapshot);
        const std::string plain = layers::toJson(sheet);
        QVERIFY(plain.find("\"legend\"") == std::string::npos);
        layers::Project project(snapshot);
        QVERIFY(project.perform(*layers::addSheet(*project.snapshot(), sheet)));
        sheet = project.snapshot()->sheets.back();
        sheet.legend = {{"发展主轴", "主轴", true}, {"发展带", "", false}};
        const auto again = layers::printLayoutFromJson(layers::toJson(sheet));
        QVERIFY(again && *again == sheet);
        QVERIFY(project.perform(*layers::updateSheet(*project.snapshot(), sheet)));
        QCOMPARE(project.snapshot()->sheets.back().legend.size(), std::size_t{2});
        QVERIFY(project.undo());
        QVERIFY(project.snapshot()->sheets.back().legend.empty());
        QVERIFY(project.redo());
        QCOMPARE(project.snapshot()->sheets.back().legend.front().title, std::string("主轴"));
    }
    void noTwoKindsOfPlaceLookAlike() {
        const auto style = layers::shippedStyle("place");
        QVERIFY(style);
        std::vector<layers::Symbol> symbols{style->symbol};
        for (const auto& category : style->categories) symbols.push_back(category.symbol);
        QVERIFY(symbols.size() >= 3);
        for (std::size_t i = 0; i < symbols.size(); ++i)
            for (std::size_t k = 0; k < i; ++k) QVERIFY(!(symbols[i] == symbols[k]));
    }
    void gradedMarkersTellTheirNumbersAtTrueSize() {
        layers::Layer layer = *namedLayer(7, "人口", layers::LayerKind::Basemap, "default_point", {{"1", point(0, 0)}});
        layer.style.symbol.marker->sizeField = "name";
        layer.style.symbol.marker->sizeValue = 100;
        layer.style.symbol.marker->sizeMm = 4;
        const auto list =
            layers::makeDrawList(*plan({std::make_shared<const layers::Layer>(layer)}), settingsAbout(20, 20, 200));
        QVERIFY(list);
        const auto entries = layers::legendOf(*list);
        QCOMPARE(entries.size(), std::size_t{2});
        QCOMPARE(entries[0].title, QStringLiteral("人口 50"));
        QCOMPARE(entries[1].title, QStringLiteral("人口 10"));
        QCOMPARE(entries[0].symbol.marker->sizeMm, 4 * std::sqrt(0.5));
        QVERIFY(std::abs(entries[1].symbol.marker->sizeMm - 4 * std::sqrt(0.1)) < 1e-12);
    }
    void gradedMarkersOfAreasStandBelowTheArea() {
        layers::Layer layer =
            *namedLayer(7, "县", layers::LayerKind::Basemap, "default_polygon", {{"1", disc(0, 0, 5)}});
        layer.style.symbol.marker = layers::MarkerSymbol{layers::MarkerShape::Circle, 4};
        layer.style.symbol.marker->sizeField = "name";
        layer.style.symbol.marker->sizeValue = 100;
        const auto list =
            layers::makeDrawList(*plan({std::make_shared<const layers::Layer>(layer)}), settingsAbout(20, 20, 200));
        QVERIFY(list);
        const auto entries = layers::legendOf(*list);
        QCOMPARE(entries.size(), std::size_t{3});
        QCOMPARE(entries[0].title, QStringLiteral("县"));
        QVERIFY(entries[0].dimension == 2 && !entries[0].symbol.marker);
        QCOMPARE(entries[2].title, QStringLiteral("县 10"));
        QCOMPARE(entries[2].dimension, 0);
        QVERIFY(std::abs(entries[2].symbol.marker->sizeMm - 4 * std::sqrt(0.1)) < 1e-12);
    }
    void everyStyleOfTheLibraryHasASample() {
        const auto library = layers::styleLibrary();
        QVERIFY(library.has_value());
        for (const auto& group : *library)
            for (const auto& entry : group.styles) {
                const layers::Style& style = entry.style;
                const bool byClass = style.hasClasses() && !style.categories.empty();
                const layers::Symbol& symbol = byClass ? style.categories.front().symbol : style.symbol;
                QImage image(120, 60, QImage::Format_RGB32);
                image.fill(QColor(236, 228, 240));  // no symbol's colour
                const QImage empty = image;
                QPainter painter(&image);
                painter.scale(10, 10);
                layers::paintSample(painter, symbol, entry.dimension < 0 ? 0 : entry.dimension, {1.5, 1, 9, 3.8});
                painter.end();
                QVERIFY2(image != empty, style.name.c_str());
            }
    }
    void namesAlongLinesAreFoundWholeInSvg() {
        const auto snapshot = wholeRegion();
        const auto sheet = sheetOf(*snapshot);
        const auto composed = layers::composeSheet(*snapshot, sheet, 4);
        QVERIFY(composed);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sheet.svg"));
        QVERIFY(layers::exportSheet(*snapshot, sheet, path.toStdString()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString svg = QString::fromUtf8(file.readAll());
        int bent = 0;
        for (const auto& label : composed->labels) {
            QStringList words{label.text};
            if (label.letters.empty()) words.clear();
            bent += words.isEmpty() ? 0 : 1;
            for (const auto& [line, place] : label.lines) words << line;
            for (const QString& word : words) QVERIFY2(svg.contains(u'>' + word), qPrintable(word));
        }
        QVERIFY(bent > 0);
        QVERIFY(svg.contains(QStringLiteral("测试地区布局图")));
    }
};

QTEST_MAIN(TestLegend)
#include "test_legend.moc"
