// SPDX-License-Identifier: Apache-2.0
#include <QGuiApplication>
#include <csignal>
#include <cstdio>

#include "app/cli/Commands.h"
#ifdef TUCE_BENCH
#include "tests/bench/render/RenderCommand.h"
#endif

namespace {

const gis::CancelToken* signalToken = nullptr;

#ifdef TUCE_BENCH
constexpr cli::AddCommand addFurther = bench::addBenches;
#else
constexpr cli::AddCommand addFurther = nullptr;
#endif

void stop(int) { signalToken->cancel(); }  // a relaxed atomic store: safe in a handler

/// Qt's remarks on its surroundings (no XDG_RUNTIME_DIR, a font's odd table) are no news for a user of a command;
/// what stops the program is.
void hearQt(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type == QtCriticalMsg || type == QtFatalMsg) std::fprintf(stderr, "error: %s\n", qPrintable(text));
}

}  // namespace

int main(int argc, char** argv) {
    // No display is needed; fonts and painting come from the offscreen platform.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const gis::CancelToken cancel;
    signalToken = &cancel;
    std::signal(SIGINT, stop);
    std::signal(SIGTERM, stop);
    qInstallMessageHandler(hearQt);
    QGuiApplication application(argc, argv);
    // The arguments as given, not as Qt sees them after it took out its own.
    return cli::runCommandLine(std::vector<std::string>(argv + 1, argv + argc), cancel, addFurther);
}
