// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/NamesEdit.h"

#include <algorithm>

#include "layers/policy/DocumentPlaces.h"
#include "layers/project/ProjectGazetteer.h"

namespace layers {

gis::Result<ChangeSet> setUserNames(const ProjectSnapshot& snapshot, const UserNames& names) {
    ProjectInfo info = snapshot.info;
    if (names.isEmpty())
        info.values.erase(userNamesValue);
    else
        info.values[userNamesValue] = toJson(names);
    ChangeSet change{gis::message("layers", "Change the plan's place names"), {}};
    if (info == snapshot.info) return change;
    ProjectSnapshot after = snapshot;
    after.info = info;
    change.changes.push_back(InfoChange{snapshot.info, std::move(info)});
    const auto to = gazetteerOf(after);
    const auto from = gazetteerOf(snapshot);
    if (!to || !from) return change;  // names that cannot be read find nothing
    for (const auto& document : snapshot.corpus.documents()) {
        if (document->text.empty()) continue;
        PolicyDocument renamed = *document;
        if (changePlaces(renamed, *from, *to))
            change.changes.push_back(
                DocumentChange{document, std::make_shared<const PolicyDocument>(std::move(renamed))});
    }
    return change;
}

gis::Result<ChangeSet> addUserNames(const ProjectSnapshot& snapshot, const UserNames& names) {
    TUCE_TRY(all, userNamesOf(snapshot));
    for (const PlaceEntry& entry : names.entries) {
        const auto same = std::find_if(all.entries.begin(), all.entries.end(),
                                       [&](const PlaceEntry& held) { return held.id == entry.id; });
        if (same == all.entries.end()) {
            all.entries.push_back(entry);
            continue;
        }
        const std::vector<std::string> spellings = same->spellings;
        all.contexts.erase(std::remove_if(all.contexts.begin(), all.contexts.end(),
                                          [&](const SpellingContext& context) {
                                              return std::find(spellings.begin(), spellings.end(), context.spelling) !=
                                                     spellings.end();
                                          }),
                           all.contexts.end());
        *same = entry;
    }
    all.contexts.insert(all.contexts.end(), names.contexts.begin(), names.contexts.end());
    return setUserNames(snapshot, all);
}

}  // namespace layers
