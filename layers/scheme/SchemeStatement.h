// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/base/Result.h"

namespace layers {

/// What a paper states in figures.
enum class FactType { Measured, Target, LowerBound, About, Qualitative };

/// A figure of an element, in the paper's unit.
struct SchemeFact {
    std::string indicator;
    std::optional<double> value;  ///< none for what is said in words only
    std::string unit;
    std::optional<int> year;  ///< that it was measured in or is due
    FactType type = FactType::Measured;
    std::optional<int> start, end;  ///< code points in the document, end exclusive
    bool operator==(const SchemeFact&) const = default;
};
/// measured, target, lower_bound, about, target_qualitative.
const char* factWord(FactType type);

/// The words of SchemeRelation::type.
inline constexpr const char* relationTypes[] = {"part_of", "same_as", "runs_along", "serves",
                                                "links",   "covers",  "contains",   "monitors"};
/// How an element stands to another. The target may lie in no loaded scheme.
struct SchemeRelation {
    std::string type;
    std::string target;
    bool inferred = false;
    bool operator==(const SchemeRelation&) const = default;
};

/// The printed words that an element rests on, found again by their place in the document.
struct SchemeQuote {
    std::string text;
    std::optional<int> start, end;  ///< code points in the document, end exclusive
    std::optional<int> hits;        ///< how often they stand in the clause
    bool operator==(const SchemeQuote&) const = default;
};

/// A paper that elements come from.
struct SchemeDocument {
    std::string id;
    std::string title;
    std::string number;  ///< 发文字号; may be empty
    std::string date;    ///< of the paper, else of its publication, else as inferred: "2023-03-11", "2019"
    bool dateInferred = false;
    bool operator==(const SchemeDocument&) const = default;
};

/// A step on the way from an idea to a thing in use. From resources/schemes/status.json.
struct StatusClass {
    std::string word;  ///< study, preliminary, planned …
    std::string title;
    std::string englishTitle;
    int stage = 0;  ///< grows on the way; 0: no stage at all (policy)
    bool operator==(const StatusClass&) const = default;
};
struct StatusClasses {
    std::vector<StatusClass> classes;
    const StatusClass* find(const std::string& word) const;  ///< null if none
    int stage(const std::string& word) const;                ///< 0 where unknown
};
/// InvalidData names the class and the member that is wrong.
gis::Result<StatusClasses> statusClassesFromJson(const std::string& bytes, const std::string& name);
/// Those that ship.
gis::Result<StatusClasses> shippedStatusClasses();

}  // namespace layers
