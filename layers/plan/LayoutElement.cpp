// SPDX-License-Identifier: Apache-2.0
#include "layers/plan/LayoutElement.h"

namespace layers {

gis::Schema layoutSchema() {
    using gis::FieldType;
    return gis::Schema({{layout_field::elementId, FieldType::Text},
                        {layout_field::kind, FieldType::Text},
                        {layout_field::name, FieldType::Text},
                        {layout_field::code, FieldType::Text},
                        {layout_field::rank, FieldType::Integer},
                        {layout_field::members, FieldType::Text},
                        {layout_field::carriers, FieldType::Text},
                        {layout_field::document, FieldType::Text},
                        {layout_field::clause, FieldType::Text},
                        {layout_field::status, FieldType::Text},
                        {layout_field::schematic, FieldType::Boolean},
                        {layout_field::recipe, FieldType::Text},
                        {layout_field::note, FieldType::Text}});
}

}  // namespace layers
