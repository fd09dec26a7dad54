// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/policy/LinksCommand.h"

#include <array>
#include <atomic>
#include <cstdio>

#include "gis/base/Parallel.h"
#include "layers/links/LinkProposer.h"
#include "layers/links/ProposalSubjects.h"
#include "layers/policy/DocumentImport.h"

namespace bench {

namespace {

using cli::Context;
using cli::Json;
using layers::LinkWeights;

/// The weights that a search may change; those by which an element names its own clause would give the answer away.
constexpr std::array<double LinkWeights::*, 10> searched = {
    &LinkWeights::nameInHeading, &LinkWeights::nameInText, &LinkWeights::alias,   &LinkWeights::rareSigns,
    &LinkWeights::headingSigns,  &LinkWeights::longestRun, &LinkWeights::members, &LinkWeights::carriers,
    &LinkWeights::kindInHeading, &LinkWeights::kindInText};

/// A document with its own clauses to choose from, and the elements that it names.
struct Paper {
    std::string id;
    layers::LinkProposer proposer;
    std::vector<layers::ProposalSubject> subjects;
    std::vector<std::string> clauses;  ///< the right one of each subject
};

/// How many first proposals are right.
std::size_t rightOf(const Paper& paper, const LinkWeights& weights, const gis::JobControl& control) {
    const layers::LinkProposer proposer = paper.proposer.withWeights(weights);
    std::atomic<std::size_t> right = 0;
    gis::parallelFor(paper.subjects.size(), control, [&](std::size_t i, unsigned) {
        const auto proposals = proposer.clausesFor(paper.subjects[i], 1);
        right += !proposals.empty() && proposals.front().clauseId == paper.clauses[i] ? 1U : 0U;
    });
    return right;
}

LinkWeights evenWeights(LinkWeights weights) {
    for (const auto weight : searched) weights.*weight = 1;
    return weights;
}

/// From even weights: each in turn by the factor that makes most elements of the papers right, twice over.
LinkWeights found(const std::vector<const Paper*>& papers, const LinkWeights& shipped, const gis::JobControl& control) {
    const auto rights = [&](const LinkWeights& weights) {
        std::size_t sum = 0;
        for (const Paper* paper : papers) sum += rightOf(*paper, weights, control);
        return sum;
    };
    LinkWeights best = evenWeights(shipped);
    std::size_t most = rights(best);
    for (int round = 0; round < 2; ++round)
        for (const auto weight : searched) {
            const double held = best.*weight;
            for (const double factor : {0.0, 0.4, 2.5}) {
                LinkWeights tried = best;
                tried.*weight = held * factor;
                const std::size_t right = control.cancel.isCanceled() ? 0 : rights(tried);
                if (right <= most) continue;
                most = right;
                best = tried;
            }
        }
    return best;
}

gis::Result<std::vector<Paper>> papersOf(const std::vector<std::string>& files, const LinkWeights& weights,
                                         const gis::JobControl& control) {
    TUCE_TRY(gazetteer, layers::shippedGazetteer());
    TUCE_TRY(corpus, layers::shippedCorpus());
    TUCE_TRY(elements, layers::shippedElements());
    for (const std::string& file : files) {
        TUCE_TRY(read, layers::importDocument(corpus, gazetteer, file, {}, control));
        corpus = corpus.with(read.document.id, std::make_shared<const layers::PolicyDocument>(read.document));
    }
    std::vector<Paper> papers;
    for (const auto& document : corpus.documents()) {
        Paper paper{document->id, {layers::PolicyCorpus({*document}), gazetteer, weights}, {}, {}};
        for (const layers::PolicyElement& element : elements) {
            if (element.documentId != document->id) continue;
            paper.subjects.push_back(layers::subjectOf(element));
            paper.clauses.push_back(element.clauseId);
        }
        if (!paper.subjects.empty()) papers.push_back(std::move(paper));
    }
    return papers;
}

gis::Result<Json> measured(const std::vector<std::string>& files, const gis::JobControl& control) {
    TUCE_TRY(shipped, layers::shippedLinkWeights());
    TUCE_TRY(papers, papersOf(files, shipped, control));
    Json rows = Json::array();
    std::array<std::size_t, 4> sums{};
    for (const Paper& held : papers) {
        std::vector<const Paper*> others;
        for (const Paper& paper : papers)
            if (&paper != &held) others.push_back(&paper);
        const LinkWeights weights = found(others, shipped, control);
        if (control.cancel.isCanceled()) return gis::canceled();
        const std::array<std::size_t, 4> counts{held.subjects.size(), rightOf(held, weights, control),
                                                rightOf(held, shipped, control),
                                                rightOf(held, evenWeights(shipped), control)};
        for (std::size_t i = 0; i < counts.size(); ++i) sums[i] += counts[i];
        rows.push_back({{"document", held.id},
                        {"elements", counts[0]},
                        {"held_out", counts[1]},
                        {"shipped", counts[2]},
                        {"even", counts[3]}});
    }
    return Json{
        {"documents", rows}, {"elements", sums[0]}, {"held_out", sums[1]}, {"shipped", sums[2]}, {"even", sums[3]}};
}

int run(const Context& context, const std::vector<std::string>& files) {
    const auto numbers = measured(files, context.control());
    if (!numbers) return context.fail(numbers.error());
    if (context.json) {
        context.print(*numbers);
        return cli::Done;
    }
    const auto line = [&context](const std::string& name, const Json& row) {
        const double all = row.at("elements").get<double>();
        char text[200];
        std::snprintf(text, sizeof text,
                      "%-10s %3.0f elements: first right %.3f held out, %.3f shipped, %.3f even weights", name.c_str(),
                      all, row.at("held_out").get<double>() / all, row.at("shipped").get<double>() / all,
                      row.at("even").get<double>() / all);
        context.print(std::string(text));
    };
    for (const Json& row : numbers->at("documents")) line(row.at("document").get<std::string>(), row);
    line("all", *numbers);
    return cli::Done;
}

}  // namespace

void addLinksBench(CLI::App& group, Context& context) {
    CLI::App* command = cli::addCommand(
        group, context, "links",
        gis::Message{"bench", "proposals of links, each document with weights found on the others", {}});
    auto files = std::make_shared<std::vector<std::string>>();
    command->add_option("FILE", *files, "texts of the shipped papers; without them the index alone is read");
    command->callback([&context, files] { context.run = [&context, files] { return run(context, *files); }; });
}

}  // namespace bench
