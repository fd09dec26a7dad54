// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/Result.h"

namespace layers {

/// The words by which a draft of an element is read; resources/corpus/drafts.json.
struct DraftWords {
    std::vector<std::string> making;   ///< verbs before the thing that is made: 打造, 形成
    std::vector<std::string> joining;  ///< words between two names: 和, 依托
    std::map<std::string, std::vector<std::string>> routeEndings;  ///< by kind of carrier: 铁路, 高速公路
    std::vector<std::string> commonRoutes;  ///< before an ending they make no name: 城际, 国家
    std::vector<std::string> notBehind;     ///< behind an ending they make it another thing: 站, 网
};

/// The shipped ones; InvalidData if they are damaged.
gis::Result<DraftWords> shippedDraftWords();

/// A railway or road as its name shows, whether somebody knows it or not.
struct RouteName {
    std::size_t start = 0, end = 0;  ///< code points
    std::string kind;
    bool operator==(const RouteName&) const = default;
};

/// Names that end like those of railways and roads, in the order of the text, none inside another: 渝昆铁路 is one,
/// 高速铁路 and 城际铁路网 are none. Pure.
std::vector<RouteName> routeNames(std::u32string_view text, const DraftWords& words);

/// Punctuation and blanks, at which a name begins and ends.
bool isMark(char32_t sign);
/// Where the last of the words that lie in [start, end) ends; start if there is none.
std::size_t behindWords(std::u32string_view text, std::size_t start, std::size_t end,
                        const std::vector<std::string>& words);

}  // namespace layers
