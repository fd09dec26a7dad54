// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <span>
#include <type_traits>
#include <utility>

namespace gis {

/// Tells the system that a large block of memory would better lie in large pages; without effect on small ones.
void wishForLargePages(void* memory, std::size_t bytes);

/// A vector of plain values for very many of them: new entries are not set to anything, and growing moves pages
/// instead of copying where the system can. Throws std::bad_alloc. One thread.
template <class Item>
class GrowingArray {
    static_assert(std::is_trivially_copyable_v<Item>);

public:
    GrowingArray() = default;
    GrowingArray(GrowingArray&& other) noexcept
        : m_items(std::exchange(other.m_items, nullptr)),
          m_size(std::exchange(other.m_size, 0)),
          m_capacity(std::exchange(other.m_capacity, 0)) {}
    GrowingArray& operator=(GrowingArray&& other) noexcept {
        std::swap(m_items, other.m_items);
        std::swap(m_size, other.m_size);
        std::swap(m_capacity, other.m_capacity);
        return *this;
    }
    ~GrowingArray() { std::free(m_items); }

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    Item* begin() { return m_items; }
    Item* end() { return m_items + m_size; }
    const Item* begin() const { return m_items; }
    const Item* end() const { return m_items + m_size; }
    Item& operator[](std::size_t index) { return m_items[index]; }
    const Item& operator[](std::size_t index) const { return m_items[index]; }
    Item& back() { return m_items[m_size - 1]; }
    const Item& back() const { return m_items[m_size - 1]; }
    std::span<const Item> items() const { return {m_items, m_size}; }

    void reserve(std::size_t capacity) {
        if (capacity > m_capacity) allocate(capacity);
    }
    void push_back(Item item) {
        if (m_size == m_capacity) allocate(std::max<std::size_t>(16, m_capacity * 2));
        m_items[m_size++] = item;
    }
    /// Room for so many more entries behind the last, not set to anything.
    std::span<Item> grow(std::size_t count) {
        if (m_size + count > m_capacity) allocate(std::max(m_size + count, m_capacity * 2));
        m_size += count;
        return {m_items + m_size - count, count};
    }
    void append(std::span<const Item> items) {
        const std::span<Item> room = grow(items.size());
        std::copy(items.begin(), items.end(), room.begin());
    }
    /// For fewer entries than there are; the memory stays.
    void cutTo(std::size_t size) { m_size = size; }
    /// Gives back what is not used.
    void shrinkToFit() {
        if (m_capacity > m_size && m_size > 0) allocate(m_size);
    }

private:
    void allocate(std::size_t capacity) {
        void* memory = std::realloc(m_items, capacity * sizeof(Item));
        if (memory == nullptr) throw std::bad_alloc();
        m_items = static_cast<Item*>(memory);
        m_capacity = capacity;
        wishForLargePages(memory, capacity * sizeof(Item));
    }
    Item* m_items = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

}  // namespace gis
