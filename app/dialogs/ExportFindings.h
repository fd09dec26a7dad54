// SPDX-License-Identifier: Apache-2.0
#pragma once

class QString;

namespace app {

struct Workbench;

/// Asks for a file and writes the findings of the last check: .xlsx, .csv, .json or .gpkg as a table, .html as the
/// report. GUI thread; writing is a job.
void askToExportFindings(Workbench& workbench);
/// The same for a path that is known, which may be replaced.
void exportFindings(Workbench& workbench, const QString& path);

/// The same for where map and text disagree, with documents × layers and the clauses' counts: .xlsx, .html, .csv, .json.
void askToExportAudit(Workbench& workbench);
void exportAudit(Workbench& workbench, const QString& path);

}  // namespace app
