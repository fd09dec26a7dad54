// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/feature/Feature.h"
#include "gis/io/Gdal.h"
#include "gis/io/TextEncoding.h"

namespace gis::gdal {

/// Reads the attributes of a layer's features into the order of our Schema. Binary columns are left out.
class FieldReader {
public:
    FieldReader(OGRFeatureDefnH definition, const TextDecoder& decoder);
    const Schema& schema() const { return m_schema; }
    /// Names of columns that could not be kept.
    const std::vector<std::string>& droppedNames() const { return m_droppedNames; }
    /// `broken` is set if a text had bytes that make no character.
    std::vector<Value> read(OGRFeatureH feature, bool& broken) const;

private:
    struct Column {
        int index = 0;
        OGRFieldType type = OFTString;
    };
    Value valueOf(OGRFeatureH feature, const Column& column, bool& broken) const;
    const TextDecoder& m_decoder;
    Schema m_schema;
    std::vector<Column> m_columns;
    std::vector<std::string> m_droppedNames;
};

/// Creates the columns of `schema` in a layer, `names[i]` for field i. False if GDAL would not.
bool createFields(OGRLayerH layer, const Schema& schema, const std::vector<std::string>& names,
                  const std::vector<int>& widths);
/// Sets field `index` of a feature that is to be written.
void setField(OGRFeatureH feature, int index, const Value& value, FieldType type);

}  // namespace gis::gdal
