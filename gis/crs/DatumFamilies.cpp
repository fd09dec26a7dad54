// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <optional>

#include "gis/crs/CrsDescription.h"

namespace gis {

namespace {

struct Ellipsoid {
    double semiMajor = 0;
    double inverseFlattening = 0;
};

Ellipsoid ellipsoidOf(PJ_CONTEXT* context, const PJ* crs) {
    const proj::Object object(proj_get_ellipsoid(context, crs));
    Ellipsoid ellipsoid;
    if (object)
        proj_ellipsoid_get_parameters(context, object.get(), &ellipsoid.semiMajor, nullptr, nullptr,
                                      &ellipsoid.inverseFlattening);
    return ellipsoid;
}

/// ASCII letters and digits in lower case: "D_Xian_1980" and "Xi'an 1980" are the same word then.
std::string keyOf(const char* name) {
    std::string key;
    for (; name && *name; ++name) {
        const char c = *name;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
        if (c >= 'A' && c <= 'Z') key += static_cast<char>(c - 'A' + 'a');
    }
    return key;
}

bool has(const std::string& key, const char* word) { return key.find(word) != std::string::npos; }

std::optional<DatumFamily> familyByName(const std::string& key, const Ellipsoid& ellipsoid) {
    if (has(key, "newbeijing")) return DatumFamily::NewBeijing54;
    if (has(key, "beijing") || has(key, "bj54")) return DatumFamily::Beijing54;
    if (has(key, "xian") || has(key, "iugg1975") || has(key, "iag75")) return DatumFamily::Xian80;
    // A sphere that borrows the name (Web Mercator's auxiliary sphere) is another datum.
    const bool modern = std::abs(ellipsoid.semiMajor - 6378137.0) < 0.01 &&
                        std::abs(ellipsoid.inverseFlattening - 298.2572) < 1e-3 && key.rfind("unknown", 0) != 0;
    if (!modern) return std::nullopt;
    if (has(key, "china2000") || has(key, "cgcs2000") || has(key, "chinageodeticcoordinatesystem2000"))
        return DatumFamily::Cgcs2000;
    if (has(key, "wgs1984") || has(key, "wgs84") || has(key, "worldgeodeticsystem1984")) return DatumFamily::Wgs84;
    return std::nullopt;
}

bool isUnspecific(const std::string& key) {
    return key.empty() || has(key, "unknown") || has(key, "unnamed") || has(key, "notspecified") ||
           has(key, "userdefined") || has(key, "custom");
}

}  // namespace

DatumFamily datumFamilyOf(PJ_CONTEXT* context, const PJ* crs) {
    const Ellipsoid ellipsoid = ellipsoidOf(context, crs);
    const proj::Object datum(proj_crs_get_datum_forced(context, crs));
    const std::string datumKey = keyOf(datum ? proj_get_name(datum.get()) : nullptr);
    if (const auto family = familyByName(datumKey, ellipsoid)) return *family;
    const bool registered = datum && proj_get_id_code(datum.get(), 0) != nullptr;
    if (registered && !isUnspecific(datumKey)) return DatumFamily::Other;
    if (isUnspecific(datumKey)) {
        const proj::Object geographic(proj_crs_get_geodetic_crs(context, crs));
        if (geographic)
            if (const auto family = familyByName(keyOf(proj_get_name(geographic.get())), ellipsoid)) return *family;
        if (const auto family = familyByName(keyOf(proj_get_name(crs)), ellipsoid)) return *family;
    }
    if (std::abs(ellipsoid.semiMajor - 6378245.0) < 0.01) return DatumFamily::Beijing54;
    if (std::abs(ellipsoid.semiMajor - 6378140.0) < 0.01) return DatumFamily::Xian80;
    return isUnspecific(datumKey) ? DatumFamily::Unknown : DatumFamily::Other;
}

}  // namespace gis
