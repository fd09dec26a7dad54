// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace app {

class Session;
class MapController;
class ToolBox;
class ActionRegistry;
class CommandPalette;
class PanelRegistry;
class Theme;

/// What panels and dialogs are given: references to the parts of one window. Lives as long as the window.
struct Workbench {
    Session& session;         ///< the plan, its file, selection, check, messages, jobs
    MapController& map;       ///< zoom to, flash, the canvas
    ToolBox& tools;           ///< which tool has the mouse
    ActionRegistry& actions;  ///< commands: register yours, trigger others'
    CommandPalette& palette;  ///< further things to find
    PanelRegistry& panels;    ///< docks: show one by its id
    Theme& theme;             ///< colours; repaint on Theme::changed
    QWidget& window;          ///< parent of dialogs
};

}  // namespace app
