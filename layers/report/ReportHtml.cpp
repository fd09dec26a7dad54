// SPDX-License-Identifier: Apache-2.0
#include "layers/report/ReportHtml.h"

#include <QString>

#include "gis/base/Message.h"

namespace layers {

namespace {

constexpr const char* style = R"(
body { font: 14px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; color: #1d2433;
  max-width: 1200px; margin: 0 auto; padding: 24px; }
h1 { font-size: 24px; margin: 0 0 4px; } h2 { font-size: 18px; margin: 32px 0 8px; border-bottom: 2px solid #2f5d8a; }
.notice { background: #fff6dd; border-left: 4px solid #d9a400; padding: 8px 12px; margin: 12px 0; }
.made, .note { color: #5a6472; font-size: 12px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 8px 0; font-size: 13px; }
caption { text-align: left; font-weight: bold; padding: 8px 0 4px; }
th, td { border: 1px solid #b9c3cf; padding: 3px 6px; text-align: left; vertical-align: top; }
thead th { background: #e7ebf0; } td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
table.keyed th { width: 26%; background: #f3f5f8; font-weight: normal; }
td.s { font-weight: bold; color: #a61b1b; } tr:last-child td.n.s { color: inherit; }
@media print { body { max-width: none; padding: 0; font-size: 11px; } h2 { break-after: avoid; }
  thead { display: table-header-group; } tr { break-inside: avoid; } @page { size: A4 landscape; margin: 14mm; } }
)";

std::string cell(const ReportCell& content) {
    std::string classes = content.number ? "n" : "";
    if (content.strong) classes += classes.empty() ? "s" : " s";
    const std::string open = classes.empty() ? "<td>" : "<td class=\"" + classes + "\">";
    return open + htmlEscaped(content.shown()) + "</td>";
}

std::string headOf(const ReportTable& table) {
    if (table.headings.empty()) return {};
    std::string html = "<thead><tr>";
    for (const std::string& heading : table.headings) html += "<th scope=\"col\">" + htmlEscaped(heading) + "</th>";
    return html + "</tr></thead>\n";
}

std::string rowOf(const ReportTable& table, const std::vector<ReportCell>& row) {
    std::string html = "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool isKey = table.isKeyed && i == 0;
        html += isKey ? "<th scope=\"row\">" + htmlEscaped(row[i].shown()) + "</th>" : cell(row[i]);
    }
    return html + "</tr>\n";
}

std::string tableHtml(const ReportTable& table) {
    std::string html =
        table.isKeyed ? "<div class=\"wide\"><table class=\"keyed\">\n" : "<div class=\"wide\"><table>\n";
    if (!table.title.empty()) html += "<caption>" + htmlEscaped(table.title) + "</caption>\n";
    html += headOf(table) + "<tbody>\n";
    for (const auto& row : table.rows) html += rowOf(table, row);
    html += "</tbody></table></div>\n";
    for (const std::string& note : table.notes) html += "<p class=\"note\">" + htmlEscaped(note) + "</p>\n";
    return html;
}

std::string sectionHtml(std::size_t number, const ReportSection& section) {
    std::string html = "<section>\n<h2>" + std::to_string(number) + " " + htmlEscaped(section.title) + "</h2>\n";
    for (const std::string& paragraph : section.paragraphs) html += "<p>" + htmlEscaped(paragraph) + "</p>\n";
    for (const ReportTable& table : section.tables) html += tableHtml(table);
    return html + "</section>\n";
}

}  // namespace

std::string htmlEscaped(const std::string& text) {
    std::string safe;
    for (const char c : QString::fromStdString(text).toStdString()) {  // invalid UTF-8 becomes U+FFFD
        const auto byte = static_cast<unsigned char>(c);
        if (c == '&')
            safe += "&amp;";
        else if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else if (c == '"')
            safe += "&quot;";
        else if (c == '\'')
            safe += "&#39;";
        else if (byte >= 0x20 || c == '\n' || c == '\t')
            safe += c;
    }
    return safe;
}

std::string reportHtml(const ReportDocument& document) {
    //: the language of the report as a code of BCP 47, "en" or "zh-CN"
    const std::string language = gis::translated(gis::message("layers", "en"));
    std::string html =
        "<!DOCTYPE html>\n<html lang=\"" + htmlEscaped(language) + "\">\n<head>\n<meta charset=\"utf-8\">\n";
    html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    html += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";
    html += "<title>" + htmlEscaped(document.title) + "</title>\n<style>" + std::string(style) +
            "</style>\n</head>\n<body>\n";
    html += "<h1>" + htmlEscaped(document.title) + "</h1>\n<p class=\"made\">" + htmlEscaped(document.made) + "</p>\n";
    html += "<p class=\"notice\">" + htmlEscaped(document.notice) + "</p>\n";
    for (std::size_t i = 0; i < document.sections.size(); ++i) html += sectionHtml(i + 1, document.sections[i]);
    return html + "</body>\n</html>\n";
}

}  // namespace layers
