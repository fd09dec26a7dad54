// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QPainter>
#include <functional>

#include "layers/render/DrawList.h"
#include "layers/render/LabelSolver.h"
#include "layers/render/MapStrips.h"

namespace layers {

/// Paints grounds, layers and labels. The painter's unit is the millimetre, its origin the map's top left corner.
/// Paints nothing outside the map but half the width of a stroke. False if canceled. A list with forms needs
/// `paintForm`, which draws one symbol of a layer's form where its turn comes.
using PaintForm = std::function<bool(const DrawnLayer& drawn, std::size_t symbol)>;
bool paintMap(QPainter& painter, const DrawList& list, const std::vector<PlacedLabel>& labels,
              const gis::CancelToken& cancel = {}, const PaintForm& paintForm = {});

/// A map as an image whose names are still to be set.
struct UnlabelledMap {
    QImage image;
    DrawList list;
    bool hasLabels = false;  ///< whether any layer of it bears names
};

/// A finished map, and which names stand where on it (mm from its top left corner).
struct LabelledMap {
    QImage image;
    std::vector<PlacedLabel> labels;
};

/// The map without its labels, as an image of settings.pixelWidth() x pixelHeight(). Polls the cancel token between
/// features. Needs a QGuiApplication (any platform); any thread. With `forms`, kept from frame to frame, large layers
/// are drawn from their forms; what is drawn is the same within half a pixel. With `strips` it is told what is finished
/// already, where the map can be drawn so; the picture is the same. Errors: as makeDrawList; OutOfResources for too
/// large an image.
gis::Result<UnlabelledMap> renderUnlabelled(const ProjectSnapshot& snapshot, const MapSettings& settings,
                                            const gis::JobControl& control = {}, LayerForms* forms = nullptr,
                                            const MapStrips& strips = {});
/// The same with its labels, which may take longer than all the rest. Those of a view of a larger map (see
/// MapSettings::standsAlone) come from `memory`, where they stay the same while the map is moved. Errors: as solveLabels.
gis::Result<LabelledMap> labelled(UnlabelledMap map, const SnapshotPtr& snapshot, const MapSettings& settings,
                                  LabelMemory& memory, const gis::JobControl& control = {},
                                  LayerForms* forms = nullptr);

/// Both at once.
gis::Result<QImage> renderMap(const ProjectSnapshot& snapshot, const MapSettings& settings,
                              const gis::JobControl& control = {}, LayerForms* forms = nullptr);

}  // namespace layers
