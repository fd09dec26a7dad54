// SPDX-License-Identifier: Apache-2.0
// As layers/print: qpdf 11 wants to be told which smart pointers are meant.
#define POINTERHOLDER_TRANSITION 4

#include <QFile>
#include <QImageReader>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <qpdf/QPDF.hh>

#include "layers/print/DefaultSheet.h"
#include "layers/print/PdfText.h"
#include "layers/print/SheetComposition.h"
#include "layers/print/SheetExporter.h"
#include "tests/layers/render/MapBuilders.h"

using namespace map_builders;

/// Sheets as files: words found, nothing beyond the frame, measures right, whole or not there.
class TestSheetExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDefaultSheetIsSensible();
    void legendListsOnlyWhatIsInTheFrame();
    void labelsAndFurnitureDoNotCollide();
    void theScaleBarIsTrue_data();
    void theScaleBarIsTrue();
    void scalesAreRound();
    void pdfWordsAreFound();
    void pdfIsSoundAndDeterministic();
    void svgStaysInsideItsPaper();
    void pngHasThePixelsOfItsResolution();
    void formatsAndFilesAreRespected();
    void aCanceledExportLeavesNothing();
    void radicalsBecomeIdeographs();
    void toUnicodeMapsAreRewritten();

private:
    QTemporaryDir m_folder;
    std::string path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }
};

namespace {

layers::PrintLayout sheetOf(const layers::ProjectSnapshot& snapshot) {
    auto sheet = layers::defaultSheet(snapshot, {"总图",
                                                 "测试地区“一轴两带三组团”布局图",
                                                 {at(-110, -70).x, at(-110, -70).y, at(110, 70).x, at(110, 70).y},
                                                 mapCrs(),
                                                 {}})
                     .value();
    sheet.basis = "渝府发〔2023〕9号 (五)";
    sheet.notes = {"行政区界为 2016 年示意数据", "虚构演示数据"};
    return sheet;
}

QByteArray bytesOf(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

void TestSheetExport::theDefaultSheetIsSensible() {
    const auto snapshot = wholeRegion();
    const auto sheet = layers::defaultSheet(*snapshot, {"总图", "图名", {}, {}, {gis::LayerId{1}}});
    QVERIFY(sheet.has_value());
    QCOMPARE(sheet->paperWidthMm, 420.0);
    QVERIFY(sheet->crsCode == "EPSG:4545" || sheet->crsCode == "EPSG:4546");
    QCOMPARE(sheet->date, std::string("2026-11-21"));
    QVERIFY2(!sheet->notes.empty(), "a map with boundaries needs a caution");
    QVERIFY(!layers::defaultSheet(layers::ProjectSnapshot{}, {"总图", "图名", {}, {}, {}}));
}

void TestSheetExport::legendListsOnlyWhatIsInTheFrame() {
    const auto snapshot = wholeRegion();
    const auto made = layers::composeSheet(*snapshot, sheetOf(*snapshot), 4);
    QVERIFY(made && made->legend);
    QStringList titles;
    for (const auto& entry : made->legend->entries) titles.append(entry.title);
    QCOMPARE(titles.first(), QStringLiteral("发展主轴"));
    for (const char* shown :
         {"发展主轴", "城市功能组团", "发展带", "规划范围", "生态保护红线(虚构演示数据)", "长江干流"})
        QVERIFY2(titles.contains(QString::fromUtf8(shown)), shown);
    for (const char* absent : {"功能平台", "主要河流", "生态廊道", "布局要素"})
        QVERIFY2(!titles.contains(QString::fromUtf8(absent)), absent);
    QCOMPARE(titles.removeDuplicates(), 0);
}

void TestSheetExport::labelsAndFurnitureDoNotCollide() {
    const auto snapshot = wholeRegion();
    const auto made = layers::composeSheet(*snapshot, sheetOf(*snapshot), 4);
    QVERIFY(made && made->labels.size() >= 6);
    const auto furniture = made->furniture();
    QCOMPARE(furniture.size(), std::size_t(4));
    const QRectF map(QPointF(0, 0), made->map.size());
    for (std::size_t one = 0; one < furniture.size(); ++one) {
        QVERIFY(map.contains(furniture[one]));
        for (std::size_t other = one + 1; other < furniture.size(); ++other)
            QVERIFY(!furniture[one].intersects(furniture[other]));
        for (const auto& label : made->labels)
            for (const QRectF& box : label.boxes) QVERIFY(!box.intersects(furniture[one]));
    }
}

void TestSheetExport::theScaleBarIsTrue_data() {
    QTest::addColumn<double>("denominator");
    QTest::addColumn<double>("metres");
    QTest::newRow("1:800 000") << 800'000.0 << 50'000.0;
    QTest::newRow("1:1 000 000") << 1'000'000.0 << 50'000.0;
    QTest::newRow("1:10 000") << 10'000.0 << 500.0;
    QTest::newRow("1:500") << 500.0 << 20.0;
}

void TestSheetExport::theScaleBarIsTrue() {
    QFETCH(double, denominator);
    QFETCH(double, metres);
    const auto bar = layers::scaleBarFor(denominator, 64);
    QCOMPARE(bar.metres, metres);
    QCOMPARE(bar.lengthMm * denominator / 1000, metres);  // millimetres on paper times the scale
    // The map itself: two places that far apart are drawn that far apart.
    const auto snapshot = wholeRegion();
    auto layout = sheetOf(*snapshot);
    layout.scaleDenominator = denominator;
    const auto made = layers::composeSheet(*snapshot, layout, 4);
    QVERIFY(made.has_value());
    QVERIFY(std::abs(made->list.scaleDenominator / denominator - 1) < 1e-9);
    const gis::Coordinate middle = made->list.frame.extent.centre();
    const QPointF from = made->list.frame.toPaper(middle);
    const QPointF to = made->list.frame.toPaper({middle.x + metres, middle.y});
    QVERIFY(std::abs(to.x() - from.x() - bar.lengthMm) < 1e-6);
}

void TestSheetExport::scalesAreRound() {
    QCOMPARE(layers::roundScale(803'626), 1'000'000.0);
    QCOMPARE(layers::roundScale(800'000), 800'000.0);
    QCOMPARE(layers::roundScale(510'000), 600'000.0);
    QCOMPARE(layers::roundScale(9'900), 10'000.0);
    QCOMPARE(layers::scaleText(1'250'000), QStringLiteral("1 : 1 250 000"));
}

void TestSheetExport::pdfWordsAreFound() {
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (tool.isEmpty()) QSKIP("pdftotext (poppler-utils) is not installed");
    const auto snapshot = wholeRegion();
    const auto made = layers::exportSheet(*snapshot, sheetOf(*snapshot), path("words.pdf"));
    QVERIFY2(made.has_value(), made ? "" : gis::describe(made.error()).c_str());
    QProcess reader;
    reader.start(tool, {QString::fromStdString(made->path), QStringLiteral("-")});
    QVERIFY(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    // Level, spaced, slanted and bent names; 长 见 页 黄 share their glyphs with radicals; digits beside letters.
    for (const char* word : {"测试地区“一轴两带三组团”布局图", "长江", "大巴山", "生态保护红线", "经济发展主轴",
                             "高铁经济发展带", "城市组团", "见龙", "黄页", "渝府发〔2023〕9号", "1 : ", "CGCS2000",
                             "2026-11-21", "行政区界为 2016 年示意数据"})
        QVERIFY2(text.contains(QString::fromUtf8(word)), word);
    static const QRegularExpression radical(QStringLiteral("[\\x{2E80}-\\x{2FDF}]"));
    QVERIFY(!text.contains(radical));
}

void TestSheetExport::pdfIsSoundAndDeterministic() {
    qputenv("SOURCE_DATE_EPOCH", "1795000000");
    const auto snapshot = wholeRegion();
    const auto first = layers::exportSheet(*snapshot, sheetOf(*snapshot), path("first.pdf"));
    const auto second = layers::exportSheet(*snapshot, sheetOf(*snapshot), path("second.pdf"));
    qunsetenv("SOURCE_DATE_EPOCH");
    QVERIFY(first && second);
    QCOMPARE(bytesOf(first->path), bytesOf(second->path));
    QVERIFY2(first->bytes < 2'000'000, qPrintable(QString::number(first->bytes)));
    QPDF pdf;
    pdf.processFile(first->path.c_str());
    QCOMPARE(pdf.getAllPages().size(), std::size_t(1));
    QVERIFY(pdf.getWarnings().empty());
    QPDFObjectHandle page = pdf.getAllPages().front();
    auto box = page.getKey("/MediaBox");
    QVERIFY(std::abs(box.getArrayItem(2).getNumericValue() - 420 / 25.4 * 72) < 1);
    auto information = pdf.getTrailer().getKey("/Info");
    QCOMPARE(information.getKey("/Title").getUTF8Value(), sheetOf(*snapshot).title);
    QCOMPARE(information.getKey("/CreationDate").getUTF8Value(), std::string("D:20261118110640Z"));
}

/// Every coordinate of every path, taken through the groups' transforms, lies on the paper; those drawn as map (lines
/// and areas, not letters) inside the frame but for half a stroke.
void TestSheetExport::svgStaysInsideItsPaper() {
    const auto snapshot = wholeRegion();
    const auto layout = sheetOf(*snapshot);
    const auto made = layers::exportSheet(*snapshot, layout, path("frame.svg"));
    QVERIFY(made.has_value());
    const QByteArray svg = bytesOf(made->path);
    QVERIFY2(!svg.contains("href"), "no references");
    QVERIFY(svg.contains("width=\"420mm\"") && svg.contains("height=\"297mm\""));
    QXmlStreamReader reader(svg);
    static const QRegularExpression pair(QStringLiteral("(-?[0-9.e+-]+),(-?[0-9.e+-]+)"));
    const QRectF paper(0, 0, 420, 297);
    QTransform group;
    int vertices = 0;
    QString words;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) continue;
        const QString transform = reader.attributes().value(QLatin1String("transform")).toString();
        if (transform.startsWith(QLatin1String("matrix("))) {
            const QStringList m = transform.mid(7).chopped(1).split(QLatin1Char(','));
            group = QTransform(m[0].toDouble(), m[1].toDouble(), m[2].toDouble(), m[3].toDouble(), m[4].toDouble(),
                               m[5].toDouble());
        }
        if (reader.name() == QLatin1String("text")) words += reader.readElementText();
        if (reader.name() != QLatin1String("path")) continue;
        auto matches = pair.globalMatch(reader.attributes().value(QLatin1String("d")).toString());
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QPointF at = group.map(QPointF(match.captured(1).toDouble(), match.captured(2).toDouble()));
            QVERIFY2(paper.adjusted(-0.01, -0.01, 0.01, 0.01).contains(at),
                     qPrintable(QStringLiteral("%1 %2").arg(at.x()).arg(at.y())));
            ++vertices;
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(vertices > 1000);
    QVERIFY(words.contains(QStringLiteral("长江")));
}

void TestSheetExport::pngHasThePixelsOfItsResolution() {
    const auto snapshot = wholeRegion();
    const auto made = layers::exportSheet(*snapshot, sheetOf(*snapshot), path("pixels.png"), {100, gis::Overwrite::No});
    QVERIFY(made.has_value());
    const QImage image(QString::fromStdString(made->path));
    QCOMPARE(image.size(), QSize(1654, 1169));  // 420 mm x 297 mm at 100 dots in 25.4 mm
    QCOMPARE(made->pixelWidth, 1654);
    QCOMPARE(image.dotsPerMeterX(), 3937);
    QCOMPARE(image.pixelColor(5, 5), QColor(Qt::white));
}

void TestSheetExport::formatsAndFilesAreRespected() {
    const auto snapshot = wholeRegion();
    const auto layout = sheetOf(*snapshot);
    const auto docx = layers::exportSheet(*snapshot, layout, path("sheet.docx"));
    QVERIFY(!docx);
    QCOMPARE(docx.error().code, gis::ErrorCode::UnsupportedFormat);
    QVERIFY(gis::describe(docx.error()).find(".pdf .svg .png") != std::string::npos);
    QVERIFY(layers::exportSheet(*snapshot, layout, path("once.png"), {30, gis::Overwrite::No}).has_value());
    const QByteArray before = bytesOf(path("once.png"));
    const auto again = layers::exportSheet(*snapshot, layout, path("once.png"), {40, gis::Overwrite::No});
    QVERIFY(!again);
    QCOMPARE(again.error().code, gis::ErrorCode::AlreadyExists);
    QCOMPARE(bytesOf(path("once.png")), before);
    QVERIFY(layers::exportSheet(*snapshot, layout, path("once.png"), {40, gis::Overwrite::Yes}).has_value());
    const auto huge = layers::exportSheet(*snapshot, layout, path("huge.png"), {2400, gis::Overwrite::No});
    QVERIFY(!huge);
    QCOMPARE(huge.error().code, gis::ErrorCode::OutOfResources);
    const auto nowhere = layers::exportSheet(*snapshot, layout, path("no/such/folder/sheet.pdf"));
    QVERIFY(!nowhere);
}

void TestSheetExport::aCanceledExportLeavesNothing() {
    const auto snapshot = wholeRegion();
    gis::JobControl control;
    control.cancel.cancel();
    for (const char* name : {"canceled.pdf", "canceled.svg", "canceled.png"}) {
        const auto made = layers::exportSheet(*snapshot, sheetOf(*snapshot), path(name), {}, control);
        QVERIFY(!made);
        QCOMPARE(made.error().code, gis::ErrorCode::Canceled);
        QVERIFY(!QFile::exists(QString::fromStdString(path(name))));
    }
}

void TestSheetExport::radicalsBecomeIdeographs() {
    QCOMPARE(layers::unifiedIdeograph(0x2ED3), U'长');
    QCOMPARE(layers::unifiedIdeograph(0x2EC5), U'见');
    QCOMPARE(layers::unifiedIdeograph(0x2EDA), U'页');
    QCOMPARE(layers::unifiedIdeograph(0x2EE9), U'黄');
    QVERIFY(layers::unifiedText(u"\u2F00\u2F38\u2ED3江A1") == u"一\u5F13长江A1");  // Kangxi radicals 1 and 57
}

void TestSheetExport::toUnicodeMapsAreRewritten() {
    const std::string cmap =
        "begincmap\n2 beginbfrange\n<0000> <0000> <0000>\n<0001> <0003> [<2ED3> <6C5F> <0009>]\nendbfrange\n"
        "1 beginbfrange\n<0010> <0012> <2F00>\nendbfrange\n1 beginbfchar\n<0020> <D842DFB7>\nendbfchar\nendcmap\n";
    const std::string unified = layers::unifiedToUnicode(cmap);
    for (const char* row : {"<0001> <957f>", "<0002> <6c5f>", "<0003> <0020>", "<0010> <4e00>", "<0011> <4e28>",
                            "<0012> <4e36>", "<0020> <d842dfb7>"})
        QVERIFY2(unified.find(row) != std::string::npos, row);
    QVERIFY(layers::unifiedToUnicode("no map at all").empty());
    QVERIFY(!layers::withSearchableText("not a PDF", {}));
}

QTEST_MAIN(TestSheetExport)
#include "test_sheet_export.moc"
