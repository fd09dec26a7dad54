// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/JoinedThings.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace layers {
namespace {

constexpr const char* sameAs = "same_as";
constexpr const char* partOf = "part_of";

/// Sets of indexes that grow together.
class Groups {
public:
    explicit Groups(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0U); }
    std::size_t of(std::size_t index) {
        while (m_parent[index] != index) index = m_parent[index] = m_parent[m_parent[index]];
        return index;
    }
    void join(std::size_t a, std::size_t b) {
        const std::size_t first = of(a);
        const std::size_t second = of(b);
        m_parent[std::max(first, second)] = std::min(first, second);
    }

private:
    std::vector<std::size_t> m_parent;
};

bool isEarlier(const ThingStatement& a, const ThingStatement& b) {
    return a.date.empty() != b.date.empty() ? !a.date.empty() : a.date < b.date;
}

/// The places of the first that are not among the others, by code where both have one, else by name.
std::vector<std::string> namesWithout(const std::vector<SchemePlace>& places, const std::vector<SchemePlace>& others) {
    std::vector<std::string> names;
    for (const SchemePlace& place : places)
        if (std::ranges::none_of(others, [&](const SchemePlace& other) {
                return place.adcode.empty() || other.adcode.empty() ? place.name == other.name
                                                                    : place.adcode == other.adcode;
            }))
            names.push_back(place.name);
    return names;
}

}  // namespace

std::vector<JoinedThing> joinedThings(const Scheme& scheme) {
    std::map<std::string, std::size_t> indexOf;
    for (std::size_t i = 0; i < scheme.elements.size(); ++i) indexOf.emplace(scheme.elements[i].id, i);
    Groups groups(scheme.elements.size());
    std::set<std::size_t> inferred;
    for (std::size_t i = 0; i < scheme.elements.size(); ++i)
        for (const SchemeRelation& relation : scheme.elements[i].relations) {
            const auto target = indexOf.find(relation.target);
            if (relation.type != sameAs || target == indexOf.end()) continue;
            groups.join(i, target->second);
            if (relation.inferred) inferred.insert(i);
        }
    std::map<std::size_t, JoinedThing> things;
    for (std::size_t i = 0; i < scheme.elements.size(); ++i) {
        const SchemeElement& element = scheme.elements[i];
        const SchemeDocument* document = scheme.document(element.documentId);
        things[groups.of(i)].statements.push_back({element.id, element.documentId, document ? document->title : "",
                                                   document ? document->date : "", document && document->dateInferred,
                                                   inferred.contains(i)});
    }
    std::vector<JoinedThing> found;
    for (auto& [first, thing] : things) {
        std::stable_sort(thing.statements.begin(), thing.statements.end(), isEarlier);
        found.push_back(std::move(thing));
    }
    return found;
}

std::vector<ComparedStatement> statementsOf(const Scheme& scheme, const std::string& elementId) {
    std::vector<ComparedStatement> compared;
    for (const JoinedThing& thing : joinedThings(scheme)) {
        const bool isIt = std::ranges::any_of(
            thing.statements, [&](const ThingStatement& statement) { return statement.elementId == elementId; });
        if (!isIt || thing.statements.size() < 2) continue;
        const SchemeElement* before = nullptr;
        for (const ThingStatement& statement : thing.statements) {
            const SchemeElement& element = *scheme.element(statement.elementId);
            ComparedStatement& one = compared.emplace_back(statement, element);
            if (element.members.empty()) continue;
            if (before != nullptr) {
                one.added = namesWithout(element.members, before->members);
                one.leftOut = namesWithout(before->members, element.members);
            }
            before = &element;
        }
    }
    return compared;
}

std::vector<std::string> partsOf(const Scheme& scheme, const std::string& wholeId) {
    std::vector<std::string> parts;
    for (const SchemeElement& element : scheme.elements)
        if (std::any_of(element.relations.begin(), element.relations.end(), [&](const SchemeRelation& relation) {
                return relation.type == partOf && relation.target == wholeId;
            }))
            parts.push_back(element.id);
    return parts;
}

std::vector<std::string> wholesOf(const Scheme& scheme) {
    std::set<std::string> named;
    for (const SchemeElement& element : scheme.elements)
        for (const SchemeRelation& relation : element.relations)
            if (relation.type == partOf) named.insert(relation.target);
    std::vector<std::string> wholes;
    for (const SchemeElement& element : scheme.elements)
        if (named.contains(element.id)) wholes.push_back(element.id);
    return wholes;
}

gis::Result<Scheme> schemeOfWholes(const Scheme& scheme, const std::vector<std::string>& wholeIds) {
    std::set<std::string> taken;
    std::vector<std::string> open;
    for (const std::string& id : wholeIds) {
        if (scheme.element(id) == nullptr)
            return gis::fail(gis::ErrorCode::NotFound, {{}, {}, id},
                             gis::message("layers", "the scheme has no element %1", {id}));
        open.push_back(id);
    }
    while (!open.empty()) {
        const std::string id = open.back();
        open.pop_back();
        if (!taken.insert(id).second) continue;
        for (const std::string& part : partsOf(scheme, id)) open.push_back(part);
    }
    Scheme found = scheme;
    std::erase_if(found.elements, [&](const SchemeElement& element) { return !taken.contains(element.id); });
    return found;
}

}  // namespace layers
