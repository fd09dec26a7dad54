// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/base/Control.h"
#include "gis/base/Result.h"

namespace gis {

using ContentHash = std::array<std::uint8_t, 32>;

/// Hash of bytes (BLAKE2b-256 over the hashes of blocks of 4 MiB), on all threads. Nothing if canceled.
std::optional<ContentHash> contentHash(std::span<const std::byte> bytes, const JobControl& control = {});
/// Of a file's content; nothing if it cannot be read.
std::optional<ContentHash> contentHash(const std::string& path, const JobControl& control = {});

/// A file of named arrays under a key, mapped into memory when it is read. It may come from anywhere: before anything
/// of it is used, its header is checked, which carries a seal that only this machine can make, so that one made
/// elsewhere is not taken. The arrays themselves are checked by isWhole(), which takes a pass over them, at leisure.
/// A value; any thread.
class CacheFile {
public:
    struct Section {
        std::string name;  ///< at most 31 characters
        std::span<const std::byte> bytes;
    };
    template <class Item>
    static Section section(std::string name, std::span<const Item> items) {
        static_assert(std::is_trivially_copyable_v<Item>);
        return {std::move(name), std::as_bytes(items)};
    }

    /// Atomically, over an older one. Errors of AtomicFile; Canceled.
    static Result<void> write(const std::string& path, const std::string& key, const std::vector<Section>& sections,
                              const JobControl& control = {});
    /// Nothing if there is none, it has another key, or its header is not as it should be.
    static std::optional<CacheFile> open(const std::string& path, const std::string& key);

    /// A section as an array; nothing if there is none or its length or place does not fit the items.
    template <class Item>
    std::optional<std::span<const Item>> array(const std::string& name) const {
        const auto bytes = find(name);
        if (!bytes || bytes->size() % sizeof(Item) != 0) return std::nullopt;
        return std::span(reinterpret_cast<const Item*>(bytes->data()), bytes->size() / sizeof(Item));
    }
    std::string text(const std::string& name) const;
    const std::shared_ptr<const void>& storage() const { return m_storage; }
    const std::string& path() const { return m_path; }

    /// Whether the arrays are the ones that were written. False too if canceled.
    bool isWhole(const JobControl& control = {}) const;

private:
    CacheFile() = default;
    std::optional<std::span<const std::byte>> find(const std::string& name) const;
    bool readHeader(const std::string& key);

    std::string m_path;
    std::shared_ptr<const void> m_storage;
    std::span<const std::byte> m_bytes;  ///< the whole file
    ContentHash m_hash{};
    std::vector<Section> m_sections;
};

}  // namespace gis
