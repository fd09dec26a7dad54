// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>
#include <string>

#include "gis/io/VectorFile.h"
#include "layers/project/ProjectSnapshot.h"
#include "tests/gis/drawing/DrawingFixture.h"
#include "tests/support/SmallPlan.h"

/// A control layer of some 190 000 vertices in a GeoPackage beside a project, linked.
class LargeLinkedLayer {
public:
    static constexpr double width = 8000;  ///< metres

    LargeLinkedLayer() : m_source(m_folder.filePath(QStringLiteral("zones.gpkg")).toStdString()) { write(1); }

    /// Other borders for every seed.
    void write(std::uint32_t seed) const {
        std::vector<gis::Feature> features;
        for (const gis::Geometry& cell : fixture::Mosaic(seed, 8, width / 8, 700, 0.002).cells()) {
            std::vector<gis::Coordinate> ring;
            for (const gis::Coordinate c : cell.coordinates()) ring.push_back(small_plan::at(c.x, c.y));
            const auto id = static_cast<std::int64_t>(features.size()) + 1;
            features.emplace_back(gis::FeatureId{id}, gis::Geometry::polygon({ring}),
                                  std::vector<gis::Value>{std::string(id % 3 == 0 ? "a" : "b"), id});
        }
        gis::OutputLayer output;
        output.name = "zones";
        output.table =
            gis::FeatureTable(gis::Schema({{"class", gis::FieldType::Text, 0}, {"number", gis::FieldType::Integer, 0}}),
                              small_plan::crs(), std::move(features));
        const auto written = gis::writeLayers(m_source, {output}, gis::Overwrite::Yes);
        if (!written) qFatal("%s", gis::describe(written.error()).c_str());
    }

    layers::Layer layer() const {
        layers::Layer layer;
        layer.id = gis::LayerId{7};
        layer.name = "zones";
        layer.kind = layers::LayerKind::ControlLine;
        layer.source = {m_source, "zones", "UTF-8"};
        layer.style.symbol.fill = layers::FillSymbol{};
        layer.style.symbol.fill->colour = {191, 224, 200, 255};
        layer.style.symbol.line = layers::LineSymbol{};
        layer.style.symbol.line->colour = {47, 138, 75, 255};
        auto read = gis::readLayer({m_source, "zones"});
        if (!read) qFatal("%s", gis::describe(read.error()).c_str());
        layer.table = std::move(read->table);
        return layer;
    }
    /// All of it but its features, as a project file holds it.
    layers::Layer head() const {
        layers::Layer head = layer();
        head.table = gis::FeatureTable(head.table.schema(), head.table.crs(), {});
        return head;
    }
    static layers::ProjectSnapshot planOf(const layers::Layer& layer) {
        layers::ProjectSnapshot plan;
        plan.info.crsCode = "EPSG:4545";
        plan.layers.push_back(std::make_shared<const layers::Layer>(layer));
        return plan;
    }

    std::string projectPath() const { return m_folder.filePath(QStringLiteral("plan.gpkg")).toStdString(); }
    std::string keptFolder() const { return m_folder.filePath(QStringLiteral("plan.tuce-cache")).toStdString(); }
    const std::string& source() const { return m_source; }

private:
    QTemporaryDir m_folder;
    std::string m_source;
};
