// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/AtomicFile.h"
#include "gis/base/Control.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

struct SheetOptions {
    double dpi = 300;  ///< of PNG; for PDF and SVG how fine lines are kept
    gis::Overwrite overwrite = gis::Overwrite::No;
};

/// What was written.
struct SheetExport {
    std::string path;
    std::string sheet;
    double scaleDenominator = 0;
    int pixelWidth = 0;  ///< 0 for vector formats
    int pixelHeight = 0;
    std::vector<std::string> legend;  ///< titles of its entries
    std::size_t labels = 0;
    std::size_t bytes = 0;
    gis::Warnings warnings;
};

/// The endings that can be written: "pdf", "svg", "png".
std::vector<std::string> sheetFormats();

/// Writes a sheet by the ending of `path`; atomic. PDF: words can be searched, fonts embedded, title set, equal
/// bytes for equal input under SOURCE_DATE_EPOCH. SVG: one file, words as words. UnsupportedFormat names what can be
/// written; InvalidArgument for dpi outside 10..2400; OutOfResources for too many pixels; those of composeSheet and of
/// gis::writeFile; Canceled. Needs a QGuiApplication (any platform); any thread.
gis::Result<SheetExport> exportSheet(const ProjectSnapshot& snapshot, const PrintLayout& layout,
                                     const std::string& path, const SheetOptions& options = {},
                                     const gis::JobControl& control = {});

}  // namespace layers
