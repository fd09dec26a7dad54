// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/SchemeDoubts.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "layers/scheme/ElementKeys.h"

namespace layers {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* carrierKinds[] = {"waterway", "railway", "expressway", "corridor", "mountain"};
constexpr std::size_t mostSlips = 2;
constexpr std::size_t shortestKey = 4;  ///< a shorter one is near to too many

template <class Words>
bool isAmong(const Words& words, const std::string& word) {
    return std::ranges::find(words, word) != std::end(words);
}

/// Letters to change, add, drop or swap with the next to make one of the other (optimal string alignment).
std::size_t slipsBetween(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> slips(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                slips[i][j] = i + j;
                continue;
            }
            slips[i][j] = std::min(
                {slips[i - 1][j] + 1, slips[i][j - 1] + 1, slips[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                slips[i][j] = std::min(slips[i][j], slips[i - 2][j - 2] + 1);
        }
    return slips[a.size()][b.size()];
}

/// The known key that an unknown one was meant to be; empty if it is near to none. A slip in a key by which an element is
/// drawn changes the shape without a word.
std::string keyMeant(const std::string& key) {
    const bool isKnown = isAmong(elementKeys, key) || key == noteKey;
    if (isKnown || key.size() < shortestKey || key.size() > 2 * std::string("generalise_km").size()) return {};
    for (const char* known : elementKeys)
        if (std::string(known).size() >= shortestKey && slipsBetween(key, known) <= mostSlips) return known;
    return {};
}

class Doubts {
public:
    Doubts(const SchemeElement& element, gis::Warnings& warnings) : m_element(element), m_warnings(warnings) {}
    void tell(const char* kind, gis::Message text) {
        m_warnings.push_back({kind, {{}, {}, m_element.id}, std::move(text)});
    }

    void ofWords(const LayoutKinds& kinds, const StatusClasses& stages) {
        if (kinds.find(m_element.kind) == nullptr)
            tell("kind_unknown", gis::message("layers", "the kind \"%1\" is not known", {m_element.kind}));
        if (!m_element.statusClass.empty() && stages.find(m_element.statusClass) == nullptr)
            tell("status_unknown", gis::message("layers", "the status \"%1\" is not known", {m_element.statusClass}));
        for (const SchemeRelation& relation : m_element.relations)
            if (!isAmong(relationTypes, relation.type))
                tell("relation_unknown", gis::message("layers", "the relation \"%1\" (to %2) is not known",
                                                      {relation.type, relation.target}));
        for (const SchemeCarrier& carrier : m_element.carriers)
            if (!carrier.kind.empty() && !isAmong(carrierKinds, carrier.kind))
                tell("carrier_kind_unknown", gis::message("layers", "the kind \"%1\" of the carrier %2 is not known",
                                                          {carrier.kind, carrier.name}));
    }

    void ofKeys() {
        const Json json = Json::parse(m_element.json, nullptr, false);
        if (!json.is_object()) return;
        for (const auto& [key, value] : json.items())
            if (const std::string meant = keyMeant(key); !meant.empty())
                tell("key_unknown",
                     gis::message("layers", "the key \"%1\" has no effect; is \"%2\" meant?", {key, meant}));
    }

private:
    const SchemeElement& m_element;
    gis::Warnings& m_warnings;
};

}  // namespace

gis::Warnings schemeDoubts(const Scheme& scheme, const LayoutKinds& kinds, const StatusClasses& stages) {
    gis::Warnings warnings;
    for (const SchemeElement& element : scheme.elements) {
        Doubts doubts(element, warnings);
        doubts.ofWords(kinds, stages);
        doubts.ofKeys();
        if (!scheme.documents.empty() && !element.documentId.empty() && scheme.document(element.documentId) == nullptr)
            doubts.tell("document_unlisted",
                        gis::message("layers", "the scheme's documents do not have \"%1\"", {element.documentId}));
    }
    return warnings;
}

gis::Result<gis::Warnings> schemeDoubts(const Scheme& scheme) {
    TUCE_TRY(kinds, shippedLayoutKinds());
    TUCE_TRY(stages, shippedStatusClasses());
    return schemeDoubts(scheme, kinds, stages);
}

}  // namespace layers
