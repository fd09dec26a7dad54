// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>

#include "gis/io/SourceFile.h"
#include "gis/io/TextEncoding.h"

namespace gis {

namespace {

/// Counts which encodings the pieces of text seen so far can be in.
class Evidence {
public:
    /// `cut`: the piece fills a field of fixed width, so that its last character may be cut in two.
    void add(std::string_view piece, bool cut = false) {
        if (std::all_of(piece.begin(), piece.end(), [](char c) { return (c & 0x80) == 0; })) return;
        m_plain = false;
        if (!isUtf8(cut ? withoutCutUtf8(piece) : piece)) ++m_notUtf8;
        if (!isGb18030(cut ? withoutCutGb18030(piece) : piece)) ++m_notChinese;
    }
    EncodingChoice choice() const {
        if (m_plain) return {"UTF-8", "default", {}};
        return {m_notUtf8 == 0 || m_notUtf8 < m_notChinese ? "UTF-8" : "GBK", "detected", {}};
    }

private:
    bool m_plain = true;
    std::size_t m_notUtf8 = 0;
    std::size_t m_notChinese = 0;
};

struct DbfField {
    std::string name;
    std::size_t offset = 0;
    std::size_t length = 0;
};

/// The parts of a dBASE table's header that say where its texts are (ESRI Shapefile's .dbf, dBASE III).
struct DbfHeader {
    unsigned char language = 0;
    std::size_t headerLength = 0;
    std::size_t recordLength = 0;
    std::vector<DbfField> texts;
    std::vector<std::string> names;
};

DbfHeader readHeader(std::istream& stream) {
    DbfHeader header;
    std::array<unsigned char, 32> bytes{};
    const auto read = [&] { return static_cast<bool>(stream.read(reinterpret_cast<char*>(bytes.data()), 32)); };
    if (!read()) return header;
    header.headerLength = bytes[8] | (std::size_t{bytes[9]} << 8U);
    header.recordLength = bytes[10] | (std::size_t{bytes[11]} << 8U);
    header.language = bytes[29];
    std::size_t offset = 1;
    for (std::size_t at = 64; at <= header.headerLength && read() && bytes[0] != 0x0D; at += 32) {
        const std::string name(reinterpret_cast<const char*>(bytes.data()), 11);
        header.names.push_back(name.substr(0, name.find('\0')));
        const bool text = bytes[11] == 'C';
        const std::size_t length = text ? bytes[16] | (std::size_t{bytes[17]} << 8U) : bytes[16];
        if (text && offset + length <= header.recordLength)
            header.texts.push_back({header.names.back(), offset, length});
        offset += length;
    }
    return header;
}

Result<EncodingChoice> detectInTable(std::istream& stream, const DbfHeader& header, const CancelToken& cancel) {
    Evidence evidence;
    for (const std::string& name : header.names) evidence.add(name, name.size() >= 10);
    if (header.recordLength == 0) return evidence.choice();
    stream.clear();
    stream.seekg(static_cast<std::streamoff>(header.headerLength));
    std::string record(header.recordLength, '\0');
    for (std::size_t row = 0; stream.read(record.data(), static_cast<std::streamsize>(record.size())); ++row) {
        if ((row & 0xFFFU) == 0 && cancel.isCanceled()) return canceled();
        for (const DbfField& field : header.texts) {
            std::string_view text = std::string_view(record).substr(field.offset, field.length);
            const bool full = !text.empty() && text.back() != ' ' && text.back() != '\0';
            text = text.substr(0, text.find('\0'));
            while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
            evidence.add(text, full);
        }
    }
    return evidence.choice();
}

/// What the language byte of a .dbf says for sure; null for the ones that say nothing.
const char* encodingOfLanguage(unsigned char language) {
    struct Known {
        unsigned char language;
        const char* encoding;
    };
    static constexpr std::array<Known, 14> known{{{0x4D, "GBK"},
                                                  {0x7A, "GBK"},
                                                  {0x4F, "Big5"},
                                                  {0x78, "Big5"},
                                                  {0x13, "Shift_JIS"},
                                                  {0x7B, "Shift_JIS"},
                                                  {0x4E, "EUC-KR"},
                                                  {0x79, "EUC-KR"},
                                                  {0x03, "windows-1252"},
                                                  {0x59, "windows-1252"},
                                                  {0xC8, "windows-1250"},
                                                  {0xC9, "windows-1251"},
                                                  {0x01, "IBM437"},
                                                  {0x02, "IBM850"}}};
    for (const Known& entry : known)
        if (entry.language == language) return entry.encoding;
    return nullptr;
}

std::string trimmed(std::string text) {
    const auto blank = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0 || c == '\0'; };
    while (!text.empty() && blank(text.back())) text.pop_back();
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), blank));
    return text.rfind("\xEF\xBB\xBF", 0) == 0 ? text.substr(3) : text;
}

std::string contentOfCpg(const std::string& shapefile) {
    const std::string path = sidecar(shapefile, ".cpg");
    if (path.empty()) return {};
    std::ifstream stream(path, std::ios::binary);
    std::string text(64, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    return trimmed(text);
}

/// The name under which an encoding is shown: GBK for all the names of code page 936.
std::string shownName(const std::string& encoding) {
    std::string upper;
    for (const char c : encoding)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            upper += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (upper == "UTF8" || upper == "65001") return "UTF-8";
    if (upper == "936" || upper == "CP936" || upper == "ANSI936" || upper == "GB2312") return "GBK";
    return encoding;
}

Result<EncodingChoice> wishedEncoding(const std::string& wished) {
    TUCE_TRY(known, TextDecoder::make(wished));
    static_cast<void>(known);
    return EncodingChoice{shownName(wished), "open option", {}};
}

}  // namespace

Result<EncodingChoice> shapefileEncoding(const std::string& shapefile, const std::string& wished,
                                         const CancelToken& cancel) {
    if (!wished.empty()) return wishedEncoding(wished);
    const std::string table = sidecar(shapefile, ".dbf");
    std::ifstream stream(table, std::ios::binary);
    const DbfHeader header = readHeader(stream);
    const char* byLanguage = encodingOfLanguage(header.language);
    const std::string mark = contentOfCpg(shapefile);
    if (!mark.empty() && TextDecoder::make(mark)) {
        EncodingChoice choice{shownName(mark), "cpg", {}};
        if (byLanguage != nullptr && shownName(byLanguage) != choice.encoding)
            choice.conflict = message("gis", "the .cpg says %1, the language byte of the .dbf says %2; %1 is used",
                                      {choice.encoding, byLanguage});
        return choice;
    }
    if (byLanguage != nullptr && TextDecoder::make(byLanguage)) return EncodingChoice{byLanguage, "ldid", {}};
    return detectInTable(stream, header, cancel);
}

Result<EncodingChoice> textFileEncoding(const std::string& path, const std::string& wished, const CancelToken& cancel) {
    if (!wished.empty()) return wishedEncoding(wished);
    Evidence evidence;
    std::ifstream stream(path, std::ios::binary);
    std::string line;
    for (std::size_t count = 0; std::getline(stream, line); ++count) {
        if ((count & 0xFFFU) == 0 && cancel.isCanceled()) return canceled();
        if (count == 0 && line.rfind("\xEF\xBB\xBF", 0) == 0) return EncodingChoice{"UTF-8", "detected", {}};
        evidence.add(line);
    }
    return evidence.choice();
}

namespace {

constexpr std::size_t sampledRows = 5000;
constexpr std::size_t longestSample = 60;

void addSample(std::vector<std::string>& samples, std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\0' || c == '\r'; };
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
    const std::string kept(text.substr(0, longestSample));
    if (!plain && std::find(samples.begin(), samples.end(), kept) == samples.end()) samples.push_back(kept);
}

}  // namespace

std::vector<std::string> rawTextsOfTable(const std::string& shapefile, std::size_t most) {
    std::ifstream stream(sidecar(shapefile, ".dbf"), std::ios::binary);
    const DbfHeader header = readHeader(stream);
    std::vector<std::string> samples;
    for (const std::string& name : header.names)
        if (samples.size() < most) addSample(samples, name);
    if (header.recordLength == 0) return samples;
    stream.clear();
    stream.seekg(static_cast<std::streamoff>(header.headerLength));
    std::string record(header.recordLength, '\0');
    for (std::size_t row = 0; row < sampledRows && samples.size() < most; ++row) {
        if (!stream.read(record.data(), static_cast<std::streamsize>(record.size()))) break;
        for (const DbfField& field : header.texts)
            if (samples.size() < most) addSample(samples, std::string_view(record).substr(field.offset, field.length));
    }
    return samples;
}

std::vector<std::string> rawTextsOfFile(const std::string& path, std::size_t most) {
    std::ifstream stream(path, std::ios::binary);
    std::vector<std::string> samples;
    std::string line;
    for (std::size_t row = 0; row < sampledRows && samples.size() < most && std::getline(stream, line); ++row) {
        std::string_view rest = line;
        if (row == 0 && rest.rfind("\xEF\xBB\xBF", 0) == 0) rest.remove_prefix(3);
        while (!rest.empty() && samples.size() < most) {
            const std::size_t end = std::min(rest.find_first_of(",;\"\t"), rest.size());
            addSample(samples, rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return samples;
}

}  // namespace gis
