// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTest>

#include "gis/base/Resources.h"
#include "gis/io/VectorFile.h"
#include "layers/scheme/LayoutBuilder.h"

/// What the tests of this folder build over.
namespace fixture {

inline std::string text(const char* utf8) { return utf8; }

inline layers::Scheme scheme(const std::string& path) {
    const auto bytes = gis::readFile(path);
    if (!bytes) qFatal("%s", gis::describe(bytes.error()).c_str());
    const auto read = layers::schemeFromJson(*bytes, path);
    if (!read) qFatal("%s", gis::describe(read.error()).c_str());
    return *read;
}
inline layers::Scheme sampleScheme(const std::string& name) {
    return scheme(gis::resourceFolder() + "/sample/schemes/" + name);
}

inline layers::BaseLayers base(const std::vector<std::string>& paths, bool withShipped = true) {
    std::vector<layers::BaseTable> tables;
    for (const std::string& path : paths) {
        auto found = gis::readLayers(gis::SourceName::parse(path));
        if (!found) qFatal("%s", gis::describe(found.error()).c_str());
        for (gis::VectorLayer& layer : *found) tables.push_back({layer.info.name, std::move(layer.table)});
    }
    const auto made =
        layers::BaseLayers::make(tables, withShipped ? layers::shippedGeography().value() : layers::Geography{},
                                 layers::shippedBaseFieldNames().value());
    if (!made) qFatal("%s", gis::describe(made.error()).c_str());
    return *made;
}
inline layers::BaseLayers sampleBase() {
    const std::string folder = gis::resourceFolder() + "/sample/";
    return base({folder + "boundaries.gpkg", folder + "rivers.gpkg"});
}
inline std::string shared(const std::string& name) { return TUCE_SHARED_DIR "/" + name; }
inline bool hasShared() { return QFile::exists(QString::fromStdString(shared("data/admin.gpkg"))); }

inline layers::BuiltLayout build(const layers::Scheme& scheme, const layers::BaseLayers& base,
                                 layers::BuildOptions options = layers::shippedBuildOptions().value()) {
    const auto built = layers::buildLayout(scheme, base, options);
    if (!built) qFatal("%s", gis::describe(built.error()).c_str());
    return *built;
}

inline const layers::ElementReport& report(const layers::BuiltLayout& layout, const std::string& id) {
    for (const layers::ElementReport& found : layout.reports)
        if (found.id == id) return found;
    qFatal("no report of %s", id.c_str());
}
inline gis::Feature feature(const layers::BuiltLayout& layout, const std::string& id) {
    const layers::ElementReport& found = report(layout, id);
    if (!found.isBuilt) qFatal("%s: %s", id.c_str(), gis::translated(found.reason).c_str());
    return *layout.layer(found.layer)->table.find(found.feature);
}
inline gis::Geometry shape(const layers::BuiltLayout& layout, const std::string& id) {
    return feature(layout, id).geometry();
}

inline layers::SchemeElement& element(layers::Scheme& scheme, const std::string& id) {
    for (layers::SchemeElement& found : scheme.elements)
        if (found.id == id) return found;
    qFatal("no element %s", id.c_str());
}

}  // namespace fixture
