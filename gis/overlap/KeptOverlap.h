// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <unordered_map>
#include <vector>

#include "gis/overlap/MovedEdges.h"
#include "gis/overlap/SummedEdges.h"

namespace gis {

/// Areas that one polygon shares with others, asked for again and again while the polygon is dragged: edges that did
/// not move keep their crossings with each control shape, only runs of edges that moved are looked at anew, and what
/// control edges give to the sums is kept where it was needed once. The answers are those of PairOverlap up to the order
/// in which the same pieces are summed (far below a double's last digit). One thread.
class KeptOverlap {
public:
    KeptOverlap();
    ~KeptOverlap();
    /// The polygon as it is from now on: the only shape of `plan`, whose sums must be of the form of all control layers
    /// until forget(); `edges` are its own, made here where they are null. Cheap where little moved; where most of it
    /// did, no crossings are kept.
    void change(std::shared_ptr<const OverlapLayer> plan, std::shared_ptr<const SummedEdges> edges = nullptr);
    /// Control layers are known by their address: they must live, and stay as they are, until forget().
    AreaOverlap area(const OverlapLayer& control, std::size_t controlShape);
    void forget();
    /// False where the last change moved most of it, so that the next answers are counted from scratch.
    bool keeps() const { return m_keeps; }

    /// How many runs of edges were looked at for the answers so far, and how many control shapes from scratch.
    std::size_t runsLookedAt() const { return m_runsLookedAt; }
    std::size_t shapesFromScratch() const { return m_fromScratch; }

private:
    struct RunPart;  // what one run of edges gives to the sum
    struct Kept;     // what is known of one control shape
    struct Scratch;  // of the engine
    using RunIntegrals = std::array<DoubleDouble, RunTree::runLength>;
    struct Key {
        const OverlapLayer* layer;
        std::size_t item;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const {
            return (std::hash<const void*>()(key.layer) >> 4U) * 0x9e3779b97f4a7c15U + key.item;
        }
    };
    void bringUpToDate(Kept& kept, const OverlapLayer& control, std::size_t controlShape);
    void lookAtAll(Kept& kept, const OverlapLayer& control, std::size_t controlShape);
    void lookAlong(std::uint32_t run, Kept& kept, const OverlapLayer& control, std::size_t controlShape);
    const RunIntegrals& integrals(const OverlapLayer& control, std::size_t controlShape, std::uint32_t sequence,
                                  std::uint32_t edge);
    template <class PlanPart>
    void addUp(const OverlapLayer& control, std::size_t controlShape, RunPart& part, const PlanPart& planPart);
    AreaOverlap answer(const Kept& kept, const OverlapLayer& control, std::size_t controlShape);

    std::shared_ptr<const OverlapLayer> m_plan;
    std::shared_ptr<const SummedEdges> m_edges;
    std::vector<MovedEdges> m_steps;  ///< since m_firstStep
    std::size_t m_firstStep = 0;      ///< number of the shape from which the first step led
    bool m_keeps = false;             ///< false while all of it moves
    std::unordered_map<Key, std::unique_ptr<Kept>, KeyHash> m_kept;     ///< by shape
    std::unordered_map<Key, RunIntegrals, KeyHash> m_controlIntegrals;  ///< by run
    std::unique_ptr<Scratch> m_scratch;
    std::size_t m_runsLookedAt = 0, m_fromScratch = 0;
};

}  // namespace gis
