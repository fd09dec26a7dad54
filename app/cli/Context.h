// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/cli/ExitCode.h"
#include "gis/base/AtomicFile.h"
#include "gis/base/Control.h"
#include "gis/base/Result.h"

namespace cli {

using Json = nlohmann::ordered_json;

/// What every command shares: the common options, the streams, the way errors and warnings are told.
struct Context {
    bool json = false;
    bool quiet = false;
    bool force = false;
    bool exitZero = false;
    unsigned threads = 0;
    std::string language;
    std::vector<std::string> outputs;
    gis::CancelToken cancel;
    /// The chosen command; set by the callback of its options.
    std::function<int()> run;

    gis::Overwrite overwrite() const { return force ? gis::Overwrite::Yes : gis::Overwrite::No; }
    /// Cancel, threads and, on a terminal, a progress line on stderr.
    gis::JobControl control() const;

    /// Prints a line of text (UTF-8) on stdout.
    void print(const std::string& line) const;
    /// Prints the one JSON document of --json on stdout.
    void print(const Json& document) const;
    /// Prints `error: …` on stderr and returns the exit code that fits.
    int fail(const gis::Error& error) const;
    /// Prints `warning: …` on stderr unless --quiet.
    void warn(const gis::Warning& warning) const;
    void warn(const gis::Warnings& warnings) const;
    /// A message for people on stderr unless --quiet.
    void note(const gis::Message& text) const;
    /// 0 or, for findings, 1 unless --exit-zero.
    int finished(bool findings) const;
};

}  // namespace cli
