// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/Result.h"
#include "layers/report/ReportDocument.h"

namespace layers {

/// The report as .xlsx, a sheet for each block; numbers are numbers, rounded as the report shows them.
gis::Result<void> writeReportWorkbook(const ReportDocument& document, const std::string& temporaryPath,
                                      const std::string& shownPath);

}  // namespace layers
