// SPDX-License-Identifier: Apache-2.0
#include "app/panels/TableClip.h"

#include <QAbstractItemModel>
#include <QMimeData>

#include "app/panels/PlanWords.h"
#include "layers/report/CsvText.h"

namespace app {

namespace {

QString plainNumber(QString shown) {
    for (const QChar space : {QChar(0x2009), QChar(0x202F), QChar(0x00A0)}) shown.remove(space);
    return shown.replace(QChar(0x2212), u'-').trimmed();
}

/// Quoted as spreadsheets do it where the cell has breaks of its own.
QString tsvCell(const QString& cell, bool isNumber) {
    if (isNumber) return cell;
    QString safe = text(layers::spreadsheetSafe(cell.toStdString()));
    if (!safe.contains(u'\t') && !safe.contains(u'\n') && !safe.contains(u'"')) return safe;
    return u'"' + safe.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString htmlCell(const QString& cell) { return cell.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")); }

bool isRight(const QVariant& alignment) { return (alignment.toInt() & Qt::AlignRight) != 0; }

}  // namespace

TableClip tableClip(const QAbstractItemModel& model, const QModelIndexList& rows) {
    TableClip table;
    const int columns = model.columnCount();
    for (int column = 0; column < columns; ++column)
        table.head << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    table.isNumber.assign(static_cast<std::size_t>(columns), false);
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (int column = 0; column < columns; ++column) {
            const QModelIndex cell = row.siblingAtColumn(column);
            const bool right = isRight(cell.data(Qt::TextAlignmentRole));
            if (right) table.isNumber[static_cast<std::size_t>(column)] = true;
            const QString shown = cell.data().toString();
            cells << (right ? plainNumber(shown) : shown);
        }
        table.rows.push_back(cells);
    }
    return table;
}

QString htmlOf(const TableClip& table) {
    QString html = QStringLiteral(
        "<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"></head><body>\n"
        "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" style=\"border-collapse:collapse;"
        "font-family:'Noto Sans CJK SC','Microsoft YaHei',sans-serif;font-size:10.5pt\">\n<thead><tr>");
    for (const QString& head : table.head)
        html += QStringLiteral("<th style=\"background:#e7ebf0\">%1</th>").arg(htmlCell(head));
    html += QStringLiteral("</tr></thead>\n<tbody>\n");
    for (const QStringList& row : table.rows) {
        html += QStringLiteral("<tr>");
        for (qsizetype column = 0; column < row.size(); ++column) {
            // "@" tells spreadsheets that 0012 and 1/2 are texts.
            const bool number = table.isNumber[static_cast<std::size_t>(column)];
            html += number ? QStringLiteral("<td align=\"right\">")
                           : QStringLiteral("<td style=\"mso-number-format:'\\@'\" sdnum=\"2052;0;@\">");
            html += htmlCell(row[column]) + QStringLiteral("</td>");
        }
        html += QStringLiteral("</tr>\n");
    }
    return html + QStringLiteral("</tbody></table>\n</body></html>\n");
}

QString tsvOf(const TableClip& table) {
    QStringList lines;
    QStringList head;
    for (const QString& word : table.head) head << tsvCell(word, false);
    lines << head.join(u'\t');
    for (const QStringList& row : table.rows) {
        QStringList cells;
        for (qsizetype column = 0; column < row.size(); ++column)
            cells << tsvCell(row[column], table.isNumber[static_cast<std::size_t>(column)]);
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

QMimeData* mimeOf(const TableClip& table) {
    auto* data = new QMimeData;
    data->setHtml(htmlOf(table));
    data->setText(tsvOf(table));
    data->setData(QStringLiteral("text/tab-separated-values"), tsvOf(table).toUtf8());
    return data;
}

}  // namespace app
