// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QString>
#include <cmath>
#include <memory>
#include <string>

#include "layers/plan/LayoutElement.h"
#include "layers/project/ProjectSnapshot.h"

// Small plans with something of every kind, and a look at their files from outside.

namespace support {

inline gis::Geometry square(double x, double y, double side) {
    return gis::Geometry::polygon({{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}});
}

inline layers::LayerPtr share(layers::Layer layer) { return std::make_shared<const layers::Layer>(std::move(layer)); }

inline gis::Value text(const std::string& value) { return value; }

/// A boundary layer with columns of every type, names that clash as SQL columns, a null and an empty geometry.
inline layers::Layer boundaryLayer() {
    using gis::FieldType;
    const gis::Schema schema({{"name", FieldType::Text, 20},
                              {"Name", FieldType::Text},
                              {"fid", FieldType::Integer},
                              {"geom", FieldType::Real},
                              {"built", FieldType::Date},
                              {"seen \"at\"", FieldType::DateTime},
                              {"urban", FieldType::Boolean},
                              {"", FieldType::Text}});
    std::vector<gis::Feature> features;
    features.emplace_back(
        gis::FeatureId{7}, square(107.5, 30.5, 0.5),
        std::vector<gis::Value>{text("万州区"), text("Wanzhou"), std::int64_t{-5}, 2.0, text("2020-01-02"),
                                text("2020-01-02T03:04:05.000Z"), std::int64_t{1}, text("a'b\"c")});
    features.emplace_back(gis::FeatureId{9}, gis::Geometry(), std::vector<gis::Value>(8));
    features.emplace_back(
        gis::FeatureId{4'000'000'000},
        gis::Geometry::multiPolygon(
            {{{{108, 31}, {109, 31}, {109, 32}, {108, 31}}}, {{{110, 31}, {111, 31}, {111, 32}, {110, 31}}}}),
        std::vector<gis::Value>{
            text("2020"), text(""), std::int64_t{1} << 62, 0.1, text("1999-12-31"), {}, std::int64_t{0}, {}});
    layers::Layer layer;
    layer.id = gis::LayerId{3};
    layer.name = "区县界|\"1\"";
    layer.kind = layers::LayerKind::Boundary;
    layer.idField = "fid";
    layer.nameField = "name";
    layer.note = "示意";
    layer.source.encoding = "GBK";
    layer.table = gis::FeatureTable(schema, gis::CoordinateReferenceSystem::cgcs2000(), std::move(features));
    return layer;
}

inline layers::Layer layoutLayer(const std::string& name, std::int64_t id, std::size_t count = 3) {
    layers::Layer layer;
    layer.id = gis::LayerId{id};
    layer.name = name;
    layer.kind = layers::LayerKind::Layout;
    layer.nameField = layers::layout_field::name;
    layer.style.name = "layout";
    layer.style.categoryField = layers::layout_field::kind;
    layer.style.categories.push_back({"axis", "发展轴 <&>", {}, {}, 0, 0});
    layer.style.categories.front().symbol.line = layers::LineSymbol{};
    layer.style.label.field = layers::layout_field::name;
    std::vector<gis::Feature> features;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<gis::Value> values(layers::layoutSchema().size());
        values[1] = text(i % 2 == 0 ? "axis" : "belt");
        values[2] = text("沿江发展轴 " + std::to_string(i));
        const double x = 500'000 + static_cast<double>(i) * 10;
        features.emplace_back(gis::FeatureId{static_cast<std::int64_t>(i) + 1},
                              gis::Geometry::lineString({{x, 3'400'000}, {x + 5, 3'400'100.125}}), std::move(values));
    }
    const auto crs = gis::CoordinateReferenceSystem::fromCode("EPSG:4545");
    layer.table = gis::FeatureTable(layers::layoutSchema(), *crs, std::move(features));
    return layer;
}

inline layers::Layer controlLayer() {
    layers::Layer layer;
    layer.id = gis::LayerId{12};
    layer.name = "links_trap";  // names like those of the tables beside it must not clash
    layer.kind = layers::LayerKind::ControlLine;
    layer.control = {layers::ControlType::DevBoundary, layers::RuleDirection::RequireInside};
    layer.visible = false;
    layer.table = gis::FeatureTable(gis::Schema({{"n", gis::FieldType::Integer}}), gis::CoordinateReferenceSystem(),
                                    {gis::Feature(gis::FeatureId{1}, gis::Geometry::point({1, 2}), {std::int64_t{5}})});
    return layer;
}

inline layers::PolicyCorpus corpus() {
    layers::PolicyDocument document;
    document.id = "wandakai";
    document.title = "总体方案";
    document.number = "渝府发〔2023〕8号";
    document.issuers = {"重庆市人民政府", "四川省人民政府"};
    document.dates = {"2023-03-09"};
    document.text = "一、总体要求\n(五)构建一轴两带三组团。";
    document.length = 20;
    for (int i = 1; i <= 3; ++i) {
        layers::Clause clause;
        clause.id = "wandakai/(" + std::to_string(i) + ")";
        clause.documentId = document.id;
        clause.level = "clause";
        clause.number = "(" + std::to_string(i) + ")";
        clause.sequence = i;
        clause.heading = "构建空间格局";
        clause.places = {"万州", "达州"};
        clause.end = 5;
        clause.warnings = {"number_gap: (四)"};
        document.clauses.push_back(clause);
    }
    return layers::PolicyCorpus({document});
}

/// A plan with something of every kind.
inline layers::SnapshotPtr fullPlan() {
    auto plan = std::make_shared<layers::ProjectSnapshot>();
    plan->revision = gis::Revision{41};
    plan->info = {"万达开 空间布局", "EPSG:4545", "2026-11-21T00:00:00Z", {{"scheme/万达开", "{\"a\":1}"}, {"x", ""}}};
    plan->layers = {share(boundaryLayer()), share(controlLayer()), share(layoutLayer("布局", 5))};
    plan->corpus = corpus();
    layers::ClauseLink link{
        1,  gis::LayerId{5}, gis::FeatureId{2},     "wandakai/(2)", layers::LinkRelation::Basis, "一轴",
        "", "张三",          "2026-11-21T00:00:00Z"};
    plan->links = {link};
    link.id = 6;
    link.layer = gis::LayerId{3};
    link.feature = gis::FeatureId{4'000'000'000};
    link.clauseId = "gone/(9)";
    link.relation = layers::LinkRelation::Mention;
    plan->links.push_back(link);
    layers::PrintLayout sheet;
    sheet.id = 2;
    sheet.name = "图1";
    sheet.extent = {107, 30, 109, 32};
    sheet.layers = {gis::LayerId{5}, gis::LayerId{3}};
    sheet.notes = {"审图号", "示意"};
    plan->sheets = {sheet};
    sheet.id = 1;
    sheet.name = "图2";
    sheet.extent = {};
    plan->sheets.push_back(sheet);
    plan->labelPins = {{gis::LayerId{3}, gis::FeatureId{8}, {0.1 + 0.2, 1e-9}, -90.5, false},
                       {gis::LayerId{5}, gis::FeatureId{2}, {3, 4}, 0, true}};
    plan->approvals = {{"a|1|b|2", "已避让", "李四", "2026-11-20T00:00:00Z"}, {"b", "r", "", ""}};
    return plan;
}

/// A plan with one layer of many small lines.
inline layers::SnapshotPtr largePlan(std::size_t count) {
    auto plan = std::make_shared<layers::ProjectSnapshot>();
    plan->info.crsCode = "EPSG:4545";
    plan->layers = {share(layoutLayer("many", 1, count))};
    return plan;
}

/// Where a test's files go that are synced thousands of times: memory where there is such a place.
inline QString quickFolder() {
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    return (memory.isWritable() ? memory.filePath() : QDir::tempPath()) + QStringLiteral("/tuce-test-XXXXXX");
}

struct ToolRun {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// A program of another house that looks at the file.
inline ToolRun runTool(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000)) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline QByteArray fileBytes(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace support
