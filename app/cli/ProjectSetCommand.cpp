// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "app/cli/ProjectCommand.h"
#include "layers/edit/FeatureEdit.h"
#include "layers/project/Journal.h"
#include "layers/project/Project.h"
#include "layers/project/ProjectStore.h"

namespace cli {

namespace {

struct SetOptions {
    std::string path;
    std::string layer;
    std::int64_t fid = 0;
    std::vector<std::string> values;
};

gis::Result<std::vector<layers::FieldText>> fieldTexts(const std::vector<std::string>& values) {
    std::vector<layers::FieldText> fields;
    for (const std::string& text : values) {
        const auto sign = text.find('=');
        if (sign == std::string::npos || sign == 0)
            return gis::fail(gis::ErrorCode::InvalidArgument, {},
                             gis::message("cli", "\"%1\" is no FIELD=VALUE", {text}));
        fields.emplace_back(text.substr(0, sign), text.substr(sign + 1));
    }
    return fields;
}

std::string layerNames(const layers::ProjectSnapshot& snapshot) {
    std::string names;
    for (const auto& layer : snapshot.layers) names += (names.empty() ? "" : ", ") + layer->name;
    return names;
}

/// Journal first, then the plan, then the file: killed anywhere between, `project recover` gives the change.
gis::Result<bool> performAndSave(const Context& context, const SetOptions& options) {
    TUCE_TRY(fields, fieldTexts(options.values));
    TUCE_TRY(opened, layers::openProject(options.path, {context.cancel, {}, context.threads}));
    context.warn(opened.warnings);
    TUCE_CHECK(requireNoJournal(options.path, opened.hasJournal));
    const layers::LayerPtr layer = opened.snapshot->layer(options.layer);
    if (!layer)
        return gis::fail(gis::ErrorCode::NotFound, {options.path, options.layer, {}},
                         gis::message("cli", "the project has no such layer"),
                         gis::message("cli", "use one of %1", {layerNames(*opened.snapshot)}));
    TUCE_TRY(change, layers::setAttributes(*opened.snapshot, layer->id, gis::FeatureId{options.fid}, fields));
    if (change.isEmpty()) return false;
    layers::Project project(opened.snapshot);
    TUCE_TRY(journal, layers::Journal::open(options.path));
    project.setJournal(std::move(journal));
    TUCE_CHECK(project.perform(change));
    auto saved = layers::saveKnownProject(options.path, *project.snapshot(), {opened.snapshot, opened.stamp},
                                          {context.cancel, {}, context.threads});
    if (!saved) {
        // The command fails as a whole: nothing of it waits for recovery.
        std::error_code ignored;
        std::filesystem::remove(layers::Journal::pathFor(options.path), ignored);
        return tl::unexpected<gis::Error>(std::move(saved).error());
    }
    return true;
}

int runSet(const Context& context, const SetOptions& options) {
    auto changed = performAndSave(context, options);
    if (!changed) {
        gis::Error error = std::move(changed).error();
        if (error.subject.path.empty()) error.subject.path = options.path;
        return context.fail(error);
    }
    if (context.json)
        context.print(
            Json{{"project", options.path}, {"layer", options.layer}, {"feature", options.fid}, {"changed", *changed}});
    else
        context.print(*changed ? gis::translated(gis::message("cli", "feature %1 of %2 changed and saved",
                                                              {std::to_string(options.fid), options.layer}))
                               : tr("nothing to change: the values are these already"));
    return Done;
}

}  // namespace

void addProjectSet(CLI::App& project, Context& context) {
    CLI::App* command =
        addCommand(project, context, "set", gis::message("cli", "change attributes of a feature: one change, saved"));
    auto options = std::make_shared<SetOptions>();
    addProjectPath(*command, options->path);
    command->add_option("--layer", options->layer, tr("name of the layer"))->required()->type_name("L");
    command->add_option("--fid", options->fid, tr("id of the feature"))->required()->type_name("N");
    command->add_option("VALUES", options->values, tr("FIELD=VALUE; an empty value makes the field null"))
        ->required()
        ->expected(1, -1)
        ->type_name("FIELD=VALUE");
    command->callback([&context, options] { context.run = [&context, options] { return runSet(context, *options); }; });
}

}  // namespace cli
