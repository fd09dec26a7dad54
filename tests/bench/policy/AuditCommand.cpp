// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/policy/AuditCommand.h"

#include <algorithm>
#include <cstdio>
#include <random>

#include <QString>
#include <QStringList>

#include "layers/audit/Audit.h"
#include "layers/document/CodePoints.h"
#include "layers/plan/LayoutElement.h"
#include "layers/policy/ClauseSearch.h"
#include "tests/bench/check/StopWatch.h"

namespace bench {

namespace {

using cli::Context;
using cli::Json;

struct AuditOptions {
    int documents = 10;
    int features = 5000;
    int links = 2000;
    int times = 5;
    bool quoted = false;
};

constexpr int clausesPerDocument = 40;

/// Clauses of names and headings of the shipped corpus, with a figure and a body each; always the same.
std::shared_ptr<const layers::PolicyDocument> madeDocument(int number, const layers::PolicyCorpus& corpus,
                                                           const layers::Gazetteer& gazetteer, std::mt19937& random) {
    std::vector<const layers::Clause*> sources;
    for (const auto& document : corpus.documents())
        for (const layers::Clause& clause : document->clauses) sources.push_back(&clause);
    auto made = std::make_shared<layers::PolicyDocument>();
    made->id = "made" + std::to_string(number);
    made->title = made->id;
    for (int i = 0; i < clausesPerDocument; ++i) {
        layers::Clause clause;
        clause.documentId = made->id;
        clause.number = "(" + std::to_string(i + 1) + ")";
        clause.path = clause.number;
        clause.id = made->id + "/" + clause.number;
        clause.heading = sources[random() % sources.size()]->heading;
        while (clause.text.size() < 2500) {
            const auto& entry = gazetteer.entries()[random() % gazetteer.entries().size()];
            clause.text += sources[random() % sources.size()]->summary + "，支持" + entry.name + "建设" +
                           std::to_string(random() % 500) + "平方公里。";
        }
        made->text += clause.text;
        made->clauses.push_back(std::move(clause));
    }
    return made;
}

gis::Geometry square(double x, double y) {
    return gis::Geometry::polygon({{{x, y}, {x + 0.1, y}, {x + 0.1, y + 0.1}, {x, y + 0.1}}});
}

std::shared_ptr<const layers::Layer> madeLayer(const AuditOptions& options, const layers::Gazetteer& gazetteer,
                                               std::mt19937& random) {
    const gis::Schema schema = layers::layoutSchema();
    std::vector<gis::Feature> features;
    for (int i = 0; i < options.features; ++i) {
        std::vector<gis::Value> values(schema.size());
        std::string members;
        for (int m = 0; m < 5; ++m)
            members += (m == 0 ? "" : "、") + gazetteer.entries()[random() % gazetteer.entries().size()].name;
        values[static_cast<std::size_t>(schema.indexOf(layers::layout_field::name))] =
            gazetteer.entries()[random() % gazetteer.entries().size()].name;
        values[static_cast<std::size_t>(schema.indexOf(layers::layout_field::kind))] = std::string("platform");
        values[static_cast<std::size_t>(schema.indexOf(layers::layout_field::members))] = members;
        features.emplace_back(gis::FeatureId{i + 1}, square(105 + (i % 70) * 0.05, 28 + (i / 70) * 0.05),
                              std::move(values));
    }
    auto layer = std::make_shared<layers::Layer>();
    layer->id = gis::LayerId{1};
    layer->name = "made";
    layer->kind = layers::LayerKind::Layout;
    layer->nameField = layers::layout_field::name;
    layer->table = gis::FeatureTable(schema, gis::CoordinateReferenceSystem::cgcs2000(), std::move(features));
    return layer;
}

layers::ProjectSnapshot madePlan(const AuditOptions& options, const layers::PolicyCorpus& corpus,
                                 const layers::Gazetteer& gazetteer) {
    std::mt19937 random(2026);
    layers::ProjectSnapshot plan;
    for (int i = 0; i < options.documents; ++i) {
        auto document = madeDocument(i, corpus, gazetteer, random);
        plan.corpus = plan.corpus.with(document->id, document);
    }
    plan.layers.push_back(madeLayer(options, gazetteer, random));
    for (int i = 0; i < options.links; ++i) {
        layers::ClauseLink link;
        link.id = i + 1;
        link.layer = gis::LayerId{1};
        link.feature =
            gis::FeatureId{static_cast<std::int64_t>(random() % static_cast<unsigned>(options.features)) + 1};
        link.clauseId = "made" + std::to_string(random() % static_cast<unsigned>(options.documents)) + "/(" +
                        std::to_string(random() % clausesPerDocument + 1) + ")";
        plan.links.push_back(std::move(link));
    }
    return plan;
}

/// All links to one clause of 100 kB, each resting on words of it; every tenth on words that it does not have.
void quoteOneClause(layers::ProjectSnapshot& plan) {
    constexpr std::size_t length = 100'000;
    layers::PolicyDocument document = *plan.corpus.documents().front();
    std::string text;
    for (std::size_t i = 0; text.size() < length; ++i) text += document.clauses[i % document.clauses.size()].text;
    document.clauses.front().text = text;
    plan.corpus = plan.corpus.with(document.id, std::make_shared<const layers::PolicyDocument>(document));
    const std::u32string points = layers::toCodePoints(text);
    std::mt19937 random(7);
    for (layers::ClauseLink& link : plan.links) {
        link.clauseId = document.clauses.front().id;
        std::u32string quote = points.substr(random() % (points.size() - 12), 12);
        if (link.id % 10 == 0) std::reverse(quote.begin(), quote.end());
        link.anchor = layers::toUtf8(quote);
    }
}

/// Clauses with both words, by ours and by copies into QString.
std::pair<std::size_t, std::size_t> searched(const layers::ProjectSnapshot& plan, const std::string& words,
                                             bool plain) {
    const layers::ClauseSearch search(words);
    const QStringList sought = QString::fromStdString(words).split(u' ', Qt::SkipEmptyParts);
    std::size_t hits = 0;
    std::size_t bytes = 0;
    for (const auto& document : plan.corpus.documents())
        for (const layers::Clause& clause : document->clauses) {
            bytes += clause.text.size();
            if (!plain) {
                hits += search.matches(clause) ? 1U : 0U;
                continue;
            }
            const QString text = QString::fromStdString(clause.number + "\n" + clause.heading + "\n" + clause.text);
            const auto has = [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); };
            hits += std::all_of(sought.begin(), sought.end(), has) ? 1U : 0U;
        }
    return {hits, bytes};
}

gis::Result<Json> measured(const AuditOptions& options, const gis::JobControl& control) {
    TUCE_TRY(knowledge, layers::shippedAuditKnowledge());
    TUCE_TRY(corpus, layers::shippedCorpus());
    layers::ProjectSnapshot plan = madePlan(options, corpus, knowledge.gazetteer);
    if (options.quoted) quoteOneClause(plan);
    double auditing = 0;
    std::size_t findings = 0;
    for (int i = 0; i < options.times; ++i) {
        const StopWatch watch;
        TUCE_TRY(report, layers::audit(plan, knowledge, control));
        auditing = i == 0 ? watch.seconds() : std::min(auditing, watch.seconds());
        findings = report.findings.size();
    }
    const auto timed = [&](bool plain, std::pair<std::size_t, std::size_t>& answer) {
        const StopWatch watch;
        answer = searched(plan, "开州 建设", plain);
        return watch.seconds() * 1000;
    };
    std::pair<std::size_t, std::size_t> ours, plain;
    const double searching = timed(false, ours);
    const double plainSearching = timed(true, plain);
    if (ours != plain)
        return gis::fail(gis::ErrorCode::Internal, {}, gis::Message{"bench", "the plain search finds others", {}});
    return Json{{"documents", options.documents}, {"features", options.features},      {"links", options.links},
                {"text_bytes", ours.second},      {"audit_ms", auditing * 1000},       {"findings", findings},
                {"search_ms", searching},         {"plain_search_ms", plainSearching}, {"hits", ours.first}};
}

int run(const Context& context, const AuditOptions& options) {
    const auto numbers = measured(options, context.control());
    if (!numbers) return context.fail(numbers.error());
    if (context.json) {
        context.print(*numbers);
        return cli::Done;
    }
    char text[240];
    std::snprintf(text, sizeof text,
                  "%d documents, %d features, %d links: audit %.1f ms (%d findings); search of %d bytes %.2f ms, with "
                  "copies %.2f ms, %d hits",
                  options.documents, options.features, options.links, numbers->at("audit_ms").get<double>(),
                  numbers->at("findings").get<int>(), numbers->at("text_bytes").get<int>(),
                  numbers->at("search_ms").get<double>(), numbers->at("plain_search_ms").get<double>(),
                  numbers->at("hits").get<int>());
    context.print(std::string(text));
    return cli::Done;
}

}  // namespace

void addAuditBench(CLI::App& group, Context& context) {
    CLI::App* command = cli::addCommand(
        group, context, "audit", gis::Message{"bench", "audit and search of a made plan, with plain ways beside", {}});
    auto options = std::make_shared<AuditOptions>();
    command->add_option("--documents", options->documents, "(default 10)")->check(CLI::Range(1, 1000));
    command->add_option("--features", options->features, "(default 5000)")->check(CLI::Range(1, 1000000));
    command->add_option("--links", options->links, "(default 2000)")->check(CLI::Range(0, 1000000));
    command->add_flag("--quoted", options->quoted, "all links rest on words of one clause of 100 kB");
    command->add_option("--times", options->times, "the fastest of so many runs (default 5)")
        ->check(CLI::Range(1, 100));
    command->callback([&context, options] { context.run = [&context, options] { return run(context, *options); }; });
}

}  // namespace bench
