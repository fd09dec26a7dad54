// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "gis/base/Message.h"
#include "layers/policy/Gazetteer.h"
#include "layers/policy/PolicyCorpus.h"
#include "layers/scheme/Geography.h"
#include "layers/scheme/RouteNames.h"
#include "layers/scheme/Scheme.h"

namespace layers {

/// A place that the words name, and why it is or is not surely meant.
struct ProposedMember {
    SchemePlace place;
    std::string words;  ///< as printed
    gis::Message reason;
    bool isSure = false;  ///< it stands on its own and means one unit
    bool operator==(const ProposedMember& other) const { return place == other.place; }
};

/// A river, railway, road or ridge that the words name.
struct ProposedCarrier {
    SchemeCarrier carrier;
    std::string words;
    gis::Message reason;
    std::size_t at = 0;  ///< where the words stand, in code points
    bool isSure = false;
};

/// A kind that the words speak of.
struct ProposedKind {
    std::string kind;
    gis::Message reason;
    std::string name{};  ///< the words that end with a word of the kind; may be empty
};

/// What an element may be made of, as the words of a paper name it. Nothing is taken before somebody does. A value.
struct ElementDraft {
    std::vector<ProposedKind> kinds;  ///< the likeliest first
    std::string name;                 ///< by the first kind
    std::vector<ProposedMember> members;
    std::vector<ProposedCarrier> carriers;
};

/// What drafts are made with.
struct DraftKnowledge {
    Gazetteer gazetteer;
    Geography geography;  ///< carriers that the gazetteer does not have, and which names are of one
    std::map<std::string, std::vector<std::string>> kindWords;  ///< words by which a paper speaks of a kind
    DraftWords words;
};

/// Places and carriers in the order in which the words name them, each once (a carrier by its longest name there): what
/// stands on its own and means one unit is sure; a name inside a longer one, one with several meanings (each of them),
/// and the units that a region or an abbreviation stands for are told as doubtful. A railway or road that nobody knows
/// is taken by the form of its name. Kinds by how often and with how long words they are spoken of: words that end a
/// phrase before others, those behind a verb of making before these. O(length of the words + names found). Pure; any
/// thread.
ElementDraft elementDraft(const std::string& words, const DraftKnowledge& knowledge);

/// The shortest clause that the words stand in, blank space and the width of brackets apart; null if there is none, or if
/// the words are fewer than eight characters: those stand in many. The pointer lives as long as the corpus.
const Clause* clauseWith(const PolicyCorpus& corpus, const std::string& words);

/// An id that no element of these has: "plan.axis.1".
std::string freeElementId(const std::string& kind, const std::vector<std::string>& taken);

}  // namespace layers
