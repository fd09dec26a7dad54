// SPDX-License-Identifier: Apache-2.0
#include "gis/engine/TableRepair.h"

#include <algorithm>
#include <map>

#include "gis/base/Parallel.h"

namespace gis {

namespace {

constexpr std::size_t grain = 64;

bool before(Coordinate a, Coordinate b) { return a.x < b.x || (a.x == b.x && a.y < b.y); }

bool sequenceBefore(const std::vector<Coordinate>& a, const std::vector<Coordinate>& b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), before);
}

/// The same ring from its least vertex on, in the direction that comes first.
std::vector<Coordinate> canonicalRing(std::span<const Coordinate> ring) {
    std::vector<Coordinate> open(ring.begin(), ring.end() - 1);
    if (open.empty()) return {ring.begin(), ring.end()};
    std::rotate(open.begin(), std::min_element(open.begin(), open.end(), before), open.end());
    std::vector<Coordinate> reversed = open;
    std::reverse(reversed.begin() + 1, reversed.end());
    return sequenceBefore(reversed, open) ? reversed : open;
}

std::vector<Coordinate> canonicalSequence(const Geometry& geometry, std::size_t index) {
    const auto sequence = geometry.sequence(index);
    if (geometry.dimension() == 2) return canonicalRing(sequence);
    std::vector<Coordinate> forward(sequence.begin(), sequence.end());
    std::vector<Coordinate> backward(sequence.rbegin(), sequence.rend());
    return sequenceBefore(backward, forward) ? backward : forward;
}

using Parts = std::vector<std::vector<std::vector<Coordinate>>>;

Parts canonicalParts(const Geometry& geometry) {
    Parts parts;
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        auto& sequences = parts.emplace_back();
        for (std::size_t i = geometry.partBegin(part); i < geometry.partEnd(part); ++i)
            sequences.push_back(canonicalSequence(geometry, i));
        std::sort(sequences.begin() + 1, sequences.end(), sequenceBefore);
    }
    std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), sequenceBefore);
    });
    return parts;
}

/// Only geometries of equal box and size can be the same, so that few have to be brought into canonical form.
struct Likeness {
    int dimension;
    std::size_t size;
    Coordinate least;
    Coordinate greatest;
    explicit Likeness(const Geometry& g)
        : dimension(g.dimension()),
          size(g.coordinateCount()),
          least{g.extent().minX, g.extent().minY},
          greatest{g.extent().maxX, g.extent().maxY} {}
    bool operator<(const Likeness& o) const {
        if (dimension != o.dimension) return dimension < o.dimension;
        if (size != o.size) return size < o.size;
        if (least != o.least) return before(least, o.least);
        return before(greatest, o.greatest);
    }
};

void addTwins(const FeatureTable& table, const std::vector<std::size_t>& alike, TableFlaws& flaws) {
    std::vector<std::pair<std::size_t, Parts>> kept;
    for (const std::size_t position : alike) {
        Parts parts = canonicalParts(table.at(position).geometry());
        const auto same = std::find_if(kept.begin(), kept.end(), [&](const auto& k) { return k.second == parts; });
        if (same != kept.end())
            flaws.duplicates.push_back({position, same->first});
        else
            kept.emplace_back(position, std::move(parts));
    }
}

void findDuplicates(const FeatureTable& table, TableFlaws& flaws) {
    std::map<Likeness, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < table.size(); ++i)
        if (!table.at(i).geometry().isEmpty()) groups[Likeness(table.at(i).geometry())].push_back(i);
    for (const auto& [likeness, positions] : groups)
        if (positions.size() > 1) addTwins(table, positions, flaws);
    std::sort(flaws.duplicates.begin(), flaws.duplicates.end(),
              [](const auto& a, const auto& b) { return a.position < b.position; });
}

Result<std::vector<std::optional<Flaw>>> flawsByPosition(const FeatureTable& table, const JobControl& control) {
    std::vector<std::optional<Flaw>> found(table.size());
    const bool whole = parallelFor(
        table.size(), control, [&](std::size_t i, unsigned) { found[i] = flawOf(table.at(i).geometry()); }, grain);
    if (!whole) return canceled();
    return found;
}

}  // namespace

Result<TableFlaws> flawsOf(const FeatureTable& table, const JobControl& control) {
    TUCE_TRY(found, flawsByPosition(table, control));
    TableFlaws flaws;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i]) flaws.invalid.push_back({i, std::move(*found[i])});
        if (table.at(i).geometry().isEmpty()) flaws.empty.push_back(i);
    }
    findDuplicates(table, flaws);
    return flaws;
}

Result<UsableGeometries> usableGeometries(const FeatureTable& table, const Subject& subject,
                                          const JobControl& control) {
    TUCE_TRY(flaws, flawsByPosition(table, control));
    UsableGeometries usable;
    usable.geometries.reserve(table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (control.cancel.isCanceled()) return canceled();
        const Feature& feature = table.at(i);
        if (!flaws[i]) {
            usable.geometries.push_back(feature.geometry());
            continue;
        }
        const Subject about{subject.path, subject.layer, std::to_string(number(feature.id()))};
        auto repair = repaired(feature.geometry(), *flaws[i]);
        const bool mended = repair && !repair->geometry.isEmpty();
        usable.warnings.push_back({mended ? "repaired" : "skipped", about, flaws[i]->text});
        usable.geometries.push_back(mended ? std::move(repair->geometry) : Geometry());
    }
    return usable;
}

}  // namespace gis
