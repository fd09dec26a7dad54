// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <filesystem>

#include "app/cli/DocumentOptions.h"
#include "app/cli/ProjectCommand.h"
#include "app/cli/ProjectSources.h"
#include "gis/base/Resources.h"
#include "layers/edit/ClauseEdit.h"
#include "layers/edit/DocumentEdit.h"
#include "layers/edit/LinkEdit.h"
#include "layers/edit/NamesEdit.h"
#include "layers/policy/DocumentImport.h"
#include "layers/project/ProjectGazetteer.h"
#include "layers/project/ProjectStore.h"
#include "layers/scheme/PlanSchemes.h"
#include "layers/scheme/SchemeDoubts.h"
#include "layers/scheme/SchemeFile.h"

namespace cli {

namespace {

struct AddOptions {
    std::string path;
    AddedLayerOptions layers;
    std::vector<std::string> documents;
    DocumentOptions document;
    std::vector<std::string> links;
    std::string names;
    std::vector<std::string> schemes;
    std::string relation = "basis";
    std::string anchor;
    std::string note;
};

/// What was added, for the answer.
struct Added {
    std::vector<std::string> layers;
    std::vector<std::string> documents;
    std::vector<std::string> schemes;
    std::size_t links = 0;
};

gis::Result<std::vector<std::string>> addDocuments(const Context& context, const AddOptions& options,
                                                   GrowingPlan& plan) {
    std::vector<std::string> ids;
    if (options.documents.empty()) return ids;
    TUCE_TRY(gazetteer, layers::gazetteerOf(*plan.snapshot()));
    for (const std::string& file : options.documents) {
        TUCE_TRY(read, layers::importDocument(plan.snapshot()->corpus, gazetteer, file, options.layers.reading.encoding,
                                              context.control(), options.document.readerOptions(),
                                              layers::keptCorrections(*plan.snapshot())));
        context.warn(read.warnings);
        ids.push_back(read.document.id);
        TUCE_CHECK(plan.apply(layers::addDocument(*plan.snapshot(), std::move(read.document))));
    }
    return ids;
}

/// Before documents are read: they are searched for these names too.
gis::Result<void> addNames(const AddOptions& options, GrowingPlan& plan) {
    if (options.names.empty()) return {};
    TUCE_TRY(names, layers::readUserNames(options.names));
    return plan.apply(layers::addUserNames(*plan.snapshot(), names));
}

/// Each under its title, else under the name of its file; one that is kept under that name gives way.
gis::Result<std::vector<std::string>> addSchemes(const Context& context, const AddOptions& options, GrowingPlan& plan) {
    std::vector<std::string> names;
    for (const std::string& file : options.schemes) {
        TUCE_TRY(scheme, layers::readScheme(file));
        TUCE_TRY(doubts, layers::schemeDoubts(scheme));
        context.warn(doubts);
        names.push_back(scheme.title.empty() ? std::filesystem::path(file).stem().string() : scheme.title);
        TUCE_CHECK(plan.apply(layers::keepScheme(*plan.snapshot(), names.back(), scheme)));
    }
    return names;
}

/// "LAYER:FID=CLAUSEID"; the layer's name may hold colons.
gis::Result<layers::ClauseLink> linkFromText(const layers::ProjectSnapshot& snapshot, const std::string& text) {
    const auto wrong = [&text] {
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("cli", "\"%1\" is no LAYER:FID=CLAUSEID", {text}));
    };
    const auto sign = text.find('=');
    const auto colon = sign == std::string::npos ? sign : text.rfind(':', sign);
    if (colon == std::string::npos) return wrong();
    std::int64_t fid = 0;
    const char* end = text.data() + sign;
    const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, fid);
    if (error != std::errc() || stop != end) return wrong();
    const layers::LayerPtr layer = snapshot.layer(text.substr(0, colon));
    if (!layer)
        return gis::fail(gis::ErrorCode::NotFound, {{}, text.substr(0, colon), {}},
                         gis::message("cli", "the project has no such layer"));
    layers::ClauseLink link;
    link.layer = layer->id;
    link.feature = gis::FeatureId{fid};
    link.clauseId = text.substr(sign + 1);
    return link;
}

gis::Result<void> addLinks(const Context& context, const AddOptions& options, GrowingPlan& plan) {
    TUCE_TRY(relation, layers::linkRelationFromText(options.relation));
    for (const std::string& text : options.links) {
        TUCE_TRY(link, linkFromText(*plan.snapshot(), text));
        link.relation = relation;
        link.anchor = options.anchor;
        link.note = options.note;
        const layers::Clause* clause = plan.snapshot()->corpus.clause(link.clauseId);
        if (clause != nullptr && clause->text.empty() && !link.anchor.empty())
            context.warn({{"anchor_not_checked",
                           {options.path, {}, {}},
                           gis::message("cli", "whether \"%1\" stands in %2 is not known: its text is not imported",
                                        {link.anchor, link.clauseId})}});
        TUCE_CHECK(plan.apply(layers::addLink(*plan.snapshot(), std::move(link))));
    }
    return {};
}

/// `--document *.txt` names the first file only; the others come as sources, but no source ends like that.
AddOptions withDocumentsApart(AddOptions options) {
    auto& sources = options.layers.sources;
    const auto first = std::stable_partition(sources.begin(), sources.end(),
                                             [](const std::string& path) { return !layers::isDocumentEnding(path); });
    options.documents.insert(options.documents.end(), first, sources.end());
    sources.erase(first, sources.end());
    return options;
}

gis::Result<Added> addAll(const Context& context, const AddOptions& given) {
    const AddOptions options = withDocumentsApart(given);
    if (options.layers.sources.empty() && options.documents.empty() && options.links.empty() && options.names.empty() &&
        options.schemes.empty())
        return gis::fail(gis::ErrorCode::InvalidArgument, {}, gis::message("cli", "nothing to add is named"),
                         gis::message("cli", "name a SOURCE, --document, --scheme or --link-clause"));
    TUCE_TRY(opened, layers::openProject(options.path, {context.cancel, {}, context.threads}));
    context.warn(opened.warnings);
    TUCE_CHECK(requireNoJournal(options.path, opened.hasJournal));
    GrowingPlan plan(opened.snapshot);
    Added added;
    TUCE_TRY(names, addSources(context, options.layers, options.path, plan));
    TUCE_CHECK(addNames(options, plan));
    TUCE_TRY(documents, addDocuments(context, options, plan));
    TUCE_CHECK(addLinks(context, options, plan));
    TUCE_TRY(schemes, addSchemes(context, options, plan));
    TUCE_CHECK(
        layers::saveKnownProject(options.path, *plan.snapshot(), {opened.snapshot, opened.stamp}, context.control()));
    added.layers = std::move(names);
    added.documents = std::move(documents);
    added.schemes = std::move(schemes);
    added.links = options.links.size();
    return added;
}

int runAdd(const Context& context, const AddOptions& options) {
    const auto added = addAll(context, options);
    if (!added) return context.fail(added.error());
    if (context.json) {
        context.print(Json{{"project", options.path},
                           {"layers", added->layers},
                           {"documents", added->documents},
                           {"schemes", added->schemes},
                           {"links", added->links}});
        return Done;
    }
    for (const std::string& name : added->layers)
        context.print(gis::translated(gis::message("cli", "added layer %1", {name})));
    for (const std::string& id : added->documents)
        context.print(gis::translated(gis::message("cli", "added document %1", {id})));
    for (const std::string& name : added->schemes)
        context.print(gis::translated(gis::message("cli", "added scheme %1", {name})));
    if (added->links > 0)
        context.print(gis::translated(gis::message("cli", "added links: %1", {std::to_string(added->links)})));
    return Done;
}

void addLayerOptions(CLI::App& command, AddedLayerOptions& options) {
    command.add_option("SOURCE", options.sources, tr("FILE or FILE|LAYER"))->expected(0, -1);
    command.add_option("--role", options.role, tr("what the layers are"))
        ->check(CLI::IsMember({"boundary", "layout", "control", "basemap"}));
    command.add_option("--control-type", options.controlType, tr("kind of control line"))
        ->check(CLI::IsMember({"eco_redline", "basic_farmland", "dev_boundary", "other"}));
    command.add_option("--direction", options.direction, tr("what the control line asks (default: by its kind)"))
        ->check(CLI::IsMember({"forbid_inside", "require_inside", "inform"}));
    command.add_option("--name", options.name, tr("name of the layer in the project"));
    command.add_option("--name-field", options.nameField, tr("field that names a feature"))->type_name("FIELD");
    command.add_option("--id-field", options.idField, tr("field that identifies a feature in findings"))
        ->type_name("FIELD");
    command
        .add_option("--layer-style", options.style,  // Qt takes --style for itself
                    tr("how the layers are drawn: a style that ships, or a .json file (default: by what they are)"))
        ->type_name("NAME|FILE");
    command.add_flag("--link", options.link, tr("leave the data where they are, read-only; default: copy in"));
    options.reading.addTo(command);
}

}  // namespace

void addProjectAdd(CLI::App& project, Context& context) {
    CLI::App* command =
        addCommand(project, context, "add", gis::message("cli", "add layers, policy documents and links between them"));
    auto options = std::make_shared<AddOptions>();
    addProjectPath(*command, options->path);
    addLayerOptions(*command, options->layers);
    const auto severalTimes = [](CLI::Option* option) {
        option->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->allow_extra_args(false);
        return option;
    };
    severalTimes(command->add_option("--document", options->documents, tr("policy document to cut into clauses")))
        ->type_name("FILE");
    options->document.addTo(*command);
    severalTimes(command->add_option("--link-clause", options->links, tr("feature that rests on a clause")))
        ->type_name("LAYER:FID=CLAUSEID");
    command->add_option("--names", options->names, tr("place names of your own (resources/corpus/names.schema.json)"))
        ->type_name("FILE");
    severalTimes(command->add_option("--scheme", options->schemes,
                                     tr("layout scheme to keep (resources/schemes/scheme.schema.json)")))
        ->type_name("FILE.json");
    command->add_option("--relation", options->relation, tr("what the feature has to do with the clause"))
        ->check(CLI::IsMember({"basis", "constraint", "implementation", "mention"}));
    command->add_option("--anchor", options->anchor, tr("printed words that the link rests on"));
    command->add_option("--note", options->note, tr("note of the link"));
    command->callback([&context, options] { context.run = [&context, options] { return runAdd(context, *options); }; });
}

}  // namespace cli
