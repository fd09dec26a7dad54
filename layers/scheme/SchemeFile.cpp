// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/SchemeFile.h"

#include "gis/base/Resources.h"

namespace layers {

gis::Result<Scheme> readScheme(const std::string& path) {
    TUCE_TRY(bytes, gis::readFile(path));
    TUCE_TRY(scheme, schemeFromJson(bytes, path));
    if (scheme.elements.empty())
        return gis::fail(gis::ErrorCode::InvalidData, {path, {}, {}},
                         gis::message("layers", "the scheme holds no element: its list \"elements\" is empty"),
                         gis::message("layers", "add elements, each with id, kind and name"));
    return scheme;
}

gis::Result<void> writeScheme(const std::string& path, const Scheme& scheme, gis::Overwrite overwrite) {
    return gis::writeFile(path, schemeToJson(scheme), overwrite);
}

}  // namespace layers
