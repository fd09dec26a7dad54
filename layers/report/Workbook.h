// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "gis/base/Result.h"

namespace layers {

/// Writes an .xlsx file sheet by sheet, row by row; the only place that knows libxlsxwriter. Texts are stored as
/// texts, never as formulas or links. The bytes depend on nothing but what is written and SOURCE_DATE_EPOCH (creation
/// time; now where it is not set). One thread. Errors are kept and told by close().
class Workbook {
public:
    /// `path` must not exist; it is an output in the making (AtomicFile::temporaryPath).
    Workbook(const std::string& path, const std::string& title);
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook();

    /// Begins a sheet; `name` is cut to 31 characters and freed of what Excel forbids.
    void beginSheet(const std::string& name);
    void setColumnWidth(int column, double characters);
    /// Bold on grey, wrapped.
    void header(int column, const std::string& text);
    void text(int column, const std::string& text, bool strong = false);
    /// Shown with this number of decimals (-1: as it is), stored whole. Not finite: an empty cell.
    void number(int column, double value, int decimals = -1, bool strong = false);
    void integer(int column, std::int64_t value);
    void nextRow() { ++m_row; }
    /// Rows above the present one stay on screen.
    void freezeHere();
    /// Buttons to filter by on the row above the present one, over columns 0 … last.
    void filterAbove(int lastColumn, std::size_t rowCount);
    /// Writes the file. Unwritable or DiskFull; OutOfResources if a sheet had more rows than the format holds.
    gis::Result<void> close(const std::string& shownPath);

private:
    struct Data;
    std::unique_ptr<Data> m_data;
    std::uint32_t m_row = 0;
};

}  // namespace layers
