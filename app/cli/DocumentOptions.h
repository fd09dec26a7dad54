// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Commands.h"
#include "layers/document/DocumentReader.h"

namespace cli {

/// The options that bound the reading of documents, as given on the command line.
struct DocumentOptions {
    layers::DocumentLimits limits;

    /// Adds --max-document-mb, --max-unpacked-mb, --max-members, --max-ratio, --max-depth, --max-elements, --max-seconds,
    /// --max-memory-mb.
    void addTo(CLI::App& command);
    /// What the readers take: this very program reads in a process of its own.
    layers::ReaderOptions readerOptions() const;
};

/// ".txt, .md, …" for help and messages.
std::string documentFormats();

}  // namespace cli
