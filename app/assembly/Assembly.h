// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace app {

class MainWindow;

/// Puts panels, dialogs, their commands and the welcome page into the window. Once, before MainWindow::finish().
void assemble(MainWindow& window);

}  // namespace app
