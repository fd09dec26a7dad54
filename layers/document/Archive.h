// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "layers/document/DocumentText.h"

struct zip;

namespace layers {

/// The parts of a .docx or .odt by their names; nothing is ever written to disk, so a name that climbs or is absolute
/// is no more than a name nobody asks for. One thread.
class Archive {
public:
    /// Unreadable if it is no archive or cut off; Refused beyond a limit.
    static gis::Result<Archive> open(const std::string& path, const DocumentLimits& limits);
    bool has(const std::string& name) const;
    /// A part's bytes. The limits of size (all parts together) and ratio hold for what really comes out, not for what
    /// the archive says.
    gis::Result<std::string> read(const std::string& name);
    /// The part if it is there, else an empty text.
    gis::Result<std::string> readIfThere(const std::string& name);
    std::size_t count(const std::string& folder) const;  ///< members whose names begin so

private:
    struct Closer {
        void operator()(zip* handle) const;
    };
    Archive(zip* handle, const DocumentLimits& limits) : m_handle(handle), m_limits(limits) {}
    std::unique_ptr<zip, Closer> m_handle;
    DocumentLimits m_limits;
    std::size_t m_unpacked = 0;
};

}  // namespace layers
