// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace app {

/// The language wished for: --lang in the arguments, else the environment's (LC_ALL, LC_MESSAGES, LANG); "zh_CN"
/// for any Chinese and where the environment names no language (Chinese first), else "en".
std::string languageOf(const std::vector<std::string>& arguments);
/// Installs the translators of that language into the running application object.
void installLanguage(const std::string& language);

}  // namespace app
