// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "layers/check/CheckMeasure.h"
#include "layers/check/FeatureCheck.h"
#include "layers/check/PreparedControls.h"

namespace layers {

/// A check that was made, with what it was made of. A const value.
struct MadeCheck {
    CheckInput input;
    std::shared_ptr<const CheckReport> report;
    /// Of how many plan features were looked at, and how many there are; the others' rows were taken over.
    std::size_t checked = 0, features = 0;
    std::vector<std::string> formNames;  ///< by which areas of each plan layer were summed
    std::string language;                ///< some translated words: notes are kept in the language of their run
};
using MadeCheckPtr = std::shared_ptr<const MadeCheck>;

/// Which rows of an earlier check still hold for a new one, and those rows. One run.
class EarlierRows {
public:
    /// `made` may be null: then nothing holds.
    EarlierRows(MadeCheckPtr made, const CheckInput& input) : m_made(std::move(made)), m_input(input) {}

    /// One plan layer of the new run as it is ready for the check.
    struct ReadyPlan {
        const PreparedLayer* layer = nullptr;
        std::vector<const PreparedLayer*> controls;
        std::string formName;
    };
    /// Finds out what holds. Errors of the transforms between the layers' CRSs.
    gis::Result<void> compare(std::vector<ReadyPlan> plan);
    /// True if the rows of a feature of the `layer`th plan layer, by its place among the layer's features, still hold.
    bool holds(std::size_t layer, std::size_t feature) const;
    /// Those rows, pieces in the CRS of the report.
    FeatureAnswer rowsOf(std::size_t layer, std::size_t feature) const;
    /// What the earlier report says of those layers of the input (plan, then control) whose features are the very same;
    /// null for the others.
    std::vector<const CheckedLayer*> sameLayers() const;
    const std::vector<ReadyPlan>& plan() const { return m_plan; }
    std::size_t heldCount() const { return m_held; }
    static std::string languageNow();

private:
    struct Rows {
        std::vector<std::uint32_t> findings, summaries;
        bool isWhole = true;  ///< nothing was skipped or failed
    };
    struct RowKey {
        gis::LayerId layer;
        gis::FeatureId feature;
        bool operator==(const RowKey&) const = default;
    };
    struct RowHash {
        std::size_t operator()(const RowKey& key) const {
            return std::hash<std::int64_t>()(gis::number(key.layer) * 1000003 + gis::number(key.feature));
        }
    };
    bool isSameFrame() const;
    void indexRows();
    const CheckLayer* before(const CheckLayer& layer, bool isControl) const;
    gis::Result<void> compareLayer(std::size_t layer);
    gis::Result<std::vector<gis::Extent>> changedPlaces(std::size_t layer) const;

    MadeCheckPtr m_made;
    const CheckInput& m_input;
    std::vector<ReadyPlan> m_plan;
    std::unordered_map<RowKey, Rows, RowHash> m_rows;
    std::vector<std::vector<bool>> m_holds;
    std::size_t m_held = 0;
};

/// redLineCheck with control layers that others share, and with the rows of an earlier run that still hold (null:
/// none).
gis::Result<CheckReport> redLineCheck(const CheckInput& input, const gis::JobControl& control, PreparedControls& ready,
                                      EarlierRows* earlier);

}  // namespace layers
