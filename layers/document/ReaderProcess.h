// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "layers/document/DocumentText.h"

namespace layers {

/// How a reading process ended.
struct ReaderEnd {
    std::string output;  ///< what it wrote on stdout
    int exitCode = 0;
    int signal = 0;          ///< that ended it; 0 if it left by itself
    bool isTooSlow = false;  ///< killed: over its wall time
    bool isTooLong = false;  ///< killed: wrote more than it may
};

/// Runs a program and takes what it writes, at most `mostBytes` within `seconds`. It inherits no file but an empty stdin
/// and the pipe, hears no terminal, has next to no environment. NotFound if it cannot be started, Canceled (killed)
/// if the token says so. Waits; any thread.
gis::Result<ReaderEnd> runReader(const std::string& program, const std::vector<std::string>& arguments,
                                 std::size_t seconds, std::size_t mostBytes, const gis::CancelToken& cancel);

/// Puts this process under the limits, for good: address space, processor time, no files written, no core, no new
/// rights; and it dies with the one that started it. To be called by the reading process before it opens the document.
void limitThisProcess(const DocumentLimits& limits);

}  // namespace layers
