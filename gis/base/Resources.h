// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/Result.h"

namespace gis {

/// The folder of the files that ship with the program (sample, corpus, styles, rules): $TUCE_RESOURCES, else beside
/// the program (../share/tuce/resources), else the source tree it was built from. Ends without a slash.
std::string resourceFolder();

/// Where tuce_<language>.qm may lie, best first: $TUCE_TRANSLATIONS, beside the program's build, installed.
std::vector<std::string> translationFolders();

/// A shipped file's bytes. `name` is relative to resourceFolder(), as "styles/default.json".
Result<std::string> readResource(const std::string& name);

/// A whole file's bytes; refuses what is not a regular file or is larger than `limitBytes`.
Result<std::string> readFile(const std::string& path, std::size_t limitBytes = 64U << 20U);

}  // namespace gis
