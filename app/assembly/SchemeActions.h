// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace app {

struct Workbench;
class ElementEditor;
class RegisterPanel;

/// Begins a new element of the words of a clause, or of none, in the editor; nothing happens without a project.
void openNewElement(Workbench& bench, ElementEditor& editor, const std::string& clauseId = {});
/// Registers "scheme.new", "scheme.build", "scheme.rebuild", "scheme.detach" and joins register and editor.
void addSchemeActions(Workbench& workbench, ElementEditor& editor, RegisterPanel& schemes);

}  // namespace app
