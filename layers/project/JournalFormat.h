// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "layers/project/ProjectState.h"

namespace layers {

/// A journal file taken apart. Numbers in it are little endian.
///
/// head: "TUCEJNL" and a version digit; state id (32 bytes); base revision (8); checksum of all that (16)
/// record: length of the payload (8); checksum of length and payload (16); payload (a ChangeSet as CBOR)
///
/// Every applied ChangeSet is recorded and raises the revision by one, so that record i (from 0) leads to the
/// revision base + i + 1. Checksums are the first 16 bytes of SHA-256.
struct JournalFile {
    std::string stateId;
    gis::Revision baseRevision{};
    bool hasHead = false;                                 ///< false: empty, or torn before the head was whole
    std::vector<std::span<const std::uint8_t>> payloads;  ///< into the bytes given
    std::size_t goodLength = 0;                           ///< bytes up to the end of the last whole record
    bool tornTail = false;
};

std::string journalHead(const ProjectState& state);
std::string journalRecord(std::span<const std::uint8_t> payload);
/// NewerSchema for a later version of the format. Whatever else is wrong is a torn tail.
gis::Result<JournalFile> parseJournal(const std::string& path, const std::string& bytes);

/// What of a journal is still to be done over a saved state.
struct JournalRemainder {
    enum class Kind { Nothing, Waiting, Foreign };
    Kind kind = Kind::Nothing;
    std::size_t first = 0;  ///< index of the first record that is not in the file yet
};
JournalRemainder remainderOf(const JournalFile& journal, const ProjectState& state);

}  // namespace layers
