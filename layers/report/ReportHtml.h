// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/report/ReportDocument.h"

namespace layers {

/// The report as one HTML file: styles inside, nothing loaded from elsewhere, every text escaped.
std::string reportHtml(const ReportDocument& document);
/// Text safe between tags and in attribute values; what XML forbids is dropped.
std::string htmlEscaped(const std::string& text);

}  // namespace layers
