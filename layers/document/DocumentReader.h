// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "layers/document/DocumentText.h"

namespace layers {

/// How documents are read.
struct ReaderOptions {
    /// The program whose command read-document reads one file in a process of its own: tuce-cli. Empty: the one beside
    /// the running program.
    std::string program;
    DocumentLimits limits;
};

/// The endings that can be read, with their dots, for messages and file dialogs.
const std::vector<std::string>& documentEndings();
bool isDocumentEnding(const std::string& path);
/// Whether a document of this ending may be in any encoding: txt, md, html.
bool hasChosenEncoding(const std::string& path);

/// A file as text. Plain text is decoded here; all else is read in a child process without network names, inherited
/// files or environment, within the limits of memory, processor and wall time: its death is an Error of ours that
/// names the file, the limit and the option that raises it. `encoding` overrides for txt, md and html. Waits for the
/// child; polls the cancel token. Any thread but that of a window.
gis::Result<DocumentText> readDocumentText(const std::string& path, const std::string& encoding = {},
                                           const ReaderOptions& options = {}, const gis::JobControl& control = {});

/// The child's part: reads a docx, odt, pdf or html in this very process.
gis::Result<DocumentText> readDocumentHere(const std::string& path, const std::string& encoding,
                                           const DocumentLimits& limits);

}  // namespace layers
