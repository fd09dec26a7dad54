// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Context.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>

namespace cli {

gis::JobControl Context::control() const {
    gis::JobControl control;
    control.cancel = cancel;
    control.threads = threads;
    if (!quiet && ::isatty(STDERR_FILENO) != 0) {
        auto shown = std::make_shared<std::atomic_int>(-1);
        control.progress = [shown](double fraction) {
            const int percent = static_cast<int>(fraction * 100);
            if (shown->exchange(percent) != percent)
                std::fprintf(stderr, "\r%3d %%%s", percent, percent >= 100 ? "\r     \r" : "");
        };
    }
    return control;
}

void Context::print(const std::string& line) const {
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
}

void Context::print(const Json& document) const {
    // Text that is not UTF-8 (a wrongly marked file) must not stop the output.
    print(document.dump(2, ' ', false, Json::error_handler_t::replace));
}

int Context::fail(const gis::Error& error) const {
    std::fprintf(stderr, "error: %s\n", gis::describe(error).c_str());
    return exitCodeFor(error.code);
}

void Context::warn(const gis::Warning& warning) const {
    if (!quiet)
        std::fprintf(stderr, "%s %s\n", gis::translated(gis::message("cli", "warning:")).c_str(),
                     gis::describe(warning).c_str());
}

void Context::warn(const gis::Warnings& warnings) const {
    for (const gis::Warning& warning : warnings) warn(warning);
}

void Context::note(const gis::Message& text) const {
    if (!quiet) std::fprintf(stderr, "%s\n", gis::translated(text).c_str());
}

int Context::finished(bool findings) const { return findings && !exitZero ? Findings : Done; }

}  // namespace cli
