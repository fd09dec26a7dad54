// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "gis/io/VectorFile.h"

namespace gis {

namespace fs = std::filesystem;

SourceName SourceName::parse(const std::string& text) {
    std::error_code error;
    if (fs::exists(text, error)) return {text, {}};
    // The bar may stand in a path as well as in a layer's name: the first cut that leaves an existing file counts.
    for (std::size_t bar = text.find('|'); bar != std::string::npos; bar = text.find('|', bar + 1))
        if (fs::exists(text.substr(0, bar), error)) return {text.substr(0, bar), text.substr(bar + 1)};
    const std::size_t bar = text.find('|');
    if (bar == std::string::npos) return {text, {}};
    return {text.substr(0, bar), text.substr(bar + 1)};
}

bool sameFile(const std::string& a, const std::string& b) {
    std::error_code error;
    if (fs::exists(a, error) && fs::exists(b, error)) return fs::equivalent(a, b, error);
    const fs::path first = fs::weakly_canonical(a, error);
    if (error) return a == b;
    const fs::path second = fs::weakly_canonical(b, error);
    return error ? a == b : first == second;
}

}  // namespace gis
