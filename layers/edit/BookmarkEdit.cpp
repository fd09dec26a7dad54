// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/BookmarkEdit.h"

#include <algorithm>

namespace layers {

namespace {

ChangeSet changeTo(const ProjectSnapshot& snapshot, const std::vector<Bookmark>& bookmarks, gis::Message text) {
    ProjectInfo info = snapshot.info;
    if (bookmarks.empty())
        info.values.erase(bookmarksValue);
    else
        info.values[bookmarksValue] = toJson(bookmarks);
    ChangeSet change{std::move(text), {}};
    if (info != snapshot.info) change.changes.push_back(InfoChange{snapshot.info, std::move(info)});
    return change;
}

auto named(std::vector<Bookmark>& bookmarks, const std::string& name) {
    return std::ranges::find(bookmarks, name, &Bookmark::name);
}

gis::Result<void> checkName(std::vector<Bookmark>& bookmarks, const std::string& name) {
    if (name.empty())
        return gis::fail(gis::ErrorCode::InvalidArgument, {}, gis::message("layers", "a bookmark needs a name"));
    if (named(bookmarks, name) != bookmarks.end())
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "there is a bookmark \"%1\" already", {name}),
                         gis::message("layers", "choose another name"));
    return {};
}

tl::unexpected<gis::Error> notThere(const std::string& name) {
    return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("layers", "there is no bookmark \"%1\"", {name}));
}

}  // namespace

gis::Result<ChangeSet> addBookmark(const ProjectSnapshot& snapshot, const Bookmark& bookmark) {
    TUCE_TRY(bookmarks, bookmarksOf(snapshot));
    TUCE_CHECK(checkName(bookmarks, bookmark.name));
    bookmarks.push_back(bookmark);
    return changeTo(snapshot, bookmarks, gis::message("layers", "Add bookmark %1", {bookmark.name}));
}

gis::Result<ChangeSet> renameBookmark(const ProjectSnapshot& snapshot, const std::string& from, const std::string& to) {
    TUCE_TRY(bookmarks, bookmarksOf(snapshot));
    const auto found = named(bookmarks, from);
    if (found == bookmarks.end()) return notThere(from);
    if (from != to) TUCE_CHECK(checkName(bookmarks, to));
    found->name = to;
    return changeTo(snapshot, bookmarks, gis::message("layers", "Rename bookmark %1", {from}));
}

gis::Result<ChangeSet> removeBookmark(const ProjectSnapshot& snapshot, const std::string& name) {
    TUCE_TRY(bookmarks, bookmarksOf(snapshot));
    const auto found = named(bookmarks, name);
    if (found == bookmarks.end()) return notThere(name);
    bookmarks.erase(found);
    return changeTo(snapshot, bookmarks, gis::message("layers", "Delete bookmark %1", {name}));
}

ChangeSet dropBookmarks(const ProjectSnapshot& snapshot) {
    return changeTo(snapshot, {}, gis::message("layers", "Delete all bookmarks"));
}

}  // namespace layers
