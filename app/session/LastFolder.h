// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace app {

/// Where file dialogs begin: the folder of the file that was chosen last, else the user's documents, else home,
/// whichever is there.
QString lastFolder();
/// The file or folder at `path` was chosen.
void rememberFolder(const QString& path);

}  // namespace app
