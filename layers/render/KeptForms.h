// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "layers/render/LayerForms.h"

namespace layers {

/// What drawing needs of a project's large linked layers, kept in the folder beside the project file where checks keep
/// their index, so that the next session shows a map before it has read the features and need not find out again
/// which vertices count at which scale. What is kept goes by the source's gis::SourceState; all of it is verified
/// before it is used, and whatever is missing, cut off, changed, of another version or made on another machine is taken
/// as not there. Deleted together with the index. Any thread.
class KeptForms {
public:
    /// From so many vertices on a layer is kept; below, making its form anew is as fast.
    static constexpr std::size_t fewestVertices = 200'000;

    explicit KeptForms(std::string folder, std::size_t fewest = fewestVertices)
        : m_folder(std::move(folder)), m_fewest(fewest) {}
    const std::string& folder() const { return m_folder; }

    /// The ranks of exactly these shapes, which are `layer` in a map's CRS; with DrawingForm::spareRanks more.
    std::optional<gis::GrowingArray<std::uint8_t>> ranks(const Layer& layer,
                                                         const gis::CoordinateReferenceSystem& mapCrs,
                                                         const gis::PackedShapes& shapes,
                                                         const gis::JobControl& control = {}) const;

    /// A layer as it can be shown before its features are read, as fine as a whole view of it needs: features have but the
    /// values that its style asks for, and no names are placed.
    struct Preview {
        LayerPtr layer;
        LayerFormPtr form;
    };
    /// `head`: all of the layer but its features. Nothing if it was not kept, for other fields than the style asks for,
    /// or if the style has symbols that are not drawn from forms.
    std::optional<Preview> preview(const Layer& head, const gis::CoordinateReferenceSystem& mapCrs,
                                   const gis::JobControl& control = {}) const;

    /// Remembers a layer and its form for keep(), if it is linked and large.
    void add(const Layer& layer, const LayerFormPtr& form);
    /// Writes what was added. Errors of CacheFile::write; Canceled.
    gis::Result<void> keep(const gis::JobControl& control = {});

private:
    struct Waiting {
        Layer layer;
        LayerFormPtr form;
    };
    std::string pathOf(const std::string& key) const;
    gis::Result<void> keepRanks(const Waiting& waiting, const gis::JobControl& control) const;
    gis::Result<void> keepPreview(const Waiting& waiting, const gis::JobControl& control) const;

    std::string m_folder;
    std::size_t m_fewest;
    std::mutex m_mutex;
    std::vector<Waiting> m_waiting;
};

/// A plan that can be drawn before its linked layers are read.
struct PlanPreview {
    SnapshotPtr plan;
    std::vector<LayerFormPtr> forms;
};
/// `plan`: read but for its linked layers; those of which nothing is kept are left out. Nothing if that are all.
std::optional<PlanPreview> previewOf(const ProjectSnapshot& plan, const gis::CoordinateReferenceSystem& mapCrs,
                                     const KeptForms& kept, const gis::JobControl& control = {});

}  // namespace layers
