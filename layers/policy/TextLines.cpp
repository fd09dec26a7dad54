// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/TextLines.h"

#include <algorithm>
#include <array>
#include <string>

#include "layers/policy/CodePoints.h"
#include "layers/policy/NumberMark.h"

namespace layers {

namespace {

using Text = std::u32string_view;
using Lines = std::vector<TextLine>;

bool isMarkup(char32_t c) { return isOneOf(c, U"#*"); }

TextLine line(Text text, std::size_t start, std::size_t end) {
    TextLine made{start, end, start, end};
    while (made.from < end && (isSpace(text[made.from]) || isMarkup(text[made.from]))) ++made.from;
    while (made.to > made.from && (isSpace(text[made.to - 1]) || isOneOf(text[made.to - 1], U"*#"))) --made.to;
    const bool listDash = made.to - made.from > 2 && isOneOf(text[made.from], U"-+") && text[made.from + 1] == U' ';
    if (listDash) made.from += 2;
    return made;
}

std::u32string withoutSpace(Text content) {
    std::u32string squeezed;
    for (const char32_t c : content)
        if (!isSpace(c)) squeezed += c;
    return squeezed;
}

std::size_t nextFilled(const Lines& lines, std::size_t i) {
    while (i < lines.size() && lines[i].isBlank()) ++i;
    return i;
}

/// 一、总体要求………3: leaders and a page number at the end.
bool hasLeaders(Text content) {
    std::size_t end = content.size();
    while (end > 0 && (isDigit(content[end - 1]) || isSpace(content[end - 1]) || isOneOf(content[end - 1], U"()（）-")))
        --end;
    if (end == content.size()) return false;
    std::size_t leaders = 0;
    while (end > leaders && isOneOf(content[end - 1 - leaders], U".…·⋯—_\t ")) ++leaders;
    return leaders >= 2;
}

bool sameNumber(const NumberMark& a, const NumberMark& b) { return a.kind == b.kind && a.ordinals == b.ordinals; }

bool isShortEntry(Text content) { return content.size() <= 60 && content.find(U'。') == Text::npos; }

/// End of the table of contents that begins at `first`: where its first number comes again. `first` if it does not.
std::size_t contentsEnd(Text text, const Lines& lines, std::size_t first) {
    const auto opening = readMark(text, lines[first].from);
    if (!opening) return first;
    bool leaders = hasLeaders(lines[first].content(text));
    const std::size_t stop = std::min(lines.size(), first + 3000);  // no table of contents is longer
    for (std::size_t i = first + 1; i < stop; ++i) {
        if (lines[i].isBlank()) continue;
        const Text content = lines[i].content(text);
        const auto number = readMark(text, lines[i].from);
        if (number && sameNumber(*number, *opening) && !hasLeaders(content)) return i;
        if (!isShortEntry(content)) return leaders ? i : first;
        leaders = leaders || hasLeaders(content);
    }
    return first;
}

void skip(Lines& lines, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to && i < lines.size(); ++i) lines[i].skipped = true;
}

/// Three or more lines in a row that end in leaders and a page number are a table of contents under any title.
void markLeaderBlocks(Text text, Lines& lines) {
    std::size_t i = 0;
    while (i < lines.size()) {
        std::size_t end = i;
        std::size_t filled = 0;
        while (end < lines.size() && (lines[end].isBlank() || hasLeaders(lines[end].content(text))))
            filled += lines[end++].isBlank() ? 0 : 1;
        if (filled >= 3) skip(lines, i, end);
        i = std::max(end, i + 1);
    }
}

/// Between ``` and ``` Markdown quotes other things. An unclosed fence skips nothing.
void markCodeBlocks(Text text, Lines& lines) {
    std::size_t open = lines.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].content(text).substr(0, 3) != U"```") continue;
        if (open < lines.size()) skip(lines, open, i + 1);
        open = open < lines.size() ? lines.size() : i;
    }
}

/// 附件：1.… and the lines 2.… 3.… below it are titles of other papers.
std::size_t attachmentListEnd(Text text, const Lines& lines, std::size_t first) {
    const auto entry = [&](std::size_t i) {
        const auto number = readMark(text, lines[i].from);
        return number && number->kind == MarkKind::Arabic && isShortEntry(lines[i].content(text));
    };
    std::size_t i = first + 1;
    while (i < lines.size() && (lines[i].isBlank() || entry(i))) ++i;
    return i;
}

bool opensAttachmentList(Text content) {
    return content.size() > 2 && content.substr(0, 2) == U"附件" && isOneOf(content[2], U":：");
}

}  // namespace

Lines splitLines(Text text) {
    Lines lines;
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!isLineEnd(text[i])) continue;
        lines.push_back(line(text, start, i));
        if (text[i] == U'\r' && i + 1 < text.size() && text[i + 1] == U'\n') ++i;
        start = i + 1;
    }
    lines.push_back(line(text, start, text.size()));
    return lines;
}

bool isPageNumber(Text content) {
    if (content.empty() || content.size() > 20) return false;
    std::u32string rest;
    bool digits = false;
    for (const char32_t c : content) {
        if (isDigit(c)) {
            digits = true;
        } else if (!isSpace(c) && !isOneOf(c, U"-—–－·/|")) {
            rest += c;
        }
    }
    return digits && (rest.empty() || rest == U"第页" || rest == U"第页共页" || rest == U"Page" || rest == U"Pageof");
}

bool isPageFurniture(Text content) {
    constexpr std::array<Text, 62> openings = {
        U"版权声明", U"版权所有",   U"Copyright", U"copyright", U"©",        U"扫一扫",      U"扫描二维码", U"分享到",
        U"分享：",   U"分享:",      U"打印",      U"关闭窗口",  U"【关闭",   U"【打印",      U"[打印",      U"[关闭",
        U"关闭",     U"上一篇",     U"下一篇",    U"相关链接",  U"相关阅读", U"相关文章",    U"相关文件",   U"相关解读",
        U"责任编辑", U"责编",       U"编辑：",    U"编辑:",     U"用户登录", U"网站地图",    U"联系我们",   U"主办单位",
        U"主办：",   U"主办:",      U"承办单位",  U"承办：",    U"承办:",    U"网站标识码",  U"政府网站",   U"文件下载",
        U"附件下载", U"返回顶部",   U"我要纠错",  U"浏览次数",  U"字体：",   U"字号：",      U"留言与评论", U"验证码",
        U"技术支持", U"微信公众号", U"官方微博",  U"网站首页",  U"来源：",   U"来源:",       U"立即注册",   U"ICP",
        U"抄送：",   U"抄送:",      U"(此件",     U"（此件",    U"解读链接", U"信息公开选项"};
    for (const Text opening : openings)
        if (content.substr(0, opening.size()) == opening) return true;
    if (content.size() <= 60 && content.size() > 4 && content.substr(content.size() - 3) == U"日印发") return true;
    const Text head = content.substr(0, 60);
    return head.find(U"ICP备") != Text::npos || head.find(U"公网安备") != Text::npos ||
           head.find(U"All Rights Reserved") != Text::npos;
}

bool endsSentence(Text content) {
    while (!content.empty() && (isSpace(content.back()) || isMarkup(content.back()))) content.remove_suffix(1);
    return content.empty() || isOneOf(content.back(), U"。！？；：.!?;:”’\"』」》）)】…");
}

bool isContentsTitle(Text content) {
    const std::u32string title = withoutSpace(content);
    return title == U"目录" || title == U"目次" || title == U"Contents" || title == U"CONTENTS" ||
           title == U"TableofContents";
}

void markSkippedLines(Text text, Lines& lines) {
    markLeaderBlocks(text, lines);
    markCodeBlocks(text, lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Text content = lines[i].content(text);
        if (isPageNumber(content)) {
            lines[i].skipped = true;
        } else if (content.size() <= 20 && isContentsTitle(content)) {
            const std::size_t first = nextFilled(lines, i + 1);
            if (first < lines.size()) skip(lines, i, std::max(contentsEnd(text, lines, first), i + 1));
        } else if (opensAttachmentList(content)) {
            skip(lines, i, attachmentListEnd(text, lines, i));
        }
    }
}

}  // namespace layers
