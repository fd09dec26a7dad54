// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/Result.h"
#include "layers/policy/PlaceEntry.h"

namespace layers {

/// Names that a user adds: the form is resources/corpus/names.schema.json.
struct UserNames {
    std::vector<PlaceEntry> entries;  ///< ids begin with "user/" where none is given
    std::vector<SpellingContext> contexts;
    bool isEmpty() const { return entries.empty(); }
};

/// From the bytes of such a file; `path` is told in errors. InvalidData names the entry and the member that is wrong:
/// a spelling of one character, a code that is none, a member that is not known …
gis::Result<UserNames> userNamesFromJson(const std::string& bytes, const std::string& path);
/// From a table of texts with a head line (csv; commas, semicolons or tabs): name, aliases, kind, code, level, parent,
/// pinyin, or 名称 别名 类别 代码 级别 上级 拼音; other columns are left alone. InvalidData as above, and for a table
/// without names.
gis::Result<UserNames> userNamesFromTable(const std::string& bytes, const std::string& path);
/// A file of either form, whatever its ending. As above, and as readFile.
gis::Result<UserNames> readUserNames(const std::string& path);
/// Names that were put together by hand, judged and completed as those of a file: InvalidData names the entry.
gis::Result<UserNames> checkedNames(const UserNames& names, const std::string& path = {});
/// The names of a list with 、 or another comma between.
std::vector<std::string> listedNames(const std::string& list);
/// The same names as JSON, readable by userNamesFromJson: what goes in comes out.
std::string toJson(const UserNames& names);

/// Shortest common form of a unit's name: 石柱土家族自治县 → 石柱, 渠县 stays. Empty where nothing is left to say it
/// with: one character, or a common word that no context tells apart.
std::string shortUnitName(const std::string& name, const GazetteerData& data);
/// The ways a unit is written: its full name, unless that is a common word itself (城区), and its short one.
std::vector<std::string> unitSpellings(const std::string& name, const GazetteerData& data);

/// The data with the user's names before the others, for a user's word counts first, and their contexts.
GazetteerData withUserNames(GazetteerData data, const UserNames& names);

}  // namespace layers
