// SPDX-License-Identifier: Apache-2.0
#include "layers/document/HtmlTree.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "layers/document/DocumentWords.h"
#include "layers/document/HtmlShape.h"
#include "layers/document/ReaderFrame.h"

namespace layers {

/// Blocks that are handed out in pieces and freed together.
class HtmlTree::Memory {
public:
    Memory() = default;
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;
    ~Memory() {
        for (void* block : m_blocks) std::free(block);
    }
    static void* allocate(void* memory, size_t size) { return static_cast<Memory*>(memory)->take(size); }
    static void release(void*, void*) {}

private:
    void* take(std::size_t size) {
        constexpr std::size_t alignment = alignof(std::max_align_t);
        size = (size + alignment - 1) / alignment * alignment;
        if (size > m_left) grow(size);
        char* piece = m_next;
        m_next += size;
        m_left -= size;
        return piece;
    }
    void grow(std::size_t size) {
        constexpr std::size_t block = 1024 * 1024;
        m_left = std::max(size, block);
        m_next = static_cast<char*>(std::malloc(m_left));
        if (m_next == nullptr) std::_Exit(outOfMemoryExit);  // the parser, in C, knows no other way
        m_blocks.push_back(m_next);
    }
    std::vector<void*> m_blocks;
    char* m_next = nullptr;
    std::size_t m_left = 0;
};

namespace {

bool isElement(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

bool isDeeper(const GumboNode* root, std::size_t limit) {
    std::vector<std::pair<const GumboNode*, std::size_t>> open{{root, 0}};
    while (!open.empty()) {
        const auto [node, depth] = open.back();
        open.pop_back();
        if (depth > limit) return true;
        if (!isElement(*node)) continue;
        const GumboVector& children = node->v.element.children;
        for (unsigned i = 0; i < children.length; ++i)
            open.emplace_back(static_cast<const GumboNode*>(children.data[i]), depth + 1);
    }
    return false;
}

std::string squeezedStyle(std::string_view style) {
    std::string squeezed;
    for (const char c : style)
        if (c != ' ' && c != '\t' && c != '\n') squeezed += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return squeezed;
}

}  // namespace

gis::Result<HtmlTree> HtmlTree::parse(std::string utf8, const DocumentLimits& limits) {
    // Before it is parsed, for the parser's time grows with the depth of each element: a page of millions of open tags
    // would end by the clock alone.
    const HtmlShape shape = htmlShape(utf8);
    if (shape.elements > limits.elements) return overDocumentLimit(limits.elements, "--max-elements");
    if (shape.depth > limits.depth) return overDocumentLimit(limits.depth, "--max-depth");
    HtmlTree tree;
    tree.m_text = std::make_unique<std::string>(std::move(utf8));
    tree.m_memory = std::make_shared<Memory>();
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = Memory::allocate;
    options.deallocator = Memory::release;
    options.userdata = tree.m_memory.get();
    options.max_errors = 0;
    const GumboOutput* output = gumbo_parse_with_options(&options, tree.m_text->data(), tree.m_text->size());
    tree.m_root = output->root;
    if (isDeeper(tree.m_root, limits.depth)) return overDocumentLimit(limits.depth, "--max-depth");
    return tree;
}

std::string_view htmlAttribute(const GumboNode& element, const char* name) {
    const GumboAttribute* attribute = gumbo_get_attribute(&element.v.element.attributes, name);
    return attribute == nullptr ? std::string_view() : attribute->value;
}

bool hasHtmlAttribute(const GumboNode& element, const char* name) {
    return gumbo_get_attribute(&element.v.element.attributes, name) != nullptr;
}

bool isHiddenElement(const GumboNode& element) {
    switch (element.v.element.tag) {
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_EMBED:
        case GUMBO_TAG_CANVAS:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_VIDEO:
        case GUMBO_TAG_AUDIO:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_RP:
        case GUMBO_TAG_RT:
            return true;
        default:
            break;
    }
    if (hasHtmlAttribute(element, "hidden") || htmlAttribute(element, "aria-hidden") == "true") return true;
    const std::string_view role = htmlAttribute(element, "role");
    if (role == "navigation" || role == "contentinfo" || role == "complementary" || role == "search") return true;
    const std::string style = squeezedStyle(htmlAttribute(element, "style"));
    return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

bool isParagraphElement(const GumboNode& element) {
    const GumboTag tag = element.v.element.tag;
    return tag == GUMBO_TAG_P || (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) || tag == GUMBO_TAG_BLOCKQUOTE;
}

bool isBlockElement(const GumboNode& element) {
    switch (element.v.element.tag) {
        case GUMBO_TAG_ADDRESS:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_CENTER:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_DETAILS:
        case GUMBO_TAG_DIR:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_FIELDSET:
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_HR:
        case GUMBO_TAG_HTML:
        case GUMBO_TAG_LEGEND:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_LISTING:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_MENU:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_SUMMARY:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
        case GUMBO_TAG_UL:
            return true;
        default:
            return isParagraphElement(element);
    }
}

}  // namespace layers
