// SPDX-License-Identifier: Apache-2.0
#include "layers/document/HtmlCharset.h"

#include <algorithm>

#include "layers/document/DocumentWords.h"

namespace layers {

namespace {

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
}

std::string nameBehind(std::string_view head, std::string_view word) {
    for (std::size_t at = head.find(word); at != std::string_view::npos; at = head.find(word, at + 1)) {
        std::size_t i = at + word.size();
        while (i < head.size() && head[i] == ' ') ++i;
        if (i >= head.size() || head[i] != '=') continue;
        ++i;
        while (i < head.size() && (head[i] == ' ' || head[i] == '"' || head[i] == '\'')) ++i;
        std::size_t end = i;
        while (end < head.size() && isNameCharacter(head[end])) ++end;
        if (end > i) return std::string(head.substr(i, end - i));
    }
    return {};
}

/// What browsers take a name for: GB2312 is read as its larger successor.
std::string knownName(const std::string& declared) {
    if (declared.starts_with("gb") || declared == "x-gbk") return "GB18030";
    if (declared.starts_with("big5")) return "Big5";
    if (declared == "utf8" || declared == "utf-8" || declared == "unicode-1-1-utf-8") return "UTF-8";
    return declared;
}

bool hasMark(const std::string& bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

}  // namespace

std::string declaredCharset(std::string_view bytes) {
    std::string head(bytes.substr(0, 4096));
    std::transform(head.begin(), head.end(), head.begin(), lowered);
    const std::string name = nameBehind(head, "charset");
    return name.empty() && head.find("<?xml") < 8 ? nameBehind(head, "encoding") : name;
}

gis::Result<DecodedPage> decodePage(const std::string& bytes, const std::string& encoding, const std::string& path) {
    if (!encoding.empty()) {
        TUCE_TRY(asked, decodeText(bytes, encoding, path));
        return DecodedPage{std::move(asked), "asked"};
    }
    const std::string declared = knownName(declaredCharset(bytes));
    // A page that says UTF-16 in ASCII is not.
    if (hasMark(bytes) || declared.empty() || declared.starts_with("utf-16")) {
        TUCE_TRY(found, decodeText(bytes, {}, path));
        return DecodedPage{std::move(found), hasMark(bytes) ? "mark" : "content"};
    }
    auto believed = decodeText(bytes, declared, path);
    auto found = decodeText(bytes, {}, path);
    const bool clean = believed && believed->warnings.empty();
    const bool isUtf8 = found && found->encoding == "UTF-8" && found->warnings.empty();
    const bool isAscii =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (clean && (!isUtf8 || isAscii || declared == "UTF-8")) return DecodedPage{std::move(*believed), "declared"};
    if (!isUtf8 && believed) return DecodedPage{std::move(*believed), "declared"};  // a few damaged bytes
    if (!found) return tl::unexpected<gis::Error>(std::move(found).error());
    DecodedPage page{std::move(*found), "content"};
    page.decoded.warnings.push_back(
        documentWarning("declaration_wrong", DocumentWord::DeclarationWrong, {declared, page.decoded.encoding}));
    return page;
}

}  // namespace layers
