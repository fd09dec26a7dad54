// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layers/policy/Clause.h"

namespace layers {

enum class CorrectionKind {
    Split,  ///< a clause begins where the parser saw none
    Join,   ///< what the parser took for a clause is part of the one before it
    Name,   ///< another number or heading
    Take,   ///< what stands in no clause (TextOutside.h) belongs to the one before it
};
std::string toText(CorrectionKind kind);  ///< "split", "join", "name", "take"

/// A correction of the clauses by hand. It finds its place by the printed words, so that it can be made again on the
/// text imported anew. A value.
struct ClauseCorrection {
    CorrectionKind kind = CorrectionKind::Join;
    std::string words;  ///< the first words of the clause that it is about; of the new one for a split; of the stretch
    std::size_t nearTo = 0;  ///< where they stood, in code points: of several places the nearest is meant
    std::string number;      ///< of the new clause, or the new number; may be empty
    std::string heading;     ///< the same for the heading, without its closing 。
    bool operator==(const ClauseCorrection&) const = default;
};

/// Where a plan keeps them: ProjectInfo::values, by this and the id of the document.
inline constexpr const char* correctionsPrefix = "corrections/";

/// By the id of the document that they are for, in the order they were made.
using KeptCorrections = std::map<std::string, std::vector<ClauseCorrection>>;

/// True for a clause that a person cut out (Split).
bool isByHand(const Clause& clause);

/// The words by which a correction of a clause finds it again: the first 24 characters of the text from its start.
std::string wordsOf(const PolicyDocument& document, const Clause& clause);

/// A document with one correction made, and which clause it concerns afterwards.
struct CorrectedDocument {
    PolicyDocument document;
    std::string clauseId;         ///< of the new clause, of the one joined to, or of the renamed one
    std::string removedClauseId;  ///< of a joined clause; else empty
};

/// Makes a correction. A split begins within a clause's own text, or where the text is in no clause: then the new one
/// stands beside the uppermost and holds all up to the next clause. A joined clause goes into the clause printed before
/// it, with all its words; so does a stretch that is taken in, from its words on. A new name leaves the id, which links
/// hold, as it is. NotFound where the words do not stand at a clause (split: anywhere; take: outside of all) of the
/// text; InvalidArgument for a document without text, a join of the first clause, a take above it, and a split at the
/// start of a clause. Pure.
gis::Result<CorrectedDocument> corrected(const PolicyDocument& document, const ClauseCorrection& correction);

/// All of them, each on what those before it left; one that finds no place is left out and told in the document's
/// warnings ("correction_lost: words").
PolicyDocument correctedAgain(PolicyDocument document, const std::vector<ClauseCorrection>& corrections);

/// As kept with a project; InvalidData for anything else.
std::string correctionsJson(const std::vector<ClauseCorrection>& corrections);
gis::Result<std::vector<ClauseCorrection>> correctionsFromJson(const std::string& json);

}  // namespace layers
