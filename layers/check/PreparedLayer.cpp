// SPDX-License-Identifier: Apache-2.0
#include "layers/check/PreparedLayer.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "gis/base/Parallel.h"
#include "gis/engine/Validity.h"

namespace layers {

namespace {

using State = CheckFeature::State;

void skip(CheckFeature& feature, gis::Message reason) {
    feature.state = State::Skipped;
    feature.reason = std::move(reason);
}

void repairOrSkip(CheckFeature& feature, const gis::Flaw& flaw, bool repair) {
    if (!repair) return skip(feature, flaw.text);
    const auto mended = gis::repaired(feature.geometry, flaw);
    if (!mended || mended->geometry.isEmpty()) return skip(feature, flaw.text);
    feature.geometry = mended->geometry;
    feature.state = State::Repaired;
    if (feature.reason.empty()) feature.reason = flaw.text;
}

void check(CheckFeature& feature, bool repair) {
    if (feature.state == State::Skipped) return;
    if (const auto flaw = gis::flawOf(feature.geometry)) repairOrSkip(feature, *flaw, repair);
}

void makeReady(CheckFeature& feature, const gis::CoordinateTransform& transform, bool repair) {
    if (feature.geometry.isEmpty()) return skip(feature, gis::message("layers", "it has no geometry"));
    check(feature, repair);
    if (feature.state == State::Skipped || transform.isIdentity()) return;
    const auto moved = transform.apply(feature.geometry);
    if (!moved) return skip(feature, moved.error().problem);
    feature.geometry = *moved;
    check(feature, repair);  // edges that all but touched may cross after it
}

bool coordinatesLess(const gis::Geometry& a, const gis::Geometry& b) {
    const auto left = a.coordinates();
    const auto right = b.coordinates();
    return std::lexicographical_compare(
        left.begin(), left.end(), right.begin(), right.end(),
        [](gis::Coordinate p, gis::Coordinate q) { return p.x < q.x || (!(q.x < p.x) && p.y < q.y); });
}

gis::Result<int> fieldOf(const CheckLayer& layer, const std::string& field) {
    if (field.empty()) return -1;
    const int index = layer.table.schema().indexOf(field);
    if (index >= 0) return index;
    std::string names;
    for (const gis::Field& f : layer.table.schema().fields()) names += (names.empty() ? "" : ", ") + f.name;
    return gis::fail(gis::ErrorCode::NotFound, {layer.path, layer.name, {}},
                     gis::message("layers", "there is no field %1", {field}),
                     gis::message("layers", "choose one of: %1", {names}));
}

gis::Result<std::vector<CheckFeature>> namedFeatures(const CheckLayer& layer) {
    TUCE_TRY(idField, fieldOf(layer, layer.idField));
    TUCE_TRY(nameField, fieldOf(layer, layer.nameField));
    std::vector<CheckFeature> features;
    features.reserve(layer.table.size());
    for (const gis::Feature& given : layer.table) {
        CheckFeature feature;
        feature.id = idField < 0 ? std::to_string(gis::number(given.id())) : gis::toText(given.attribute(idField));
        feature.name = gis::toText(given.attribute(nameField));
        feature.feature = given.id();
        feature.geometry = given.geometry();
        features.push_back(std::move(feature));
    }
    std::stable_sort(features.begin(), features.end(), [](const CheckFeature& a, const CheckFeature& b) {
        if (a.id != b.id) return a.id < b.id;
        if (coordinatesLess(a.geometry, b.geometry)) return true;
        if (coordinatesLess(b.geometry, a.geometry)) return false;
        return a.name < b.name;
    });
    return features;
}

void warnOfIds(PreparedLayer& layer) {
    std::size_t missing = 0;
    std::size_t twice = 0;
    std::string example;
    for (std::size_t i = 0; i < layer.features.size(); ++i) {
        const std::string& id = layer.features[i].id;
        if (id.empty()) ++missing;
        if (!id.empty() && i > 0 && layer.features[i - 1].id == id) {
            if (twice++ == 0) example = id;
        }
    }
    const gis::Subject subject{layer.source->path, layer.source->name, {}};
    const std::string& field = layer.source->idField;
    if (missing > 0)
        layer.warnings.push_back(
            {"id_missing", subject,
             gis::message("layers", "%1 features have no id in the field %2", {std::to_string(missing), field})});
    if (twice > 0)
        layer.warnings.push_back({"id_not_unique", subject,
                                  gis::message("layers", "%1 features share an id of the field %2 with another, as %3",
                                               {std::to_string(twice), field, example})});
}

void summarise(PreparedLayer& layer) {
    std::vector<gis::Extent> boxes;
    boxes.reserve(layer.features.size());
    for (const CheckFeature& feature : layer.features) {
        const gis::Extent& box = feature.geometry.extent();
        boxes.push_back(std::isfinite(box.width()) && std::isfinite(box.height()) ? box : gis::Extent{});
        const int dimension = feature.geometry.dimension();
        if (dimension >= 0) layer.hasDimension[static_cast<std::size_t>(dimension)] = true;
        if (feature.state == State::Ok) continue;
        const bool repaired = feature.state == State::Repaired;
        ++(repaired ? layer.repaired : layer.skipped);
        const gis::Subject subject{layer.source->path, layer.source->name, feature.id};
        const gis::Message text =
            repaired ? gis::message("layers", "checked on a repaired copy: %1", {gis::translated(feature.reason)})
                     : gis::message("layers", "skipped: %1", {gis::translated(feature.reason)});
        layer.warnings.push_back({repaired ? "geometry_repaired" : "geometry_skipped", subject, text});
    }
    layer.index = gis::SpatialIndex(boxes);
}

struct Transforms {
    std::vector<std::optional<gis::CoordinateTransform>> ofWorker;
};

gis::Result<Transforms> transformsFor(const CheckLayer& layer, const gis::CoordinateReferenceSystem& crs,
                                      gis::DatumPolicy policy, unsigned workers) {
    Transforms transforms;
    for (unsigned worker = 0; worker < workers; ++worker) {
        auto made = gis::CoordinateTransform::make(layer.table.crs(), crs, policy);
        if (!made) {
            gis::Error error = std::move(made).error();
            if (error.subject.path.empty()) error.subject.path = layer.path;
            if (error.subject.layer.empty()) error.subject.layer = layer.name;
            return tl::unexpected<gis::Error>(std::move(error));
        }
        transforms.ofWorker.emplace_back(std::move(*made));
    }
    return transforms;
}

}  // namespace

gis::Result<PreparedLayer> prepareLayer(const CheckLayer& layer, const std::string& name,
                                        const gis::CoordinateReferenceSystem& crs, const CheckOptions& options,
                                        const gis::JobControl& control) {
    PreparedLayer prepared;
    prepared.source = &layer;
    prepared.name = name;
    TUCE_TRY(features, namedFeatures(layer));
    prepared.features = std::move(features);
    const gis::JobControl quiet{control.cancel, {}, control.threads};
    constexpr std::size_t grain = 16;
    const std::size_t blocks = prepared.features.size() / grain + 1;
    const auto workers = static_cast<unsigned>(std::min<std::size_t>(quiet.threadCount(), blocks));
    TUCE_TRY(transforms, transformsFor(layer, crs, options.datumPolicy, workers));
    prepared.datumsTakenAsEqual = transforms.ofWorker.front()->treatsDatumsAsEqual();
    prepared.ballpark = transforms.ofWorker.front()->isBallpark();
    const bool finished = gis::parallelFor(
        prepared.features.size(), quiet,
        [&](std::size_t i, unsigned worker) {
            makeReady(prepared.features[i], *transforms.ofWorker[worker], options.repair);
        },
        grain);
    if (!finished) return gis::canceled();
    warnOfIds(prepared);
    summarise(prepared);
    return prepared;
}

}  // namespace layers
