// SPDX-License-Identifier: Apache-2.0
#include "layers/links/LinkWeights.h"

#include <nlohmann/json.hpp>

#include "gis/base/Resources.h"

namespace layers {

gis::Result<LinkWeights> shippedLinkWeights() {
    const std::string name = "corpus/links.json";
    TUCE_TRY(bytes, gis::readResource(name));
    try {
        const auto json = nlohmann::json::parse(bytes);
        const auto& told = json.at("weights");
        LinkWeights weights;
        for (const auto& [word, place] : {std::pair<const char*, double*>{"stated", &weights.stated},
                                          {"document", &weights.document},
                                          {"name_in_heading", &weights.nameInHeading},
                                          {"name_in_text", &weights.nameInText},
                                          {"alias", &weights.alias},
                                          {"rare_signs", &weights.rareSigns},
                                          {"heading_signs", &weights.headingSigns},
                                          {"longest_run", &weights.longestRun},
                                          {"members", &weights.members},
                                          {"carriers", &weights.carriers},
                                          {"kind_in_heading", &weights.kindInHeading},
                                          {"kind_in_text", &weights.kindInText},
                                          {"least", &weights.least},
                                          {"least_beside", &weights.leastBeside}})
            *place = told.at(word).get<double>();
        weights.kindWords = json.at("kind_words").get<std::map<std::string, std::vector<std::string>>>();
        return weights;
    } catch (const nlohmann::json::exception& error) {
        return gis::fail(gis::ErrorCode::InvalidData, {name, {}, {}},
                         gis::message("layers", "the weights of link proposals are damaged"),
                         gis::message("layers", "install the program's resources again"), error.what());
    }
}

}  // namespace layers
