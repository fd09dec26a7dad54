// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "layers/document/DocumentText.h"

namespace layers {

/// A parsed part. No entities but the five of XML are expanded; a document type is refused, for only there could
/// others be declared; nesting beyond the limit is refused, so that walks over the tree may recurse.
class XmlPart {
public:
    static gis::Result<XmlPart> parse(std::string bytes, const DocumentLimits& limits);
    pugi::xml_node root() const { return m_document->document_element(); }

private:
    std::unique_ptr<std::string> m_bytes;  // the tree points into them
    std::unique_ptr<pugi::xml_document> m_document;
};

/// The name without its prefix: "w:p" is "p". Prefixes are the writer's to choose.
std::string_view localName(pugi::xml_node node);
/// First child, or its attribute, with that local name.
pugi::xml_node childOf(pugi::xml_node node, std::string_view name);
std::string_view attributeOf(pugi::xml_node node, std::string_view name);
bool hasAttribute(pugi::xml_node node, std::string_view name);
/// A whole number within ±10⁹, or `otherwise`.
int numberOf(std::string_view text, int otherwise);

}  // namespace layers
