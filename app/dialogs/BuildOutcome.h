// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QTimer>
#include <QWidget>

#include "layers/job/Job.h"
#include "layers/project/ChangeSet.h"
#include "layers/scheme/LayoutBuilder.h"
#include "layers/scheme/LayoutChange.h"

class QLabel;

namespace app {

/// What building elements will come to: a picture of the plan with them, sizes, warnings, or why there is no shape.
/// Built by a worker with the very functions of the command line; the change is the one that is performed afterwards.
/// GUI thread.
class BuildOutcome : public QWidget {
    Q_OBJECT
public:
    /// What becomes of the built layout: new features, or another shape for one that is there.
    using ChangeMaker = std::function<gis::Result<layers::ChangeSet>(
        const layers::SnapshotPtr& plan, const layers::BuiltLayout& layout, const layers::LayoutChangeOptions& options,
        gis::Warnings& warnings)>;
    struct Order {
        layers::SnapshotPtr plan;
        layers::Scheme scheme;
        gis::CoordinateReferenceSystem crs;  ///< of the target layer; unknown: the zone of the places
        ChangeMaker change;
    };

    explicit BuildOutcome(QWidget* parent = nullptr);
    /// Builds a moment later; another order replaces one under way.
    void order(Order order);
    /// Nothing to build; says why.
    void clear(const QString& why);
    bool isReady() const { return m_ready; }
    /// Only while isReady().
    const layers::ChangeSet& change() const { return m_change; }

Q_SIGNALS:
    /// isReady() changed, or another change is there.
    void changed();

private:
    struct Made {
        layers::ChangeSet change;
        gis::Warnings warnings;
        QStringList lines;
        QImage picture;
    };
    static gis::Result<Made> made(const Order& order, double pixelRatio, const gis::JobControl& control);
    static QStringList linesOf(const layers::BuiltLayout& layout);
    static gis::Result<QImage> pictureOf(const Order& order, const layers::ChangeSet& change, double pixelRatio,
                                         const gis::JobControl& control);
    void start();
    void show(gis::Result<Made> made);

    QLabel* m_picture;
    QLabel* m_text;
    QTimer m_later;
    layers::LatestJob m_job;
    Order m_order;
    layers::ChangeSet m_change;
    bool m_ready = false;
};

/// What a change put into the plan, layer by layer, for pointing at it.
std::vector<std::pair<gis::LayerId, std::vector<gis::Feature>>> addedBy(const layers::ChangeSet& change);

}  // namespace app
