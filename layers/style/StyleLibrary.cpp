// SPDX-License-Identifier: Apache-2.0
#include "layers/style/StyleLibrary.h"

#include "gis/base/Resources.h"
#include "layers/style/MemberReader.h"

namespace layers {

namespace {

constexpr const char* file = "style_library.json";

struct Entry {
    std::string style;
    std::string title;
    int dimension = -1;
};

struct Group {
    std::string title;
    std::vector<Entry> entries;
};

void readEntry(MemberReader& reader, Entry& entry) {
    reader.text("style", entry.style);
    reader.text("title", entry.title);
    reader.integer("dimension", entry.dimension, {-1, 2});
}

void readGroup(MemberReader& reader, Group& group) {
    reader.text("title", group.title);
    reader.array("styles", [&](MemberReader& inner) { readEntry(inner, group.entries.emplace_back()); });
}

}  // namespace

gis::Result<std::vector<LibraryGroup>> styleLibrary() {
    TUCE_TRY(bytes, gis::readResource(file));
    const auto json = MemberReader::Json::parse(bytes, nullptr, false);
    std::vector<Group> groups;
    std::optional<gis::Error> firstError;
    MemberReader reader(json, {}, firstError);
    reader.array("groups", [&](MemberReader& inner) { readGroup(inner, groups.emplace_back()); });
    reader.finish();
    if (firstError) {
        firstError->subject.path = file;
        return tl::unexpected<gis::Error>(std::move(*firstError));
    }
    std::vector<LibraryGroup> library;
    for (const Group& group : groups) {
        LibraryGroup& made = library.emplace_back();
        made.title = group.title;
        for (const Entry& entry : group.entries) {
            TUCE_TRY(style, shippedStyle(entry.style));
            made.styles.push_back({entry.title, entry.dimension, std::move(style)});
        }
    }
    return library;
}

}  // namespace layers
