// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <functional>
#include <memory>

#include "app/canvas/MapCanvas.h"
#include "app/window/Workbench.h"
#include "layers/job/Job.h"
#include "layers/project/ChangeSet.h"
#include "layers/scheme/LayoutBuilder.h"
#include "layers/scheme/LayoutChange.h"
#include "layers/scheme/PlanGround.h"

namespace app {

/// What building elements will come to, shown on the map while it is being edited: the shapes, the order of the members,
/// sizes and warnings. Built by a worker with the very functions of the command line; another order replaces one under
/// way, and the change is the one that is performed afterwards. GUI thread.
class ElementPreview : public QObject {
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
        bool zooms = false;  ///< bring the shape to view if it is not there
    };

    ElementPreview(Workbench& workbench, QObject* parent);
    ~ElementPreview() override;
    /// Builds a moment later.
    void order(Order order);
    /// Nothing to build; says why.
    void clear(const QString& why = {});

    bool isReady() const { return m_ready; }
    bool isBuilding() const { return m_later.isActive() || m_job.isRunning(); }
    /// Only while isReady().
    const layers::ChangeSet& change() const { return m_change; }
    /// A line for each element: size, carriers; or why there is no shape.
    const QStringList& lines() const { return m_lines; }
    const QStringList& warnings() const { return m_warnings; }

Q_SIGNALS:
    void changed();

private:
    struct Made {
        layers::ChangeSet change;
        QStringList lines, warnings;
        MapPreview shown;
        gis::Extent extent;  ///< of the shapes, in the map's CRS
    };
    static gis::Result<Made> made(const Order& order, layers::GroundCache& ground,
                                  const gis::CoordinateReferenceSystem& mapCrs, const gis::JobControl& control);
    void start();
    void show(gis::Result<Made> made);

    Workbench& m_workbench;
    QPointer<MapCanvas> m_canvas;  ///< goes before the panels when the window is closed
    std::shared_ptr<layers::GroundCache> m_ground = std::make_shared<layers::GroundCache>();
    QTimer m_later;
    layers::LatestJob m_job;
    Order m_order;
    layers::ChangeSet m_change;
    QStringList m_lines, m_warnings;
    bool m_ready = false;
};

/// What a change put into the plan, layer by layer, for pointing at it.
std::vector<std::pair<gis::LayerId, std::vector<gis::Feature>>> addedBy(const layers::ChangeSet& change);

}  // namespace app
