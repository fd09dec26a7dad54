// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/TextLines.h"

#include <algorithm>
#include <array>
#include <string>

#include "layers/document/CodePoints.h"

namespace layers {

namespace {

using Text = std::u32string_view;
using Lines = std::vector<TextLine>;

bool isMarkup(char32_t c) { return isOneOf(c, U"#*"); }
bool isBeside(char32_t c) { return isSpace(c) || isMarkup(c) || isFrame(c); }

TextLine line(Text text, std::size_t start, std::size_t end) {
    TextLine made;
    made.start = made.from = start;
    made.end = made.to = end;
    while (made.from < end && isBeside(text[made.from])) ++made.from;
    while (made.to > made.from && isBeside(text[made.to - 1])) --made.to;
    if (made.to > made.from && text[made.from] == U'>') {
        made.quoted = true;
        while (made.from < made.to && (isSpace(text[made.from]) || isOneOf(text[made.from], U">#*"))) ++made.from;
    }
    const bool listDash = made.to - made.from > 2 && isOneOf(text[made.from], U"-+") && text[made.from + 1] == U' ';
    if (listDash) made.from += 2;
    return made;
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

bool closesFrame(Text text, const TextLine& line) {
    if (!line.isBlank()) return false;
    std::size_t i = line.start;
    while (i < line.end && isSpace(text[i])) ++i;
    return i < line.end && isOneOf(text[i], U"└┕┖┗╘╙╚╰");
}

namespace {

/// "…说明    第2页 共4页": a running head with its page.
bool endsWithPage(Text content) {
    if (content.size() > 80 || content.size() < 4 || !isOneOf(content.back(), U"页頁")) return false;
    const std::size_t from = content.rfind(U"第");
    if (from == Text::npos || (from > 0 && !isSpace(content[from - 1]))) return false;
    std::u32string rest;
    for (const char32_t c : content.substr(from))
        if (!isDigit(c) && !isSpace(c) && !isOneOf(c, U"，,/")) rest += c == U'頁' ? U'页' : c;
    return rest == U"第页" || rest == U"第页共页";
}

bool isRomanPage(Text content) { return content.size() <= 5 && content.find_first_not_of(U"IVXivx") == Text::npos; }

}  // namespace

bool isPageNumber(Text content) {
    if (endsWithPage(content)) return true;
    if (content.empty() || content.size() > 20) return false;
    if (isRomanPage(content)) return true;
    std::u32string rest;
    bool digits = false;
    for (const char32_t c : content) {
        if (isDigit(c)) {
            digits = true;
        } else if (!isSpace(c) && !isOneOf(c, U"-—–－·/|")) {
            rest += c;
        }
    }
    return digits && (rest.empty() || rest == U"第页" || rest == U"第页共页" || rest == U"第頁" ||
                      rest == U"第頁共頁" || rest == U"Page" || rest == U"Pageof");
}

bool isPageFurniture(Text content) {
    constexpr std::array<Text, 86> openings = {U"版权声明",
                                               U"版权所有",
                                               U"Copyright",
                                               U"copyright",
                                               U"©",
                                               U"扫一扫",
                                               U"扫描二维码",
                                               U"分享到",
                                               U"分享：",
                                               U"分享:",
                                               U"打印",
                                               U"关闭窗口",
                                               U"【关闭",
                                               U"【打印",
                                               U"[打印",
                                               U"[关闭",
                                               U"关闭",
                                               U"上一篇",
                                               U"下一篇",
                                               U"相关链接",
                                               U"相关阅读",
                                               U"相关文章",
                                               U"相关文件",
                                               U"相关解读",
                                               U"责任编辑",
                                               U"责编",
                                               U"编辑：",
                                               U"编辑:",
                                               U"用户登录",
                                               U"网站地图",
                                               U"联系我们",
                                               U"主办单位",
                                               U"主办：",
                                               U"主办:",
                                               U"承办单位",
                                               U"承办：",
                                               U"承办:",
                                               U"网站标识码",
                                               U"政府网站",
                                               U"文件下载",
                                               U"附件下载",
                                               U"返回顶部",
                                               U"我要纠错",
                                               U"浏览次数",
                                               U"字体：",
                                               U"字号：",
                                               U"留言与评论",
                                               U"验证码",
                                               U"技术支持",
                                               U"微信公众号",
                                               U"官方微博",
                                               U"网站首页",
                                               U"来源：",
                                               U"来源:",
                                               U"立即注册",
                                               U"ICP",
                                               U"抄送：",
                                               U"抄送:",
                                               U"(此件",
                                               U"（此件",
                                               U"解读链接",
                                               U"信息公开选项",
                                               U"出席：",
                                               U"列席：",
                                               U"缺席：",
                                               U"请假：",
                                               U"记录：",
                                               U"参会人员：",
                                               U"抄報",
                                               U"抄报：",
                                               U"抄报:",
                                               U"主送：",
                                               U"列印時間",
                                               U"打印时间",
                                               U"資料來源：",
                                               U"下载时间",
                                               U"Was this page",
                                               U"Skip to",
                                               U"Home >",
                                               U"Signed at",
                                               U"Done at",
                                               U"IN WITNESS",
                                               U"In witness whereof",
                                               U"Share this",
                                               U"Privacy policy",
                                               U"Cookie"};
    for (const Text opening : openings)
        if (content.substr(0, opening.size()) == opening) return true;
    if (content.size() <= 60 && content.size() > 4 && content.substr(content.size() - 3) == U"日印发") return true;
    const Text head = content.substr(0, 60);
    const bool signing = content.size() <= 60 && !isOneOf(content.back(), U"。；;");
    for (const Text seal : {U"（盖章）", U"(盖章)", U"（签章）", U"（签字）", U"(签字)", U"（公章）"})
        if (signing && head.find(seal) != Text::npos) return true;
    return head.find(U"ICP备") != Text::npos || head.find(U"公网安备") != Text::npos ||
           head.find(U"All Rights Reserved") != Text::npos;
}

bool endsSentence(Text content) {
    while (!content.empty() && (isSpace(content.back()) || isMarkup(content.back()))) content.remove_suffix(1);
    return content.empty() || isOneOf(content.back(), U"。！？；：.!?;:”’\"』」》）)】…");
}

bool isContentsTitle(Text content) {
    std::u32string title = squeezed(content);
    if (title.size() > 2 && title != U"章次：" && isOneOf(title.back(), U"：:")) title.pop_back();
    return title == U"目录" || title == U"目次" || title == U"目錄" || title == U"章次：" || title == U"章节目录" ||
           title == U"TABLEOFCONTENTS" || title == U"Contents" || title == U"CONTENTS" || title == U"TableofContents";
}

std::u32string squeezed(Text content) {
    std::u32string made;
    for (const char32_t c : content)
        if (!isSpace(c)) made += c;
    return made;
}

std::size_t cellCount(Text content) {
    std::size_t cells = content.empty() ? 0 : 1;
    std::size_t blanks = 0;
    for (const char32_t c : content) {
        if (isSpace(c)) {
            blanks += c == U'\t' ? 2 : 1;
            continue;
        }
        if (blanks >= 2) ++cells;
        blanks = 0;
    }
    return cells;
}

std::size_t nextFilled(const Lines& lines, std::size_t i) {
    while (i < lines.size() && lines[i].isBlank()) ++i;
    return i;
}

}  // namespace layers
