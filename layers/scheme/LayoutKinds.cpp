// SPDX-License-Identifier: Apache-2.0
#include "layers/scheme/LayoutKinds.h"

#include <algorithm>

#include "gis/base/Resources.h"
#include "layers/scheme/JsonReading.h"

namespace layers {
namespace {

constexpr const char* shippedName = "schemes/kinds.json";

gis::Result<std::map<std::string, std::string>> readWords(const JsonReading& reading, const char* member) {
    std::map<std::string, std::string> words;
    TUCE_TRY(found, reading.object(member));
    if (!found) return words;
    for (const auto& [key, value] : found->json().items()) {
        TUCE_TRY(text, found->text(key.c_str()));
        words[key] = text;
    }
    return words;
}

gis::Result<std::map<std::string, double>> readParameters(const JsonReading& reading) {
    std::map<std::string, double> parameters;
    TUCE_TRY(found, reading.object("parameters"));
    if (!found) return parameters;
    for (const auto& [key, value] : found->json().items()) {
        TUCE_TRY(number, found->number(key.c_str(), 0, 1000));
        if (number) parameters[key] = *number;
    }
    return parameters;
}

std::string filled(std::string text, const std::string& argument) {
    if (const auto at = text.find("%1"); at != std::string::npos) text.replace(at, 2, argument);
    return text;
}

gis::Result<LayoutKind> readKind(const JsonReading& reading) {
    LayoutKind kind;
    TUCE_TRY(word, reading.requiredText("kind"));
    TUCE_TRY(title, reading.requiredText("title"));
    TUCE_TRY(english, reading.text("title_en"));
    TUCE_TRY(geometry, reading.requiredText("geometry"));
    TUCE_TRY(builders, reading.texts("builders"));
    TUCE_TRY(code, reading.text("code"));
    TUCE_TRY(style, reading.text("style"));
    TUCE_TRY(parameters, readParameters(reading));
    return LayoutKind{word, title, english, geometry, builders, code, style, parameters};
}

}  // namespace

const LayoutKind* LayoutKinds::find(const std::string& kind) const {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const LayoutKind& k) { return k.kind == kind; });
    return found == kinds.end() ? nullptr : &*found;
}

std::string LayoutKinds::note(const std::string& key, const std::string& argument) const {
    const auto found = notes.find(key);
    return found == notes.end() ? std::string() : filled(found->second, argument);
}

std::string LayoutKinds::layerTitle(const std::string& layer, const std::string& scheme) const {
    const auto found = layerTitles.find(layer);
    return found == layerTitles.end() ? layer : filled(found->second, scheme);
}

std::string LayoutKinds::joined(const std::vector<std::string>& names) const {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : separator) + name;
    return text;
}

gis::Result<LayoutKinds> layoutKindsFromJson(const std::string& bytes, const std::string& name) {
    TUCE_TRY(document, parsedObject(bytes, name));
    const JsonReading reading(document, name, {});
    LayoutKinds found;
    TUCE_TRY(notes, readWords(reading, "notes"));
    TUCE_TRY(separator, reading.text("separator"));
    TUCE_TRY(titles, readWords(reading, "layers"));
    found.notes = notes;
    found.layerTitles = titles;
    found.separator = separator;
    TUCE_TRY(kinds, reading.objects("kinds"));
    for (const JsonReading& item : kinds) {
        TUCE_TRY(kind, readKind(item));
        found.kinds.push_back(kind);
    }
    return found;
}

gis::Result<LayoutKinds> shippedLayoutKinds() {
    TUCE_TRY(bytes, gis::readResource(shippedName));
    return layoutKindsFromJson(bytes, shippedName);
}

}  // namespace layers
