// SPDX-License-Identifier: Apache-2.0
// The reading process: what `clauses`, `project add` and the window start for each docx, odt, pdf and html. Not for
// people, so it is in no list of commands; it writes a frame (layers/document/ReaderFrame.h) and no words.
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <new>

#include "app/cli/DocumentOptions.h"
#include "layers/document/ReaderFrame.h"
#include "layers/document/ReaderProcess.h"

namespace cli {

namespace {

struct ReadingOptions {
    std::string file;
    std::string encoding;
    DocumentOptions document;
};

int runReading(const ReadingOptions& options) {
    layers::limitThisProcess(options.document.limits);
    try {
        const std::string frame =
            layers::readerFrame(layers::readDocumentHere(options.file, options.encoding, options.document.limits));
        std::fwrite(frame.data(), 1, frame.size(), stdout);
        std::fflush(stdout);
    } catch (const std::bad_alloc&) {
        std::_Exit(layers::outOfMemoryExit);
    }
    // Nothing is left to tidy that the end of the process does not tidy faster.
    std::_Exit(Done);
}

}  // namespace

void addReadDocument(CLI::App& app, Context& context) {
    CLI::App* command = app.add_subcommand("read-document")->group("");
    auto options = std::make_shared<ReadingOptions>();
    command->add_option("file", options->file)->required();
    command->add_option("--encoding", options->encoding);
    options->document.addTo(*command);
    command->callback([&context, options] { context.run = [options] { return runReading(*options); }; });
}

}  // namespace cli
