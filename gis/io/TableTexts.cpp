// SPDX-License-Identifier: Apache-2.0
#include "gis/io/TableTexts.h"

#include <algorithm>

#include "gis/io/TableColumns.h"

namespace gis {

namespace {

constexpr std::size_t namedFeatures = 20;

/// "3, 8, 12"; of many the first ones and how many there are.
std::string listed(const std::vector<FeatureId>& features) {
    std::string text;
    for (std::size_t i = 0; i < std::min(namedFeatures, features.size()); ++i)
        text += (i > 0 ? ", " : "") + std::to_string(number(features[i]));
    return features.size() > namedFeatures ? text + " … (" + std::to_string(features.size()) + ")" : text;
}

bool isText(const Field& field) { return field.type == FieldType::Text || field.type == FieldType::DateTime; }

}  // namespace

TableTexts::TableTexts(const FeatureTable& table, const TextEncoder& encoder)
    : m_schema(table.schema()),
      m_encoder(encoder),
      m_names(tableColumnNames(table.schema(), encoder)),
      m_columns(table.schema().size()) {
    for (const Feature& feature : table) look(feature);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const std::size_t width = std::clamp<std::size_t>(m_columns[i].longest, 1, longestTableText);
        m_widths.push_back(isText(m_schema.fields()[i]) ? static_cast<int>(width) : 0);
    }
}

void TableTexts::look(const Feature& feature) {
    for (std::size_t i = 0; i < m_columns.size() && i < feature.attributes().size(); ++i) {
        const auto* text = std::get_if<std::string>(&feature.attributes()[i]);
        if (text == nullptr) continue;
        Column& column = m_columns[i];
        std::string lost;
        const std::size_t length = m_encoder.encode(*text, lost).size();
        column.longest = std::max(column.longest, length);
        if (length > longestTableText) column.cut.push_back(feature.id());
        if (lost.empty()) continue;
        column.lossy.push_back(feature.id());
        if (column.lost.find(lost) == std::string::npos) column.lost += lost;
    }
}

std::string TableTexts::bytesOf(const std::string& text) const {
    std::string lost;
    return m_encoder.cut(m_encoder.encode(text, lost), longestTableText);
}

Result<void> TableTexts::allFit(const Subject& subject) const {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].cut.empty()) continue;
        return fail(ErrorCode::InvalidArgument, subject,
                    message("gis", "a text of field %1 has %2 bytes, a Shapefile holds 254",
                            {m_schema.fields()[i].name, std::to_string(m_columns[i].longest)}),
                    message("gis", "write .gpkg"));
    }
    return {};
}

Warnings TableTexts::warnings(const Subject& subject) const {
    Warnings all;
    const auto warn = [&](const char* kind, const std::vector<FeatureId>& features, Message text) {
        const std::string first = features.empty() ? std::string() : std::to_string(number(features.front()));
        all.push_back({kind, {subject.path, subject.layer, first}, std::move(text)});
    };
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const std::string& name = m_schema.fields()[i].name;
        const std::string written = m_encoder.decode(m_names[i]);
        if (written != name)
            warn("name_cut", {},
                 message("gis", "the field %1 is called %2 in the file: a name has no more than 10 bytes",
                         {name, written}));
        if (!m_columns[i].cut.empty())
            warn("text_cut", m_columns[i].cut,
                 message("gis", "texts of the field %1 were cut to 254 bytes; features: %2",
                         {name, listed(m_columns[i].cut)}));
        if (!m_columns[i].lossy.empty())
            warn("text_lost", m_columns[i].lossy,
                 message("gis",
                         "%1 does not hold these characters of the field %2, \"?\" stands for them: %3; "
                         "features: %4",
                         {m_encoder.name(), name, m_columns[i].lost, listed(m_columns[i].lossy)}));
    }
    return all;
}

}  // namespace gis
