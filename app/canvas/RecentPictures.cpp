// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/RecentPictures.h"

#include <QPainter>
#include <QRegion>
#include <algorithm>

namespace app {

void RecentPictures::setBudget(qint64 bytes) {
    m_budget = bytes;
    cut();
}

void RecentPictures::add(Picture picture) {
    std::erase_if(m_pictures, [&](const Picture& other) {
        if (!other.isOf(picture.view, picture.image.devicePixelRatio())) return false;
        m_bytes -= other.image.sizeInBytes();
        return true;
    });
    m_bytes += picture.image.sizeInBytes();
    m_pictures.push_front(std::move(picture));
    cut();
}

void RecentPictures::cut() {
    while (m_bytes > m_budget && !m_pictures.empty()) {
        m_bytes -= m_pictures.back().image.sizeInBytes();
        m_pictures.pop_back();
    }
}

void RecentPictures::clear() {
    m_pictures.clear();
    m_bytes = 0;
}

const RecentPictures::Picture* RecentPictures::find(const MapView& view, double devicePixelRatio) const {
    const auto found = std::find_if(m_pictures.begin(), m_pictures.end(),
                                    [&](const Picture& picture) { return picture.isOf(view, devicePixelRatio); });
    return found == m_pictures.end() ? nullptr : &*found;
}

QRegion RecentPictures::paint(QPainter& painter, const MapView& view, const QRegion& part) const {
    QRegion left = part;
    for (const Picture& picture : m_pictures) {
        if (left.isEmpty()) break;
        if (!(picture.view.crs == view.crs) || picture.view.unitsPerPixel != view.unitsPerPixel) continue;
        // Whole pixels, which need no stretching.
        const QPoint corner = view.toScreen(picture.view.extent()).topLeft().toPoint();
        const QRegion seen = left & QRect(corner, picture.view.size.toSize());
        if (seen.isEmpty()) continue;
        painter.save();
        painter.setClipRegion(seen);
        painter.drawImage(corner, picture.image);
        painter.restore();
        left -= seen;
    }
    return left;
}

}  // namespace app
