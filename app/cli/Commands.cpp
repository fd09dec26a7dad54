// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"

#include <algorithm>
#include <cstdio>
#include <new>

#include "app/language/Language.h"

namespace cli {

CLI::App* addCommand(CLI::App& parent, Context& context, const std::string& name, const gis::Message& description) {
    CLI::App* command = parent.add_subcommand(name, gis::translated(description));
    command->add_flag("--json", context.json, tr("print one JSON document on stdout"));
    command->add_option("--lang", context.language, tr("language of the messages: zh_CN or en"))
        ->check(CLI::IsMember({"zh_CN", "en"}));
    command->add_flag("--quiet", context.quiet, tr("errors only"));
    command->add_flag("--force", context.force, tr("replace existing output files"));
    command->add_flag("--exit-zero", context.exitZero, tr("exit with 0 even if something was found"));
    command->add_option("--threads", context.threads, tr("number of threads (default: all cores)"))
        ->check(CLI::Range(1U, 1024U));
    return command;
}

CLI::Option* addOutOption(CLI::App& command, Context& context, const gis::Message& description) {
    // One FILE for each --out, so that a positional may follow.
    return command.add_option("--out", context.outputs, gis::translated(description))
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("FILE");
}

namespace {

int wrongUse(const std::string& what) {
    std::string line = what;
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::fprintf(stderr, "error: %s; %s\n", line.c_str(), tr("see --help").c_str());
    return WrongUse;
}

/// Memory above all may give out anywhere; what is written by then is whole or is not there.
int run(const Context& context) {
    try {
        return context.run();
    } catch (const std::bad_alloc&) {
        return context.fail({gis::ErrorCode::OutOfResources, {}, gis::message("layers", "not enough memory"), {}, {}});
    } catch (const std::exception& error) {
        return context.fail({gis::ErrorCode::Internal, {}, gis::message("layers", "a job failed"), {}, error.what()});
    }
}

int parseAndRun(CLI::App& app, Context& context, std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
        app.parse(arguments);
    } catch (const CLI::CallForHelp&) {
        context.print(app.help());
        return Done;
    } catch (const CLI::CallForAllHelp&) {
        context.print(app.help("", CLI::AppFormatMode::All));
        return Done;
    } catch (const CLI::CallForVersion&) {
        context.print(std::string("tuce-cli " TUCE_VERSION));
        return Done;
    } catch (const CLI::ParseError& error) {
        return wrongUse(error.what());
    }
    return context.run ? run(context) : wrongUse(tr("no command given"));
}

}  // namespace

int runCommandLine(const std::vector<std::string>& arguments, const gis::CancelToken& cancel, AddCommand addFurther) {
    Context context;
    context.cancel = cancel;
    app::installLanguage(app::languageOf(arguments));
    CLI::App app(tr("Tuce: regional layouts, red-line check and policy clauses, without a window"), "tuce-cli");
    app.set_version_flag("--version", std::string("tuce-cli " TUCE_VERSION), tr("print the version"));
    app.require_subcommand(0, 1);
    for (const auto add : {addInfo, addArea, addOverlay, addCheck, addClauses, addReadDocument, addGazetteer, addLayout,
                           addAudit, addProject, addRender, addSheet, addReport, addDemo})
        add(app, context);
    if (addFurther != nullptr) addFurther(app, context);
    // Before a real command CLI11 would take any word for a stray argument of it.
    const bool isWord = !arguments.empty() && arguments.front().rfind('-', 0) != 0;
    const auto isMeant = [&](CLI::App* command) { return command->get_name() == arguments.front(); };
    if (isWord && app.get_subcommands(isMeant).empty())
        return wrongUse(gis::translated(gis::message("cli", "there is no command \"%1\"", {arguments.front()})));
    return parseAndRun(app, context, arguments);
}

}  // namespace cli
