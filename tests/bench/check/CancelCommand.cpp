// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <cstdio>
#include <ctime>
#include <thread>

#include "app/cli/CheckSources.h"
#include "layers/report/CheckOutputs.h"
#include "tests/bench/check/BenchCommand.h"
#include "tests/bench/check/CheckData.h"
#include "tests/bench/check/StopWatch.h"

namespace bench {

namespace {

using cli::Context;
using cli::Json;

struct CancelOptions {
    std::string size = "M";
    std::string ending = "csv";
    bool geometry = false, balance = false, cache = false;
    int times = 60;
};

enum class Phase { Reading, Checking, Writing, Done };
const char* nameOf(Phase phase) {
    switch (phase) {
        case Phase::Reading:
            return "reading";
        case Phase::Checking:
            return "checking";
        case Phase::Writing:
            return "writing";
        default:
            return "done";
    }
}

/// Of all threads together: on a busy machine the clock says more than the program took.
double processSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// One run from files to file that can be told to stop.
struct StoppableRun {
    const CancelOptions& options;
    const CheckFiles& files;
    std::string out;
    Context context{};
    std::atomic<Phase> phase{Phase::Reading};
    std::atomic<bool> isIndexed{false};

    gis::Result<void> work() {
        cli::CheckSources sources;
        sources.plan = {files.plan};
        sources.control = {files.control};
        if (options.cache) sources.cacheFolder = out + ".cache";
        gis::Warnings warnings;
        TUCE_TRY(input, cli::readCheckInput(sources, context, warnings));
        input.options.area = layers::AreaMethod::Planar;
        input.options.keepGeometry = options.geometry;
        input.options.balance = options.balance;
        phase = Phase::Checking;
        const gis::JobControl control{context.cancel, [this](double) { isIndexed = true; }, context.threads};
        TUCE_TRY(report, layers::redLineCheck(input, control));
        phase = Phase::Writing;
        TUCE_CHECK(layers::writeCheckOutputs(report, {out}, gis::Overwrite::Yes, control));
        phase = Phase::Done;
        return {};
    }
};

/// How long each phase went on after the word to stop.
class CancelBench {
public:
    CancelBench(const Context& context, const CancelOptions& options) : m_context(context), m_options(options) {}

    gis::Result<void> run(const std::string& folder) {
        TUCE_TRY(size, checkSize(m_options.size));
        TUCE_TRY(files, checkFiles(size, false, folder, m_context.control()));
        const std::string out = folder + "/cancel." + m_options.ending;
        double whole = 0;
        for (int i = 0; i < 3; ++i) {  // the second time files are warm
            StoppableRun run{m_options, files, out};
            run.context.threads = m_context.threads;
            run.context.cancel = m_context.cancel;
            const StopWatch watch;
            TUCE_CHECK(run.work());
            whole = i == 0 ? watch.seconds() : std::min(whole, watch.seconds());
        }
        for (int i = 0; i < m_options.times && !m_context.cancel.isCanceled(); ++i)
            stopAt(whole * (i + 0.5) / m_options.times, files, out);
        tell(whole);
        return {};
    }
    const Json& document() const { return m_document; }

private:
    void stopAt(double seconds, const CheckFiles& files, const std::string& out) {
        StoppableRun run{m_options, files, out};
        run.context.threads = m_context.threads;
        std::atomic<bool> isOver{false};
        std::thread worker([&] {
            (void)run.work();
            isOver = true;
        });
        const StopWatch watch;
        while (watch.seconds() < seconds && !isOver) std::this_thread::sleep_for(std::chrono::microseconds(200));
        const Phase phase = run.phase;
        const bool isIndexed = run.isIndexed;
        const StopWatch stopping;
        const double cpuBefore = processSeconds();
        run.context.cancel.cancel();
        worker.join();
        if (phase == Phase::Done) return;
        const double milliseconds = stopping.seconds() * 1000;
        const double processor = (processSeconds() - cpuBefore) * 1000;
        const std::string name =
            phase == Phase::Checking ? (isIndexed ? "overlay and summary" : "preparing") : std::string(nameOf(phase));
        Most& most = m_most[name];
        ++most.count;
        most.processor = std::max(most.processor, processor);
        if (milliseconds <= most.milliseconds) return;
        most.milliseconds = milliseconds;
        most.atSeconds = seconds;
    }

    void tell(double whole) {
        char text[200];
        std::snprintf(text, sizeof text,
                      "size %s to .%s in %.2f s, stopped %d times; milliseconds until it stood still:",
                      m_options.size.c_str(), m_options.ending.c_str(), whole, m_options.times);
        if (!m_context.json) m_context.print(std::string(text));
        m_document["whole_s"] = whole;
        for (const auto& [name, most] : m_most) {
            std::snprintf(text, sizeof text, "%-22s %4d times, at most %8.2f (stopped at %.3f s); of processors %8.2f",
                          name.c_str(), most.count, most.milliseconds, most.atSeconds, most.processor);
            if (!m_context.json) m_context.print(std::string(text));
            m_document[name] = {{"times", most.count}, {"most_ms", most.milliseconds}, {"most_cpu_ms", most.processor}};
        }
    }

    struct Most {
        double milliseconds = 0, processor = 0, atSeconds = 0;
        int count = 0;
    };
    const Context& m_context;
    const CancelOptions& m_options;
    std::map<std::string, Most> m_most;
    Json m_document;
};

}  // namespace

void addCancelBench(CLI::App& group, Context& context) {
    CLI::App* command = cli::addCommand(group, context, "cancel",
                                        gis::Message{"bench", "how long a check goes on after the word to stop", {}});
    auto options = std::make_shared<CancelOptions>();
    command->add_option("--size", options->size, "S, SM, M (default) or L")
        ->check(CLI::IsMember({"S", "SM", "M", "L"}));
    command->add_option("--times", options->times, "how often, evenly over the whole run (default 60)");
    command->add_option("--to", options->ending, "csv (default), json, xlsx or gpkg")
        ->check(CLI::IsMember({"csv", "json", "xlsx", "gpkg"}));
    command->add_flag("--geometry", options->geometry, "cut the pieces too");
    command->add_flag("--balance", options->balance, "fill balance_error_m2 too");
    command->add_flag("--cache", options->cache, "with a cache beside the output");
    command->add_option("--out", context.outputs, "folder with the data")->required()->expected(1)->type_name("DIR");
    command->callback([&context, options] {
        context.run = [&context, options] {
            CancelBench bench(context, *options);
            const auto done = bench.run(context.outputs.front());
            if (!done) return context.fail(done.error());
            if (context.json) context.print(bench.document());
            return context.finished(false);
        };
    });
}

}  // namespace bench
