// SPDX-License-Identifier: Apache-2.0
#include "layers/print/DefaultSheet.h"

#include <algorithm>
#include <cmath>

#include "gis/crs/Cgcs2000Zone.h"
#include "gis/crs/CoordinateTransform.h"

namespace layers {

namespace {

constexpr double marginShare = 0.05;  ///< of the extent, on each side

std::vector<LayerPtr> drawnLayers(const ProjectSnapshot& snapshot, const SheetSubject& subject) {
    std::vector<LayerPtr> drawn;
    for (const LayerPtr& layer : snapshot.layers) {
        const bool chosen = subject.layers.empty() ? layer->visible
                                                   : std::find(subject.layers.begin(), subject.layers.end(),
                                                               layer->id) != subject.layers.end();
        if (chosen) drawn.push_back(layer);
    }
    return drawn;
}

gis::Result<gis::Extent> inDegrees(const gis::Extent& extent, const gis::CoordinateReferenceSystem& crs) {
    if (!crs.isKnown() || crs == gis::CoordinateReferenceSystem::cgcs2000()) return extent;
    TUCE_TRY(transform, gis::CoordinateTransform::make(crs, gis::CoordinateReferenceSystem::cgcs2000()));
    return transform.apply(extent);
}

/// In degrees: as wished, or what the layout layers cover, or all layers.
gis::Result<gis::Extent> subjectExtent(const std::vector<LayerPtr>& layers, const SheetSubject& subject) {
    if (!subject.extent.isEmpty()) return inDegrees(subject.extent, subject.extentCrs);
    gis::Extent all;
    for (const bool layoutsOnly : {true, false}) {
        for (const LayerPtr& layer : layers) {
            if ((layoutsOnly && layer->kind != LayerKind::Layout) || layer->extent().isEmpty()) continue;
            if (!layer->table.crs().isKnown()) continue;
            TUCE_TRY(box, inDegrees(layer->extent(), layer->table.crs()));
            all.include(box);
        }
        if (!all.isEmpty()) return all;
    }
    return gis::fail(gis::ErrorCode::NotFound, {},
                     gis::message("layers", "there is nothing to show on sheet \"%1\"", {subject.name}),
                     gis::message("layers", "add layers with a coordinate reference system, or give an extent"));
}

gis::Result<gis::CoordinateReferenceSystem> zoneFor(const gis::Extent& degrees) {
    if (degrees.width() > 6) return gis::cgcs2000Zone(degrees.centre().x, gis::ZoneWidth::SixDegrees);
    return gis::cgcs2000Zone(degrees.centre().x);
}

void addOnce(std::vector<std::string>& notes, const std::string& note) {
    if (!note.empty() && std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
}

std::vector<std::string> notesOf(const std::vector<LayerPtr>& layers) {
    std::vector<std::string> notes;
    bool hasBoundary = false;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        addOnce(notes, (*layer)->note);
        hasBoundary = hasBoundary || (*layer)->kind == LayerKind::Boundary;
    }
    if (hasBoundary)
        addOnce(notes, gis::translated(gis::message(
                           "layers", "Schematic; a map with boundaries needs a map review number before public use")));
    return notes;
}

/// "渝府发〔2023〕9号 (五)(六)": the clauses that drawn features rest on, by document.
std::string basisOf(const ProjectSnapshot& snapshot, const std::vector<LayerPtr>& layers) {
    std::vector<std::pair<std::string, std::vector<std::string>>> byDocument;
    for (const ClauseLink& link : snapshot.links) {
        const bool isDrawn = std::any_of(layers.begin(), layers.end(),
                                         [&link](const LayerPtr& layer) { return layer->id == link.layer; });
        const Clause* clause = snapshot.corpus.clause(link.clauseId);
        if (!isDrawn || link.relation != LinkRelation::Basis || clause == nullptr) continue;
        auto entry = std::find_if(byDocument.begin(), byDocument.end(),
                                  [clause](const auto& known) { return known.first == clause->documentId; });
        if (entry == byDocument.end()) entry = byDocument.insert(byDocument.end(), {clause->documentId, {}});
        addOnce(entry->second, clause->number);
    }
    std::string basis;
    for (const auto& [id, numbers] : byDocument) {
        const auto document = snapshot.corpus.document(id);
        if (!document) continue;
        if (!basis.empty()) basis += "; ";
        basis += document->number.empty() ? document->title : document->number;
        for (const std::string& number : numbers) basis += (number == numbers.front() ? " " : "") + number;
    }
    return basis;
}

}  // namespace

gis::Result<PrintLayout> defaultSheet(const ProjectSnapshot& snapshot, const SheetSubject& subject) {
    const auto layers = drawnLayers(snapshot, subject);
    TUCE_TRY(degrees, subjectExtent(layers, subject));
    TUCE_TRY(crs, zoneFor(degrees));
    TUCE_TRY(transform, gis::CoordinateTransform::make(gis::CoordinateReferenceSystem::cgcs2000(), crs));
    TUCE_TRY(extent, transform.apply(degrees));
    PrintLayout sheet;
    sheet.name = subject.name;
    sheet.title = subject.title;
    sheet.crsCode = crs.code();
    sheet.extent = {extent.minX - marginShare * extent.width(), extent.minY - marginShare * extent.height(),
                    extent.maxX + marginShare * extent.width(), extent.maxY + marginShare * extent.height()};
    if (extent.height() > 1.25 * extent.width()) std::swap(sheet.paperWidthMm, sheet.paperHeightMm);
    sheet.layers = subject.layers;
    sheet.basis = basisOf(snapshot, layers);
    sheet.author = gis::translated(gis::message("layers", "Tuce"));
    sheet.date = snapshot.info.createdAt.substr(0, 10);
    sheet.notes = notesOf(layers);
    return sheet;
}

}  // namespace layers
