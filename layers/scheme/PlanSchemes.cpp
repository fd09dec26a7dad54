// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/PlanSchemes.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "gis/base/Resources.h"
#include "layers/scheme/LayoutRecipe.h"

namespace layers {

namespace {

constexpr const char* registerFile = "corpus/elements.json";
constexpr const char* schemeFolder = "sample/schemes";
const std::string prefix = "scheme/";

using Origin = SchemeSource::Origin;

gis::Result<SchemeSource> sourceOf(Origin origin, const gis::Result<std::string>& bytes, const std::string& name) {
    if (!bytes) return tl::unexpected<gis::Error>(bytes.error());
    TUCE_TRY(scheme, schemeFromJson(*bytes, name));
    const std::string title = scheme.title.empty() ? name : scheme.title;
    return SchemeSource{origin, origin == Origin::Register ? std::string() : title, std::move(scheme),
                        origin == Origin::Plan ? name : std::string()};
}

void add(std::vector<SchemeSource>& sources, gis::Result<SchemeSource> source, gis::Warnings& warnings) {
    if (source)
        sources.push_back(std::move(*source));
    else
        warnings.push_back({"scheme_unreadable", source.error().subject, source.error().problem});
}

/// File names of the sample's schemes, sorted.
std::vector<std::string> sampleSchemes() {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(gis::resourceFolder() + "/" + schemeFolder, error))
        if (entry.path().extension() == ".json") names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

void addKept(std::vector<SchemeSource>& sources, const ProjectSnapshot& plan, gis::Warnings& warnings) {
    for (const std::string& name : keptSchemes(plan))
        add(sources, sourceOf(Origin::Plan, plan.info.values.at(prefix + name), name), warnings);
}

/// What the paper says of the element, where the sample is silent; how the sample draws it stays.
void takeStatement(const SchemeElement& told, SchemeElement& element) {
    if (element.documentId.empty()) element.documentId = told.documentId;
    if (element.clauseId.empty() || element.clauseNumber.empty()) {
        element.clauseId = told.clauseId;
        element.clauseNumber = told.clauseNumber.empty() ? element.clauseNumber : told.clauseNumber;
        element.clauseHeading = told.clauseHeading.empty() ? element.clauseHeading : told.clauseHeading;
    }
    if (element.quote.text.empty()) element.quote = told.quote;
    if (element.statusClass.empty()) {
        element.statusClass = told.statusClass;
        element.statusWording = told.statusWording;
    }
    if (element.facts.empty()) element.facts = told.facts;
    if (element.relations.empty()) element.relations = told.relations;
    if (element.aliases.empty()) element.aliases = told.aliases;
    element.json = elementToJson(element);
}

void completeFrom(const Scheme& papers, Scheme& scheme) {
    std::set<std::string> named;
    for (SchemeElement& element : scheme.elements) {
        if (const SchemeElement* told = papers.element(element.id)) takeStatement(*told, element);
        named.insert(element.documentId);
    }
    for (const SchemeDocument& document : papers.documents)
        if (named.contains(document.id) && scheme.document(document.id) == nullptr)
            scheme.documents.push_back(document);
}

}  // namespace

std::vector<std::string> keptSchemes(const ProjectSnapshot& plan) {
    std::vector<std::string> names;
    for (const auto& [key, value] : plan.info.values)
        if (key.starts_with(prefix)) names.push_back(key.substr(prefix.size()));
    return names;
}

std::vector<SchemeSource> keptSources(const ProjectSnapshot& plan, gis::Warnings& warnings) {
    std::vector<SchemeSource> sources;
    addKept(sources, plan, warnings);
    return sources;
}

std::vector<SchemeSource> schemeSources(const ProjectSnapshot& plan, gis::Warnings& warnings) {
    std::vector<SchemeSource> sources;
    addKept(sources, plan, warnings);
    const std::size_t papers = sources.size();
    add(sources, sourceOf(Origin::Register, gis::readResource(registerFile), registerFile), warnings);
    const bool hasPapers = sources.size() > papers;
    for (const std::string& name : sampleSchemes()) {
        auto sample = sourceOf(Origin::Sample, gis::readResource(std::string(schemeFolder) + "/" + name), name);
        if (sample && hasPapers) completeFrom(sources[papers].scheme, sample->scheme);
        add(sources, std::move(sample), warnings);
    }
    return sources;
}

Scheme drawnScheme(const ProjectSnapshot& plan) {
    Scheme drawn;
    std::set<std::string> known, papers;
    for (const LayerPtr& layer : plan.layers) {
        if (layer->kind != LayerKind::Layout) continue;
        for (const gis::Feature& feature : layer->table)
            if (auto recipe = recipeOf(*layer, feature); recipe && known.insert(recipe->element.id).second)
                drawn.elements.push_back(std::move(recipe->element));
    }
    for (const SchemeElement& element : drawn.elements)
        if (const auto document = plan.corpus.document(element.documentId);
            document != nullptr && papers.insert(element.documentId).second)
            drawn.documents.push_back({document->id, document->title, document->number, {}, false});
    return drawn;
}

Scheme mergedScheme(const std::vector<SchemeSource>& sources) {
    Scheme all;
    std::set<std::string> known;
    std::map<std::string, std::size_t> papers;
    for (const SchemeSource& source : sources) {
        for (const SchemeElement& element : source.scheme.elements)
            if (known.insert(element.id).second) all.elements.push_back(element);
        for (const SchemeDocument& document : source.scheme.documents) {
            const auto [at, isNew] = papers.try_emplace(document.id, all.documents.size());
            if (isNew)
                all.documents.push_back(document);
            else if (all.documents[at->second].date.empty())
                all.documents[at->second] = document;  // the corpus of a plan knows no dates
        }
    }
    return all;
}

void orderAs(Scheme& scheme, const Scheme& order) {
    std::map<std::string, std::size_t> places;
    for (const SchemeElement& element : order.elements) places.emplace(element.id, places.size() + 1);
    const auto placeOf = [&places](const SchemeElement& element) {
        const auto place = places.find(element.id);
        return place == places.end() ? 0 : place->second;
    };
    std::ranges::stable_sort(scheme.elements, {}, placeOf);
}

Scheme ownScheme(const ProjectSnapshot& plan, gis::Warnings& warnings) {
    std::vector<SchemeSource> sources{{Origin::Drawn, {}, drawnScheme(plan)}};
    addKept(sources, plan, warnings);
    Scheme own = mergedScheme(sources);
    own.title = plan.info.title;
    return own;
}

gis::Result<ChangeSet> keepScheme(const ProjectSnapshot& plan, const std::string& name, const Scheme& scheme) {
    if (name.empty())
        return gis::fail(gis::ErrorCode::InvalidArgument, {}, gis::message("layers", "the scheme has no name"),
                         gis::message("layers", "give it a title"));
    ProjectInfo info = plan.info;
    const bool isThere = info.values.contains(prefix + name);
    info.values[prefix + name] = schemeToJson(scheme);
    ChangeSet change{isThere ? gis::message("layers", "Replace the scheme %1", {name})
                             : gis::message("layers", "Add the scheme %1", {name}),
                     {}};
    if (info != plan.info) change.changes.push_back(InfoChange{plan.info, std::move(info)});
    return change;
}

gis::Result<ChangeSet> dropScheme(const ProjectSnapshot& plan, const std::string& name) {
    ProjectInfo info = plan.info;
    if (info.values.erase(prefix + name) == 0)
        return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("layers", "the plan has no scheme %1", {name}));
    ChangeSet change{gis::message("layers", "Remove the scheme %1", {name}), {}};
    change.changes.push_back(InfoChange{plan.info, std::move(info)});
    return change;
}

}  // namespace layers
