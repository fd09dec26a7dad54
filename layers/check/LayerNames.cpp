// SPDX-License-Identifier: Apache-2.0
#include "layers/check/LayerNames.h"

#include <filesystem>
#include <map>
#include <set>

namespace layers {

namespace {

namespace fs = std::filesystem;

std::string canonicalPath(const std::string& path) {
    std::error_code error;
    const fs::path canonical = fs::weakly_canonical(path, error);
    return error ? path : canonical.string();
}

}  // namespace

std::vector<std::string> resultNames(const CheckInput& input) {
    std::vector<const CheckLayer*> all;
    for (const CheckLayer& layer : input.plan) all.push_back(&layer);
    for (const CheckLayer& layer : input.control) all.push_back(&layer);

    std::map<std::string, std::set<std::string>> filesOfName;       // layer name -> canonical paths
    std::map<std::string, std::set<std::string>> filesOfQualified;  // file name|layer name -> canonical paths
    const auto qualified = [](const CheckLayer& layer) {
        return fs::path(layer.path).filename().string() + "|" + layer.name;
    };
    for (const CheckLayer* layer : all) {
        const std::string path = canonicalPath(layer->path);
        filesOfName[layer->name].insert(path);
        filesOfQualified[qualified(*layer)].insert(path);
    }
    std::vector<std::string> names;
    for (const CheckLayer* layer : all) {
        if (filesOfName[layer->name].size() < 2)
            names.push_back(layer->name);
        else if (filesOfQualified[qualified(*layer)].size() < 2)
            names.push_back(qualified(*layer));
        else
            names.push_back(layer->path + "|" + layer->name);
    }
    return names;
}

}  // namespace layers
