// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>

#include "layers/document/DocumentText.h"

namespace layers {

/// A parsed page. All its memory goes at once, without the parser's own recursion; where memory ends, the (reading)
/// process ends with outOfMemoryExit. Nesting beyond the limit is refused, so that walks over it may recurse.
class HtmlTree {
public:
    static gis::Result<HtmlTree> parse(std::string utf8, const DocumentLimits& limits);
    const GumboNode* root() const { return m_root; }

private:
    class Memory;
    std::unique_ptr<std::string> m_text;  // the tree points into it
    std::shared_ptr<Memory> m_memory;
    const GumboNode* m_root = nullptr;
};

/// An attribute's value; empty if it is missing.
std::string_view htmlAttribute(const GumboNode& element, const char* name);
bool hasHtmlAttribute(const GumboNode& element, const char* name);
/// Scripts, navigation, forms, and what is hidden by an attribute or an inline style.
bool isHiddenElement(const GumboNode& element);
/// Elements that begin and end a line.
bool isBlockElement(const GumboNode& element);
/// Paragraphs and headings: a blank line stands before and behind, as browsers copy them.
bool isParagraphElement(const GumboNode& element);

}  // namespace layers
