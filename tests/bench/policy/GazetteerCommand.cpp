// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/policy/GazetteerCommand.h"

#include <algorithm>
#include <cstdio>
#include <random>

#include "layers/policy/Gazetteer.h"
#include "layers/policy/PolicyCorpus.h"
#include "tests/bench/check/StopWatch.h"
#include "tests/bench/policy/PlainNameSearch.h"

namespace bench {

namespace {

using cli::Context;
using cli::Json;

struct GazetteerOptions {
    std::size_t kilobytes = 100;
    int times = 5;
};

/// Headings, summaries and names of the shipped corpus in a random order, always the same.
gis::Result<std::string> madeText(std::size_t bytes, const layers::Gazetteer& gazetteer) {
    TUCE_TRY(corpus, layers::shippedCorpus());
    std::vector<std::string> pieces;
    for (const auto& document : corpus.documents())
        for (const layers::Clause& clause : document->clauses)
            for (const std::string& text : {clause.heading, clause.summary}) pieces.push_back(text);
    std::mt19937 random(2026);
    std::string text;
    while (text.size() < bytes) {
        text += pieces[random() % pieces.size()];
        const auto& entry = gazetteer.entries()[random() % gazetteer.entries().size()];
        if (entry.spellings.empty()) continue;
        text += (random() % 2 == 0 ? "、" : "，") + entry.spellings[random() % entry.spellings.size()] + "\n";
    }
    return text;
}

template <class Work>
double fastest(int times, Work work) {
    double seconds = 0;
    for (int i = 0; i < times; ++i) {
        const StopWatch watch;
        work();
        seconds = i == 0 ? watch.seconds() : std::min(seconds, watch.seconds());
    }
    return seconds;
}

gis::Result<Json> measured(const GazetteerOptions& options) {
    TUCE_TRY(gazetteer, layers::shippedGazetteer());
    TUCE_TRY(text, madeText(options.kilobytes * 1000, gazetteer));
    std::vector<layers::PlaceMatch> ours;
    std::vector<layers::PlaceMention> mentions;
    std::vector<std::pair<std::size_t, std::size_t>> plain;
    const double matching = fastest(options.times, [&] { ours = gazetteer.matches(text); });
    const double classing = fastest(options.times, [&] { mentions = gazetteer.mentions(text); });
    const double searching = fastest(1, [&] { plain = plainNameSearch(text, gazetteer.data()); });
    const double making = fastest(options.times, [&] { layers::Gazetteer again(gazetteer.data()); });
    const bool equal = std::equal(
        ours.begin(), ours.end(), plain.begin(), plain.end(),
        [](const auto& match, const auto& span) { return match.start == span.first && match.end == span.second; });
    if (!equal)
        return gis::fail(gis::ErrorCode::Internal, {}, gis::Message{"bench", "the plain search finds other names", {}});
    return Json{{"kilobytes", options.kilobytes}, {"names", ours.size()},           {"mentions", mentions.size()},
                {"matches_ms", matching * 1000},  {"mentions_ms", classing * 1000}, {"plain_ms", searching * 1000},
                {"made_ready_ms", making * 1000}};
}

int run(const Context& context, const GazetteerOptions& options) {
    const auto numbers = measured(options);
    if (!numbers) return context.fail(numbers.error());
    if (context.json) {
        context.print(*numbers);
        return cli::Done;
    }
    char text[200];
    std::snprintf(text, sizeof text,
                  "%zu kB: %d names in %.2f ms, all %d mentions in %.2f ms; plain search %.2f ms, equal; "
                  "gazetteer ready in %.2f ms",
                  options.kilobytes, numbers->at("names").get<int>(), numbers->at("matches_ms").get<double>(),
                  numbers->at("mentions").get<int>(), numbers->at("mentions_ms").get<double>(),
                  numbers->at("plain_ms").get<double>(), numbers->at("made_ready_ms").get<double>());
    context.print(std::string(text));
    return cli::Done;
}

}  // namespace

void addGazetteerBench(CLI::App& group, Context& context) {
    CLI::App* command = cli::addCommand(group, context, "gazetteer",
                                        gis::Message{"bench", "names of a text, with a plain search beside", {}});
    auto options = std::make_shared<GazetteerOptions>();
    command->add_option("--kilobytes", options->kilobytes, "of text (default 100)")->check(CLI::Range(1, 20000));
    command->add_option("--times", options->times, "the fastest of so many runs (default 5)")
        ->check(CLI::Range(1, 100));
    command->callback([&context, options] { context.run = [&context, options] { return run(context, *options); }; });
}

}  // namespace bench
