// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <deque>
#include <vector>

#include "app/canvas/MapView.h"
#include "layers/render/LabelPlacer.h"

class QPainter;
class QRegion;

namespace app {

/// Sharp pictures of one plan that were drawn before, newest first, as ready ground for a map that is moved back; no
/// more bytes of them than a budget allows. GUI thread.
class RecentPictures {
public:
    struct Picture {
        MapView view;
        QImage image;  ///< with its device pixel ratio
        std::vector<layers::PlacedLabel> labels;
        bool isOf(const MapView& other, double devicePixelRatio) const {
            return view == other && image.devicePixelRatio() == devicePixelRatio;
        }
    };
    /// Bytes for all of them.
    void setBudget(qint64 bytes);
    qint64 budget() const { return m_budget; }
    qint64 byteCount() const { return m_bytes; }

    /// In the place of one of the same view; what is too large alone is not kept.
    void add(Picture picture);
    void clear();
    /// Of exactly this view; null if there is none. Valid until the next change.
    const Picture* find(const MapView& view, double devicePixelRatio) const;
    /// Paints what pictures of the same scale show of a part of `view` (logical pixels); answers what is left of it.
    QRegion paint(QPainter& painter, const MapView& view, const QRegion& part) const;

private:
    void cut();
    std::deque<Picture> m_pictures;
    qint64 m_budget = 0;
    qint64 m_bytes = 0;
};

}  // namespace app
