// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/Context.h"

namespace cli {

/// Adds a command with the options that every command has (--json --lang --quiet --force --threads --exit-zero).
/// `description` is shown by --help in the chosen language.
CLI::App* addCommand(CLI::App& parent, Context& context, const std::string& name, const gis::Message& description);
/// Adds --out, which may be repeated.
CLI::Option* addOutOption(CLI::App& command, Context& context, const gis::Message& description);
/// Text of an option in the chosen language.
inline std::string tr(const char* source) { return gis::translated(gis::message("cli", source)); }

// One function per command, each in its own file <Name>Command.cpp. Each adds its options and, when chosen, sets
// context.run, which returns the exit code.
void addInfo(CLI::App& app, Context& context);
void addArea(CLI::App& app, Context& context);
void addOverlay(CLI::App& app, Context& context);
void addCheck(CLI::App& app, Context& context);
void addClauses(CLI::App& app, Context& context);
void addReadDocument(CLI::App& app, Context& context);
void addGazetteer(CLI::App& app, Context& context);
void addLayout(CLI::App& app, Context& context);
void addAudit(CLI::App& app, Context& context);
void addProject(CLI::App& app, Context& context);
void addRender(CLI::App& app, Context& context);
void addSheet(CLI::App& app, Context& context);
void addReport(CLI::App& app, Context& context);
void addDemo(CLI::App& app, Context& context);

using AddCommand = void (*)(CLI::App& app, Context& context);

/// Runs the command line: parses, runs the command, returns the exit code. `arguments` without the program's name.
/// `addFurther` adds a command that only some builds have.
int runCommandLine(const std::vector<std::string>& arguments, const gis::CancelToken& cancel,
                   AddCommand addFurther = nullptr);

}  // namespace cli
