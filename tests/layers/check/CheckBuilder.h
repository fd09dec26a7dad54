// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTest>

#include "gis/engine/Overlay.h"
#include "layers/check/RedLineCheck.h"

/// Small layers for the tests of the check: planar in EPSG:4545 unless said otherwise, shapes as WKT about an origin
/// inside the zone, so that areas can be worked out by hand.
namespace check_builder {

struct Shape {
    std::string id;
    std::string wkt;
    std::string name;
};

inline gis::Geometry geometryOf(const std::string& wkt) {
    if (wkt.empty()) return {};
    const auto read = gis::fromWkt(wkt);
    return read ? *read : gis::Geometry();
}

inline gis::CoordinateReferenceSystem crsOf(const std::string& code) {
    return code.empty() ? gis::CoordinateReferenceSystem() : *gis::CoordinateReferenceSystem::fromCode(code);
}

/// Features get the ids 1, 2, … in the order given; the field `id` holds Shape::id, the field `name` its name.
inline layers::CheckLayer layer(const std::string& name, const std::vector<Shape>& shapes,
                                const std::string& crs = "EPSG:4545") {
    const gis::Schema schema({{"id", gis::FieldType::Text, 0}, {"name", gis::FieldType::Text, 0}});
    std::vector<gis::Feature> features;
    std::int64_t fid = 0;
    for (const Shape& shape : shapes)
        features.emplace_back(gis::FeatureId{++fid}, geometryOf(shape.wkt),
                              std::vector<gis::Value>{shape.id, shape.name});
    layers::CheckLayer made;
    made.name = name;
    made.path = name + ".gpkg";
    made.table = gis::FeatureTable(schema, crsOf(crs), std::move(features));
    made.idField = "id";
    made.nameField = "name";
    return made;
}

inline layers::CheckLayer zones(const std::vector<Shape>& shapes,
                                layers::RuleDirection direction = layers::RuleDirection::ForbidInside) {
    layers::CheckLayer made = layer("zones", shapes);
    made.rule = {layers::ControlType::EcoRedline, direction};
    return made;
}

inline layers::CheckInput input(layers::CheckLayer plan, layers::CheckLayer control) {
    layers::CheckInput made;
    made.plan.push_back(std::move(plan));
    made.control.push_back(std::move(control));
    made.options.area = layers::AreaMethod::Planar;
    return made;
}

/// A square with its lower left corner at (x, y).
inline std::string square(double x, double y, double side) {
    const auto at = [](double px, double py) { return gis::toPlainDecimal(px) + " " + gis::toPlainDecimal(py); };
    return "POLYGON((" + at(x, y) + "," + at(x + side, y) + "," + at(x + side, y + side) + "," + at(x, y + side) + "," +
           at(x, y) + "))";
}

/// A row in short: `class control area length crossings`, "-" where a value is absent.
inline std::string brief(const layers::Finding& f) {
    const auto text = [](const std::optional<double>& value) { return value ? gis::toPlainDecimal(*value) : "-"; };
    return layers::toText(f.kind) + " " + (f.controlId.empty() ? "-" : f.controlId) + " " + text(f.areaSquareMetres) +
           " " + text(f.lengthMetres) + " " + (f.crossings ? std::to_string(*f.crossings) : "-");
}

inline QStringList briefs(const layers::CheckReport& report) {
    QStringList rows;
    for (const layers::Finding& f : report.findings) rows << QString::fromStdString(brief(f));
    return rows;
}

inline layers::CheckReport checked(const layers::CheckInput& made, unsigned threads = 1) {
    gis::JobControl control;
    control.threads = threads;
    const auto report = layers::redLineCheck(made, control);
    if (!report) qWarning("%s", gis::describe(report.error()).c_str());
    return report ? *report : layers::CheckReport();
}

}  // namespace check_builder
