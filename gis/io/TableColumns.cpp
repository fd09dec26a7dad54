// SPDX-License-Identifier: Apache-2.0
#include "gis/io/TableColumns.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace gis {

namespace {

constexpr std::size_t longestTableName = 10;

std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

std::string columnBytes(const std::string& name, const TextEncoder& encoder) {
    std::string lost;
    std::string bytes = encoder.encode(name, lost);
    if (!lost.empty()) std::replace(bytes.begin(), bytes.end(), '?', '_');
    return bytes;
}

}  // namespace

std::vector<std::string> tableColumnNames(const Schema& schema, const TextEncoder& encoder) {
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (const Field& field : schema.fields()) {
        const std::string whole = columnBytes(field.name, encoder);
        std::string name = encoder.cut(whole, longestTableName);
        for (int i = 1; name.empty() || !taken.insert(upper(name)).second; ++i) {
            const std::string tail = "_" + std::to_string(i);
            name = encoder.cut(whole, longestTableName - tail.size()) + tail;
        }
        names.push_back(std::move(name));
    }
    return names;
}

std::vector<std::string> tableColumnNames(const Schema& schema) {
    const auto utf8 = TextEncoder::make("UTF-8");
    return tableColumnNames(schema, *utf8);
}

}  // namespace gis
