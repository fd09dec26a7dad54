// SPDX-License-Identifier: Apache-2.0
// One picture for each case of a label, at one and two pixels to a logical one. Pixels on and near the names count one by
// one (the mask); the rest of the picture, which is the symbols', counts as a whole.
#include <QFontInfo>
#include <QGuiApplication>
#include <QtTest>
#include <cmath>

#include "MapBuilders.h"
#include "layers/render/LabelSolver.h"
#include "layers/render/MapRenderer.h"

using namespace layers;
using namespace map_builders;

namespace {

constexpr double mostInMask = 9;        ///< mean difference of channels, of 255, on and near the names
constexpr double mostDiffering = 0.03;  ///< share of all pixels that differ by more than 64

LayerPtr styled(const LayerPtr& layer, const std::function<void(LabelStyle&)>& change) {
    Layer copy = *layer;
    change(copy.style.label);
    return std::make_shared<const Layer>(copy);
}

LayerPtr river(const std::vector<std::pair<std::string, gis::Geometry>>& lines, int id = 1) {
    return styled(namedLayer(id, "河", LayerKind::Basemap, "river", lines), [](LabelStyle& label) {
        label.sizePt = 10;
        label.letterSpacing = 0.4;
    });
}

LayerPtr county(const std::vector<std::pair<std::string, gis::Geometry>>& areas,
                const std::function<void(LabelStyle&)>& change) {
    return styled(namedLayer(1, "县", LayerKind::Boundary, "boundary_county", areas), change);
}

std::shared_ptr<ProjectSnapshot> crowded(LabelCallout callout) {
    std::vector<std::pair<std::string, gis::Geometry>> towns;
    for (int index = 0; index < 40; ++index)
        towns.emplace_back("地点" + std::to_string(index), point(4.2 * std::sqrt(index) * std::cos(2.4 * index),
                                                                 3.4 * std::sqrt(index) * std::sin(2.4 * index)));
    return plan({styled(namedLayer(1, "城镇", LayerKind::Basemap, "place", towns), [&](LabelStyle& label) {
        label.callout = callout;
        label.sizePt = 8;
    })});
}

std::shared_ptr<ProjectSnapshot> planOf(const QString& name) {
    if (name == QLatin1String("river_curve"))
        return plan({river({{"嘉陵江", line({{-55, -18}, {-35, 12}, {-10, 18}, {10, -6}, {32, -16}, {55, 8}})}})});
    if (name == QLatin1String("steep_curve"))
        return plan({river({{"乌江干流", line({{-22, -38}, {-18, -12}, {-24, 12}, {-20, 38}})}}),
                     river({{"Wujiang", line({{22, -38}, {26, -12}, {20, 12}, {24, 38}})}}, 2)});
    if (name == QLatin1String("belt"))
        return plan({layoutLayer({{"belt", "沿江经济带", bandAbout({{-52, -22}, {-20, 12}, {15, 4}, {50, 24}}, 16)}})});
    if (name == QLatin1String("callout_line"))
        return plan({county({{"开发区", disc(-25, 0, 2)}, {"保税区", disc(-22, 4, 2)}, {"试验区", disc(20, 5, 1.5)}},
                            [](LabelStyle& label) {
                                label.callout = LabelCallout::Line;
                                label.sizePt = 9;
                            })});
    if (name == QLatin1String("callout_box"))
        return plan({county({{"开发区", disc(-25, 0, 2)}, {"保税区", disc(-22, 4, 2)}, {"试验区", disc(20, 5, 1.5)}},
                            [](LabelStyle& label) {
                                label.callout = LabelCallout::Box;
                                label.sizePt = 9;
                            })});
    if (name == QLatin1String("crowded")) return crowded(LabelCallout::None);
    if (name == QLatin1String("crowded_tied")) return crowded(LabelCallout::Line);
    if (name == QLatin1String("duplicates"))
        return plan({river({{"涪江", line({{-55, 10}, {-18, 18}})},
                            {"涪江", line({{-18, 18}, {18, 10}})},
                            {"涪江", line({{18, 10}, {55, 20}})},
                            {"渠江", line({{-55, -20}, {55, -14}})}})});
    if (name == QLatin1String("line_start"))
        return plan(
            {county({{"万州、开州(三峡库区核心区)、达州统筹发展示范区", disc(0, 0, 30)}}, [](LabelStyle& label) {
                label.sizePt = 11;
                label.lineLetters = 7;
            })});
    if (name == QLatin1String("fallback"))
        return plan({county({{"渝Ж𠀋Ωé한あ①", disc(0, 0, 34)}}, [](LabelStyle& label) { label.sizePt = 16; })});
    auto made = plan({river({{"嘉陵江", line({{-55, -18}, {-10, -8}, {55, -12}})}}),
                      styled(namedLayer(2, "城镇", LayerKind::Basemap, "place", {{"见龙", point(0, 20)}}),
                             [](LabelStyle& label) { label.sizePt = 11; })});
    made->labelPins = {{gis::LayerId{1}, gis::FeatureId{1}, at(-25, 12), -25, false},
                       {gis::LayerId{2}, gis::FeatureId{1}, at(25, 4), 90, false}};
    return made;
}

struct Picture {
    QImage image;
    std::vector<PlacedLabel> labels;
};

Picture pictureOf(const ProjectSnapshot& snapshot, int ratio) {
    MapSettings settings = settingsAbout(60, 40, 420);
    settings.pixelsPerMm *= ratio;
    const DrawList list = makeDrawList(snapshot, settings).value();
    Picture picture;
    picture.labels = labelsOfPage(snapshot, settings, list, InkMap(list), {}).value();
    picture.image = renderMap(snapshot, settings).value().convertToFormat(QImage::Format_RGB32);
    return picture;
}

struct Difference {
    double inMask = 0, differing = 0;
    int masked = 0;
};

Difference differenceOf(const Picture& drawn, const QImage& golden, double pixelsPerMm) {
    QImage mask(drawn.image.size(), QImage::Format_Grayscale8);
    mask.fill(Qt::black);
    QPainter painter(&mask);
    for (const PlacedLabel& label : drawn.labels)
        for (const QRectF& box : coveredBy(label))
            painter.fillRect(QRectF(box.topLeft() * pixelsPerMm, box.size() * pixelsPerMm).adjusted(-2, -2, 2, 2),
                             Qt::white);
    painter.end();
    Difference difference;
    double sum = 0;
    for (int y = 0; y < golden.height(); ++y)
        for (int x = 0; x < golden.width(); ++x) {
            const QRgb a = drawn.image.pixel(x, y), b = golden.pixel(x, y);
            const int red = std::abs(qRed(a) - qRed(b)), green = std::abs(qGreen(a) - qGreen(b)),
                      blue = std::abs(qBlue(a) - qBlue(b));
            if (std::max({red, green, blue}) > 64) difference.differing += 1;
            if (qGray(mask.pixel(x, y)) < 128) continue;
            ++difference.masked;
            sum += (red + green + blue) / 3.0;
        }
    difference.inMask = difference.masked > 0 ? sum / difference.masked : 255;
    difference.differing /= static_cast<double>(golden.width()) * golden.height();
    return difference;
}

const char* const cases[] = {"river_curve",  "steep_curve", "belt",       "callout_line", "callout_box", "crowded",
                             "crowded_tied", "duplicates",  "line_start", "fallback",     "by_hand"};

QString goldenPath(const QString& name, int ratio) {
    return QStringLiteral(TUCE_SOURCE_DIR "/tests/golden/label_%1_%2x.png").arg(name).arg(ratio);
}

bool hasMapFont() { return QFontInfo(mapFont(false)).family().contains(QStringLiteral("Noto Sans CJK")); }

}  // namespace

class TestGoldenLabels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void caseLooksAsBefore_data();
    void caseLooksAsBefore();
    void aMovedNameWouldBeSeen();
};

void TestGoldenLabels::caseLooksAsBefore_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("ratio");
    for (const char* one : cases)
        for (const int ratio : {1, 2}) QTest::addRow("%s at %dx", one, ratio) << QString::fromLatin1(one) << ratio;
}

void TestGoldenLabels::caseLooksAsBefore() {
    QFETCH(QString, name);
    QFETCH(int, ratio);
    if (!hasMapFont()) QSKIP("the pictures are made with Noto Sans CJK");
    const Picture drawn = pictureOf(*planOf(name), ratio);
    QVERIFY(!drawn.labels.empty());
    const QString path = goldenPath(name, ratio);
    if (qEnvironmentVariableIsSet("TUCE_UPDATE_GOLDEN")) QVERIFY(drawn.image.save(path));
    const QImage golden = QImage(path).convertToFormat(QImage::Format_RGB32);
    QCOMPARE(golden.size(), drawn.image.size());
    const Difference difference = differenceOf(drawn, golden, ratio * 96 / 25.4);
    if (difference.inMask > mostInMask || difference.differing > mostDiffering)
        drawn.image.save(QDir::temp().filePath(QStringLiteral("tuce_label_%1_%2x.png").arg(name).arg(ratio)));
    QVERIFY2(difference.inMask <= mostInMask && difference.differing <= mostDiffering,
             qPrintable(QStringLiteral("%1 on the names, %2 of all differ; the picture drawn is in the folder for "
                                       "temporary files")
                            .arg(difference.inMask)
                            .arg(difference.differing)));
}

/// The mask must be sharp enough: the same map with another name or none fails.
void TestGoldenLabels::aMovedNameWouldBeSeen() {
    if (!hasMapFont()) QSKIP("the pictures are made with Noto Sans CJK");
    const QImage golden = QImage(goldenPath(QStringLiteral("river_curve"), 1)).convertToFormat(QImage::Format_RGB32);
    auto snapshot = *planOf(QStringLiteral("river_curve"));
    snapshot.labelPins = {{gis::LayerId{1}, gis::FeatureId{1}, at(-10, -20), 0, false}};
    const Picture moved = pictureOf(snapshot, 1);
    QVERIFY(differenceOf(moved, golden, 96 / 25.4).inMask > mostInMask);
}

QTEST_MAIN(TestGoldenLabels)
#include "test_golden_labels.moc"
