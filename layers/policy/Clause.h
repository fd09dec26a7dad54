// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "gis/base/Ids.h"
#include "gis/base/Result.h"
#include "layers/policy/TextAnchor.h"

namespace layers {

/// One numbered piece of a document. Offsets are Unicode code points in the decoded text, end exclusive; all zero
/// where the program ships the index only and the user has not imported the text.
struct Clause {
    std::int64_t key = 0;             ///< integer key within a project (the Related Tables Extension needs one)
    std::string id;                   ///< stable text id within a corpus: "wandakai/(五)", "lianhe/part/六"
    std::string documentId;           ///< "wandakai"
    std::string level;                ///< part, chapter, section, article, clause, item, subitem …
    std::string number;               ///< as printed: "(二十六)", "第三条", "1.1"
    std::string path;                 ///< numbers from the top, joined by "/": "二/(五)"
    int sequence = 0;                 ///< order in the document, from 1
    int occurrence = 1;               ///< which one of several with the same path
    std::string heading;              ///< without its closing 。
    std::string text;                 ///< what follows the number up to the next number of any level; may be empty
    std::string summary;              ///< one line in our own words (shipped corpus); may be empty
    std::vector<std::string> places;  ///< names of places that it mentions, as in the gazetteer
    std::size_t start = 0;            ///< first character of the number
    std::size_t headingStart = 0;
    std::size_t bodyStart = 0;
    std::size_t end = 0;  ///< behind the last character of the clause with all that is below it
    std::vector<std::string> warnings;
    bool operator==(const Clause&) const = default;
};

/// A government document with its clauses in printed order.
struct PolicyDocument {
    std::int64_t key = 0;
    std::string id;  ///< short id, unique in the corpus
    std::string title;
    std::string number;  ///< 发文字号; may be empty
    std::vector<std::string> issuers;
    std::vector<std::string> dates;  ///< ISO, earliest first
    std::string note;                ///< e.g. why number or date are missing
    std::string encoding;            ///< of the imported text
    std::string textSha256;          ///< of the decoded text as UTF-8; empty if no text was imported
    std::string text;                ///< decoded, untouched; empty if none
    std::size_t length = 0;          ///< code points of the text
    std::vector<Clause> clauses;
    std::vector<std::string> warnings;
    bool operator==(const PolicyDocument&) const = default;
};

/// What a feature has to do with a clause.
enum class LinkRelation {
    Basis,           ///< 依据: it rests on the clause
    Constraint,      ///< 约束: it must obey the clause
    Implementation,  ///< 落实: it carries out what the clause orders
    Mention,         ///< 提及: the clause names it
};
std::string toText(LinkRelation relation);  ///< "basis", "constraint", "implementation", "mention"
gis::Result<LinkRelation> linkRelationFromText(const std::string& text);

/// Says that this feature rests on, must obey, or is named by that clause. A value; unique by id.
struct ClauseLink {
    std::int64_t id = 0;
    gis::LayerId layer{};
    gis::FeatureId feature{};
    std::string clauseId;
    LinkRelation relation = LinkRelation::Basis;
    std::string anchor;  ///< the printed words it rests on; may be empty
    std::string note;
    std::string who;
    std::string when;            ///< ISO 8601 with zone
    std::string anchorBefore{};  ///< what stands around the words, see TextAnchor
    std::string anchorAfter{};
    std::int64_t anchorPosition = -1;
    TextAnchor textAnchor() const { return {anchor, anchorBefore, anchorAfter, anchorPosition}; }
    void setTextAnchor(const TextAnchor& words);
    bool operator==(const ClauseLink&) const = default;
};

}  // namespace layers
