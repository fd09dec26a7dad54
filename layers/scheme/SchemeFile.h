// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/base/AtomicFile.h"
#include "layers/scheme/Scheme.h"

namespace layers {

/// A scheme file. Errors of reading; InvalidData names the file, the element and the member that is wrong, or says that
/// there is no element in it. Any thread.
gis::Result<Scheme> readScheme(const std::string& path);

/// Writes schemeToJson(), whole or not at all. Errors as gis::writeFile. Any thread.
gis::Result<void> writeScheme(const std::string& path, const Scheme& scheme, gis::Overwrite overwrite);

}  // namespace layers
