// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/AtomicFile.h"

namespace layers {

/// Several outputs of one run: each is written beside its place, and all are renamed together at the end, so that a
/// failure on the way leaves none of them.
class OutputGroup {
public:
    explicit OutputGroup(gis::Overwrite overwrite) : m_overwrite(overwrite) {}

    /// Where to write the output that will be `path`. The errors of AtomicFile::create.
    gis::Result<std::string> add(const std::string& path);
    /// Adds `path` and writes bytes where it says; errors name `path`.
    gis::Result<void> write(const std::string& path, const std::string& bytes);
    gis::Result<void> commit();

private:
    gis::Overwrite m_overwrite;
    std::vector<gis::AtomicFile> m_files;
};

/// The failure of writing a temporary file, told of the output that it would have become.
gis::Result<void> onOutput(const std::string& path, gis::Result<void> written);

/// The ending in lower case with its dot, ".csv"; empty if there is none.
std::string endingOf(const std::string& path);

/// UnsupportedFormat for the first path whose ending is not among `available`: `cannot write .docx; available: …`.
gis::Result<void> endingsPossible(const std::vector<std::string>& paths, const std::vector<std::string>& available);

/// InvalidArgument if two outputs are one file or one is among the inputs, whatever `overwrite` says;
/// AlreadyExists with Overwrite::No.
gis::Result<void> placesPossible(const std::vector<std::string>& paths, const std::vector<std::string>& inputs,
                                 gis::Overwrite overwrite);

}  // namespace layers
