// SPDX-License-Identifier: Apache-2.0
#include "gis/io/PackedLayerCode.h"

#include <algorithm>
#include <charconv>

#include "gis/io/LayerRead.h"
#include "gis/overlap/Soundness.h"

namespace gis {

namespace {

/// Texts and numbers one behind the other, each text with its length before it.
class Words {
public:
    Words() = default;
    explicit Words(std::string text) : m_text(std::move(text)) {}

    void put(const std::string& word) { m_text += std::to_string(word.size()) + ":" + word; }
    void put(std::int64_t number) { put(std::to_string(number)); }
    const std::string& text() const { return m_text; }

    std::string word() {
        std::size_t length = 0;
        const char* end = m_text.data() + m_text.size();
        const auto [stop, error] = std::from_chars(m_text.data() + m_at, end, length);
        const auto begin = static_cast<std::size_t>(stop - m_text.data()) + 1;
        if (error != std::errc() || stop == end || *stop != ':' || length > m_text.size() - begin) {
            m_broken = true;
            m_at = m_text.size();
            return {};
        }
        m_at = begin + length;
        return m_text.substr(begin, length);
    }
    std::int64_t number() {
        const std::string text = word();
        std::int64_t value = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || stop != text.data() + text.size()) m_broken = true;
        return m_broken ? 0 : value;
    }
    /// A number of things that follow.
    std::size_t count() {
        const std::int64_t found = number();
        if (found < 0 || found > static_cast<std::int64_t>(m_text.size())) m_broken = true;
        return m_broken ? 0 : static_cast<std::size_t>(found);
    }
    bool isRead() const { return !m_broken && m_at == m_text.size(); }

private:
    std::string m_text;
    std::size_t m_at = 0;
    bool m_broken = false;
};

bool canBeToldAgain(const Warning& warning) {
    return warning.kind == "heights_dropped" || warning.kind == "no_geometry";
}

void putInfo(Words& words, const LayerInfo& info) {
    words.put(info.name);
    words.put(static_cast<std::int64_t>(info.geometryType));
    words.put(info.geometryTypeName);
    words.put(info.crs.wkt());
    words.put(info.encoding);
    words.put(info.encodingReason);
    words.put(info.driver);
    words.put(static_cast<std::int64_t>(info.schema.size()));
    for (const Field& field : info.schema.fields()) {
        words.put(field.name);
        words.put(static_cast<std::int64_t>(field.type));
        words.put(field.width);
    }
}

bool getInfo(Words& words, LayerInfo& info) {
    info.name = words.word();
    const std::int64_t type = words.number();
    info.geometryTypeName = words.word();
    const std::string wkt = words.word();
    info.encoding = words.word();
    info.encodingReason = words.word();
    info.driver = words.word();
    std::vector<Field> fields(words.count());
    for (Field& field : fields) {
        field.name = words.word();
        const std::int64_t fieldType = words.number();
        field.width = static_cast<int>(words.number());
        if (fieldType < 0 || fieldType > static_cast<std::int64_t>(FieldType::DateTime)) return false;
        field.type = static_cast<FieldType>(fieldType);
    }
    info.schema = Schema(std::move(fields));
    if (type < 0 || type > static_cast<std::int64_t>(GeometryType::MultiPolygon)) return false;
    info.geometryType = static_cast<GeometryType>(type);
    if (wkt.empty()) return true;
    auto crs = CoordinateReferenceSystem::fromWkt(wkt);
    if (!crs) return false;
    info.crs = std::move(*crs);
    return true;
}

void putWarnings(Words& words, const Warnings& warnings) {
    words.put(static_cast<std::int64_t>(warnings.size()));
    for (const Warning& warning : warnings) {
        words.put(warning.kind);
        words.put(warning.subject.feature);
        words.put(warning.text.arguments.empty() ? std::string("0") : warning.text.arguments.front());
    }
}

bool getWarnings(Words& words, PackedLayer& layer, const std::string& path) {
    const Subject subject{path, layer.info.name, {}};
    for (std::size_t i = words.count(); i > 0; --i) {
        const std::string kind = words.word();
        const std::int64_t feature = kind == "no_geometry" ? words.number() : (words.word(), 0);
        const std::size_t count = words.count();
        if (kind != "no_geometry" && kind != "heights_dropped") return false;
        layer.warnings.push_back(kind == "no_geometry" ? withoutGeometry(subject, feature, count)
                                                       : heightsDropped(subject));
    }
    return true;
}

template <class Item>
bool get(const CacheFile& file, const std::string& name, std::span<const Item>& items) {
    const auto found = file.array<Item>(name);
    if (found) items = *found;
    return found.has_value();
}

bool getShapes(const CacheFile& file, const std::string& prefix, PackedLayer& layer, const JobControl& control) {
    PackedShapes& shapes = layer.shapes;
    std::span<const FeatureId> ids;
    std::span<const std::uint32_t> reduced;
    std::span<const Coordinate> reducedPlaces;
    if (!get(file, prefix + "coordinates", shapes.coordinates) ||
        !get(file, prefix + "sequenceStarts", shapes.sequenceStarts) ||
        !get(file, prefix + "partStarts", shapes.partStarts) ||
        !get(file, prefix + "shapeStarts", shapes.shapeStarts) ||
        !get(file, prefix + "dimensions", shapes.dimensions) || !get(file, prefix + "extents", shapes.extents) ||
        !get(file, prefix + "ids", ids) || !get(file, prefix + "reduced", reduced) ||
        !get(file, prefix + "reducedPlaces", reducedPlaces) || !isSound(shapes, control))
        return false;
    if (ids.size() != shapes.shapeCount() || !std::is_sorted(ids.begin(), ids.end())) return false;
    if (!std::is_sorted(reduced.begin(), reduced.end())) return false;
    if (!reduced.empty() && reduced.back() >= shapes.shapeCount()) return false;
    if (reducedPlaces.size() != reduced.size()) return false;
    shapes.storage = file.storage();
    layer.ids.assign(ids.begin(), ids.end());
    layer.reduced.assign(reduced.begin(), reduced.end());
    layer.reducedPlaces.assign(reducedPlaces.begin(), reducedPlaces.end());
    for (const Extent& extent : shapes.extents) layer.info.extent.include(extent);
    layer.info.featureCount = static_cast<std::int64_t>(ids.size());
    return true;
}

bool getColumns(const CacheFile& file, const std::string& prefix, std::size_t count, PackedLayer& layer) {
    for (std::size_t i = 0; i < count; ++i) {
        std::span<const char> bytes;
        std::span<const std::size_t> starts;
        const std::string name = prefix + "column" + std::to_string(i);
        if (!get(file, name, bytes) || !get(file, name + "starts", starts)) return false;
        auto texts = PackedTexts::from(bytes, starts);
        if (!texts || (texts->size() != 0 && texts->size() != layer.ids.size())) return false;
        layer.columns.push_back(std::move(*texts));
    }
    return true;
}

std::string prefixOf(std::size_t number) { return std::to_string(number) + "."; }

}  // namespace

bool PackedLayerCode::canBeKept(const PackedLayer& layer, const JobControl& control) {
    return std::all_of(layer.warnings.begin(), layer.warnings.end(), canBeToldAgain) && isSound(layer.shapes, control);
}

void PackedLayerCode::addSections(const PackedLayer& layer, const std::vector<std::string>& fields, std::size_t number,
                                  std::vector<CacheFile::Section>& sections,
                                  std::vector<std::unique_ptr<std::string>>& own) {
    const std::string prefix = prefixOf(number);
    const auto add = [&](const std::string& name, auto items) {
        sections.push_back(CacheFile::section(prefix + name, items));
    };
    Words words;
    putInfo(words, layer.info);
    words.put(layer.direct ? 1 : 0);
    words.put(static_cast<std::int64_t>(fields.size()));
    for (const std::string& field : fields) words.put(field);
    putWarnings(words, layer.warnings);
    own.push_back(std::make_unique<std::string>(words.text()));
    add("words", std::span<const char>(*own.back()));
    const PackedShapes& shapes = layer.shapes;
    add("coordinates", shapes.coordinates);
    add("sequenceStarts", shapes.sequenceStarts);
    add("partStarts", shapes.partStarts);
    add("shapeStarts", shapes.shapeStarts);
    add("dimensions", shapes.dimensions);
    add("extents", shapes.extents);
    add("ids", std::span<const FeatureId>(layer.ids));
    add("reduced", std::span<const std::uint32_t>(layer.reduced));
    add("reducedPlaces", std::span<const Coordinate>(layer.reducedPlaces));
    for (std::size_t i = 0; i < layer.columns.size(); ++i) {
        add("column" + std::to_string(i), layer.columns[i].bytes());
        add("column" + std::to_string(i) + "starts", layer.columns[i].starts());
    }
}

std::optional<PackedLayer> PackedLayerCode::layer(const CacheFile& file, std::size_t number, const WantedFields& fields,
                                                  const std::string& path, const JobControl& control) {
    const std::string prefix = prefixOf(number);
    Words words(file.text(prefix + "words"));
    PackedLayer layer;
    if (!getInfo(words, layer.info)) return std::nullopt;
    layer.direct = words.number() == 1;
    std::vector<std::string> keptFields(words.count());
    for (std::string& field : keptFields) field = words.word();
    if (!getWarnings(words, layer, path) || !words.isRead()) return std::nullopt;
    if (keptFields != (fields ? fields(layer.info) : std::vector<std::string>())) return std::nullopt;
    if (!getShapes(file, prefix, layer, control) || !getColumns(file, prefix, keptFields.size(), layer))
        return std::nullopt;
    return layer;
}

}  // namespace gis
