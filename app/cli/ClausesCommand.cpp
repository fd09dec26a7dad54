// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>

#include "app/cli/ClauseText.h"
#include "app/cli/Commands.h"
#include "app/cli/DocumentOptions.h"
#include "gis/base/AtomicFile.h"
#include "layers/policy/DocumentImport.h"
#include "layers/report/OutputGroup.h"

namespace cli {

namespace {

struct ClausesOptions {
    std::vector<std::string> files;
    std::string text;
    std::string encoding;
    DocumentOptions document;
};

gis::Error wrongUse(const gis::Subject& subject, gis::Message problem, gis::Message advice) {
    return {gis::ErrorCode::InvalidArgument, subject, std::move(problem), std::move(advice), {}};
}

gis::Result<void> checkOutputs(const Context& context, const ClausesOptions& options) {
    TUCE_CHECK(layers::endingsPossible(context.outputs, {".json"}));
    if (!options.text.empty() && options.files.size() > 1)
        return tl::unexpected(wrongUse({options.text, {}, {}},
                                       gis::message("cli", "--text takes the text of one document, not of several"),
                                       gis::message("cli", "call the command once for each file")));
    std::vector<std::string> outputs = context.outputs;
    if (!options.text.empty()) outputs.push_back(options.text);
    return layers::placesPossible(outputs, options.files, context.overwrite());
}

gis::Result<std::vector<ReadClauses>> readAll(const Context& context, const ClausesOptions& options) {
    std::vector<ReadClauses> documents;
    for (const std::string& file : options.files) {
        TUCE_TRY(read,
                 layers::readDocument(file, options.encoding, {}, context.control(), options.document.readerOptions()));
        context.warn(read.warnings);
        documents.push_back({std::move(read.document), std::move(read.warnings)});
    }
    return documents;
}

gis::Result<void> writeJson(const std::string& path, const std::vector<ReadClauses>& documents,
                            gis::Overwrite overwrite) {
    TUCE_TRY(file, gis::AtomicFile::create(path, overwrite));
    std::ofstream out(file.temporaryPath(), std::ios::binary);
    writeClausesJson(documents, [&out](std::string_view part) {
        out.write(part.data(), static_cast<std::streamsize>(part.size()));
    });
    out.put('\n');
    out.close();
    if (!out)
        return gis::fail(gis::ErrorCode::Unwritable, {path, {}, {}}, gis::message("cli", "the file cannot be written"));
    return file.commit();
}

gis::Result<void> write(const Context& context, const ClausesOptions& options,
                        const std::vector<ReadClauses>& documents) {
    for (const std::string& output : context.outputs) TUCE_CHECK(writeJson(output, documents, context.overwrite()));
    if (!options.text.empty())
        TUCE_CHECK(gis::writeFile(options.text, documents.front().document.text, context.overwrite()));
    return {};
}

int run(const Context& context, const ClausesOptions& options) {
    if (const auto checked = checkOutputs(context, options); !checked) return context.fail(checked.error());
    const auto documents = readAll(context, options);
    if (!documents) return context.fail(documents.error());
    if (const auto written = write(context, options, *documents); !written) return context.fail(written.error());
    if (context.json) {
        writeClausesJson(*documents, [](std::string_view part) { std::fwrite(part.data(), 1, part.size(), stdout); });
        context.print(std::string());
    } else if (context.outputs.empty()) {
        for (const ReadClauses& read : *documents) context.print(clauseOutline(read.document));
    }
    return Done;
}

}  // namespace

void addClauses(CLI::App& app, Context& context) {
    CLI::App* command =
        addCommand(app, context, "clauses", gis::message("cli", "cut documents into clauses of all levels"));
    auto options = std::make_shared<ClausesOptions>();
    command
        ->add_option("files", options->files,
                     gis::translated(gis::message("cli", "documents: %1", {documentFormats()})))
        ->required()
        ->type_name("FILE");
    addOutOption(*command, context, gis::message("cli", "write the clauses as .json"));
    command->add_option("--text", options->text, tr("write the text that the offsets count in"))->type_name("FILE");
    command
        ->add_option("--encoding", options->encoding, tr("encoding of txt, md and html documents (default: found out)"))
        ->type_name("NAME");
    options->document.addTo(*command);
    command->callback([&context, options] { context.run = [&context, options] { return run(context, *options); }; });
}

}  // namespace cli
