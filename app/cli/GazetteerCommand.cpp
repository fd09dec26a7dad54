// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/DocumentOptions.h"
#include "app/cli/GazetteerText.h"
#include "gis/base/Resources.h"
#include "layers/policy/DocumentImport.h"
#include "layers/policy/GazetteerReader.h"
#include "layers/project/ProjectGazetteer.h"
#include "layers/project/ProjectStore.h"
#include "layers/report/OutputGroup.h"

namespace cli {

namespace {

struct GazetteerOptions {
    std::vector<std::string> files;
    std::string names;
    std::string project;
    std::string encoding;
    DocumentOptions document;
};

gis::Result<void> checkOutputs(const Context& context, const GazetteerOptions& options) {
    std::vector<std::string> inputs = options.files;
    for (const std::string& input : {options.names, options.project})
        if (!input.empty()) inputs.push_back(input);
    TUCE_CHECK(layers::endingsPossible(context.outputs, {".json", ".csv"}));
    return layers::placesPossible(context.outputs, inputs, context.overwrite());
}

/// The shipped names, or those that count in a plan.
gis::Result<layers::Gazetteer> knownNames(const Context& context, const std::string& project) {
    if (project.empty()) return layers::shippedGazetteer();
    TUCE_TRY(opened, layers::openProject(project, context.control()));
    context.warn(opened.warnings);
    return layers::gazetteerOf(*opened.snapshot);
}

gis::Result<layers::Gazetteer> gazetteerOf(const Context& context, const GazetteerOptions& options) {
    TUCE_TRY(shipped, knownNames(context, options.project));
    if (options.names.empty()) return shipped;
    TUCE_TRY(names, layers::readUserNames(options.names));
    return layers::Gazetteer(layers::withUserNames(shipped.data(), names));
}

gis::Result<std::vector<NamedDocument>> readAll(const Context& context, const GazetteerOptions& options,
                                                const layers::Gazetteer& gazetteer) {
    std::vector<NamedDocument> documents;
    documents.reserve(options.files.size());  // places point into the clauses
    for (const std::string& file : options.files) {
        TUCE_TRY(read,
                 layers::readDocument(file, options.encoding, {}, context.control(), options.document.readerOptions()));
        context.warn(read.warnings);
        documents.push_back({std::move(read.document), {}});
        documents.back().places = layers::placesOf(documents.back().document, gazetteer);
        context.warn(undecidedNames(documents.back(), gazetteer, file));
    }
    return documents;
}

gis::Result<void> write(const Context& context, const std::vector<NamedDocument>& documents,
                        const layers::Gazetteer& gazetteer) {
    for (const std::string& output : context.outputs) {
        const std::string bytes =
            layers::endingOf(output) == ".csv"
                ? mentionsCsv(documents, gazetteer)
                : placesJson(documents, gazetteer).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
        TUCE_CHECK(gis::writeFile(output, bytes, context.overwrite()));
    }
    return {};
}

int run(const Context& context, const GazetteerOptions& options) {
    if (const auto checked = checkOutputs(context, options); !checked) return context.fail(checked.error());
    const auto gazetteer = gazetteerOf(context, options);
    if (!gazetteer) return context.fail(gazetteer.error());
    const auto documents = readAll(context, options, *gazetteer);
    if (!documents) return context.fail(documents.error());
    if (const auto written = write(context, *documents, *gazetteer); !written) return context.fail(written.error());
    if (context.json) {
        context.print(placesJson(*documents, *gazetteer));
    } else if (context.outputs.empty()) {
        for (const NamedDocument& document : *documents) context.print(placesOutline(document, *gazetteer));
    }
    return Done;
}

}  // namespace

void addGazetteer(CLI::App& app, Context& context) {
    CLI::App* command =
        addCommand(app, context, "gazetteer", gis::message("cli", "the place names that documents mention, by clause"));
    auto options = std::make_shared<GazetteerOptions>();
    command
        ->add_option("files", options->files,
                     gis::translated(gis::message("cli", "documents: %1", {documentFormats()})))
        ->required()
        ->type_name("FILE");
    addOutOption(*command, context, gis::message("cli", "write places and mentions as .json, mentions as .csv"));
    command->add_option("--names", options->names, tr("further names (resources/corpus/names.schema.json)"))
        ->type_name("FILE");
    command->add_option("--project", options->project, tr("a plan whose boundary layers and own names count too"))
        ->type_name("PROJECT");
    command
        ->add_option("--encoding", options->encoding, tr("encoding of txt, md and html documents (default: found out)"))
        ->type_name("NAME");
    options->document.addTo(*command);
    command->callback([&context, options] { context.run = [&context, options] { return run(context, *options); }; });
}

}  // namespace cli
