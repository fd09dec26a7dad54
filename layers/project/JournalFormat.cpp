// SPDX-License-Identifier: Apache-2.0
#include "layers/project/JournalFormat.h"

#include <QCryptographicHash>
#include <algorithm>

namespace layers {

namespace {

const std::string magic = "TUCEJNL";
constexpr char formatVersion = '1';
constexpr std::size_t checksumLength = 16;
constexpr std::size_t headLength = 8 + ProjectState::idLength + 8 + checksumLength;
constexpr std::size_t recordHeadLength = 8 + checksumLength;

std::string checksum(const std::string& first, std::span<const std::uint8_t> second = {}) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(first.data(), static_cast<qsizetype>(first.size())));
    hash.addData(QByteArrayView(second.data(), static_cast<qsizetype>(second.size())));
    return hash.result().first(checksumLength).toStdString();
}

std::string numberBytes(std::uint64_t number) {
    std::string bytes;
    for (unsigned shift = 0; shift < 64; shift += 8) bytes += static_cast<char>((number >> shift) & 0xffU);
    return bytes;
}

std::uint64_t numberAt(const std::string& bytes, std::size_t place) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[place + i])) << (8 * i);
    return number;
}

bool readHead(const std::string& bytes, JournalFile& journal) {
    if (bytes.size() < headLength) return false;
    const std::size_t checked = headLength - checksumLength;
    if (bytes.compare(checked, checksumLength, checksum(bytes.substr(0, checked))) != 0) return false;
    journal.hasHead = true;
    journal.stateId = bytes.substr(8, ProjectState::idLength);
    journal.baseRevision = gis::Revision{numberAt(bytes, 8 + ProjectState::idLength)};
    journal.goodLength = headLength;
    return true;
}

/// Takes one record in; false at the end or at a torn one.
bool readRecord(const std::string& bytes, JournalFile& journal) {
    const std::size_t place = journal.goodLength;
    if (bytes.size() - place < recordHeadLength) return false;
    const std::uint64_t length = numberAt(bytes, place);
    if (length > bytes.size() - place - recordHeadLength) return false;
    const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.data()) + place + recordHeadLength;
    const std::span payload(begin, static_cast<std::size_t>(length));
    if (bytes.compare(place + 8, checksumLength, checksum(bytes.substr(place, 8), payload)) != 0) return false;
    journal.payloads.push_back(payload);
    journal.goodLength = place + recordHeadLength + payload.size();
    return true;
}

}  // namespace

std::string journalHead(const ProjectState& state) {
    std::string head = magic + formatVersion + state.id + numberBytes(gis::number(state.revision));
    return head + checksum(head);
}

std::string journalRecord(std::span<const std::uint8_t> payload) {
    std::string record = numberBytes(payload.size());
    record += checksum(record, payload);
    record.append(payload.begin(), payload.end());
    return record;
}

gis::Result<JournalFile> parseJournal(const std::string& path, const std::string& bytes) {
    JournalFile journal;
    if (bytes.compare(0, magic.size(), magic) == 0 && bytes.size() > magic.size() &&
        bytes[magic.size()] > formatVersion)
        return gis::fail(gis::ErrorCode::NewerSchema, {path, {}, {}},
                         gis::message("layers", "the journal was written by a later version of the program"),
                         gis::message("layers", "use that version"));
    if (readHead(bytes, journal))
        while (readRecord(bytes, journal)) continue;
    journal.tornTail = journal.goodLength != bytes.size();
    return journal;
}

JournalRemainder remainderOf(const JournalFile& journal, const ProjectState& state) {
    using Kind = JournalRemainder::Kind;
    if (!journal.hasHead) return {};
    // The state before: killed between the commit of a save and the emptying of the journal.
    const bool ours = journal.stateId == state.id || (!state.previousId.empty() && journal.stateId == state.previousId);
    if (!ours) return {journal.payloads.empty() ? Kind::Nothing : Kind::Foreign, 0};
    const std::uint64_t base = gis::number(journal.baseRevision);
    const std::uint64_t saved = gis::number(state.revision);
    const std::size_t done = saved > base ? static_cast<std::size_t>(saved - base) : 0;
    if (done >= journal.payloads.size()) return {};
    return {Kind::Waiting, done};
}

}  // namespace layers
