// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <zip.h>

#include <QString>
#include <string>
#include <utility>
#include <vector>

namespace support {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// An archive with these parts. False if it could not be written.
inline bool writeArchive(const QString& path, const Parts& parts) {
    int error = 0;
    zip_t* archive = zip_open(path.toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (archive == nullptr) return false;
    for (const auto& [name, bytes] : parts) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE) < 0) return false;
    }
    return zip_close(archive) == 0;
}

inline std::string escaped(const std::string& text) {
    std::string made;
    for (const char c : text) made += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    return made;
}

/// The inner XML of the parts of a .docx; empty ones are left out.
struct Docx {
    std::string body;
    std::string numbering;
    std::string styles;
    std::string footnotes;
};

inline std::string wordPart(const std::string& element, const std::string& inner) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:" + element +
           " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
           " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
           " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
           " xmlns:v=\"urn:schemas-microsoft-com:vml\" "
           "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">" +
           inner + "</w:" + element + ">";
}

inline Parts docxParts(const Docx& document) {
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    Parts parts{{"_rels/.rels", relations + "<Relationship Id=\"r\" Type=\"" + types +
                                    "officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
                {"word/document.xml", wordPart("document", "<w:body>" + document.body + "</w:body>")}};
    const auto add = [&](const std::string& element, const std::string& file, const std::string& inner) {
        if (inner.empty()) return;
        relations += "<Relationship Id=\"" + file + "\" Type=\"" + types + file + "\" Target=\"" + file + ".xml\"/>";
        parts.emplace_back("word/" + file + ".xml", wordPart(element, inner));
    };
    add("numbering", "numbering", document.numbering);
    add("styles", "styles", document.styles);
    add("footnotes", "footnotes", document.footnotes);
    parts.emplace_back("word/_rels/document.xml.rels", relations + "</Relationships>");
    return parts;
}

inline std::string run(const std::string& text) {
    return "<w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
}
/// A paragraph of a .docx, with the properties inside its w:pPr.
inline std::string paragraph(const std::string& text, const std::string& properties = {}) {
    const std::string all = properties.empty() ? std::string() : "<w:pPr>" + properties + "</w:pPr>";
    return "<w:p>" + all + (text.empty() ? std::string() : run(text)) + "</w:p>";
}
inline std::string inList(int list, int level = 0) {
    return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(list) +
           "\"/></w:numPr>";
}

/// An .odt of the XML inside office:text, with its automatic styles and those of styles.xml.
inline Parts odtParts(const std::string& text, const std::string& automatic = {}, const std::string& styles = {}) {
    const std::string names =
        " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
        " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
        " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
        " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
        " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
        " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\"";
    return {{"mimetype", "application/vnd.oasis.opendocument.text"},
            {"content.xml", "<office:document-content" + names + "><office:automatic-styles>" + automatic +
                                "</office:automatic-styles><office:body><office:text>" + text +
                                "</office:text></office:body></office:document-content>"},
            {"styles.xml", "<office:document-styles" + names + "><office:styles>" + styles +
                               "</office:styles></office:document-styles>"}};
}

}  // namespace support
