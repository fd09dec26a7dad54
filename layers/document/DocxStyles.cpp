// SPDX-License-Identifier: Apache-2.0
#include "layers/document/DocxStyles.h"

#include <algorithm>

#include "layers/document/XmlPart.h"

namespace layers {

namespace {

std::string lowered(std::string_view text) {
    std::string made(text);
    std::transform(made.begin(), made.end(), made.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return made;
}

std::string valueOf(pugi::xml_node node) { return std::string(attributeOf(node, "val")); }

}  // namespace

DocxListPlace listPlaceOf(pugi::xml_node properties) {
    DocxListPlace place;
    const pugi::xml_node list = childOf(properties, "numPr");
    if (const pugi::xml_node id = childOf(list, "numId")) place.list = numberOf(attributeOf(id, "val"), 0);
    if (const pugi::xml_node level = childOf(list, "ilvl")) place.level = numberOf(attributeOf(level, "val"), 0);
    return place;
}

DocxStyles::DocxStyles(pugi::xml_node styles) {
    for (const pugi::xml_node node : styles.children()) {
        if (localName(node) != "style" || attributeOf(node, "type") != "paragraph") continue;
        const std::string id(attributeOf(node, "styleId"));
        const std::string_view isDefault = attributeOf(node, "default");
        if (isDefault == "1" || isDefault == "true") m_default = id;
        m_styles[id] = {lowered(valueOf(childOf(node, "name"))), valueOf(childOf(node, "basedOn")),
                        listPlaceOf(childOf(node, "pPr"))};
    }
}

DocxStyles::Found DocxStyles::listOf(const std::string& style) const {
    Found found;
    std::string id = style;
    // A chain of styles that bites its own tail ends here.
    for (int steps = 0; steps < 50; ++steps) {
        const auto held = m_styles.find(id);
        if (held == m_styles.end()) break;
        const DocxListPlace& place = held->second.place;
        if (!found.place.level) found.place.level = place.level;
        if (place.list) {
            found.place.list = place.list;
            found.style = id;
            break;
        }
        id = held->second.basedOn;
    }
    return found;
}

bool DocxStyles::isContentsEntry(const std::string& style) const {
    const auto held = m_styles.find(style);
    const std::string name = held == m_styles.end() ? lowered(style) : held->second.name;
    const bool toc = name.starts_with("toc") && name.size() >= 4 && name.size() <= 5;
    return toc && name.back() >= '1' && name.back() <= '9';
}

}  // namespace layers
