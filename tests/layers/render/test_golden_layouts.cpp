// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QtTest>

#include "layers/render/MapRenderer.h"
#include "tests/layers/render/MapBuilders.h"

using namespace map_builders;

/// One picture for each kind of layout element against a committed one. TUCE_UPDATE_GOLDEN=1 writes them anew; then
/// look at them before you commit. Tolerance: other releases of Qt and FreeType smooth edges and letters otherwise, so
/// a pixel may differ, a picture may not.
class TestGoldenLayouts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kindLooksAsBefore_data();
    void kindLooksAsBefore();
    void aMissingElementWouldBeSeen();
};

namespace {

constexpr double meanTolerance = 1.5;        ///< of 255, over all pixels and channels
constexpr double differingTolerance = 0.02;  ///< share of pixels that differ by more than 48 in a channel

struct Difference {
    double mean = 0;
    double differing = 0;
};

Difference differenceOf(const QImage& a, const QImage& b) {
    Difference difference;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y);
            const QRgb other = b.pixel(x, y);
            const int channels[] = {std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                                    std::abs(qBlue(one) - qBlue(other))};
            difference.mean += (channels[0] + channels[1] + channels[2]) / 3.0;
            if (*std::max_element(channels, channels + 3) > 48) difference.differing += 1;
        }
    const double pixels = static_cast<double>(a.width()) * a.height();
    return {difference.mean / pixels, difference.differing / pixels};
}

QImage pictureOf(const std::vector<Element>& elements) {
    const auto image = layers::renderMap(*plan({layoutLayer(elements)}), settingsAbout(60, 40, 300));
    return image ? image->convertToFormat(QImage::Format_RGB32) : QImage();
}

std::vector<Element> elementsOf(const QString& kind) {
    const std::vector<std::pair<double, double>> course{{-55, -20}, {-20, 10}, {15, -5}, {52, 18}};
    if (kind == QLatin1String("axis")) return {{"axis", "发展主轴", line(course)}};
    if (kind == QLatin1String("belt")) return {{"belt", "经济发展带", bandAbout(course, 16)}};
    if (kind == QLatin1String("cluster")) return {{"cluster", "城市组团", disc(0, 0, 25)}};
    if (kind == QLatin1String("platform"))
        return {{"platform", "合作平台", area({{-35, -20}, {10, -28}, {38, 0}, {12, 26}, {-30, 18}})}};
    if (kind == QLatin1String("corridor")) return {{"eco_corridor", "生态廊道", bandAbout(course, 8)}};
    if (kind == QLatin1String("barrier")) return {{"eco_barrier", "生态屏障", bandAbout(course, 30)}};
    if (kind == QLatin1String("node"))
        return {{"node", "节点", point(-30, 0)}, {"hub", "枢纽", point(5, 12)}, {"core", "核心", point(30, -10)}};
    return {{"zone", "规划区", area({{-35, -20}, {10, -28}, {38, 0}, {12, 26}, {-30, 18}})}};
}

QString goldenPath(const QString& kind) {
    return QStringLiteral(TUCE_SOURCE_DIR "/tests/golden/layout_%1.png").arg(kind);
}

}  // namespace

void TestGoldenLayouts::kindLooksAsBefore_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"axis", "belt", "cluster", "platform", "corridor", "barrier", "node", "zone"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestGoldenLayouts::kindLooksAsBefore() {
    QFETCH(QString, kind);
    if (!QFontInfo(layers::mapFont(false)).family().contains(QStringLiteral("Noto Sans CJK")))
        QSKIP("the pictures are made with Noto Sans CJK");
    const QImage drawn = pictureOf(elementsOf(kind));
    QCOMPARE(drawn.size(), QSize(300, 200));
    if (qEnvironmentVariableIsSet("TUCE_UPDATE_GOLDEN")) QVERIFY(drawn.save(goldenPath(kind)));
    const QImage golden = QImage(goldenPath(kind)).convertToFormat(QImage::Format_RGB32);
    QCOMPARE(golden.size(), drawn.size());
    const Difference difference = differenceOf(drawn, golden);
    if (difference.mean > meanTolerance || difference.differing > differingTolerance)
        drawn.save(QDir::temp().filePath(QStringLiteral("tuce_golden_%1.png").arg(kind)));
    QVERIFY2(difference.mean <= meanTolerance && difference.differing <= differingTolerance,
             qPrintable(QStringLiteral("mean %1, differing %2; the picture drawn is in the folder for temporary files")
                            .arg(difference.mean)
                            .arg(difference.differing)));
}

/// The tolerance must be narrow enough: a picture without its element fails.
void TestGoldenLayouts::aMissingElementWouldBeSeen() {
    const QImage empty = pictureOf({});
    for (const char* kind : {"axis", "belt", "cluster", "platform", "corridor", "barrier", "node", "zone"}) {
        const QImage golden = QImage(goldenPath(QString::fromLatin1(kind))).convertToFormat(QImage::Format_RGB32);
        const Difference difference = differenceOf(empty, golden);
        QVERIFY2(difference.mean > meanTolerance || difference.differing > differingTolerance, kind);
    }
}

QTEST_MAIN(TestGoldenLayouts)
#include "test_golden_layouts.moc"
