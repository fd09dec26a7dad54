// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <cstring>
#include <functional>
#include <optional>
#include <vector>

/// GeoTIFFs made byte by byte, so that tests know each pixel and each lie in them without GDAL's help.
namespace support {

struct TiffPage {
    int width = 0;
    int height = 0;
    int samples = 1;               ///< beside each other; a fourth of three colours, a second of grey is alpha
    int bits = 8;                  ///< 8, 16, or 32 for floating point
    int photometric = 1;           ///< 0 white is least, 1 black is least, 2 colours, 3 palette
    std::vector<quint16> palette;  ///< 256 reds, greens, blues of 16 bits
    QByteArray pixels;             ///< row by row
};

/// Where the first pixel's outer corner lies, how large a pixel is, and the EPSG number (0: not said).
struct TiffPlace {
    double x = 0;
    double y = 0;
    double pixelWidth = 1;
    double pixelHeight = 1;
    int epsg = 0;
    bool geographic = false;
};

struct TiffOptions {
    std::optional<TiffPlace> place;
    QByteArray noData;
    int rowsPerStrip = 16;
};

/// A page of one colour for each pixel: 0xRRGGBB.
inline TiffPage colourPage(int width, int height, const std::function<quint32(int column, int row)>& colour) {
    TiffPage page{width, height, 3, 8, 2, {}, {}};
    page.pixels.reserve(width * height * 3);
    for (int row = 0; row < height; ++row)
        for (int column = 0; column < width; ++column) {
            const quint32 rgb = colour(column, row);
            for (const int shift : {16, 8, 0}) page.pixels.append(static_cast<char>(rgb >> shift & 255U));
        }
    return page;
}

namespace tiff_detail {

template <class Number>
QByteArray bytesOf(Number number) {
    QByteArray bytes(sizeof(Number), '\0');
    std::memcpy(bytes.data(), &number, sizeof(Number));
    return bytes;
}

/// One directory entry and the numbers it points to.
struct Entry {
    quint16 tag;
    quint16 type;  ///< 2 ASCII, 3 short, 4 long, 12 double
    quint32 count;
    QByteArray data;
};

inline Entry shorts(quint16 tag, const std::vector<quint16>& numbers) {
    Entry entry{tag, 3, static_cast<quint32>(numbers.size()), {}};
    for (const quint16 number : numbers) entry.data += bytesOf(number);
    return entry;
}
inline Entry longs(quint16 tag, const std::vector<quint32>& numbers) {
    Entry entry{tag, 4, static_cast<quint32>(numbers.size()), {}};
    for (const quint32 number : numbers) entry.data += bytesOf(number);
    return entry;
}
inline Entry doubles(quint16 tag, const std::vector<double>& numbers) {
    Entry entry{tag, 12, static_cast<quint32>(numbers.size()), {}};
    for (const double number : numbers) entry.data += bytesOf(number);
    return entry;
}

inline void addPlace(std::vector<Entry>& entries, const TiffPlace& place) {
    entries.push_back(doubles(33550, {place.pixelWidth, place.pixelHeight, 0}));
    entries.push_back(doubles(33922, {0, 0, 0, place.x, place.y, 0}));
    if (place.epsg == 0) return;
    const auto code = static_cast<quint16>(place.epsg);
    const auto model = static_cast<quint16>(place.geographic ? 2 : 1);
    const auto key = static_cast<quint16>(place.geographic ? 2048 : 3072);
    entries.push_back(shorts(34735, {1, 1, 0, 3, 1024, 0, 1, model, 1025, 0, 1, 1, key, 0, 1, code}));
}

inline std::vector<Entry> entriesOf(const TiffPage& page, const TiffOptions& options, bool isReduced,
                                    quint32 pixelsBegin) {
    std::vector<quint32> offsets;
    std::vector<quint32> counts;
    const int line = page.width * page.samples * page.bits / 8;
    for (int row = 0; row < page.height; row += options.rowsPerStrip) {
        offsets.push_back(pixelsBegin + static_cast<quint32>(row * line));
        counts.push_back(static_cast<quint32>(std::min(options.rowsPerStrip, page.height - row) * line));
    }
    const auto small = [](int number) { return static_cast<quint16>(number); };
    std::vector<Entry> entries{
        longs(254, {isReduced ? 1U : 0U}),
        longs(256, {static_cast<quint32>(page.width)}),
        longs(257, {static_cast<quint32>(page.height)}),
        shorts(258, std::vector<quint16>(static_cast<std::size_t>(page.samples), small(page.bits))),
        shorts(259, {1}),
        shorts(262, {small(page.photometric)}),
        longs(273, offsets),
        shorts(277, {small(page.samples)}),
        longs(278, {static_cast<quint32>(options.rowsPerStrip)}),
        longs(279, counts),
        shorts(284, {1})};
    if (!page.palette.empty()) entries.push_back(shorts(320, page.palette));
    if (page.samples == 2 || page.samples == 4) entries.push_back(shorts(338, {2}));
    entries.push_back(
        shorts(339, std::vector<quint16>(static_cast<std::size_t>(page.samples), page.bits == 32 ? 3 : 1)));
    if (!isReduced && options.place) addPlace(entries, *options.place);
    if (!isReduced && !options.noData.isEmpty()) {
        const QByteArray text = options.noData + '\0';
        entries.push_back({42113, 2, static_cast<quint32>(text.size()), text});
    }
    return entries;
}

}  // namespace tiff_detail

/// The first page is the raster, the others its overviews.
inline QByteArray tiffBytes(const std::vector<TiffPage>& pages, const TiffOptions& options) {
    using namespace tiff_detail;
    QByteArray file = QByteArray("II*\0", 4) + bytesOf(quint32{0});
    int linkAt = 4;
    for (std::size_t index = 0; index < pages.size(); ++index) {
        const TiffPage& page = pages[index];
        const auto pixelsBegin = static_cast<quint32>(file.size());
        file += page.pixels;
        if (file.size() % 2 != 0) file += '\0';
        const auto entries = entriesOf(page, options, index > 0, pixelsBegin);
        QByteArray table = bytesOf(static_cast<quint16>(entries.size()));
        QByteArray far;
        const auto directory = static_cast<quint32>(file.size());
        const auto farBegin = directory + 2 + 12 * static_cast<quint32>(entries.size()) + 4;
        for (const Entry& entry : entries) {
            table += bytesOf(entry.tag) + bytesOf(entry.type) + bytesOf(entry.count);
            if (entry.data.size() <= 4) {
                table += entry.data + QByteArray(4 - entry.data.size(), '\0');
            } else {
                table += bytesOf(farBegin + static_cast<quint32>(far.size()));
                far += entry.data;
                if (far.size() % 2 != 0) far += '\0';
            }
        }
        file.replace(linkAt, 4, bytesOf(directory));
        linkAt = static_cast<int>(file.size() + table.size());
        file += table + bytesOf(quint32{0}) + far;
    }
    return file;
}

inline bool writeTiff(const QString& path, const std::vector<TiffPage>& pages, const TiffOptions& options) {
    QFile file(path);
    const QByteArray bytes = tiffBytes(pages, options);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

}  // namespace support
