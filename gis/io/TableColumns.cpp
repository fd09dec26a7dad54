// SPDX-License-Identifier: Apache-2.0
#include "gis/io/TableColumns.h"

#include <cctype>
#include <set>

namespace gis {

namespace {

constexpr std::size_t longestTableName = 10;

/// The first `most` bytes or fewer, so that no UTF-8 character is cut.
std::string cutText(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
    return text.substr(0, end);
}

std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

}  // namespace

std::vector<std::string> tableColumnNames(const Schema& schema) {
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (const Field& field : schema.fields()) {
        std::string name = cutText(field.name, longestTableName);
        for (int i = 1; name.empty() || !taken.insert(upper(name)).second; ++i) {
            const std::string tail = "_" + std::to_string(i);
            name = cutText(field.name, longestTableName - tail.size()) + tail;
        }
        names.push_back(std::move(name));
    }
    return names;
}

}  // namespace gis
