// SPDX-License-Identifier: Apache-2.0
#include "app/window/PlaceGuide.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>
#include <set>

#include "app/session/Session.h"
#include "app/window/MapController.h"
#include "app/window/Workbench.h"
#include "layers/scheme/Geography.h"

namespace app {

namespace {

/// Features of the base layers by one of these names or codes.
std::vector<FeatureSet> featuresNamed(const layers::ProjectSnapshot& plan, const std::vector<std::string>& names,
                                      const std::vector<std::string>& codes) {
    const auto isIn = [](const std::vector<std::string>& list, const std::string& word) {
        return !word.empty() && std::find(list.begin(), list.end(), word) != list.end();
    };
    std::vector<FeatureSet> sets;
    for (const layers::LayerPtr& layer : plan.layers) {
        if (layer->kind == layers::LayerKind::Layout || layer->kind == layers::LayerKind::ControlLine) continue;
        const int code = layer->table.schema().indexOf(layer->idField);
        FeatureSet found{layer->id, {}};
        for (const gis::Feature& feature : layer->table)
            if (isIn(names, layer->featureName(feature)) ||
                (code >= 0 && isIn(codes, gis::toText(feature.attribute(code)))))
                found.features.push_back(feature.id());
        if (!found.isEmpty()) sets.push_back(std::move(found));
    }
    return sets;
}

}  // namespace

std::vector<NamedPlace> namedPlaces(const layers::Gazetteer& gazetteer) {
    std::vector<NamedPlace> places;
    const auto addNames = [](NamedPlace& place, const layers::PlaceEntry& entry) {
        for (const std::string& spelling : entry.spellings) place.names << QString::fromStdString(spelling);
        for (const std::string& reading : entry.pinyin) place.readings << QString::fromStdString(reading);
    };
    std::set<std::string> told;
    if (const auto geography = layers::shippedGeography())
        for (const layers::KnownPlace& known : geography->places) {
            NamedPlace place{QString::fromStdString(known.name), {}, {}, known.adcode, known.position};
            place.names << place.name;
            if (const layers::PlaceEntry* entry = gazetteer.find(known.name)) addNames(place, *entry);
            told.insert(known.name);
            places.push_back(std::move(place));
        }
    for (const layers::PlaceEntry& entry : gazetteer.entries()) {
        if (!layers::isPlace(entry) || entry.id.rfind("layer/", 0) == 0 || !told.insert(entry.name).second) continue;
        NamedPlace place{QString::fromStdString(entry.name), {}, {}, entry.adcode, std::nullopt};
        place.names << place.name;
        addNames(place, entry);
        places.push_back(std::move(place));
    }
    return places;
}

void showPlace(Workbench& bench, const NamedPlace& place) {
    const layers::SnapshotPtr plan = bench.session.snapshot();
    if (!plan) return;
    for (const layers::LayerPtr& layer : plan->layers) {
        const int code = layer->table.schema().indexOf(layer->idField);
        if (layer->kind != layers::LayerKind::Boundary || code < 0 || place.adcode.empty()) continue;
        for (const gis::Feature& feature : layer->table)
            if (gis::toText(feature.attribute(code)) == place.adcode)
                return bench.map.flash(FeatureSet{layer->id, {feature.id()}}, true);
    }
    constexpr double townScale = 250000;
    if (!place.seat) return showNamed(bench, place.name.toStdString());
    bench.map.centreOn(*place.seat, gis::CoordinateReferenceSystem::cgcs2000(), townScale);
}

void showNamed(Workbench& bench, const std::string& name) {
    const layers::SnapshotPtr plan = bench.session.snapshot();
    const auto knowledge = bench.session.audit().knowledge();
    if (!plan || !knowledge) return;
    std::vector<std::string> names{name};
    std::vector<std::string> codes;
    const layers::PlaceEntry* entry = knowledge->gazetteer.find(name);
    if (entry != nullptr) {
        names.insert(names.end(), entry->spellings.begin(), entry->spellings.end());
        for (const layers::PlaceReference& unit : knowledge->gazetteer.units(*entry)) {
            if (unit.adcode.empty())
                names.push_back(unit.name);
            else
                codes.push_back(unit.adcode);
        }
    }
    // 长江黄金水道 is on the map as 长江.
    if (const auto geography = layers::shippedGeography())
        for (const std::string& other : geography->namesOf(name)) names.push_back(other);
    const auto sets = featuresNamed(*plan, names, codes);
    if (!sets.empty()) return bench.map.flash(sets, true);
    for (const NamedPlace& place : namedPlaces(layers::Gazetteer()))
        if (place.name == QString::fromStdString(name) ||
            (!place.adcode.empty() && std::find(codes.begin(), codes.end(), place.adcode) != codes.end()))
            return showPlace(bench, place);
    bench.session.messages().information(
        QCoreApplication::translate("PlaceGuide", "No layer of this plan has %1; add one with its name to see it.")
            .arg(QString::fromStdString(name)));
}

}  // namespace app
