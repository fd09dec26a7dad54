// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <memory>

#include "layers/workflow/LayerImport.h"

namespace app {

/// One layer of a file in the dialog that adds layers, with what the user says about it. A value.
struct LayerChoice {
    QString path;
    gis::LayerInfo info;
    bool wanted = true;
    layers::LayerWish wish;
    std::vector<gis::EncodingSample> samples;      ///< its first texts in each encoding; empty where none can be chosen
    std::string encoding;                          ///< as the user chose it; empty: found out
    QString crsCode;                               ///< told by the user where the file does not say it
    std::shared_ptr<const gis::VectorLayer> data;  ///< null until it was read
    std::optional<gis::RasterInfo> raster{};       ///< of a raster file, whose pixels stay where they are
    QString problem;                               ///< why it could not be read; empty otherwise

    gis::SourceName source() const { return {path.toStdString(), info.name}; }
};

/// A layer of a file with what may be guessed: the role by the words of its name (the shipped rule data know those of
/// the control lines) and its geometry, the field of names. Reads resources; any thread.
LayerChoice usualChoice(const QString& path, const gis::LayerInfo& info);

/// Fields that often hold names, by the layer's own schema; empty if there is none.
std::string usualNameField(const gis::Schema& schema);

/// What of several paths is a file of layers: of the parts of a Shapefile the .shp, each file once. Looks at the disk.
QStringList dataFilesAmong(const QStringList& paths);

/// The layers of a file or folder, nothing read but their heads.
gis::Result<std::vector<LayerChoice>> listedChoices(const QString& path);
/// Reads the features as the choice says: its encoding, and its CRS if the file does not say one.
gis::Result<gis::VectorLayer> readChoice(const LayerChoice& choice, const gis::JobControl& control);

/// What adding all wanted layers is: one step.
struct LayersToAdd {
    layers::ChangeSet change;
    std::vector<std::string> names;
    gis::Warnings warnings;
};
/// Reads what was not read yet.
gis::Result<LayersToAdd> layersToAdd(const layers::SnapshotPtr& snapshot, const std::vector<LayerChoice>& choices,
                                     const gis::JobControl& control);

}  // namespace app
