// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

#include "app/session/Quantities.h"
#include "app/session/Session.h"
#include "app/theme/Icons.h"
#include "app/window/CommandPalette.h"
#include "app/window/MapController.h"
#include "app/window/PanelRegistry.h"
#include "app/window/PlaceGuide.h"
#include "app/window/StandardActions.h"
#include "app/window/Workbench.h"

namespace app {

namespace {

constexpr std::size_t mostPerSource = 12;
constexpr std::size_t mostFeaturesByReading = 5000;  ///< pinyin of more names would be felt at each key

QString translate(const char* source) { return QCoreApplication::translate("PaletteSources", source); }

std::vector<PaletteItem> layersFor(Workbench& bench, const QString& typed) {
    std::vector<PaletteItem> items;
    const layers::SnapshotPtr plan = bench.session.snapshot();
    if (!plan) return items;
    for (const layers::LayerPtr& layer : plan->layers) {
        const QString name = QString::fromStdString(layer->name);
        const int rank = matchRank(typed, {name});
        if (rank == 0) continue;
        items.push_back({name, translate(QT_TRANSLATE_NOOP("PaletteSources", "Layer")), icon(QStringLiteral("layers")),
                         true, rank - 2, [&bench, id = layer->id] {
                             bench.session.selection().setCurrentLayer(id);
                             bench.map.zoomToLayer(id);
                         }});
    }
    return items;
}

/// The best of many, so that a good match far down the table is not lost.
void keepBest(std::vector<PaletteItem>& items) {
    std::stable_sort(items.begin(), items.end(),
                     [](const PaletteItem& a, const PaletteItem& b) { return a.rank > b.rank; });
    if (items.size() > mostPerSource) items.resize(mostPerSource);
}

int featureRank(const QString& typed, const QString& name, bool byReading) {
    if (name.isEmpty()) return 0;
    if (byReading) return matchRank(typed, {name});
    return name.contains(typed.trimmed(), Qt::CaseInsensitive) ? 40 : 0;
}

std::vector<PaletteItem> featuresFor(Workbench& bench, const QString& typed) {
    std::vector<PaletteItem> items;
    const layers::SnapshotPtr plan = bench.session.snapshot();
    if (!plan) return items;
    for (auto layer = plan->layers.rbegin(); layer != plan->layers.rend(); ++layer) {
        const bool byReading = (*layer)->table.size() <= mostFeaturesByReading;
        std::vector<PaletteItem> found;
        if ((*layer)->nameField.empty()) continue;
        for (const gis::Feature& feature : (*layer)->table) {
            const QString name = QString::fromStdString((*layer)->featureName(feature));
            const int rank = featureRank(typed, name, byReading);
            if (rank == 0) continue;
            found.push_back({name, QString::fromStdString((*layer)->name), icon(QStringLiteral("draw-point")), true,
                             rank - 4, [&bench, layerId = (*layer)->id, id = feature.id()] {
                                 bench.session.selection().select(layerId, id);
                                 bench.map.flash(FeatureSet{layerId, {id}}, true);
                             }});
        }
        keepBest(found);
        items.insert(items.end(), found.begin(), found.end());
    }
    return items;
}

std::vector<PaletteItem> placesFor(Workbench& bench, const std::vector<NamedPlace>& places, const QString& typed) {
    std::vector<PaletteItem> items;
    if (!bench.session.hasProject()) return items;
    // Of equal matches the one nearest to what is shown is meant.
    const auto here = bench.map.mapTransforms().geographic(bench.map.canvas().view().centre);
    const auto way = [&here](const NamedPlace& place) {
        constexpr double nowhere = 1000;  // more than any two places lie apart
        return !place.seat ? nowhere : here ? std::hypot(place.seat->x - here->x, place.seat->y - here->y) : 0;
    };
    std::vector<NamedPlace> near = places;
    std::stable_sort(near.begin(), near.end(),
                     [&way](const NamedPlace& a, const NamedPlace& b) { return way(a) < way(b); });
    for (const NamedPlace& place : near)
        if (const int rank = matchRank(typed, place.names, place.readings); rank > 0)
            items.push_back({place.name, translate(QT_TRANSLATE_NOOP("PaletteSources", "Place")),
                             icon(QStringLiteral("pin")), true, rank - (place.seat ? 3 : 5),
                             [&bench, place] { showPlace(bench, place); }});
    keepBest(items);
    return items;
}

std::vector<PaletteItem> clausesFor(Workbench& bench, const QString& typed) {
    std::vector<PaletteItem> items;
    const layers::SnapshotPtr plan = bench.session.snapshot();
    if (!plan) return items;
    for (const auto& document : plan->corpus.documents()) {
        for (const layers::Clause& clause : document->clauses) {
            const QString text = QString::fromStdString(clause.number + ' ' + clause.heading);
            const int rank =
                matchRank(typed, {QString::fromStdString(clause.heading), QString::fromStdString(clause.number)});
            if (rank == 0) continue;
            items.push_back({text, QString::fromStdString(document->title), icon(QStringLiteral("clause")), true,
                             rank - 6, [&bench, id = clause.id] {
                                 bench.session.selection().setClause(id);
                                 bench.panels.show(QStringLiteral("clauses"));
                             }});
            if (items.size() == mostPerSource) return items;
        }
    }
    return items;
}

/// "107.5, 31.2" is a longitude and a latitude; larger numbers are in the map's CRS.
std::vector<PaletteItem> coordinatesFor(Workbench& bench, const QString& typed) {
    static const QRegularExpression pair(QStringLiteral("^\\s*(-?[0-9.]+)\\s*[,，;\\s]\\s*(-?[0-9.]+)\\s*$"));
    const auto match = pair.match(typed);
    if (!match.hasMatch() || !bench.session.hasProject()) return {};
    const gis::Coordinate position{match.captured(1).toDouble(), match.captured(2).toDouble()};
    const bool degrees = std::abs(position.x) <= 180 && std::abs(position.y) <= 90;
    const auto crs = degrees ? gis::CoordinateReferenceSystem::cgcs2000() : bench.map.mapTransforms().mapCrs();
    return {{coordinatesText(position, degrees),
             translate(QT_TRANSLATE_NOOP("PaletteSources", "Go to these coordinates")),
             icon(QStringLiteral("draw-point")), true, 200,
             [&bench, position, crs] { bench.map.centreOn(position, crs, 50000); }}};
}

}  // namespace

void addPaletteSources(Workbench& bench) {
    bench.palette.addSource([&bench](const QString& typed) { return coordinatesFor(bench, typed); });
    bench.palette.addSource([&bench](const QString& typed) { return layersFor(bench, typed); });
    // Read when first asked for, and again when the names of the plan have changed.
    struct Places {
        std::optional<layers::Gazetteer> gazetteer;
        std::vector<NamedPlace> named;
    };
    auto places = std::make_shared<Places>();
    bench.palette.addSource([&bench, places](const QString& typed) {
        const auto knowledge = bench.session.audit().knowledge();
        const layers::Gazetteer gazetteer = knowledge ? knowledge->gazetteer : layers::Gazetteer();
        if (!places->gazetteer || &places->gazetteer->entries() != &gazetteer.entries())
            *places = {gazetteer, namedPlaces(gazetteer)};
        return placesFor(bench, places->named, typed);
    });
    bench.palette.addSource([&bench](const QString& typed) { return featuresFor(bench, typed); });
    bench.palette.addSource([&bench](const QString& typed) { return clausesFor(bench, typed); });
}

}  // namespace app
