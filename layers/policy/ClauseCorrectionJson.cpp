// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "layers/policy/ClauseCorrection.h"

namespace layers {

std::string toText(CorrectionKind kind) {
    switch (kind) {
        case CorrectionKind::Split:
            return "split";
        case CorrectionKind::Join:
            return "join";
        case CorrectionKind::Take:
            return "take";
        case CorrectionKind::Name:
            break;
    }
    return "name";
}

std::string correctionsJson(const std::vector<ClauseCorrection>& corrections) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const ClauseCorrection& one : corrections)
        list.push_back({{"kind", toText(one.kind)},
                        {"words", one.words},
                        {"near", one.nearTo},
                        {"number", one.number},
                        {"heading", one.heading}});
    return list.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

gis::Result<std::vector<ClauseCorrection>> correctionsFromJson(const std::string& json) {
    try {
        std::vector<ClauseCorrection> corrections;
        const auto list = nlohmann::json::parse(json);
        for (const auto& item : list) {
            ClauseCorrection one;
            const std::string kind = item.at("kind");
            for (const CorrectionKind known :
                 {CorrectionKind::Split, CorrectionKind::Join, CorrectionKind::Name, CorrectionKind::Take})
                if (toText(known) == kind) one.kind = known;
            if (toText(one.kind) != kind) throw std::invalid_argument(kind);
            one.words = item.at("words");
            one.nearTo = item.at("near").get<std::size_t>();
            one.number = item.at("number");
            one.heading = item.at("heading");
            corrections.push_back(std::move(one));
        }
        return corrections;
    } catch (const std::exception& error) {
        return gis::fail(gis::ErrorCode::InvalidData, {},
                         gis::message("layers", "the corrections of clauses that the project keeps are damaged"), {},
                         error.what());
    }
}

}  // namespace layers
