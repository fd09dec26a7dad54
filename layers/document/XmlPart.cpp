// SPDX-License-Identifier: Apache-2.0
#include "layers/document/XmlPart.h"

#include <charconv>
#include <cstdlib>

#include "layers/document/DocumentWords.h"
#include "layers/document/ReaderFrame.h"

namespace layers {

namespace {

bool isDeeper(pugi::xml_node root, std::size_t limit) {
    std::size_t depth = 0;
    pugi::xml_node node = root;
    while (node) {
        if (node.first_child()) {
            node = node.first_child();
            if (++depth > limit) return true;
            continue;
        }
        while (node && node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (!node || node == root) break;
        node = node.next_sibling();
    }
    return false;
}

std::string_view localPart(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_attribute attributeNamed(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_attribute attribute : node.attributes())
        if (localPart(attribute.name()) == name) return attribute;
    return {};
}

}  // namespace

gis::Result<XmlPart> XmlPart::parse(std::string bytes, const DocumentLimits& limits) {
    XmlPart part;
    part.m_bytes = std::make_unique<std::string>(std::move(bytes));
    part.m_document = std::make_unique<pugi::xml_document>();
    const unsigned options = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype;
    const auto result = part.m_document->load_buffer_inplace(part.m_bytes->data(), part.m_bytes->size(), options);
    if (result.status == pugi::status_out_of_memory) std::_Exit(outOfMemoryExit);
    if (!result) return damagedDocument(result.description());
    for (const pugi::xml_node child : part.m_document->children())
        if (child.type() == pugi::node_doctype)
            return gis::fail(gis::ErrorCode::Refused, {}, documentMessage(DocumentWord::HasDoctype),
                             documentMessage(DocumentWord::AdviseSave));
    if (isDeeper(*part.m_document, limits.depth)) return overDocumentLimit(limits.depth, "--max-depth");
    return part;
}

std::string_view localName(pugi::xml_node node) { return localPart(node.name()); }

pugi::xml_node childOf(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_node child : node.children())
        if (localName(child) == name) return child;
    return {};
}

std::string_view attributeOf(pugi::xml_node node, std::string_view name) { return attributeNamed(node, name).value(); }

bool hasAttribute(pugi::xml_node node, std::string_view name) { return !attributeNamed(node, name).empty(); }

int numberOf(std::string_view text, int otherwise) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end == text.data() || number > 1'000'000'000 || number < -1'000'000'000)
        return otherwise;
    return number;
}

}  // namespace layers
