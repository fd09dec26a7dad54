// SPDX-License-Identifier: Apache-2.0
#include "layers/document/DocumentKind.h"

#include <QFile>
#include <algorithm>

#include "layers/document/DocumentWords.h"

namespace layers {

namespace {

/// What first bytes look like, as an ending to show; empty for bytes that say nothing.
std::string lookOf(const std::string& bytes) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return ".zip";
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return ".doc";
    if (bytes.starts_with("{\\rtf")) return ".rtf";
    // Readers accept junk before a PDF's head, but a text that only speaks of it is none.
    if (bytes.starts_with("%PDF-")) return ".pdf";
    if (bytes.starts_with("OFD") || bytes.starts_with("CAJ")) return {};
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string::npos && bytes[first] == '<') return ".html";
    const bool plain = std::none_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0 && c < 9; });
    return plain && !bytes.empty() ? ".txt" : "";
}

/// An office file of the older container holds its directory in UTF-16; an encrypted .docx names its package there.
bool isEncryptedPackage(const std::string& bytes) {
    std::string wide;
    for (const char c : std::string("EncryptedPackage")) wide += {c, '\0'};
    return bytes.find(wide) != std::string::npos;
}

tl::unexpected<gis::Error> oldOfficeFile(const std::string& ending, const std::string& bytes) {
    if (isEncryptedPackage(bytes))
        return gis::fail(gis::ErrorCode::Unreadable, {}, documentMessage(DocumentWord::Encrypted),
                         documentMessage(DocumentWord::AdviseDecrypt));
    return gis::fail(gis::ErrorCode::Unreadable, {}, documentMessage(DocumentWord::NotThatFormat, {ending, ".doc"}),
                     documentMessage(DocumentWord::AdviseSave));
}

}  // namespace

std::string documentEndingOf(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    const std::size_t dot = path.find_last_of('.');
    if (dot == std::string::npos || (slash != std::string::npos && dot < slash)) return {};
    std::string ending = path.substr(dot);
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return ending;
}

DocumentKind documentKindOf(const std::string& path) {
    const std::string ending = documentEndingOf(path);
    // A name without an ending says nothing against plain text; what cannot be read says so itself.
    if (ending.empty() || ending == ".txt" || ending == ".md") return DocumentKind::Text;
    if (ending == ".html" || ending == ".htm") return DocumentKind::Html;
    if (ending == ".docx") return DocumentKind::Docx;
    if (ending == ".odt") return DocumentKind::Odt;
    if (ending == ".pdf") return DocumentKind::Pdf;
    return DocumentKind::Unknown;
}

gis::Result<void> checkFirstBytes(const std::string& path, DocumentKind kind) {
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return gis::fail(gis::ErrorCode::Unreadable, {}, gis::message("gis", "the file cannot be opened"),
                         gis::message("gis", "check its permissions"), file.errorString().toStdString());
    const std::string bytes = file.read(1024 * 1024).toStdString();
    const std::string ending = documentEndingOf(path);
    if (bytes.empty() && kind != DocumentKind::Text)
        return gis::fail(gis::ErrorCode::Unreadable, {}, documentMessage(DocumentWord::Empty),
                         documentMessage(DocumentWord::AdviseWhole));
    const std::string look = lookOf(bytes);
    if (look == ".doc") return oldOfficeFile(ending, bytes);
    const bool isText = look.empty() || look == ".txt" || look == ".html";  // empty: UTF-16, or bytes that say nothing
    switch (kind) {
        case DocumentKind::Docx:
        case DocumentKind::Odt:
            if (look != ".zip") return otherFormat(ending, look);
            break;
        case DocumentKind::Pdf:
            if (look != ".pdf" && bytes.substr(0, 1024).find("%PDF-") == std::string::npos)
                return otherFormat(ending, look);
            break;
        default:
            if (!isText) return otherFormat(ending, look);
    }
    return {};
}

}  // namespace layers
