// SPDX-License-Identifier: Apache-2.0
#include "layers/check/PreparedLayer.h"
#include "gis/io/PackedVectorFile.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "gis/io/PackedCache.h"
#include "layers/check/AreaFields.h"
#include "layers/check/CommonParts.h"
#include "layers/check/ReadyShapes.h"
#include "layers/check/RowOrder.h"

namespace layers {

namespace {

using State = CheckFeature::State;

gis::Result<void> requireField(const CheckLayer& layer, const std::string& field) {
    if (field.empty() || layer.table.schema().indexOf(field) >= 0) return {};
    std::string names;
    for (const gis::Field& f : layer.table.schema().fields()) names += (names.empty() ? "" : ", ") + f.name;
    return gis::fail(gis::ErrorCode::NotFound, {layer.path, layer.name, {}},
                     gis::message("layers", "there is no field %1", {field}),
                     gis::message("layers", "choose one of: %1", {names}));
}

/// The layer in flat arrays; a layer that was read packed shares them.
gis::Result<gis::PackedLayer> packedLayer(const CheckLayer& layer, const gis::JobControl& control) {
    TUCE_CHECK(requireField(layer, layer.idField));
    TUCE_CHECK(requireField(layer, layer.nameField));
    TUCE_CHECK(requireField(layer, layer.areaField.name));
    for (const AreaField& field : layer.otherAreaFields) TUCE_CHECK(requireField(layer, field.name));
    if (layer.packed) return *layer.packed;
    gis::VectorLayer given;
    given.table = layer.table;
    return gis::packed(std::move(given), layer.columns(), {control.cancel, {}, control.threads});
}

gis::Result<std::vector<gis::CoordinateTransform>> transformsFor(const CheckLayer& layer,
                                                                 const gis::CoordinateReferenceSystem& crs,
                                                                 gis::DatumPolicy policy, unsigned workers) {
    std::vector<gis::CoordinateTransform> transforms;
    for (unsigned worker = 0; worker < workers; ++worker) {
        auto made = gis::CoordinateTransform::make(layer.table.crs(), crs, policy);
        if (!made) {
            gis::Error error = std::move(made).error();
            if (error.subject.path.empty()) error.subject.path = layer.path;
            if (error.subject.layer.empty()) error.subject.layer = layer.name;
            return tl::unexpected<gis::Error>(std::move(error));
        }
        transforms.push_back(std::move(*made));
    }
    return transforms;
}

bool coordinatesLess(const CheckFeature& a, const CheckFeature& b) {
    const auto coordinatesOf = [](const CheckFeature& f) {
        const gis::PackedShapes& shapes = f.layer->shapes;
        const std::uint32_t begin = shapes.sequenceStarts[shapes.sequenceBegin(f.shape)];
        return shapes.coordinates.subspan(begin, shapes.vertexCount(f.shape));
    };
    const auto left = coordinatesOf(a);
    const auto right = coordinatesOf(b);
    return std::lexicographical_compare(
        left.begin(), left.end(), right.begin(), right.end(),
        [](gis::Coordinate p, gis::Coordinate q) { return p.x < q.x || (!(q.x < p.x) && p.y < q.y); });
}

// In the order of the result's rows, so that those need no sorting; by value if all ids are integers.
void sortFeatures(std::vector<CheckFeature>& features) {
    const bool byValue = std::all_of(features.begin(), features.end(),
                                     [](const CheckFeature& f) { return f.id.empty() || isIntegerText(f.id); });
    const auto isBefore = [byValue](const CheckFeature& a, const CheckFeature& b) {
        if (a.id != b.id) return byValue ? integerTextLess(a.id, b.id) : a.id < b.id;
        if (coordinatesLess(a, b)) return true;
        if (coordinatesLess(b, a)) return false;
        return a.name < b.name;
    };
    if (!std::is_sorted(features.begin(), features.end(), isBefore))
        std::stable_sort(features.begin(), features.end(), isBefore);
}

// The fields are asked one after the other: data often carry several and fill one.
void readStatedArea(CheckFeature& feature, const CheckLayer& source, const gis::PackedLayer& packed, std::size_t shape,
                    std::size_t count) {
    constexpr std::size_t firstColumn = 2, firstOtherColumn = 4;
    for (std::size_t field = 0; field <= source.otherAreaFields.size(); ++field) {
        const std::size_t column = field == 0 ? firstColumn : firstOtherColumn + field - 1;
        if (packed.columns.size() <= column || packed.columns[column].size() != count) continue;
        feature.statedArea = statedArea(source.areaFieldAt(field), packed.columns[column][shape]);
        feature.statedBy = static_cast<std::uint8_t>(field);
        if (feature.statedArea) return;
    }
}

void fillFeatures(PreparedLayer& prepared, const gis::PackedLayer& packed, const ReadyShapes& ready) {
    gis::PackedShapesBuilder builder;
    std::vector<std::uint32_t> mended;
    for (const auto& [shape, geometry] : ready.mended()) {
        builder.addShape(geometry);
        mended.push_back(shape);
    }
    prepared.mended->shapes = builder.build();
    const std::size_t count = ready.shapes().shapeCount();
    const bool hasIds = packed.columns[0].size() == count;
    const bool hasNames = packed.columns[1].size() == count;
    const bool hasKinds = packed.columns.size() > 3 && packed.columns[3].size() == count;
    prepared.features.resize(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        CheckFeature& feature = prepared.features[i];
        feature.feature = packed.ids[i];
        feature.id = hasIds ? std::string(packed.columns[0][i]) : std::to_string(gis::number(packed.ids[i]));
        if (hasNames) feature.name = packed.columns[1][i];
        readStatedArea(feature, *prepared.source, packed, i, count);
        if (hasKinds) feature.kind = packed.columns[3][i];
        feature.layer = prepared.shapes.get();
        feature.shape = i;
        if (const auto fate = ready.fates().find(i); fate != ready.fates().end()) {
            feature.state = fate->second.state;
            feature.reason = fate->second.reason;
        }
        const auto repaired = std::lower_bound(mended.begin(), mended.end(), i);
        if (repaired == mended.end() || *repaired != i) continue;
        feature.layer = prepared.mended.get();
        feature.shape = static_cast<std::uint32_t>(repaired - mended.begin());
    }
    sortFeatures(prepared.features);
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

/// Where something was found wrong, by feature.
struct FlawPlace {
    std::optional<gis::Coordinate> place;
    bool isCarried = false;
};
using FlawPlaces = std::map<gis::FeatureId, FlawPlace>;

FlawPlaces placesOf(const gis::PackedLayer& packed, const ReadyShapes& ready) {
    FlawPlaces places;
    for (const auto& [shape, fate] : ready.fates()) places[packed.ids[shape]] = {fate.place, fate.isCarried};
    return places;
}

void noteMending(PreparedLayer& layer, const CheckFeature& feature, const FlawPlaces& places,
                 const gis::CoordinateReferenceSystem& carriedTo) {
    MendedFeature mended;
    mended.layer = layer.name;
    mended.path = layer.source->path;
    mended.id = feature.id;
    mended.isSkipped = feature.state == State::Skipped;
    mended.cause = feature.reason;
    mended.layerId = layer.source->layerId;
    mended.feature = feature.feature;
    if (const auto found = places.find(feature.feature); found != places.end()) {
        const gis::CoordinateReferenceSystem& crs = found->second.isCarried ? carriedTo : layer.source->table.crs();
        mended.place = found->second.place;
        mended.crs = crs.code().empty() ? crs.name() : crs.code();
    }
    layer.mendings.push_back(std::move(mended));
}

void summarise(PreparedLayer& layer, const FlawPlaces& places, const gis::CoordinateReferenceSystem& carriedTo) {
    std::vector<gis::Extent> boxes;
    boxes.reserve(layer.features.size());
    for (const CheckFeature& feature : layer.features) {
        const gis::Extent& box = feature.extent();
        boxes.push_back(std::isfinite(box.width()) && std::isfinite(box.height()) ? box : gis::Extent{});
        const int dimension = feature.dimension();
        if (dimension >= 0) layer.hasDimension[static_cast<std::size_t>(dimension)] = true;
        if (feature.state == State::Ok) continue;
        const bool repaired = feature.state == State::Repaired;
        ++(repaired ? layer.repaired : layer.skipped);
        noteMending(layer, feature, places, carriedTo);
        const gis::Subject subject{layer.source->path, layer.source->name, feature.id};
        const gis::Message text =
            repaired ? gis::message("layers", "checked on a repaired copy: %1", {gis::translated(feature.reason)})
                     : gis::message("layers", "skipped: %1", {gis::translated(feature.reason)});
        layer.warnings.push_back({repaired ? "geometry_repaired" : "geometry_skipped", subject, text});
    }
    layer.index = gis::SpatialIndex(boxes);
}

constexpr const char* doubtfulNote = "doubtful";

void recall(ReadyShapes& ready, const gis::PackedLayer& packed, gis::PackedCache* cache) {
    if (!cache || packed.cacheKey.empty()) return;
    auto tree = cache->tree(packed);
    auto doubtful = cache->note(packed, doubtfulNote);
    if (tree && doubtful) ready.use(std::move(*tree), std::move(*doubtful));
}

void remember(const ReadyShapes& ready, const gis::PackedLayer& packed, gis::PackedCache* cache) {
    if (!cache || packed.cacheKey.empty()) return;
    cache->add(packed, ready.tree());
    cache->add(packed, doubtfulNote, ready.doubtful());
}

}  // namespace

gis::Result<PreparedLayer> prepareLayer(const CheckLayer& layer, const std::string& name,
                                        const gis::CoordinateReferenceSystem& crs, const CheckOptions& options,
                                        const gis::JobControl& control, gis::PackedCache* cache) {
    PreparedLayer prepared;
    prepared.source = &layer;
    prepared.name = name;
    prepared.shapes = std::make_shared<gis::OverlapLayer>();
    prepared.mended = std::make_shared<gis::OverlapLayer>();
    prepared.commonParts = std::make_shared<CommonParts>();
    TUCE_TRY(packed, packedLayer(layer, control));
    TUCE_TRY(transforms, transformsFor(layer, crs, options.datumPolicy, control.threadCount()));
    prepared.datumsTakenAsEqual = transforms.front().treatsDatumsAsEqual();
    prepared.ballpark = transforms.front().isBallpark();
    ReadyShapes ready(packed.shapes, options.repair, control);
    constexpr gis::Coordinate nowhere{NAN, NAN};
    for (std::size_t i = 0; i < packed.reduced.size(); ++i)
        ready.noteReduced(packed.reduced[i], i < packed.reducedPlaces.size() ? packed.reducedPlaces[i] : nowhere);
    recall(ready, packed, cache);
    TUCE_CHECK(ready.mend());
    remember(ready, packed, cache);
    if (transforms.front().isIdentity()) {
        prepared.cached = layer.packed;
    } else {
        TUCE_CHECK(ready.carry(transforms));
        TUCE_CHECK(ready.mend());  // edges that all but touched may cross after it
    }
    prepared.shapes->shapes = ready.shapes();
    prepared.shapes->tree = ready.tree();
    fillFeatures(prepared, packed, ready);
    TUCE_TRY(tree, gis::RunTree::build(prepared.mended->shapes));
    prepared.mended->tree = std::move(tree);
    warnOfIds(prepared);
    summarise(prepared, placesOf(packed, ready), crs);
    return prepared;
}

gis::Result<void> sumBoundaries(PreparedLayer& layer, const gis::AreaForm& form, const gis::JobControl& control,
                                const std::string& formName, gis::PackedCache* cache) {
    TUCE_TRY(ofMended, gis::BoundarySums::build(layer.mended->shapes, layer.mended->tree, form, control));
    layer.mended->sums = std::move(ofMended);
    const bool isCached = cache && layer.cached && !layer.cached->cacheKey.empty();
    if (isCached) {
        if (auto known = cache->sums(*layer.cached, layer.shapes->tree, form, formName)) {
            layer.shapes->sums = std::move(*known);
            return {};
        }
    }
    TUCE_TRY(sums, gis::BoundarySums::build(layer.shapes->shapes, layer.shapes->tree, form, control));
    layer.shapes->sums = std::move(sums);
    if (isCached) cache->add(*layer.cached, layer.shapes->sums, formName);
    return {};
}

}  // namespace layers
