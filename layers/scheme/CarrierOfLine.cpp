// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/CarrierOfLine.h"

#include <algorithm>

namespace layers {
namespace {

std::string lowered(std::string text) {
    for (char& sign : text)
        if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign - 'A' + 'a');
    return text;
}

std::string kindOf(const Layer& layer, const std::string& name, const std::vector<KnownRoute>& routes,
                   const BaseFieldNames& fields) {
    const auto route = std::ranges::find_if(routes, [&](const KnownRoute& known) { return known.isCalled(name); });
    if (route != routes.end()) return route->kind == "river" ? "waterway" : route->kind;
    for (const std::string& called : {lowered(layer.name), lowered(layer.source.layer)})
        for (const auto& [kind, words] : fields.carrierLayers)
            if (std::ranges::any_of(words, [&](const auto& word) { return called.find(word) != std::string::npos; }))
                return kind;
    for (const auto& [kind, endings] : fields.carrierEndings)
        if (std::ranges::any_of(endings, [&](const auto& ending) { return name.ends_with(ending); })) return kind;
    return {};
}

}  // namespace

SchemeCarrier carrierOfLine(const Layer& layer, const std::string& name, const std::vector<KnownRoute>& routes,
                            const BaseFieldNames& fields) {
    return {name, kindOf(layer, name, routes, fields), {}, layer.name};
}

}  // namespace layers
