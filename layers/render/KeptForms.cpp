// SPDX-License-Identifier: Apache-2.0
#include "layers/render/KeptForms.h"

#include <QCryptographicHash>
#include <algorithm>
#include <bit>
#include <cstring>
#include <filesystem>

#include "gis/base/Parallel.h"
#include "gis/drawing/FormOverview.h"
#include "gis/io/PackedVectorFile.h"
#include "gis/io/SourceState.h"
#include "layers/render/PreviewFields.h"

namespace layers {

namespace fs = std::filesystem;

namespace {

/// Changes whenever what was kept by a version does not serve the next.
constexpr const char* version = "drawing 2";

/// What is kept of which source in which map; a zero; the state of the source. Empty if the source is not there.
std::string keyOf(const char* what, const Layer& layer, const gis::CoordinateReferenceSystem& mapCrs) {
    const auto state = gis::stateOf(layer.source.path);
    if (!state) return {};
    std::string key = std::string(version) + " " + what;
    for (const std::string& word :
         {state->files.front(), layer.source.layer, layer.source.encoding, layer.table.crs().wkt(), mapCrs.wkt()})
        key += "\n" + word;
    return key + '\0' + state->text;
}

template <class Item>
std::span<const Item> one(const Item& item) {
    return {&item, 1};
}

/// By which a slip is noticed; the file itself is sealed and hashed.
std::uint64_t mixed(std::uint64_t sum, std::uint64_t word) {
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15U;
    return (std::rotl(sum, 27) ^ word) * odd;
}

template <class Item>
std::uint64_t sumOf(std::span<const Item> items, const gis::JobControl& control) {
    const auto bytes = std::as_bytes(items);
    constexpr std::size_t blockBytes = 1U << 20U;
    std::vector<std::uint64_t> sums((bytes.size() + blockBytes - 1) / blockBytes, 0);
    gis::parallelFor(sums.size(), {{}, {}, control.threads}, [&](std::size_t block, unsigned) {
        const auto part = bytes.subspan(block * blockBytes, std::min(blockBytes, bytes.size() - block * blockBytes));
        std::uint64_t lanes[4] = {1, 2, 3, 4};
        std::size_t at = 0;
        for (; at + sizeof lanes <= part.size(); at += sizeof lanes) {
            std::uint64_t words[4];
            std::memcpy(words, part.data() + at, sizeof words);
            for (int lane = 0; lane < 4; ++lane) lanes[lane] = mixed(lanes[lane], words[lane]);
        }
        for (; at < part.size(); ++at) lanes[0] = mixed(lanes[0], static_cast<std::uint64_t>(part[at]));
        for (const std::uint64_t lane : lanes) sums[block] = mixed(sums[block], lane);
    });
    std::uint64_t sum = bytes.size();
    for (const std::uint64_t block : sums) sum = mixed(sum, block);
    return sum;
}

std::uint64_t sumOf(const gis::PackedShapes& shapes, const gis::JobControl& control) {
    std::uint64_t sum = sumOf(shapes.coordinates, control);
    sum = mixed(sum, sumOf(shapes.sequenceStarts, control));
    sum = mixed(sum, sumOf(shapes.partStarts, control));
    sum = mixed(sum, sumOf(shapes.shapeStarts, control));
    return mixed(sum, sumOf(shapes.dimensions, control));
}

template <class Item>
bool get(const gis::CacheFile& file, const char* name, std::span<const Item>& items) {
    const auto found = file.array<Item>(name);
    if (found) items = *found;
    return found.has_value();
}

/// What is drawn before the features are there; no names, since those need all of a plan.
Layer bare(const Layer& head) {
    Layer layer = head;
    layer.style.label.field.clear();
    for (Category& category : layer.style.categories)
        if (category.label) category.label->field.clear();
    return layer;
}

/// What serves a whole view with so many pixels from the fewest vertices: the form, an overview of it, or `made`.
gis::Result<const gis::DrawingForm*> formFor(const gis::DrawingForm& form, double side,
                                             std::shared_ptr<const gis::DrawingForm>& made,
                                             const gis::JobControl& control) {
    TUCE_TRY(fewer, gis::overviewFor(form, side, control));
    made = std::move(fewer);
    if (made) return made.get();
    const gis::Extent& whole = form.index->extent();
    return &form.at(std::max(whole.width(), whole.height()) / side / 2);
}

/// Whether all of its symbols are drawn from the form.
bool isPlain(const Style& style) {
    return shapeInkOf(style.symbol, 1).has_value() &&
           std::all_of(style.categories.begin(), style.categories.end(),
                       [](const Category& category) { return shapeInkOf(category.symbol, 1).has_value(); });
}

}  // namespace

/// Named by what it is, not by its state, so that a newer one takes an older one's place. The ending is that of the
/// check's index, with which it is deleted.
std::string KeptForms::pathOf(const std::string& key) const {
    const auto identity = QByteArray::fromStdString(key.substr(0, key.find('\0')));
    const QByteArray hash = QCryptographicHash::hash(identity, QCryptographicHash::Blake2b_160);
    return m_folder + "/" + hash.toHex().toStdString() + ".tucepack";
}

std::optional<gis::GrowingArray<std::uint8_t>> KeptForms::ranks(const Layer& layer,
                                                                const gis::CoordinateReferenceSystem& mapCrs,
                                                                const gis::PackedShapes& shapes,
                                                                const gis::JobControl& control) const {
    if (!layer.source.isLinked() || shapes.coordinates.size() < m_fewest) return std::nullopt;
    const std::string key = keyOf("ranks", layer, mapCrs);
    const auto file = key.empty() ? std::nullopt : gis::CacheFile::open(pathOf(key), key);
    if (!file || !file->isWhole(control)) return std::nullopt;
    const auto kept = file->array<std::uint8_t>("ranks");
    const auto sum = file->array<std::uint64_t>("shapes");
    if (!kept || !sum || sum->size() != 1 || kept->size() != shapes.coordinates.size() + gis::DrawingForm::spareRanks ||
        sum->front() != sumOf(shapes, control))
        return std::nullopt;
    gis::GrowingArray<std::uint8_t> ranks;
    ranks.append(*kept);
    return ranks;
}

void KeptForms::add(const Layer& layer, const LayerFormPtr& form) {
    if (!layer.source.isLinked() || form->form.shapes.coordinates.size() < m_fewest) return;
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_waiting, [&](const Waiting& waiting) { return waiting.layer.id == layer.id; });
    m_waiting.push_back({layer, form});
}

gis::Result<void> KeptForms::keep(const gis::JobControl& control) {
    std::vector<Waiting> all;
    {
        const std::lock_guard lock(m_mutex);
        all.swap(m_waiting);
    }
    if (all.empty()) return {};
    std::error_code error;
    if (!fs::is_directory(m_folder, error)) {
        fs::create_directories(m_folder, error);
        fs::permissions(m_folder, fs::perms::owner_all, error);
    }
    for (const Waiting& waiting : all) {
        TUCE_CHECK(keepRanks(waiting, control));
        TUCE_CHECK(keepPreview(waiting, control));
    }
    return {};
}

gis::Result<void> KeptForms::keepRanks(const Waiting& waiting, const gis::JobControl& control) const {
    const std::string key = keyOf("ranks", waiting.layer, waiting.form->mapCrs);
    if (key.empty()) return {};
    const gis::DrawingForm& form = waiting.form->form;
    const std::uint64_t sum = sumOf(form.shapes, control);
    return gis::CacheFile::write(
        pathOf(key), key, {gis::CacheFile::section("shapes", one(sum)), gis::CacheFile::section("ranks", form.ranks)},
        control);
}

gis::Result<void> KeptForms::keepPreview(const Waiting& waiting, const gis::JobControl& control) const {
    constexpr std::size_t mostVertices = 8'000'000;
    constexpr double commonScreen = 1000;  // pixels; on a finer one a line is a pixel off for a moment
    std::shared_ptr<const gis::DrawingForm> made;
    TUCE_TRY(chosen, formFor(waiting.form->form, commonScreen, made, control));
    const gis::DrawingForm& form = *chosen;
    const std::string key = keyOf("preview", waiting.layer, waiting.form->mapCrs);
    if (key.empty() || form.shapes.coordinates.size() > mostVertices) return {};
    const PreviewFields fields = PreviewFields::of(waiting.layer);
    const std::int64_t head[] = {form.missingUpTo, static_cast<std::int64_t>(waiting.form->unusable)};
    const gis::PackedShapes& shapes = form.shapes;
    using gis::CacheFile;
    std::vector<CacheFile::Section> sections = {CacheFile::section("head", std::span<const std::int64_t>(head)),
                                                CacheFile::section("coordinates", shapes.coordinates),
                                                CacheFile::section("sequenceStarts", shapes.sequenceStarts),
                                                CacheFile::section("partStarts", shapes.partStarts),
                                                CacheFile::section("shapeStarts", shapes.shapeStarts),
                                                CacheFile::section("dimensions", shapes.dimensions),
                                                CacheFile::section("extents", shapes.extents),
                                                CacheFile::section("ranks", form.ranks),
                                                CacheFile::section("sequenceBoxes", form.sequenceBoxes),
                                                CacheFile::section("sequenceAreas", form.sequenceAreas)};
    fields.addSections(sections);
    return CacheFile::write(pathOf(key), key, sections, control);
}

std::optional<KeptForms::Preview> KeptForms::preview(const Layer& head, const gis::CoordinateReferenceSystem& mapCrs,
                                                     const gis::JobControl& control) const {
    const std::string key = isPlain(head.style) ? keyOf("preview", head, mapCrs) : std::string();
    const auto file = key.empty() ? std::nullopt : gis::CacheFile::open(pathOf(key), key);
    if (!file || !file->isWhole(control)) return std::nullopt;
    gis::OverviewArrays arrays;
    gis::PackedShapes& shapes = arrays.shapes;
    std::span<const std::int64_t> numbers;
    if (!get(*file, "head", numbers) || numbers.size() != 2 || !get(*file, "coordinates", shapes.coordinates) ||
        !get(*file, "sequenceStarts", shapes.sequenceStarts) || !get(*file, "partStarts", shapes.partStarts) ||
        !get(*file, "shapeStarts", shapes.shapeStarts) || !get(*file, "dimensions", shapes.dimensions) ||
        !get(*file, "extents", shapes.extents) || !get(*file, "ranks", arrays.ranks) ||
        !get(*file, "sequenceBoxes", arrays.sequenceBoxes) || !get(*file, "sequenceAreas", arrays.sequenceAreas))
        return std::nullopt;
    shapes.storage = file->storage();
    arrays.missingUpTo = static_cast<int>(std::clamp<std::int64_t>(numbers[0], -2, gis::RankScale::held));
    const auto overview = gis::overviewFrom(arrays, control);
    if (!overview) return std::nullopt;
    auto table = PreviewFields::table(*file, head, *overview);
    if (!table) return std::nullopt;
    Layer layer = bare(head);
    layer.table = *table;
    auto crs = head.table.crs().isKnown() ? head.table.crs() : mapCrs;
    auto form = std::make_shared<const LayerForm>(
        LayerForm{std::move(*table), std::move(crs), mapCrs, *overview, static_cast<std::size_t>(numbers[1]), true});
    return Preview{std::make_shared<const Layer>(std::move(layer)), std::move(form)};
}

std::optional<PlanPreview> previewOf(const ProjectSnapshot& plan, const gis::CoordinateReferenceSystem& mapCrs,
                                     const KeptForms& kept, const gis::JobControl& control) {
    auto shown = std::make_shared<ProjectSnapshot>(plan);
    PlanPreview preview;
    shown->layers.clear();
    std::vector<std::optional<KeptForms::Preview>> found(plan.layers.size());
    gis::parallelFor(found.size(), {control.cancel, {}, control.threads}, [&](std::size_t i, unsigned) {
        if (plan.layers[i]->source.isLinked()) found[i] = kept.preview(*plan.layers[i], mapCrs, control);
    });
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!plan.layers[i]->source.isLinked()) {
            shown->layers.push_back(plan.layers[i]);
        } else if (found[i]) {
            shown->layers.push_back(std::move(found[i]->layer));
            preview.forms.push_back(std::move(found[i]->form));
        }
    }
    if (preview.forms.empty()) return std::nullopt;
    preview.plan = std::move(shown);
    return preview;
}

}  // namespace layers
