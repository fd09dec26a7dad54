// SPDX-License-Identifier: Apache-2.0
#include "app/cli/DocumentOptions.h"

#include <QCoreApplication>

namespace cli {

void DocumentOptions::addTo(CLI::App& command) {
    const auto add = [&command](const char* name, std::size_t& value, const std::string& text) {
        command.add_option(name, value, text)
            ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000'000}))
            ->type_name("N")
            ->capture_default_str();
    };
    add("--max-document-mb", limits.fileMegabytes, tr("largest document file in MB"));
    add("--max-unpacked-mb", limits.unpackedMegabytes, tr("most MB that a document unpacks to"));
    add("--max-members", limits.members, tr("most files inside a docx or odt"));
    add("--max-ratio", limits.ratio, tr("how many times larger a part of a docx or odt may unpack"));
    add("--max-depth", limits.depth, tr("most elements within elements of a document"));
    add("--max-elements", limits.elements, tr("most elements of an html page"));
    add("--max-seconds", limits.seconds, tr("longest reading of a document in seconds"));
    add("--max-memory-mb", limits.memoryMegabytes, tr("most memory for the reading of a document in MB"));
}

layers::ReaderOptions DocumentOptions::readerOptions() const {
    return {QCoreApplication::applicationFilePath().toStdString(), limits};
}

std::string documentFormats() {
    std::string list;
    for (const std::string& ending : layers::documentEndings()) list += (list.empty() ? "" : ", ") + ending;
    return list;
}

}  // namespace cli
