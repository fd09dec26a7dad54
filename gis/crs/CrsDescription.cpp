// SPDX-License-Identifier: Apache-2.0
#include "gis/crs/CrsDescription.h"

#include <proj_experimental.h>  // proj_crs_demote_to_2D

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <numbers>

namespace gis {

namespace {

constexpr double radiansPerDegree = std::numbers::pi / 180.0;

tl::unexpected<Error> notHorizontal(const std::string& text) {
    return fail(ErrorCode::CrsUnknown, {}, message("gis", "%1 is not a horizontal coordinate reference system", {text}),
                message("gis", "name a geographic or projected one, such as EPSG:4490 or EPSG:4545"));
}

proj::Object horizontal(PJ_CONTEXT* context, proj::Object crs) {
    // Each step takes one wrapping off; a file cannot nest them without end.
    for (int depth = 0; crs && depth < 8; ++depth) {
        switch (proj_get_type(crs.get())) {
            case PJ_TYPE_BOUND_CRS:
                crs.reset(proj_get_source_crs(context, crs.get()));
                break;
            case PJ_TYPE_COMPOUND_CRS:
                crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
                break;
            case PJ_TYPE_GEOGRAPHIC_3D_CRS:
                crs.reset(proj_crs_demote_to_2D(context, nullptr, crs.get()));
                break;
            case PJ_TYPE_GEOGRAPHIC_2D_CRS:
            case PJ_TYPE_PROJECTED_CRS:
                return crs;
            default:
                return nullptr;
        }
    }
    return nullptr;
}

/// The EPSG definition that is the same CRS. Names alone do not convince: the numbers have to agree as well.
proj::Object identified(PJ_CONTEXT* context, const PJ* crs) {
    int* confidences = nullptr;
    const proj::ObjectList list(proj_identify(context, crs, "EPSG", nullptr, &confidences));
    const std::unique_ptr<int, void (*)(int*)> owner(confidences, proj_int_list_destroy);
    const int count = list ? proj_list_get_count(list.get()) : 0;
    for (int i = 0; i < count; ++i) {
        proj::Object candidate(proj_list_get(context, list.get(), i));
        if (candidate && confidences && confidences[i] >= 70 && proj::equivalent(context, crs, candidate.get()))
            return candidate;
    }
    // proj_identify overlooks what differs in axis order and authority alone, as OGC:CRS84 does.
    for (const char* code : {"EPSG:4326", "EPSG:4490"}) {
        proj::Object candidate(proj_create(context, code));
        if (candidate && proj::equivalent(context, crs, candidate.get())) return candidate;
    }
    return nullptr;
}

/// Sets unit and kind; false for units that positions of ours cannot have.
bool readAxes(PJ_CONTEXT* context, const PJ* crs, CrsDescription& description) {
    const proj::Object system(proj_crs_get_coordinate_system(context, crs));
    double factor = 0;
    if (!system || proj_cs_get_axis_info(context, system.get(), 0, nullptr, nullptr, nullptr, &factor, nullptr, nullptr,
                                         nullptr) == 0)
        return false;
    if (description.kind == CrsDescription::Kind::Geographic) return std::abs(factor / radiansPerDegree - 1) < 1e-9;
    description.metresPerUnit = factor;
    return factor > 0;
}

void readCentralMeridian(PJ_CONTEXT* context, const PJ* crs, CrsDescription& description) {
    const proj::Object conversion(proj_crs_get_coordoperation(context, crs));
    const char* method = nullptr;
    if (!conversion || proj_coordoperation_get_method_info(context, conversion.get(), &method, nullptr, nullptr) == 0 ||
        !method || !std::strstr(method, "Transverse Mercator"))
        return;
    const int index = proj_coordoperation_get_param_index(context, conversion.get(), "Longitude of natural origin");
    double value = 0;
    double factor = 0;
    if (index >= 0 && proj_coordoperation_get_param(context, conversion.get(), index, nullptr, nullptr, nullptr, &value,
                                                    nullptr, &factor, nullptr, nullptr, nullptr, nullptr) != 0)
        description.centralMeridian = std::abs(factor / radiansPerDegree - 1) < 1e-9
                                          ? value  // as printed, not rounded
                                          : value * factor / radiansPerDegree;
}

void readIdentity(PJ_CONTEXT* context, const PJ* crs, bool sure, CrsDescription& description) {
    const char* name = proj_get_name(crs);
    description.name = name ? name : "";
    const char* const options[] = {"MULTILINE=NO", nullptr};
    const char* wkt = proj_as_wkt(context, crs, PJ_WKT2_2019, options);
    description.wkt = wkt ? wkt : "";
    const char* code = proj_get_id_code(crs, 0);
    const char* authority = proj_get_id_auth_name(crs, 0);
    if (!sure || !code || !authority) return;
    description.code = std::string(authority) + ":" + code;
    if (std::strcmp(authority, "EPSG") == 0) description.epsg = std::atoi(code);
}

}  // namespace

Result<CrsDescription> describeCrs(PJ_CONTEXT* context, proj::Object crs, const std::string& text, Origin origin) {
    crs = horizontal(context, std::move(crs));
    if (!crs) return notHorizontal(text);
    const auto registered = [&] { return origin == Origin::Database && proj_get_id_code(crs.get(), 0) != nullptr; };
    const char* authority = proj_get_id_auth_name(crs.get(), 0);
    bool sure = registered() && authority && std::strcmp(authority, "EPSG") == 0;
    if (!sure) {
        // An id that a text itself claims is believed only if the registered definition agrees with the text.
        proj::Object same = identified(context, crs.get());
        sure = same || registered();
        if (same) crs = std::move(same);
    }
    CrsDescription description;
    description.kind = proj_get_type(crs.get()) == PJ_TYPE_PROJECTED_CRS ? CrsDescription::Kind::Projected
                                                                         : CrsDescription::Kind::Geographic;
    if (!readAxes(context, crs.get(), description)) return notHorizontal(text);
    readCentralMeridian(context, crs.get(), description);
    readIdentity(context, crs.get(), sure, description);
    description.family = datumFamilyOf(context, crs.get());
    if (const proj::Object datum{proj_crs_get_datum_forced(context, crs.get())})
        description.datumName = proj_get_name(datum.get());
    if (description.wkt.empty()) return notHorizontal(text);
    return description;
}

}  // namespace gis
