// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layers/project/ChangeSet.h"
#include "layers/project/DocumentDelta.h"

namespace layers {

/// A ChangeSet as CBOR (RFC 8949), for the journal. The step's name is kept as text in the present language. The
/// features of linked layers are left out: they belong to their file.
std::vector<std::uint8_t> encodeChangeSet(const ChangeSet& change);
/// InvalidData for bytes that are no ChangeSet, whatever they are, and for a change of a long document (DocumentDelta.h)
/// that is not among the known ones.
gis::Result<ChangeSet> decodeChangeSet(std::span<const std::uint8_t> bytes, const KnownDocuments& known = {});

}  // namespace layers
