// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/base/Result.h"
#include "layers/document/DocumentText.h"

namespace layers {

/// All that the reading of a document may say. The reading process sends the number of a text, never words: what it
/// says stays one of these, in the user's language.
enum class DocumentWord {
    Failed,
    Damaged,
    NotThatFormat,
    Empty,
    Encrypted,
    NoText,
    MissingPart,
    HasDoctype,
    OverLimit,
    UnknownEncoding,
    UnrecognisedEncoding,
    Crashed,
    NoReader,
    DamagedBytes,
    DeclarationWrong,
    NotesApart,
    DeletionsLeftOut,
    HiddenLeftOut,
    UnknownSigns,
    PagesWithoutText,
    RunningHeadsLeftOut,
    UnreadableLetters,
    EmbeddedLeftOut,
    AdviseSave,
    AdviseWhole,
    AdviseEnding,
    AdviseDecrypt,
    AdviseRecognise,
    AdviseRaise,
    AdviseEncoding,
    AdviseEncodings,
    AdviseCrash,
    AdviseReader,
    Count
};

gis::Message documentMessage(DocumentWord word, std::vector<std::string> arguments = {});
/// Which word a message was made of; nothing if it is none of these.
std::optional<DocumentWord> documentWord(const gis::Message& message);

/// Errors of the readers. The subject's path is filled in where the file is known.
tl::unexpected<gis::Error> damagedDocument(const std::string& detail = {});
/// `what` was more than `limit` of what `option` ("--max-members") sets. Refused, so that the exit code is 3.
tl::unexpected<gis::Error> overDocumentLimit(std::size_t limit, const std::string& option);
/// The file is not what its ending says but, as far as its first bytes tell, of the kind `actual` (may be empty).
tl::unexpected<gis::Error> otherFormat(const std::string& ending, const std::string& actual);
gis::Warning documentWarning(const char* kind, DocumentWord word, std::vector<std::string> arguments = {});

}  // namespace layers
