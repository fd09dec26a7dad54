// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/scheme/Scheme.h"

namespace layers {

/// In what an element differs from what its paper names; names in the order of the lists.
struct NamedDifferences {
    std::vector<std::string> leftOut;  ///< members and carriers that the paper names
    std::vector<std::string> added;    ///< and those that it does not
    bool isReordered = false;          ///< the same in another order
    bool hasOtherRoles = false;
    bool hasOtherMeasures = false;  ///< width or radius
    bool isEmpty() const {
        return leftOut.empty() && added.empty() && !isReordered && !hasOtherRoles && !hasOtherMeasures;
    }
};

/// None for an element without asNamed. A member is the same by name and code, a carrier by name and layer. Pure.
NamedDifferences differences(const SchemeElement& element);
/// The differences in one line, in the language of the program; empty if there are none.
std::string differencesText(const SchemeElement& element);

/// Carriers, members and measures of an element, to be compared.
NamedParts namedPartsOf(const SchemeElement& element);
/// The element with the carriers, members and measures that its paper names, decided by nobody; as it is without asNamed.
/// InvalidData as schemeFromJson.
gis::Result<SchemeElement> asThePaperNames(const SchemeElement& element);

}  // namespace layers
