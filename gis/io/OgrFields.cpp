// SPDX-License-Identifier: Apache-2.0
#include "gis/io/OgrFields.h"

#include <cmath>
#include <cstdio>

namespace gis::gdal {

namespace {

FieldType typeOf(OGRFieldDefnH field) {
    switch (OGR_Fld_GetType(field)) {
        case OFTInteger:
            return OGR_Fld_GetSubType(field) == OFSTBoolean ? FieldType::Boolean : FieldType::Integer;
        case OFTInteger64:
            return FieldType::Integer;
        case OFTReal:
            return FieldType::Real;
        case OFTDate:
            return FieldType::Date;
        case OFTDateTime:
            return FieldType::DateTime;
        default:
            return FieldType::Text;
    }
}

/// ISO 8601: date, or date and time with the offset where it is known (OGR's flag: 100 is UTC, in quarter hours).
std::string isoText(OGRFeatureH feature, int index, bool withTime) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    if (OGR_F_GetFieldAsDateTimeEx(feature, index, &year, &month, &day, &hour, &minute, &second, &zone) == 0) return {};
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    std::string iso = text;
    if (!withTime) return iso;
    const bool whole = second == std::floor(second);
    std::snprintf(text, sizeof text, whole ? "T%02d:%02d:%02.0f" : "T%02d:%02d:%06.3f", hour, minute,
                  static_cast<double>(second));
    iso += text;
    if (zone == 100) return iso + "Z";
    if (zone <= 1) return iso;
    const int minutes = (zone - 100) * 15;
    std::snprintf(text, sizeof text, "%c%02d:%02d", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                  std::abs(minutes) % 60);
    return iso + text;
}

}  // namespace

FieldReader::FieldReader(OGRFeatureDefnH definition, const TextDecoder& decoder) : m_decoder(decoder) {
    std::vector<Field> fields;
    const int count = OGR_FD_GetFieldCount(definition);
    for (int i = 0; i < count; ++i) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        bool broken = false;
        const std::string name = m_decoder.decode(OGR_Fld_GetNameRef(field), broken);
        if (OGR_Fld_GetType(field) == OFTBinary) {
            m_droppedNames.push_back(name);
            continue;
        }
        const FieldType type = typeOf(field);
        fields.push_back({name, type, type == FieldType::Text ? OGR_Fld_GetWidth(field) : 0});
        m_columns.push_back({i, OGR_Fld_GetType(field)});
    }
    m_schema = Schema(std::move(fields));
}

Value FieldReader::valueOf(OGRFeatureH feature, const Column& column, bool& broken) const {
    if (OGR_F_IsFieldSetAndNotNull(feature, column.index) == 0) return {};
    switch (column.type) {
        case OFTInteger:
        case OFTInteger64:
            return static_cast<std::int64_t>(OGR_F_GetFieldAsInteger64(feature, column.index));
        case OFTReal:
            return OGR_F_GetFieldAsDouble(feature, column.index);
        case OFTDate:
            return isoText(feature, column.index, false);
        case OFTDateTime:
            return isoText(feature, column.index, true);
        default:
            return m_decoder.decode(OGR_F_GetFieldAsString(feature, column.index), broken);
    }
}

std::vector<Value> FieldReader::read(OGRFeatureH feature, bool& broken) const {
    std::vector<Value> values;
    values.reserve(m_columns.size());
    for (const Column& column : m_columns) values.push_back(valueOf(feature, column, broken));
    return values;
}

namespace {

OGRFieldType ogrTypeOf(FieldType type) {
    switch (type) {
        case FieldType::Integer:
            return OFTInteger64;
        case FieldType::Real:
            return OFTReal;
        case FieldType::Boolean:
            return OFTInteger;
        case FieldType::Date:
            return OFTDate;
        case FieldType::DateTime:
            return OFTDateTime;
        default:
            return OFTString;
    }
}

}  // namespace

bool createFields(OGRLayerH layer, const Schema& schema, const std::vector<std::string>& names,
                  const std::vector<int>& widths) {
    for (std::size_t i = 0; i < schema.size(); ++i) {
        const FieldType type = schema.fields()[i].type;
        const FieldHandle field(OGR_Fld_Create(names[i].c_str(), ogrTypeOf(type)));
        if (type == FieldType::Boolean) OGR_Fld_SetSubType(field.get(), OFSTBoolean);
        if (widths[i] > 0) OGR_Fld_SetWidth(field.get(), widths[i]);
        if (OGR_L_CreateField(layer, field.get(), 0) != OGRERR_NONE) return false;
    }
    return true;
}

void setField(OGRFeatureH feature, int index, const Value& value, FieldType type) {
    if (isNull(value)) {
        OGR_F_SetFieldNull(feature, index);
    } else if (type == FieldType::Text || type == FieldType::Date || type == FieldType::DateTime) {
        OGR_F_SetFieldString(feature, index, toText(value).c_str());
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        OGR_F_SetFieldInteger64(feature, index, *integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
        OGR_F_SetFieldDouble(feature, index, *real);
    } else {
        OGR_F_SetFieldString(feature, index, std::get<std::string>(value).c_str());
    }
}

}  // namespace gis::gdal
