// SPDX-License-Identifier: Apache-2.0
#include "layers/print/SheetExporter.h"

#include <QBuffer>
#include <QDateTime>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <cmath>

#include "layers/print/PdfText.h"
#include "layers/print/SheetComposition.h"

namespace layers {

namespace {

constexpr double millimetresPerInch = 25.4;
constexpr double mostPixels = 4e8;  ///< 1.6 GB of memory

using Bytes = gis::Result<std::string>;

std::string endingOf(const std::string& path) {
    return QFileInfo(QString::fromStdString(path)).suffix().toLower().toStdString();
}

/// When the sheet was made: SOURCE_DATE_EPOCH where it is set, so that equal input gives equal bytes.
std::string nowUtc() {
    bool isSet = false;
    const qint64 epoch = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isSet);
    const QDateTime when = isSet ? QDateTime::fromSecsSinceEpoch(epoch, Qt::UTC) : QDateTime::currentDateTimeUtc();
    return when.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")).toStdString();
}

std::string asBytes(const QBuffer& buffer) { return buffer.data().toStdString(); }

Bytes paintedPdf(const SheetComposition& sheet, const PrintLayout& layout, const gis::JobControl& control) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        constexpr int resolution = 1200;
        writer.setResolution(resolution);
        writer.setPageSize(QPageSize(sheet.paper, QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        QPainter painter(&writer);
        painter.scale(resolution / millimetresPerInch, resolution / millimetresPerInch);
        if (!paintSheet(painter, sheet, control.cancel)) return gis::canceled();
    }
    return withSearchableText(asBytes(buffer), {layout.title, layout.author, "Tuce", nowUtc()});
}

Bytes paintedSvg(const SheetComposition& sheet, const PrintLayout& layout, const gis::JobControl& control) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setTitle(QString::fromStdString(layout.title));
        generator.setDescription(QStringLiteral("Tuce"));
        constexpr int resolution = 254;  // ten dots a millimetre, so that the size comes out in round numbers
        generator.setResolution(resolution);
        generator.setSize((sheet.paper * 10).toSize());
        generator.setViewBox(QRectF(QPointF(0, 0), sheet.paper));  // user units are millimetres
        QPainter painter(&generator);
        if (!paintSheet(painter, sheet, control.cancel)) return gis::canceled();
    }
    return asBytes(buffer);
}

Bytes paintedPng(const SheetComposition& sheet, QSize pixels, double dpi, const gis::JobControl& control) {
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull())
        return gis::fail(gis::ErrorCode::OutOfResources, {},
                         gis::message("layers", "an image of %1 x %2 pixels is too large",
                                      {std::to_string(pixels.width()), std::to_string(pixels.height())}),
                         gis::message("layers", "choose fewer dots per inch"));
    image.setDotsPerMeterX(static_cast<int>(std::lround(dpi / millimetresPerInch * 1000)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(dpi / millimetresPerInch, dpi / millimetresPerInch);
    if (!paintSheet(painter, sheet, control.cancel)) return gis::canceled();
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return asBytes(buffer);
}

gis::Result<void> checkRequest(const std::string& ending, const SheetOptions& options, QSize pixels) {
    const auto formats = sheetFormats();
    if (std::find(formats.begin(), formats.end(), ending) == formats.end())
        return gis::fail(gis::ErrorCode::UnsupportedFormat, {},
                         gis::message("layers", "cannot write .%1; available: %2", {ending, ".pdf .svg .png"}));
    if (!(options.dpi >= 10 && options.dpi <= 2400))
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "the resolution must lie between 10 and 2400 dots per inch"));
    if (ending == "png" && static_cast<double>(pixels.width()) * pixels.height() > mostPixels)
        return gis::fail(gis::ErrorCode::OutOfResources, {},
                         gis::message("layers", "an image of %1 x %2 pixels is too large",
                                      {std::to_string(pixels.width()), std::to_string(pixels.height())}),
                         gis::message("layers", "choose fewer dots per inch"));
    return {};
}

SheetExport reportOf(const SheetComposition& sheet, const PrintLayout& layout, const std::string& path) {
    SheetExport made;
    made.path = path;
    made.sheet = layout.name;
    made.scaleDenominator = sheet.list.scaleDenominator;
    if (sheet.legend)
        for (const LegendEntry& entry : sheet.legend->entries) made.legend.push_back(entry.title.toStdString());
    made.labels = sheet.labels.size();
    made.warnings = sheet.list.warnings;
    return made;
}

}  // namespace

std::vector<std::string> sheetFormats() { return {"pdf", "svg", "png"}; }

gis::Result<SheetExport> exportSheet(const ProjectSnapshot& snapshot, const PrintLayout& layout,
                                     const std::string& path, const SheetOptions& options,
                                     const gis::JobControl& control) {
    const std::string ending = endingOf(path);
    const double pixelsPerMm = options.dpi / millimetresPerInch;
    const QSize pixels(static_cast<int>(std::lround(layout.paperWidthMm * pixelsPerMm)),
                       static_cast<int>(std::lround(layout.paperHeightMm * pixelsPerMm)));
    if (auto checked = checkRequest(ending, options, pixels); !checked) {
        checked.error().subject.path = path;
        return tl::unexpected<gis::Error>(checked.error());
    }
    // Before the work, so that a wrong place is told at once.
    TUCE_TRY(probe, gis::AtomicFile::create(path, options.overwrite));
    TUCE_TRY(sheet, composeSheet(snapshot, layout, pixelsPerMm, control));
    SheetExport made = reportOf(sheet, layout, path);
    TUCE_TRY(bytes, ending == "pdf"   ? paintedPdf(sheet, layout, control)
                    : ending == "svg" ? paintedSvg(sheet, layout, control)
                                      : paintedPng(sheet, pixels, options.dpi, control));
    if (ending == "png") {
        made.pixelWidth = pixels.width();
        made.pixelHeight = pixels.height();
    }
    made.bytes = bytes.size();
    TUCE_CHECK(gis::writeFile(path, bytes, options.overwrite));
    control.report(1);
    return made;
}

}  // namespace layers
