// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "gis/io/LayerRead.h"
#include "gis/io/OgrFields.h"
#include "gis/io/OgrGeometry.h"
#include "gis/io/PlainFeatures.h"

namespace gis {

namespace {

constexpr std::size_t namedFeatures = 20;  ///< warnings that name a feature; further ones are only counted

/// Reads one layer's features and gathers what is to be told about them.
class LayerReader {
public:
    LayerReader(const VectorSource& source, int index, const ReadOptions& options, const JobControl& control)
        : m_source(source),
          m_index(index),
          m_layer(source.layer(index)),
          m_options(options),
          m_control(control),
          m_fields(OGR_L_GetLayerDefn(m_layer), source.decoder()) {
        m_answer.info = describeLayer(source, index, options);
        m_expectsGeometry = source.hasGeometry(index);
        m_subject = {source.file().given, m_answer.info.name, {}};
    }

    Result<VectorLayer> read() {
        const gdal::ErrorLog log;
        m_answer.warnings = warningsOfLayer(m_source, m_index, m_options, m_crs);
        TUCE_TRY(plain, readPlainFeatures(m_source, m_index, m_options, m_control));
        if (plain) return finishPlain(std::move(*plain));
        OGR_L_ResetReading(m_layer);
        const auto statedCount = static_cast<std::size_t>(std::max<GIntBig>(0, OGR_L_GetFeatureCount(m_layer, 0)));
        const double expected = static_cast<double>(statedCount) + 1;
        while (const gdal::FeatureHandle feature{OGR_L_GetNextFeature(m_layer)}) {
            if ((m_features.size() & 0xFFU) == 0) {
                if (m_control.cancel.isCanceled()) return canceled();
                m_control.report(std::min(1.0, static_cast<double>(m_features.size()) / expected));
            }
            TUCE_CHECK(take(feature.get()));
        }
        if (!log.failures().empty()) return damaged(log.firstFailure());
        // A FlatGeobuf cut off in its index looks empty to GDAL; its header knows better.
        const bool missing = m_source.file().kind == FileKind::FlatGeobuf && m_features.size() < statedCount;
        if (missing) return damaged(std::to_string(m_features.size()) + " of " + std::to_string(statedCount));
        for (const std::string& text : log.warnings()) warn("library", {}, message("gis", "GDAL says: %1", {text}));
        return finish();
    }

private:
    Result<VectorLayer> finishPlain(PlainFeatures read) {
        m_features = std::move(read.features);
        m_withoutGeometry = read.withoutGeometry;
        m_firstWithout = read.firstWithout;
        m_heights = read.heights;
        return finish();
    }

    void warn(const char* kind, const std::string& feature, Message text) {
        m_answer.warnings.push_back({kind, {m_subject.path, m_subject.layer, feature}, std::move(text)});
    }

    tl::unexpected<Error> damaged(const std::string& detail) const {
        Subject subject = m_subject;
        const Message after =
            m_features.empty() ? message("gis", "the layer is damaged and cannot be read")
                               : message("gis", "the layer is damaged and cannot be read to its end (after feature %1)",
                                         {std::to_string(number(m_features.back().id()))});
        return fail(ErrorCode::Unreadable, std::move(subject), after,
                    message("gis", "get the file again, or save it anew with the program it comes from"), detail);
    }

    Result<void> take(OGRFeatureH feature) {
        const std::int64_t fid = OGR_F_GetFID(feature);
        gdal::GeometryLosses losses;
        const OGRGeometryH read = OGR_F_GetGeometryRef(feature);
        Geometry geometry = gdal::fromOgr(read, losses, m_scratch);
        losses.notFinite = losses.notFinite || isPointOfNaN(read);
        TUCE_CHECK(note(losses, fid));
        m_vertices += geometry.coordinateCount();
        if (geometry.isEmpty() && m_expectsGeometry && ++m_withoutGeometry == 1) m_firstWithout = fid;
        TUCE_CHECK(checkLimits());
        bool broken = false;
        auto values = m_fields.read(feature, broken);
        if (broken && ++m_brokenTexts == 1) m_firstBroken = fid;
        m_features.emplace_back(FeatureId{fid}, std::move(geometry), std::move(values));
        return {};
    }

    /// GDAL reads a GeoJSON point [NaN, 30] as an empty point with those coordinates; a point without any has none.
    bool isPointOfNaN(OGRGeometryH read) const {
        return m_source.file().kind == FileKind::GeoJson && read != nullptr &&
               OGR_GT_Flatten(OGR_G_GetGeometryType(read)) == wkbPoint && OGR_G_IsEmpty(read) != 0 &&
               std::isnan(OGR_G_GetX(read, 0));
    }

    Result<void> note(const gdal::GeometryLosses& losses, std::int64_t fid) {
        m_heights = m_heights || losses.heights;
        m_curves = m_curves || losses.curves;
        if (losses.lowerParts && ++m_collections <= namedFeatures) {
            warn("collection_cut", std::to_string(fid),
                 message("gis", "the parts of lower dimension in the collection are left out"));
        }
        if (!losses.notFinite) return {};
        if (m_source.file().kind == FileKind::GeoJson) {
            return fail(ErrorCode::InvalidData, {m_subject.path, m_subject.layer, std::to_string(fid)},
                        message("gis", "a coordinate is NaN or infinite, which JSON does not know"),
                        message("gis", "correct or delete the feature in its source"));
        }
        if (++m_notFinite <= namedFeatures)
            warn("not_finite", std::to_string(fid), message("gis", "a coordinate is not a finite number"));
        return {};
    }

    Result<void> checkLimits() const {
        if (m_features.size() >= m_options.featureLimit) {
            return fail(ErrorCode::OutOfResources, m_subject,
                        message("gis", "the layer has more than %1 features", {std::to_string(m_options.featureLimit)}),
                        message("gis", "raise the limit with --max-features"));
        }
        if (m_vertices > m_options.vertexLimit) {
            return fail(ErrorCode::OutOfResources, m_subject,
                        message("gis", "the layer has more than %1 vertices", {std::to_string(m_options.vertexLimit)}),
                        message("gis", "raise the limit with --max-vertices"));
        }
        return {};
    }

    void tellOfFeatures() {
        if (m_heights) m_answer.warnings.push_back(heightsDropped(m_subject));
        if (m_curves) warn("curves_straightened", {}, message("gis", "curves are read as chains of straight edges"));
        if (m_collections > namedFeatures) {
            warn("collection_cut", {},
                 message("gis", "%1 collections in all lost their parts of lower dimension",
                         {std::to_string(m_collections)}));
        }
        if (m_notFinite > namedFeatures) {
            warn("not_finite", {},
                 message("gis", "%1 features in all have coordinates that are not finite numbers",
                         {std::to_string(m_notFinite)}));
        }
        if (m_withoutGeometry > 0)
            m_answer.warnings.push_back(withoutGeometry(m_subject, m_firstWithout, m_withoutGeometry));
        if (m_brokenTexts > 0) {
            warn("broken_text", std::to_string(m_firstBroken),
                 message("gis", "not all text is %1; features so affected: %2",
                         {m_source.encoding().encoding, std::to_string(m_brokenTexts)}));
        }
    }

    /// Two features with one id would be one in the table: the later ones get new ids.
    void separateEqualIds() {
        const auto ascending = [](const Feature& a, const Feature& b) { return a.id() < b.id(); };
        const auto equal = [](const Feature& a, const Feature& b) { return a.id() == b.id(); };
        if (!std::is_sorted(m_features.begin(), m_features.end(), ascending))
            std::stable_sort(m_features.begin(), m_features.end(), ascending);
        if (std::adjacent_find(m_features.begin(), m_features.end(), equal) == m_features.end()) return;
        std::int64_t next = std::max<std::int64_t>(0, number(m_features.back().id())) + 1;
        FeatureId last = m_features.front().id();
        warn("ids_repeated", std::to_string(number(last)),
             message("gis", "feature ids occur more than once; the later features are numbered from %1 on",
                     {std::to_string(next)}));
        for (std::size_t i = 1; i < m_features.size(); ++i) {
            const FeatureId own = m_features[i].id();
            if (own == last) m_features[i] = m_features[i].withId(FeatureId{next++});
            last = own;
        }
    }

    Result<VectorLayer> finish() {
        tellOfFeatures();
        separateEqualIds();
        m_answer.info.featureCount = static_cast<std::int64_t>(m_features.size());
        m_answer.info.crs = m_crs;
        m_answer.table = FeatureTable(m_fields.schema(), m_crs, std::move(m_features));
        m_answer.info.extent = m_answer.table.extent();
        m_control.report(1.0);
        return std::move(m_answer);
    }

    const VectorSource& m_source;
    int m_index;
    OGRLayerH m_layer;
    const ReadOptions& m_options;
    const JobControl& m_control;
    gdal::FieldReader m_fields;
    VectorLayer m_answer;
    Subject m_subject;
    CoordinateReferenceSystem m_crs;
    std::vector<Feature> m_features;
    std::vector<Coordinate> m_scratch;
    std::size_t m_vertices = 0;
    std::size_t m_collections = 0;
    std::size_t m_notFinite = 0;
    std::size_t m_withoutGeometry = 0;
    std::int64_t m_firstWithout = 0;
    bool m_expectsGeometry = true;
    std::size_t m_brokenTexts = 0;
    std::int64_t m_firstBroken = 0;
    bool m_heights = false;
    bool m_curves = false;
};

Extent extentOf(OGRLayerH layer) {
    OGREnvelope envelope{};
    if (OGR_L_GetExtent(layer, &envelope, 1) != OGRERR_NONE) return {};
    const Extent extent{envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY};
    const bool finite = std::isfinite(extent.minX) && std::isfinite(extent.minY) && std::isfinite(extent.maxX) &&
                        std::isfinite(extent.maxY);
    return finite ? extent : Extent{};
}

tl::unexpected<Error> noSuchLayer(const SourceName& name, const VectorSource& source) {
    return fail(ErrorCode::NotFound, {name.path, name.layer, {}}, message("gis", "there is no such layer"),
                message("gis", "the file has: %1", {source.layerNames()}));
}

}  // namespace

Result<std::vector<int>> chosenLayers(const SourceName& name, const VectorSource& source) {
    if (!name.layer.empty()) {
        const int index = source.indexOf(name.layer);
        if (index < 0) return noSuchLayer(name, source);
        return std::vector<int>{index};
    }
    std::vector<int> chosen;
    for (int i = 0; i < source.layerCount(); ++i)
        if (source.hasGeometry(i)) chosen.push_back(i);
    if (!chosen.empty()) return chosen;
    return fail(ErrorCode::NotFound, {name.path, {}, {}}, message("gis", "there is no layer with geometries"),
                source.layerCount() > 0 ? message("gis", "the file has: %1", {source.layerNames()}) : Message{});
}

Result<VectorLayer> readLayerAt(const VectorSource& source, int index, const ReadOptions& options,
                                const JobControl& control) {
    return LayerReader(source, index, options, control).read();
}

Warnings warningsOfLayer(const VectorSource& source, int index, const ReadOptions& options,
                         CoordinateReferenceSystem& crs) {
    Warnings warnings;
    const Subject subject{source.file().given, source.layerName(index), {}};
    const auto warn = [&](const char* kind, Message text) { warnings.push_back({kind, subject, std::move(text)}); };
    Message problem;
    crs = crsOfLayer(source.layer(index), options, problem);
    if (!problem.empty()) warn("crs_not_understood", problem);
    if (!source.encoding().conflict.empty()) warn("encoding_conflict", source.encoding().conflict);
    const gdal::FieldReader fields(OGR_L_GetLayerDefn(source.layer(index)), source.decoder());
    for (const std::string& name : fields.droppedNames())
        warn("field_dropped", message("gis", "the binary field %1 is left out", {name}));
    return warnings;
}

Warning heightsDropped(const Subject& layer) {
    return {"heights_dropped", layer, message("gis", "heights and measures (Z, M) are left out")};
}

Warning withoutGeometry(Subject layer, std::int64_t first, std::size_t count) {
    layer.feature = std::to_string(first);
    return {
        "no_geometry", std::move(layer),
        message("gis", "has no geometry, or one that cannot be read; features like it: %1", {std::to_string(count)})};
}

Result<std::vector<LayerInfo>> listLayers(const std::string& path, const ReadOptions& options) {
    TUCE_TRY(source, VectorSource::open(path, options, {}));
    std::vector<LayerInfo> layers;
    for (int i = 0; i < source.layerCount(); ++i) {
        const gdal::ErrorLog log;
        LayerInfo info = describeLayer(source, i, options);
        info.featureCount = OGR_L_GetFeatureCount(source.layer(i), 1);
        if (source.hasGeometry(i)) info.extent = extentOf(source.layer(i));
        if (!log.failures().empty()) {
            return fail(ErrorCode::Unreadable, {path, info.name, {}},
                        message("gis", "the layer is damaged and cannot be read"),
                        message("gis", "get the file again, or save it anew with the program it comes from"),
                        log.firstFailure());
        }
        layers.push_back(std::move(info));
    }
    return layers;
}

Result<std::vector<VectorLayer>> readLayers(const SourceName& name, const ReadOptions& options,
                                            const JobControl& control) {
    TUCE_TRY(source, VectorSource::open(name.path, options, control.cancel));
    TUCE_TRY(chosen, chosenLayers(name, source));
    std::vector<VectorLayer> layers;
    for (const int index : chosen) {
        TUCE_TRY(layer, LayerReader(source, index, options, control).read());
        layers.push_back(std::move(layer));
    }
    return layers;
}

Result<VectorLayer> readLayer(const SourceName& name, const ReadOptions& options, const JobControl& control) {
    TUCE_TRY(source, VectorSource::open(name.path, options, control.cancel));
    TUCE_TRY(chosen, chosenLayers(name, source));
    if (chosen.size() > 1) {
        return fail(ErrorCode::InvalidArgument, {name.path, {}, {}}, message("gis", "the file has several layers"),
                    message("gis", "name one of them as FILE|LAYER: %1", {source.layerNames()}));
    }
    return LayerReader(source, chosen.front(), options, control).read();
}

std::string vectorLibraryVersion() { return std::string("GDAL ") + GDALVersionInfo("RELEASE_NAME"); }

}  // namespace gis
