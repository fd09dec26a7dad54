// SPDX-License-Identifier: Apache-2.0
#include "layers/document/DocumentWords.h"

#include <cstring>

namespace layers {

namespace {

gis::Message faultMessage(DocumentWord word) {
    switch (word) {
        case DocumentWord::Damaged:
            return gis::message("layers", "the file is damaged or cut off");
        case DocumentWord::NotThatFormat:
            return gis::message("layers", "the file ends in %1 but is %2");
        case DocumentWord::Empty:
            return gis::message("layers", "the file is empty");
        case DocumentWord::Encrypted:
            return gis::message("layers", "the file is encrypted");
        case DocumentWord::NoText:
            return gis::message("layers", "the file has %1 pages and no text, only pictures");
        case DocumentWord::MissingPart:
            return gis::message("layers", "the file lacks its part %1");
        case DocumentWord::HasDoctype:
            return gis::message("layers", "the XML declares a document type, which could carry entities");
        case DocumentWord::OverLimit:
            return gis::message("layers", "the document goes beyond the limit of %1 set by %2");
        case DocumentWord::UnknownEncoding:
            return gis::message("layers", "the encoding '%1' is unknown");
        case DocumentWord::UnrecognisedEncoding:
            return gis::message("layers", "the encoding of the text is not recognised");
        case DocumentWord::Crashed:
            return gis::message("layers", "the reading process failed on the document (%1)");
        case DocumentWord::NoReader:
            return gis::message("layers", "the program that reads documents cannot be started");
        default:
            return gis::message("layers", "the document could not be read");
    }
}

gis::Message noteMessage(DocumentWord word) {
    switch (word) {
        case DocumentWord::DamagedBytes:
            return gis::message("layers", "%1 bytes are no %2 and were replaced");
        case DocumentWord::DeclarationWrong:
            return gis::message("layers", "the page calls itself %1 but is %2");
        case DocumentWord::NotesApart:
            return gis::message("layers", "%1 notes stand behind the end of the text");
        case DocumentWord::DeletionsLeftOut:
            return gis::message("layers", "tracked changes: %1 deleted places are left out, insertions are kept");
        case DocumentWord::HiddenLeftOut:
            return gis::message("layers", "hidden text in %1 places is left out");
        case DocumentWord::UnknownSigns:
            return gis::message("layers", "%1 signs of symbol fonts are not known and are left out");
        case DocumentWord::PagesWithoutText:
            return gis::message("layers", "pages without text, only pictures: %1");
        case DocumentWord::RunningHeadsLeftOut:
            return gis::message("layers", "heads and numbers of pages are left out: %1");
        case DocumentWord::UnreadableLetters:
            return gis::message("layers", "%1 % of the letters cannot be read: the file does not say what they mean");
        case DocumentWord::EmbeddedLeftOut:
            return gis::message("layers", "%1 embedded files are left out");
        default:
            return {};
    }
}

gis::Message adviceMessage(DocumentWord word) {
    switch (word) {
        case DocumentWord::AdviseSave:
            return gis::message("layers", "open it in a word processor and save it as .docx or .txt");
        case DocumentWord::AdviseWhole:
            return gis::message("layers", "fetch it again");
        case DocumentWord::AdviseEnding:
            return gis::message("layers", "give the file its right ending");
        case DocumentWord::AdviseDecrypt:
            return gis::message("layers", "save it without a password");
        case DocumentWord::AdviseRecognise:
            return gis::message("layers", "run a text recognition over it first");
        case DocumentWord::AdviseRaise:
            return gis::message("layers", "if you trust the file, raise it with %1");
        case DocumentWord::AdviseEncoding:
            return gis::message("layers", "name it with --encoding, for example GB18030");
        case DocumentWord::AdviseEncodings:
            return gis::message("layers", "use UTF-8, GB18030, UTF-16LE, UTF-16BE or Big5");
        case DocumentWord::AdviseCrash:
            return gis::message("layers", "the file is damaged or hostile; if you trust it, raise --max-memory-mb");
        case DocumentWord::AdviseReader:
            return gis::message("layers", "put tuce-cli beside this program");
        default:
            return {};
    }
}

}  // namespace

gis::Message documentMessage(DocumentWord word, std::vector<std::string> arguments) {
    gis::Message message = noteMessage(word);
    if (message.empty()) message = adviceMessage(word);
    if (message.empty()) message = faultMessage(word);
    message.arguments = std::move(arguments);
    return message;
}

std::optional<DocumentWord> documentWord(const gis::Message& message) {
    for (int i = 0; i < static_cast<int>(DocumentWord::Count); ++i) {
        const auto word = static_cast<DocumentWord>(i);
        if (std::strcmp(documentMessage(word).source, message.source) == 0) return word;
    }
    return std::nullopt;
}

tl::unexpected<gis::Error> damagedDocument(const std::string& detail) {
    return gis::fail(gis::ErrorCode::Unreadable, {}, documentMessage(DocumentWord::Damaged),
                     documentMessage(DocumentWord::AdviseWhole), detail);
}

tl::unexpected<gis::Error> overDocumentLimit(std::size_t limit, const std::string& option) {
    return gis::fail(gis::ErrorCode::Refused, {},
                     documentMessage(DocumentWord::OverLimit, {std::to_string(limit), option}),
                     documentMessage(DocumentWord::AdviseRaise, {option}));
}

tl::unexpected<gis::Error> otherFormat(const std::string& ending, const std::string& actual) {
    if (actual.empty()) return damagedDocument();
    return gis::fail(gis::ErrorCode::Unreadable, {}, documentMessage(DocumentWord::NotThatFormat, {ending, actual}),
                     documentMessage(DocumentWord::AdviseEnding));
}

gis::Warning documentWarning(const char* kind, DocumentWord word, std::vector<std::string> arguments) {
    return {kind, {}, documentMessage(word, std::move(arguments))};
}

}  // namespace layers
