// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/AtomicFile.h"
#include "layers/report/CheckTables.h"
#include "layers/scheme/ElementStatistics.h"

namespace layers {

/// Everything that the register of a scheme's elements says. The three belong together (same elements, same order).
struct LayoutRegister {
    Scheme scheme;
    BuiltLayout layout;
    std::vector<ElementStatistics> statistics;
};

/// One row for each element: document and date, kind, name, status, clause, members with roles, carriers, figures,
/// other papers' elements that are the same thing, whether it is drawn or why not, and what the drawing measures beside
/// the printed figure. `made` must outlive the table.
CheckTable registerTable(const LayoutRegister& made);

/// True for the endings that writeRegister knows: .csv, .xlsx.
bool isRegisterFile(const std::string& path);
/// Writes the register. Errors as AtomicFile and Workbook; InvalidArgument for another ending.
gis::Result<void> writeRegister(const LayoutRegister& made, const std::string& path, gis::Overwrite overwrite,
                                const gis::JobControl& control = {});

}  // namespace layers
