// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/DocumentEdit.h"

#include <map>

namespace layers {

namespace {

using DocumentPtr = std::shared_ptr<const PolicyDocument>;

/// The document with the keys that it has in this corpus.
DocumentPtr keyed(const PolicyCorpus& corpus, PolicyDocument document) {
    std::map<std::string, std::int64_t> known;
    const DocumentPtr held = corpus.document(document.id);
    if (held)
        for (const Clause& clause : held->clauses) known.emplace(clause.id, clause.key);
    document.key = held ? held->key : 0;
    for (Clause& clause : document.clauses) {
        clause.documentId = document.id;
        const auto place = known.find(clause.id);
        clause.key = place == known.end() ? 0 : place->second;
        if (place != known.end()) known.erase(place);  // of two clauses with one id only the first keeps the key
    }
    const std::string id = document.id;
    return corpus.with(id, std::make_shared<const PolicyDocument>(std::move(document))).document(id);
}

}  // namespace

gis::Result<ChangeSet> addDocument(const ProjectSnapshot& snapshot, PolicyDocument document) {
    if (document.id.empty())
        return gis::fail(gis::ErrorCode::InvalidArgument, {}, gis::message("layers", "a document needs an id"));
    const DocumentPtr before = snapshot.corpus.document(document.id);
    const DocumentPtr after = keyed(snapshot.corpus, std::move(document));
    ChangeSet change{gis::message("layers", "Add document %1", {after->title.empty() ? after->id : after->title}), {}};
    if (!before || !(*before == *after)) change.changes.push_back(DocumentChange{before, after});
    return change;
}

gis::Result<ChangeSet> addCorpus(const ProjectSnapshot& snapshot, const PolicyCorpus& corpus) {
    ChangeSet change{gis::message("layers", "Add policy documents"), {}};
    PolicyCorpus growing = snapshot.corpus;
    for (const DocumentPtr& document : corpus.documents()) {
        if (growing.document(document->id)) continue;
        const DocumentPtr after = keyed(growing, *document);
        growing = growing.with(after->id, after);
        change.changes.push_back(DocumentChange{nullptr, after});
    }
    return change;
}

gis::Result<ChangeSet> removeDocument(const ProjectSnapshot& snapshot, const std::string& id) {
    const DocumentPtr held = snapshot.corpus.document(id);
    if (!held)
        return gis::fail(gis::ErrorCode::NotFound, {},
                         gis::message("layers", "the project has no document \"%1\"", {id}));
    ChangeSet change{gis::message("layers", "Remove document %1", {held->title}), {}};
    change.changes.push_back(DocumentChange{held, nullptr});
    return change;
}

}  // namespace layers
