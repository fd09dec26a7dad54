// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/base/Result.h"

namespace layers {

/// A place that belongs to an element, as read out of the papers.
struct ElementMember {
    std::string name;  ///< full name: "万州区"
    std::string adcode;
    std::string role;       ///< the paper's word, or member, on_axis …
    bool inferred = false;  ///< not printed in the clause
    bool operator==(const ElementMember&) const = default;
};

/// A river, railway or road that an element runs along.
struct ElementCarrier {
    std::string name;
    std::string kind;
    bool operator==(const ElementCarrier&) const = default;
};

/// A number that a paper prints for an element: 总面积 2.41 万平方公里.
struct ElementFact {
    std::string indicator;
    std::optional<double> value;  ///< none for aims in words
    std::string unit;
    std::optional<int> year;
    std::string type;  ///< status (as it is), target, target_qualitative
    bool operator==(const ElementFact&) const = default;
};

/// What one element has to do with another: part_of, same_as, runs_along …
struct ElementRelation {
    std::string type;
    std::string target;  ///< id of the other element
    bool inferred = false;
    bool operator==(const ElementRelation&) const = default;
};

/// One layout element that a paper names: an axis, a belt, a cluster, a railway … A value.
struct PolicyElement {
    std::string id;  ///< "wdk.axis"
    std::string documentId;
    std::string kind;  ///< a word of elements.json "kinds"
    std::string name;
    std::vector<std::string> aliases;
    std::string clauseId;
    std::string anchor;  ///< the printed name; may be empty
    std::vector<ElementMember> members;
    std::vector<ElementCarrier> carriers;
    std::string statusClass;  ///< operating, construction, study, policy …
    std::string statusWords;  ///< the paper's own: 规划研究
    std::vector<ElementFact> facts;
    std::vector<ElementRelation> relations;
    bool operator==(const PolicyElement&) const = default;
};

/// Elements of resources/corpus/elements.json in the order of the file. InvalidData if it is damaged.
gis::Result<std::vector<PolicyElement>> shippedElements();
/// The same from the bytes of such a file; `name` is told in errors.
gis::Result<std::vector<PolicyElement>> elementsFromJson(const std::string& bytes, const std::string& name);

}  // namespace layers
