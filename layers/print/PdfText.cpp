// SPDX-License-Identifier: Apache-2.0
#include "layers/print/PdfText.h"

#define POINTERHOLDER_TRANSITION 4  // plain std::shared_ptr
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace layers {

namespace {

void rewriteMaps(QPDF& pdf) {
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.hasKey("/ToUnicode")) continue;
        QPDFObjectHandle map = object.getKey("/ToUnicode");
        if (!map.isStream()) continue;
        const auto data = map.getStreamData();
        const std::string unified =
            unifiedToUnicode({reinterpret_cast<const char*>(data->getBuffer()), data->getSize()});
        if (!unified.empty()) map.replaceStreamData(unified, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
}

/// "2026-11-21T18:00:00Z" as "D:20261121180000Z".
std::string pdfDate(const std::string& iso) {
    std::string digits;
    for (const char character : iso)
        if (character >= '0' && character <= '9') digits += character;
    return "D:" + digits.substr(0, 14) + "Z";
}

void setInformation(QPDF& pdf, const PdfInformation& information) {
    QPDFObjectHandle dictionary = QPDFObjectHandle::newDictionary();
    const auto set = [&dictionary](const char* key, const std::string& text) {
        if (!text.empty()) dictionary.replaceKey(key, QPDFObjectHandle::newUnicodeString(text));
    };
    set("/Title", information.title);
    set("/Author", information.author);
    set("/Creator", information.creator);
    if (!information.dateUtc.empty())
        for (const char* key : {"/CreationDate", "/ModDate"})
            dictionary.replaceKey(key, QPDFObjectHandle::newString(pdfDate(information.dateUtc)));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(dictionary));
    // Chinese readers show the title in the window's frame.
    QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    pdf.getRoot().replaceKey("/ViewerPreferences", preferences);
    pdf.getRoot().removeKey("/Metadata");  // a second set of title and dates that would disagree
}

}  // namespace

gis::Result<std::string> withSearchableText(const std::string& pdf, const PdfInformation& information) {
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("sheet", pdf.data(), pdf.size());
        rewriteMaps(document);
        setInformation(document, information);
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setCompressStreams(true);
        writer.write();
        const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
        return std::string(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
    } catch (const std::exception& error) {
        return gis::fail(gis::ErrorCode::Internal, {}, gis::message("layers", "the PDF could not be finished"), {},
                         error.what());
    }
}

}  // namespace layers
