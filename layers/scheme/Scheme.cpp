// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/Scheme.h"

#include <algorithm>
#include <set>

#include "layers/scheme/JsonReading.h"
#include "layers/scheme/StatementReading.h"

namespace layers {
namespace {

constexpr double leastKm = 0.001;
constexpr double greatestKm = 1000;
constexpr const char* knownForms[] = {"tuce-scheme/1", "domain-layouts/1", "tuce-elements/1"};
/// Elements of a hostile file; the largest known has 510.
constexpr std::size_t elementLimit = 100'000;

bool isCode(const std::string& text) {
    return (text.size() == 6 || text.size() == 9) &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

gis::Result<SchemePlace> readPlace(const JsonReading& reading) {
    SchemePlace place;
    TUCE_TRY(name, reading.requiredText("name"));
    TUCE_TRY(adcode, reading.text("adcode"));
    if (!adcode.empty() && !isCode(adcode))
        return reading.wrong("adcode", gis::message("layers", "must be a code of 6 or 9 digits, not \"%1\"", {adcode}));
    TUCE_TRY(level, reading.text("level"));
    TUCE_TRY(role, reading.text("role"));
    TUCE_TRY(within, reading.text("within_adcode"));
    TUCE_TRY(inferred, reading.boolean("inferred"));
    return SchemePlace{name, adcode, level, role, within, inferred};
}

gis::Result<SchemeCarrier> readCarrier(const JsonReading& reading) {
    TUCE_TRY(name, reading.requiredText("name"));
    TUCE_TRY(kind, reading.text("kind"));
    TUCE_TRY(role, reading.text("role"));
    TUCE_TRY(layer, reading.text("layer"));
    return SchemeCarrier{name, kind, role, layer};
}

/// An element, or what a paper names of it.
template <class Parts>
gis::Result<void> readParts(const JsonReading& reading, Parts& parts) {
    TUCE_TRY(carriers, reading.objects("carriers"));
    for (const JsonReading& item : carriers) {
        TUCE_TRY(carrier, readCarrier(item));
        parts.carriers.push_back(carrier);
    }
    TUCE_TRY(members, reading.objects("members"));
    for (const JsonReading& item : members) {
        TUCE_TRY(place, readPlace(item));
        parts.members.push_back(place);
    }
    TUCE_TRY(width, reading.number("width_km", leastKm, greatestKm));
    TUCE_TRY(radius, reading.number("radius_km", leastKm, greatestKm));
    parts.widthKm = width;
    parts.radiusKm = radius;
    return {};
}

gis::Result<void> readLists(const JsonReading& reading, SchemeElement& element) {
    TUCE_CHECK(readParts(reading, element));
    TUCE_TRY(aliases, reading.texts("aliases"));
    element.aliases = aliases;
    TUCE_TRY(named, reading.object("as_named"));
    if (named) TUCE_CHECK(readParts(*named, element.asNamed.emplace()));
    return {};
}

gis::Result<void> readEnds(const JsonReading& reading, SchemeElement& element) {
    TUCE_TRY(ends, reading.object("ends"));
    if (!ends) return {};
    TUCE_TRY(start, ends->object("start"));
    if (start) {
        TUCE_TRY(place, readPlace(*start));
        element.start = place;
    }
    TUCE_TRY(finish, ends->object("finish"));
    if (finish) {
        TUCE_TRY(place, readPlace(*finish));
        element.finish = place;
    }
    return {};
}

gis::Result<void> readParameters(const JsonReading& reading, SchemeElement& element) {
    TUCE_TRY(anchor, reading.number("anchor_km", leastKm, greatestKm));
    TUCE_TRY(join, reading.number("join_km", 0, greatestKm));
    TUCE_TRY(gap, reading.number("gap_km", 0, greatestKm));
    TUCE_TRY(generalise, reading.number("generalise_km", 0, greatestKm));
    TUCE_TRY(rank, reading.number("rank", 0, 100));
    TUCE_TRY(schematic, reading.boolean("schematic"));
    element.anchorKm = anchor;
    element.joinKm = join;
    element.gapKm = gap;
    element.generaliseKm = generalise;
    element.rank = static_cast<int>(rank.value_or(0));
    element.schematic = schematic;
    return {};
}

gis::Result<SchemeElement> readElement(JsonReading reading) {
    SchemeElement element;
    TUCE_TRY(id, reading.requiredText("id"));
    reading.setPlace(gis::translated(gis::message("layers", "element %1", {id})));
    TUCE_TRY(kind, reading.requiredText("kind"));
    TUCE_TRY(name, reading.requiredText("name"));
    TUCE_TRY(shortName, reading.text("short_name"));
    TUCE_TRY(document, reading.text("document"));
    element.id = id;
    element.kind = kind;
    element.name = name;
    element.shortName = shortName;
    element.documentId = document;
    TUCE_CHECK(readLists(reading, element));
    TUCE_CHECK(readEnds(reading, element));
    TUCE_CHECK(readParameters(reading, element));
    TUCE_CHECK(readStatement(reading, element));
    element.json = reading.json().dump(-1, ' ', false, JsonReading::Json::error_handler_t::replace);
    return element;
}

/// A form of another version may mean something else by the same words.
gis::Result<void> checkForm(const JsonReading& reading) {
    TUCE_TRY(form, reading.text("schema"));
    if (form.empty() || std::ranges::find(knownForms, form) != std::end(knownForms)) return {};
    return reading.wrong("schema",
                         gis::message("layers", "is \"%1\", which this program does not know; known are %2, %3 and %4",
                                      {form, knownForms[0], knownForms[1], knownForms[2]}));
}

}  // namespace

const SchemeElement* Scheme::element(const std::string& id) const {
    const auto found = std::find_if(elements.begin(), elements.end(), [&](const auto& e) { return e.id == id; });
    return found == elements.end() ? nullptr : &*found;
}

const SchemeDocument* Scheme::document(const std::string& id) const {
    const auto found = std::find_if(documents.begin(), documents.end(), [&](const auto& d) { return d.id == id; });
    return found == documents.end() ? nullptr : &*found;
}

gis::Result<Scheme> schemeFromJson(const std::string& bytes, const std::string& name) {
    TUCE_TRY(document, parsedObject(bytes, name));
    const JsonReading reading(document, name, {});
    TUCE_CHECK(checkForm(reading));
    if (!document.contains("elements")) return reading.wrong("elements", gis::message("layers", "is missing or empty"));
    Scheme scheme;
    TUCE_TRY(title, reading.text("title"));
    TUCE_TRY(note, reading.text("note"));
    TUCE_TRY(documents, readDocuments(reading));
    scheme.title = title;
    scheme.note = note;
    scheme.documents = documents;
    TUCE_TRY(elements, reading.objects("elements"));
    if (elements.size() > elementLimit)
        return gis::fail(gis::ErrorCode::OutOfResources, {name, {}, {}},
                         gis::message("layers", "holds more than %1 elements", {std::to_string(elementLimit)}),
                         gis::message("layers", "split the scheme"));
    std::set<std::string> ids;
    for (const JsonReading& item : elements) {
        TUCE_TRY(element, readElement(item));
        if (!ids.insert(element.id).second)
            return item.wrong("id", gis::message("layers", "occurs twice: \"%1\"", {element.id}));
        scheme.elements.push_back(std::move(element));
    }
    return scheme;
}

gis::Result<SchemeElement> elementFromJson(const std::string& bytes, const std::string& name) {
    TUCE_TRY(document, parsedObject(bytes, name));
    return readElement(JsonReading(document, name, {}));
}

}  // namespace layers
