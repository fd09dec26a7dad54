// SPDX-License-Identifier: Apache-2.0
#pragma once

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
    bool operator==(const PolicyElement&) const = default;
};

/// Elements of resources/corpus/elements.json in the order of the file. InvalidData if it is damaged.
gis::Result<std::vector<PolicyElement>> shippedElements();
/// The same from the bytes of such a file; `name` is told in errors.
gis::Result<std::vector<PolicyElement>> elementsFromJson(const std::string& bytes, const std::string& name);

}  // namespace layers
