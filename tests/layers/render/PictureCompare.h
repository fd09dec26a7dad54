// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QRect>
#include <algorithm>
#include <cmath>

/// Two pictures of the same size, compared pixel by pixel.
namespace picture_compare {

inline int farthest(QRgb a, QRgb b) {
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

/// Share of the pixels in `area` of which a channel differs by more than `limit`.
inline double shareDiffering(const QImage& a, const QImage& b, int limit, QRect area = {}) {
    if (area.isNull()) area = a.rect();
    if (a.size() != b.size() || area.isEmpty()) return 1;
    int differing = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            differing += farthest(a.pixel(x, y), b.pixel(x, y)) > limit ? 1 : 0;
    return static_cast<double>(differing) / (static_cast<double>(area.width()) * area.height());
}

/// Share of the pixels that are not of the ground's colour; tells an empty picture.
inline double shareInked(const QImage& image, QRgb ground = 0xffffffffU) {
    int inked = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) inked += farthest(image.pixel(x, y), ground) > 8 ? 1 : 0;
    return static_cast<double>(inked) / (static_cast<double>(image.width()) * image.height());
}

}  // namespace picture_compare
