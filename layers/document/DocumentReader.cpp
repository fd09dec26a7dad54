// SPDX-License-Identifier: Apache-2.0
#include "layers/document/DocumentReader.h"

#include <QCoreApplication>
#include <csignal>

#include "gis/base/Resources.h"
#include "layers/document/DocumentKind.h"
#include "layers/document/DocumentWords.h"
#include "layers/document/DocxText.h"
#include "layers/document/HtmlText.h"
#include "layers/document/OdtText.h"
#include "layers/document/PdfText.h"
#include "layers/document/ReaderFrame.h"
#include "layers/document/ReaderProcess.h"
#include "layers/document/TextDecoder.h"

#include <QFileInfo>

namespace layers {

namespace {

constexpr std::size_t megabyte = 1024 * 1024;

std::string joinedEndings() {
    std::string list;
    for (const std::string& ending : documentEndings()) list += (list.empty() ? "" : ", ") + ending;
    return list;
}

gis::Result<void> checkFile(const std::string& path, const DocumentLimits& limits) {
    const QFileInfo info(QString::fromStdString(path));
    if (!info.exists())
        return gis::fail(gis::ErrorCode::NotFound, {}, gis::message("gis", "no such file"),
                         gis::message("gis", "check the path"));
    if (!info.isFile())
        return gis::fail(gis::ErrorCode::Refused, {}, gis::message("gis", "not a regular file"),
                         gis::message("gis", "name a file"));
    if (static_cast<std::size_t>(info.size()) > limits.fileMegabytes * megabyte)
        return overDocumentLimit(limits.fileMegabytes, "--max-document-mb");
    return {};
}

gis::Result<DocumentText> plainText(const std::string& path, const std::string& encoding,
                                    const DocumentLimits& limits) {
    TUCE_TRY(bytes, gis::readFile(path, limits.fileMegabytes * megabyte));
    TUCE_TRY(decoded, decodeText(bytes, encoding, path));
    const bool mark =
        bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    DocumentText text;
    text.text = std::move(decoded.text);
    text.kind = documentEndingOf(path) == ".md" ? "md" : "txt";
    text.encoding = decoded.encoding;
    text.encodingBasis = !encoding.empty() ? "asked" : mark ? "mark" : "content";
    text.warnings = std::move(decoded.warnings);
    return text;
}

std::string programOf(const ReaderOptions& options) {
    if (!options.program.empty()) return options.program;
    return QCoreApplication::applicationDirPath().toStdString() + "/tuce-cli";
}

tl::unexpected<gis::Error> crashed(const std::string& how) {
    return gis::fail(gis::ErrorCode::Unreadable, {}, documentMessage(DocumentWord::Crashed, {how}),
                     documentMessage(DocumentWord::AdviseCrash));
}

std::vector<std::string> argumentsFor(const std::string& path, const std::string& encoding,
                                      const DocumentLimits& limits) {
    std::vector<std::string> arguments{"read-document"};
    const auto add = [&](const char* option, std::size_t value) {
        arguments.emplace_back(option);
        arguments.push_back(std::to_string(value));
    };
    add("--max-document-mb", limits.fileMegabytes);
    add("--max-unpacked-mb", limits.unpackedMegabytes);
    add("--max-members", limits.members);
    add("--max-ratio", limits.ratio);
    add("--max-depth", limits.depth);
    add("--max-elements", limits.elements);
    add("--max-seconds", limits.seconds);
    add("--max-memory-mb", limits.memoryMegabytes);
    if (!encoding.empty()) arguments.insert(arguments.end(), {"--encoding", encoding});
    arguments.insert(arguments.end(), {"--", QFileInfo(QString::fromStdString(path)).absoluteFilePath().toStdString()});
    return arguments;
}

gis::Result<DocumentText> readApart(const std::string& path, const std::string& encoding, const ReaderOptions& options,
                                    const gis::JobControl& control) {
    const DocumentLimits& limits = options.limits;
    const std::size_t mostBytes = (limits.unpackedMegabytes + 1) * megabyte;
    TUCE_TRY(end, runReader(programOf(options), argumentsFor(path, encoding, limits), limits.seconds, mostBytes,
                            control.cancel));
    if (end.isTooLong) return overDocumentLimit(limits.unpackedMegabytes, "--max-unpacked-mb");
    if (end.isTooSlow || end.signal == SIGXCPU) return overDocumentLimit(limits.seconds, "--max-seconds");
    if (end.exitCode == outOfMemoryExit) return overDocumentLimit(limits.memoryMegabytes, "--max-memory-mb");
    if (end.signal != 0) return crashed("signal " + std::to_string(end.signal));
    if (end.exitCode != 0) return crashed("exit code " + std::to_string(end.exitCode));
    auto read = fromReaderFrame(end.output);
    return read ? std::move(*read) : crashed("no answer");
}

gis::Result<DocumentText> readAnywhere(const std::string& path, const std::string& encoding,
                                       const ReaderOptions& options, const gis::JobControl& control) {
    const DocumentKind kind = documentKindOf(path);
    if (kind == DocumentKind::Unknown)
        return gis::fail(
            gis::ErrorCode::UnsupportedFormat, {},
            gis::message("layers", "cannot read %1; available: %2", {documentEndingOf(path), joinedEndings()}),
            documentMessage(DocumentWord::AdviseSave));
    TUCE_CHECK(checkFile(path, options.limits));
    TUCE_CHECK(checkFirstBytes(path, kind));
    if (kind == DocumentKind::Text) return plainText(path, encoding, options.limits);
    return readApart(path, encoding, options, control);
}

}  // namespace

const std::vector<std::string>& documentEndings() {
    static const std::vector<std::string> endings{".txt", ".md", ".html", ".htm", ".docx", ".odt", ".pdf"};
    return endings;
}

bool isDocumentEnding(const std::string& path) {
    return !documentEndingOf(path).empty() && documentKindOf(path) != DocumentKind::Unknown;
}

bool hasChosenEncoding(const std::string& path) {
    const DocumentKind kind = documentKindOf(path);
    return kind == DocumentKind::Text || kind == DocumentKind::Html;
}

gis::Result<DocumentText> readDocumentText(const std::string& path, const std::string& encoding,
                                           const ReaderOptions& options, const gis::JobControl& control) {
    auto text = readAnywhere(path, encoding, options, control);
    if (!text) {
        gis::Error error = std::move(text).error();
        error.subject.path = path;
        return tl::unexpected<gis::Error>(std::move(error));
    }
    for (gis::Warning& warning : text->warnings) warning.subject.path = path;
    return text;
}

gis::Result<DocumentText> readDocumentHere(const std::string& path, const std::string& encoding,
                                           const DocumentLimits& limits) {
    switch (documentKindOf(path)) {
        case DocumentKind::Html:
            return htmlText(path, encoding, limits);
        case DocumentKind::Docx:
            return docxText(path, limits);
        case DocumentKind::Odt:
            return odtText(path, limits);
        case DocumentKind::Pdf:
            return pdfText(path, limits);
        default:
            return plainText(path, encoding, limits);
    }
}

}  // namespace layers
