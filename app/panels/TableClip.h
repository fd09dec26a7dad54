// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QModelIndexList>
#include <QStringList>
#include <vector>

class QAbstractItemModel;
class QMimeData;

namespace app {

/// Rows of a table on their way to the clipboard. A value.
struct TableClip {
    QStringList head;
    std::vector<QStringList> rows;
    std::vector<bool> isNumber;  ///< by column: set to the right, and a number for a spreadsheet
};

/// Rows of a model as they are shown, with the heads of its columns. Right-aligned columns count as numbers, and
/// lose the thin spaces between their thousands, which no spreadsheet reads.
TableClip tableClip(const QAbstractItemModel& model, const QModelIndexList& rows);

/// A table for Word and WPS; texts stay texts in Excel, codes keep their zeros.
QString htmlOf(const TableClip& table);
/// Tab separated values; what a spreadsheet would take for a formula begins with an apostrophe.
QString tsvOf(const TableClip& table);
/// Both forms; the receiver takes the one it knows best. The caller owns it, as does QClipboard::setMimeData.
QMimeData* mimeOf(const TableClip& table);

}  // namespace app
