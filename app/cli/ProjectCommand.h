// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Commands.h"

namespace cli {

// The subcommands of `project`, one file each.
void addProjectNew(CLI::App& project, Context& context);
void addProjectAdd(CLI::App& project, Context& context);
void addProjectExport(CLI::App& project, Context& context);
void addProjectInfo(CLI::App& project, Context& context);
void addProjectSet(CLI::App& project, Context& context);
void addProjectVerify(CLI::App& project, Context& context);
void addProjectRecover(CLI::App& project, Context& context);

/// Adds the positional PROJECT.
void addProjectPath(CLI::App& command, std::string& path);
/// Warnings as --json shows them.
Json warningsJson(const gis::Warnings& warnings);
/// Refused if the journal holds changes that wait for recovery: an edit must not go past them.
gis::Result<void> requireNoJournal(const std::string& path, bool hasJournal);

}  // namespace cli
