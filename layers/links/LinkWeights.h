// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "gis/base/Result.h"

namespace layers {

/// What each sign counts in a proposal; resources/corpus/links.json.
struct LinkWeights {
    double stated = 0;         ///< the subject itself names the clause
    double document = 0;       ///< the subject itself names the document
    double nameInHeading = 0;  ///< the whole name stands in the heading
    double nameInText = 0;     ///< … in the text
    double alias = 0;          ///< another name does
    double rareSigns = 0;      ///< times the share of the name's pairs of characters, rare ones counting more
    double headingSigns = 0;   ///< the same in the heading alone
    double longestRun = 0;     ///< times the share of the longest run of the name
    double members = 0;        ///< times the share of members named, rarely named ones counting more
    double carriers = 0;       ///< times the share of carriers named
    double kindInHeading = 0;  ///< the heading has a word of the kind
    double kindInText = 0;     ///< times how often the text has one, full at five
    double least = 0;          ///< proposals below this score are not made
    double leastBeside = 0;    ///< … not shown for a feature that has links already
    std::map<std::string, std::vector<std::string>> kindWords;
};

/// The shipped weights; InvalidData if they are damaged.
gis::Result<LinkWeights> shippedLinkWeights();

}  // namespace layers
