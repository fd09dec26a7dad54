// SPDX-License-Identifier: Apache-2.0
#include "layers/document/DocxText.h"

#include "layers/document/Archive.h"
#include "layers/document/DocumentWords.h"
#include "layers/document/DocxBody.h"
#include "layers/document/XmlPart.h"

namespace layers {

namespace {

/// A target of a relationship as a part's name: relative to the folder of its source, or from the top. What climbs
/// beyond the top stays there.
std::string partName(const std::string& folder, std::string_view target) {
    std::vector<std::string> steps;
    std::string path = target.starts_with('/') ? std::string(target) : folder + "/" + std::string(target);
    std::size_t from = 0;
    while (from <= path.size()) {
        const std::size_t end = std::min(path.find('/', from), path.size());
        const std::string step = path.substr(from, end - from);
        if (step == ".." && !steps.empty()) steps.pop_back();
        if (!step.empty() && step != "." && step != "..") steps.push_back(step);
        from = end + 1;
    }
    std::string name;
    for (const std::string& step : steps) name += (name.empty() ? "" : "/") + step;
    return name;
}

/// The parts of a document by the last word of their relationship's type ("styles", "numbering").
class Relations {
public:
    static gis::Result<Relations> read(Archive& archive, const std::string& name, const std::string& folder,
                                       const DocumentLimits& limits) {
        Relations relations;
        TUCE_TRY(bytes, archive.readIfThere(name));
        if (bytes.empty()) return relations;
        TUCE_TRY(xml, XmlPart::parse(std::move(bytes), limits));
        for (const pugi::xml_node node : xml.root().children()) {
            if (attributeOf(node, "TargetMode") == "External") continue;
            const std::string_view type = attributeOf(node, "Type");
            relations.m_parts.emplace(type.substr(type.rfind('/') + 1), partName(folder, attributeOf(node, "Target")));
        }
        return relations;
    }
    std::string part(const std::string& type, const std::string& otherwise) const {
        const auto held = m_parts.find(type);
        return held == m_parts.end() ? otherwise : held->second;
    }

private:
    std::map<std::string, std::string> m_parts;
};

class DocxReader {
public:
    DocxReader(Archive archive, const DocumentLimits& limits) : m_archive(std::move(archive)), m_limits(limits) {}

    gis::Result<DocumentText> run() {
        TUCE_TRY(top, Relations::read(m_archive, "_rels/.rels", "", m_limits));
        const std::string main = top.part("officeDocument", "word/document.xml");
        const std::size_t slash = main.rfind('/');
        const std::string folder = slash == std::string::npos ? std::string() : main.substr(0, slash);
        const std::string file = slash == std::string::npos ? main : main.substr(slash + 1);
        TUCE_TRY(relations, Relations::read(m_archive, partName(folder, "_rels/" + file + ".rels"), folder, m_limits));
        TUCE_TRY(bytes, m_archive.read(main));
        TUCE_TRY(document, XmlPart::parse(std::move(bytes), m_limits));
        const pugi::xml_node body = childOf(document.root(), "body");
        if (!body) return damagedDocument();
        TUCE_TRY(stylesPart, part(relations, folder, "styles"));
        TUCE_TRY(numberingPart, part(relations, folder, "numbering"));
        const DocxStyles styles(rootOf(stylesPart));
        DocxNumbering numbering(rootOf(numberingPart));
        DocxBody reader(styles, numbering);
        DocumentLines lines;
        reader.readBlocks(body, lines);
        reader.finish(lines);
        DocumentText text;
        TUCE_CHECK(addNotes(relations, folder, reader, lines, text));
        tell(reader.counts(), text);
        text.text = lines.takeText();
        text.tables = lines.takeTables();
        text.kind = "docx";
        text.encoding = "UTF-8";
        text.encodingBasis = "format";
        return text;
    }

private:
    using Part = std::optional<XmlPart>;

    static pugi::xml_node rootOf(const Part& part) { return part ? part->root() : pugi::xml_node(); }

    gis::Result<Part> part(const Relations& relations, const std::string& folder, const std::string& type) {
        const std::string name = relations.part(type, partName(folder, type + ".xml"));
        TUCE_TRY(bytes, m_archive.readIfThere(name));
        if (bytes.empty()) return Part();
        TUCE_TRY(xml, XmlPart::parse(std::move(bytes), m_limits));
        return Part(std::move(xml));
    }

    gis::Result<void> addNotes(const Relations& relations, const std::string& folder, DocxBody& reader,
                               DocumentLines& lines, DocumentText& text) {
        const std::vector<DocxBody::Note> notes = reader.notes();
        if (notes.empty()) return {};
        TUCE_TRY(feet, part(relations, folder, "footnotes"));
        TUCE_TRY(ends, part(relations, folder, "endnotes"));
        std::map<std::pair<bool, std::string>, pugi::xml_node> held;
        for (const pugi::xml_node note : rootOf(feet).children())
            held[{false, std::string(attributeOf(note, "id"))}] = note;
        for (const pugi::xml_node note : rootOf(ends).children())
            held[{true, std::string(attributeOf(note, "id"))}] = note;
        std::size_t shown = 0;
        for (const DocxBody::Note& note : notes) {
            DocumentLines own;
            reader.readBlocks(held[{note.atEnd, note.id}], own);
            std::string line;
            for (const std::string& paragraph : own.takeFilled()) line += " " + trimmed(paragraph);
            if (!line.empty()) lines.addParagraph("[" + std::to_string(++shown) + "]" + line);
        }
        if (shown > 0)
            text.warnings.push_back(documentWarning("notes_apart", DocumentWord::NotesApart, {std::to_string(shown)}));
        return {};
    }

    static void tell(const DocxBody::Counts& counts, DocumentText& text) {
        const auto say = [&text](const char* kind, DocumentWord word, std::size_t count) {
            if (count > 0) text.warnings.push_back(documentWarning(kind, word, {std::to_string(count)}));
        };
        say("deletions_left_out", DocumentWord::DeletionsLeftOut, counts.deletions);
        say("hidden_left_out", DocumentWord::HiddenLeftOut, counts.hidden);
        say("unknown_signs", DocumentWord::UnknownSigns, counts.unknownSigns);
        say("embedded_left_out", DocumentWord::EmbeddedLeftOut, counts.embedded);
    }

    Archive m_archive;
    DocumentLimits m_limits;
};

}  // namespace

gis::Result<DocumentText> docxText(const std::string& path, const DocumentLimits& limits) {
    TUCE_TRY(archive, Archive::open(path, limits));
    if (archive.has("EncryptedPackage"))
        return gis::fail(gis::ErrorCode::Unreadable, {}, documentMessage(DocumentWord::Encrypted),
                         documentMessage(DocumentWord::AdviseDecrypt));
    if (!archive.has("_rels/.rels") && !archive.has("word/document.xml"))
        return otherFormat(".docx", archive.has("content.xml")       ? ".odt"
                                    : archive.has("xl/workbook.xml") ? ".xlsx"
                                                                     : "");
    return DocxReader(std::move(archive), limits).run();
}

}  // namespace layers
