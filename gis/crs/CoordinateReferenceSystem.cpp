// SPDX-License-Identifier: Apache-2.0
#include "gis/crs/CoordinateReferenceSystem.h"

#include <algorithm>

#include "gis/crs/CrsDescription.h"

namespace gis {

struct CoordinateReferenceSystem::Data : CrsDescription {};

namespace {

constexpr std::size_t longestWkt = 1U << 20U;

tl::unexpected<Error> unknownCode(const std::string& code, const std::string& detail = {}) {
    return fail(ErrorCode::CrsUnknown, {}, message("gis", "the coordinate reference system %1 is not known", {code}),
                message("gis", "name an EPSG code such as EPSG:4490 or EPSG:4545"), detail);
}

bool isDigits(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "AUTHORITY:CODE" or an OGC URN or URL and nothing else: PROJ would also take pipelines and names of files.
bool looksLikeCode(const std::string& text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ':' || c == '.' ||
               c == '_' || c == '-' || c == '/';
    });
    const bool resource =
        text.rfind("urn:ogc:def:crs:", 0) == 0 || text.rfind("http://www.opengis.net/def/crs/", 0) == 0;
    const auto colons = std::count(text.begin(), text.end(), ':');
    return plain && text.size() < 200 && (resource || (colons == 1 && text.find('/') == std::string::npos));
}

}  // namespace

CoordinateReferenceSystem::CoordinateReferenceSystem() {
    static const auto unknown = std::make_shared<const Data>();
    m_data = unknown;
}

CoordinateReferenceSystem::CoordinateReferenceSystem(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

Result<CoordinateReferenceSystem> CoordinateReferenceSystem::fromCode(const std::string& code) {
    const std::string text = isDigits(code) ? "EPSG:" + code : code;
    if (!looksLikeCode(text)) return unknownCode(code);
    PJ_CONTEXT* context = proj::threadContext();
    proj::Object object(proj_create(context, text.c_str()));
    if (!object) return unknownCode(code, proj::lastError(context));
    TUCE_TRY(description, describeCrs(context, std::move(object), text, Origin::Database));
    return CoordinateReferenceSystem(std::make_shared<const Data>(Data{std::move(description)}));
}

Result<CoordinateReferenceSystem> CoordinateReferenceSystem::fromWkt(const std::string& wkt) {
    const auto unreadable = [](const std::string& detail) {
        return fail(ErrorCode::CrsUnknown, {},
                    message("gis", "the description of the coordinate reference system (WKT) cannot be read"),
                    message("gis", "name an EPSG code such as EPSG:4490 or EPSG:4545"), detail);
    };
    if (wkt.size() > longestWkt) return unreadable({});
    PJ_CONTEXT* context = proj::threadContext();
    proj::Object object(proj_create_from_wkt(context, wkt.c_str(), nullptr, nullptr, nullptr));
    if (!object) return unreadable(proj::lastError(context));
    const char* name = proj_get_name(object.get());
    const std::string shown = name ? name : "WKT";
    TUCE_TRY(description, describeCrs(context, std::move(object), shown, Origin::Text));
    return CoordinateReferenceSystem(std::make_shared<const Data>(Data{std::move(description)}));
}

CoordinateReferenceSystem CoordinateReferenceSystem::cgcs2000() {
    static const CoordinateReferenceSystem crs = fromCode("EPSG:4490").value_or(CoordinateReferenceSystem());
    return crs;
}

CoordinateReferenceSystem CoordinateReferenceSystem::wgs84() {
    static const CoordinateReferenceSystem crs = fromCode("EPSG:4326").value_or(CoordinateReferenceSystem());
    return crs;
}

CoordinateReferenceSystem CoordinateReferenceSystem::geographicBase() const {
    if (!isProjected()) return *this;
    if (datumFamily() == DatumFamily::Cgcs2000) return cgcs2000();
    PJ_CONTEXT* context = proj::threadContext();
    const proj::Object object = proj::objectOf(context, *this);
    proj::Object base(object ? proj_crs_get_geodetic_crs(context, object.get()) : nullptr);
    if (!base) return {};
    auto description = describeCrs(context, std::move(base), name(), Origin::Text);
    if (!description) return {};
    return CoordinateReferenceSystem(std::make_shared<const Data>(Data{std::move(*description)}));
}

std::string CoordinateReferenceSystem::wkt1() const {
    if (!isKnown()) return {};
    PJ_CONTEXT* context = proj::threadContext();
    const proj::Object object = proj::objectOf(context, *this);
    const char* const options[] = {"MULTILINE=NO", nullptr};
    const char* text = object ? proj_as_wkt(context, object.get(), PJ_WKT1_GDAL, options) : nullptr;
    return text != nullptr ? text : "";
}

bool CoordinateReferenceSystem::isKnown() const { return m_data->kind != CrsDescription::Kind::Unknown; }
bool CoordinateReferenceSystem::isGeographic() const { return m_data->kind == CrsDescription::Kind::Geographic; }
bool CoordinateReferenceSystem::isProjected() const { return m_data->kind == CrsDescription::Kind::Projected; }
const std::string& CoordinateReferenceSystem::code() const { return m_data->code; }
int CoordinateReferenceSystem::epsg() const { return m_data->epsg; }
const std::string& CoordinateReferenceSystem::name() const { return m_data->name; }
const std::string& CoordinateReferenceSystem::wkt() const { return m_data->wkt; }
DatumFamily CoordinateReferenceSystem::datumFamily() const { return m_data->family; }
const std::string& CoordinateReferenceSystem::datumName() const { return m_data->datumName; }
double CoordinateReferenceSystem::metresPerUnit() const { return m_data->metresPerUnit; }
double CoordinateReferenceSystem::centralMeridian() const { return m_data->centralMeridian; }

bool CoordinateReferenceSystem::operator==(const CoordinateReferenceSystem& other) const {
    if (m_data == other.m_data) return true;
    if (m_data->kind != other.m_data->kind) return false;
    if (!isKnown() || wkt() == other.wkt() || (!code().empty() && code() == other.code())) return true;
    PJ_CONTEXT* context = proj::threadContext();
    const proj::Object a = proj::objectOf(context, *this);
    const proj::Object b = proj::objectOf(context, other);
    return a && b && proj::equivalent(context, a.get(), b.get());
}

}  // namespace gis
