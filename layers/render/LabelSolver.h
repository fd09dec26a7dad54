// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "layers/render/LabelPlacer.h"

namespace layers {

/// All labels of a part of the map at one scale. They stand where they stand whatever part of the map is looked at: what
/// decides about a name lies fast on the ground (its own shape, its neighbours, a lattice of squares), so screen and
/// paper of one scale have one solution, and panning moves no name.
struct LabelSolution {
    PaperFrame frame;   ///< of the part that was solved; labels are in its millimetres
    gis::Extent whole;  ///< within it the labels are complete, what is cut by its edges included
    std::vector<PlacedLabel> labels;

    /// Those that meet the map of these settings, in its millimetres.
    std::vector<PlacedLabel> seenIn(const MapSettings& settings) const;
};
using LabelSolutionPtr = std::shared_ptr<const LabelSolution>;

/// Whether any layer that the map shows bears labels.
bool bearsLabels(const ProjectSnapshot& snapshot, const MapSettings& settings);
/// The labels placed by hand that the map shows or hides, in its millimetres.
PinsOnPaper pinsOnPaper(const ProjectSnapshot& snapshot, const MapSettings& settings);

/// Solves the labels for a map and some room around it. `known`: labels of an earlier solution of the same plan and scale
/// that are to stay. Any thread; needs a QGuiApplication. Errors: as makeDrawList.
gis::Result<LabelSolution> solveLabels(const ProjectSnapshot& snapshot, const MapSettings& settings,
                                       const gis::JobControl& control = {}, LayerForms* forms = nullptr,
                                       const LabelSolution* known = nullptr);

/// The last solution, kept while the map is moved: names that are seen stay where they are. Any thread.
class LabelMemory {
public:
    gis::Result<LabelSolutionPtr> of(const SnapshotPtr& snapshot, const MapSettings& settings,
                                     const gis::JobControl& control = {}, LayerForms* forms = nullptr);

private:
    struct Kept {
        SnapshotPtr snapshot;
        gis::CoordinateReferenceSystem crs;
        std::vector<gis::LayerId> layers;
        LabelSolutionPtr solution;
    };
    bool isOf(const SnapshotPtr& snapshot, const MapSettings& settings) const;
    std::mutex m_mutex;
    Kept m_kept;
};

/// The labels of a map that stands alone: the solution of its scale, and at edges and furniture names that these would cut
/// placed anew.
gis::Result<std::vector<PlacedLabel>> labelsOfPage(const ProjectSnapshot& snapshot, const MapSettings& settings,
                                                   const DrawList& list, const InkMap& ink,
                                                   const std::vector<QRectF>& reserved,
                                                   const gis::JobControl& control = {}, LayerForms* forms = nullptr);

}  // namespace layers
