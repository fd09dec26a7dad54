// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QPainter>
#include <functional>

#include "layers/render/DrawList.h"
#include "layers/render/LabelPlacer.h"

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
    bool hasLabels() const;  ///< whether anything bears a name
};

/// The map without its labels, as an image of settings.pixelWidth() x pixelHeight(). Polls the cancel token between
/// features. Needs a QGuiApplication (any platform); any thread. With `forms`, kept from frame to frame, large layers
/// are drawn from their forms; what is drawn is the same within half a pixel. Errors: as makeDrawList; OutOfResources
/// for too large an image.
gis::Result<UnlabelledMap> renderUnlabelled(const ProjectSnapshot& snapshot, const MapSettings& settings,
                                            const gis::JobControl& control = {}, LayerForms* forms = nullptr);
/// The same with its labels, which may take longer than all the rest. Canceled.
gis::Result<QImage> labelled(UnlabelledMap map, const MapSettings& settings, const gis::JobControl& control = {});

/// Both at once.
gis::Result<QImage> renderMap(const ProjectSnapshot& snapshot, const MapSettings& settings,
                              const gis::JobControl& control = {}, LayerForms* forms = nullptr);

}  // namespace layers
