// SPDX-License-Identifier: Apache-2.0
#include "layers/document/OdtText.h"

#include "layers/document/Archive.h"
#include "layers/document/DocumentWords.h"
#include "layers/document/OdtBody.h"
#include "layers/document/XmlPart.h"

namespace layers {

namespace {

tl::unexpected<gis::Error> encrypted() {
    return gis::fail(gis::ErrorCode::Unreadable, {}, documentMessage(DocumentWord::Encrypted),
                     documentMessage(DocumentWord::AdviseDecrypt));
}

/// Names of the styles whose text is not shown.
void collectHidden(pugi::xml_node styles, std::set<std::string>& names) {
    for (const pugi::xml_node style : styles.children())
        if (attributeOf(childOf(style, "text-properties"), "display") == "none")
            names.insert(std::string(attributeOf(style, "name")));
}

void takeStyles(pugi::xml_node root, OdtLists& lists, std::set<std::string>& hidden) {
    for (const char* group : {"styles", "automatic-styles"}) {
        lists.readStyles(childOf(root, group));
        collectHidden(childOf(root, group), hidden);
    }
}

void finish(const OdtBody& reader, DocumentLines& lines, DocumentText& text) {
    std::size_t shown = 0;
    for (const std::string& note : reader.notes()) lines.addParagraph("[" + std::to_string(++shown) + "] " + note);
    const auto say = [&text](const char* kind, DocumentWord word, std::size_t count) {
        if (count > 0) text.warnings.push_back(documentWarning(kind, word, {std::to_string(count)}));
    };
    say("notes_apart", DocumentWord::NotesApart, shown);
    say("deletions_left_out", DocumentWord::DeletionsLeftOut, reader.counts().deletions);
    say("hidden_left_out", DocumentWord::HiddenLeftOut, reader.counts().hidden);
}

}  // namespace

gis::Result<DocumentText> odtText(const std::string& path, const DocumentLimits& limits) {
    TUCE_TRY(archive, Archive::open(path, limits));
    if (!archive.has("content.xml")) return otherFormat(".odt", archive.has("word/document.xml") ? ".docx" : "");
    TUCE_TRY(manifest, archive.readIfThere("META-INF/manifest.xml"));
    if (manifest.find("encryption-data") != std::string::npos) return encrypted();
    TUCE_TRY(bytes, archive.read("content.xml"));
    TUCE_TRY(content, XmlPart::parse(std::move(bytes), limits));
    const pugi::xml_node body = childOf(childOf(content.root(), "body"), "text");
    if (!body) return damagedDocument();
    OdtLists lists;
    std::set<std::string> hidden;
    TUCE_TRY(styleBytes, archive.readIfThere("styles.xml"));
    if (!styleBytes.empty()) {
        TUCE_TRY(styles, XmlPart::parse(std::move(styleBytes), limits));
        takeStyles(styles.root(), lists, hidden);
    }
    takeStyles(content.root(), lists, hidden);
    OdtBody reader(lists, std::move(hidden));
    DocumentLines lines;
    reader.readBlocks(body, lines);
    DocumentText text;
    finish(reader, lines, text);
    text.text = lines.takeText();
    text.tables = lines.takeTables();
    text.kind = "odt";
    text.encoding = "UTF-8";
    text.encodingBasis = "format";
    return text;
}

}  // namespace layers
