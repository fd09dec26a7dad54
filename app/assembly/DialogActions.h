// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <string>

#include "gis/base/Ids.h"
#include "layers/check/RedLineCheck.h"

namespace app {

struct Workbench;

// Each opens a dialog above the window and returns at once. Nothing happens without a project.

void openAddLayers(Workbench& workbench, const QStringList& paths = {});
void openStyle(Workbench& workbench, gis::LayerId layer);
void openExport(Workbench& workbench, gis::LayerId layer);
/// `replaced`: the document of the plan whose place the text takes; empty: it is found out.
void openImportDocument(Workbench& workbench, const QString& path = {}, const std::string& replaced = {});
/// For the selected features; without any it says what to do. `clauseId` may be empty.
/// `words` of the clause are what the link rests on.
void openLink(Workbench& workbench, const std::string& clauseId = {}, const QString& words = {});
void openSheets(Workbench& workbench);
void openNewSheet(Workbench& workbench);
void openNewSheet(Workbench& workbench, const layers::Finding& finding);

/// Registers the commands "layer.…", "clause.…", "sheet.…" and "help.keys".
void addDialogActions(Workbench& workbench);

}  // namespace app
