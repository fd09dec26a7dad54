// SPDX-License-Identifier: Apache-2.0
#include <QGuiApplication>
#include <csignal>

#include "app/cli/Commands.h"

namespace {

const gis::CancelToken* signalToken = nullptr;

void stop(int) { signalToken->cancel(); }  // a relaxed atomic store: safe in a handler

}  // namespace

int main(int argc, char** argv) {
    // No display is needed; fonts and painting come from the offscreen platform.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const gis::CancelToken cancel;
    signalToken = &cancel;
    std::signal(SIGINT, stop);
    std::signal(SIGTERM, stop);
    QGuiApplication application(argc, argv);
    // The arguments as given, not as Qt sees them after it took out its own.
    return cli::runCommandLine(std::vector<std::string>(argv + 1, argv + argc), cancel);
}
