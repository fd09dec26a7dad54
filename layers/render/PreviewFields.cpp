// SPDX-License-Identifier: Apache-2.0
#include "layers/render/PreviewFields.h"

#include <algorithm>
#include <charconv>

namespace layers {

namespace {

/// What decides about a feature's symbol: one field, or, as rules may ask for any, all.
std::vector<std::string> wantedFields(const Layer& layer) {
    std::vector<std::string> names;
    if (!layer.style.hasClasses()) return names;
    for (const gis::Field& field : layer.table.schema().fields())
        if (layer.style.classedBy == ClassedBy::Rule ||
            layer.table.schema().indexOf(layer.style.categoryField) == layer.table.schema().indexOf(field.name))
            names.push_back(field.name);
    return names;
}

std::string lines(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += name + "\n";
    return text;
}

char letterOf(const gis::Value& value) { return "nirt"[value.index()]; }

template <class Number>
std::optional<gis::Value> numberFrom(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return gis::Value(number);
}

std::optional<gis::Value> valueFrom(std::string_view kept) {
    if (kept.empty()) return std::nullopt;
    const std::string_view text = kept.substr(1);
    switch (kept.front()) {
        case 'n':
            return gis::Value{};
        case 'i':
            return numberFrom<std::int64_t>(text);
        case 'r':
            return numberFrom<double>(text);
        case 't':
            return gis::Value(std::string(text));
        default:
            return std::nullopt;
    }
}

/// What is kept of the fields, read back.
class KeptValues {
public:
    KeptValues(std::string_view values, std::span<const std::uint64_t> starts) : m_values(values), m_starts(starts) {}
    bool isSound(std::size_t count) const {
        return m_starts.size() == count + 1 && m_starts.front() == 0 && m_starts.back() == m_values.size() &&
               std::is_sorted(m_starts.begin(), m_starts.end());
    }
    std::optional<gis::Value> at(std::size_t index) const {
        return valueFrom(m_values.substr(m_starts[index], m_starts[index + 1] - m_starts[index]));
    }

private:
    std::string_view m_values;
    std::span<const std::uint64_t> m_starts;
};

gis::Geometry boxOf(const gis::Extent& box) {
    return gis::Geometry::polygon(
        {{{box.minX, box.minY}, {box.maxX, box.minY}, {box.maxX, box.maxY}, {box.minX, box.maxY}}});
}

}  // namespace

PreviewFields PreviewFields::of(const Layer& layer) {
    PreviewFields kept;
    const std::vector<std::string> names = wantedFields(layer);
    kept.m_names = lines(names);
    kept.m_box = layer.table.extent();
    for (const gis::Feature& feature : layer.table) kept.m_ids.push_back(feature.id());
    for (const std::string& name : names) {
        const int field = layer.table.schema().indexOf(name);
        for (const gis::Feature& feature : layer.table) {
            const gis::Value& value = feature.attribute(field);
            kept.m_values += letterOf(value) + gis::toText(value);
            kept.m_starts.push_back(kept.m_values.size());
        }
    }
    return kept;
}

void PreviewFields::addSections(std::vector<gis::CacheFile::Section>& sections) const {
    using gis::CacheFile;
    sections.push_back(CacheFile::section("ids", std::span<const gis::FeatureId>(m_ids)));
    sections.push_back(CacheFile::section("box", std::span<const gis::Extent>(&m_box, 1)));
    sections.push_back(CacheFile::section("fields", std::span<const char>(m_names)));
    sections.push_back(CacheFile::section("values", std::span<const char>(m_values)));
    sections.push_back(CacheFile::section("valueStarts", std::span<const std::uint64_t>(m_starts)));
}

std::optional<gis::FeatureTable> PreviewFields::table(const gis::CacheFile& file, const Layer& head,
                                                      const gis::DrawingForm& form) {
    const auto ids = file.array<gis::FeatureId>("ids");
    const auto starts = file.array<std::uint64_t>("valueStarts");
    const auto bytes = file.array<char>("values");
    const auto box = file.array<gis::Extent>("box");
    const std::vector<std::string> names = wantedFields(head);
    const std::size_t count = form.shapes.shapeCount();
    if (!box || box->size() != 1 || !ids || ids->size() != count || !starts || !bytes ||
        file.text("fields") != lines(names))
        return std::nullopt;
    if (std::adjacent_find(ids->begin(), ids->end(), std::greater_equal<>()) != ids->end()) return std::nullopt;
    const KeptValues values({bytes->data(), bytes->size()}, *starts);
    if (!values.isSound(names.size() * count)) return std::nullopt;
    std::vector<int> fields;
    for (const std::string& name : names) fields.push_back(head.table.schema().indexOf(name));
    std::vector<gis::Feature> features;
    features.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<gis::Value> attributes(names.empty() ? 0 : head.table.schema().size());
        for (std::size_t field = 0; field < fields.size(); ++field) {
            auto value = values.at(field * count + i);
            if (!value) return std::nullopt;
            attributes[static_cast<std::size_t>(fields[field])] = std::move(*value);
        }
        features.emplace_back((*ids)[i], gis::Geometry(), std::move(attributes));
    }
    if (!features.empty() && !box->front().isEmpty())
        features.front() = features.front().withGeometry(boxOf(box->front()));
    return gis::FeatureTable(head.table.schema(), head.table.crs(), std::move(features));
}

}  // namespace layers
