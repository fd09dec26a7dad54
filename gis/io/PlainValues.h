// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/io/Gdal.h"
#include "gis/io/SqliteDatabase.h"

namespace gis {

/// The attributes of a GeoPackage's table, straight from its rows.
class PlainValues {
public:
    /// Nothing if a field has a type that only GDAL reads. Binary fields are left out.
    static std::optional<PlainValues> of(OGRFeatureDefnH definition);

    /// Names of the columns, in the order of the layer's Schema.
    std::vector<std::string> names() const;
    /// What GDAL's features have for the row's columns from `first` on; nothing where GDAL would make something else of
    /// what is stored, warn of it, or where that is not known.
    std::optional<std::vector<Value>> read(const SqliteStatement& row, int first) const;

private:
    struct Column {
        std::string name;
        OGRFieldType type = OFTString;
        OGRFieldSubType subtype = OFSTNone;
    };
    static bool take(const SqliteStatement& row, int column, const Column& as, Value& value);
    std::vector<Column> m_columns;
};

}  // namespace gis
