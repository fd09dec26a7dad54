// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace app {

struct Workbench;

/// What the file commands need of the window: dialogs for paths and the one question on unsaved changes.
struct FileCommands {
    std::function<void()> open, save, saveAs, newProject, openSample, closeProject, quit;
};

// The commands of the core, in the order of their menus. Those of panels and dialogs register their own.
void addFileActions(Workbench& workbench, const FileCommands& commands);
void addEditActions(Workbench& workbench);
void addViewActions(Workbench& workbench);
void addToolActions(Workbench& workbench);
void addCheckActions(Workbench& workbench);

/// Undo and redo say what they would undo and redo.
void nameUndo(Workbench& workbench);

/// Layers, features by name, clauses, and coordinates typed in, for the palette.
void addPaletteSources(Workbench& workbench);

}  // namespace app
