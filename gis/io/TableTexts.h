// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/io/TextEncoder.h"
#include "gis/io/VectorFile.h"

namespace gis {

/// What becomes of a layer's field names and texts in a .dbf: encoded, names of at most ten bytes, texts of at most
/// 254, and which of them could not stay as they were. A look at all features; one thread.
class TableTexts {
public:
    TableTexts(const FeatureTable& table, const TextEncoder& encoder);

    /// Column names as bytes, in the order of the schema.
    const std::vector<std::string>& names() const { return m_names; }
    /// Bytes that a text column needs; 0 for the others.
    const std::vector<int>& widths() const { return m_widths; }
    /// A text as bytes of the table, cut to what a column holds.
    std::string bytesOf(const std::string& text) const;
    /// InvalidArgument, naming the field, if a text is longer than a column.
    Result<void> allFit(const Subject& subject) const;
    /// Each name and field that is not as it was: name_cut, text_cut, text_lost. The features are named.
    Warnings warnings(const Subject& subject) const;

private:
    struct Column {
        std::size_t longest = 0;
        std::vector<FeatureId> cut;
        std::vector<FeatureId> lossy;
        std::string lost;
    };
    void look(const Feature& feature);

    const Schema& m_schema;
    const TextEncoder& m_encoder;
    std::vector<std::string> m_names;
    std::vector<int> m_widths;
    std::vector<Column> m_columns;
};

}  // namespace gis
