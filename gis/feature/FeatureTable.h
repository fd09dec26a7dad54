// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "gis/crs/CoordinateReferenceSystem.h"
#include "gis/feature/Feature.h"

namespace gis {

/// The features of one layer, in ascending order of id, with Schema and CRS. An immutable value: a changed table
/// shares all pages of untouched features with the old one, so that an edit of one of 10^6 features copies a page
/// of some hundred handles and the list of pages, never the table nor a geometry. Any thread.
class FeatureTable {
public:
    FeatureTable();
    /// Features may come in any order; of two with one id the later one stays.
    FeatureTable(Schema schema, CoordinateReferenceSystem crs, std::vector<Feature> features);

    const Schema& schema() const;
    const CoordinateReferenceSystem& crs() const;
    std::size_t size() const;
    bool isEmpty() const { return size() == 0; }
    /// By position in the order of ids; position < size().
    const Feature& at(std::size_t position) const;
    /// By id; nullptr if there is none. The pointer lives as long as this table or any copy.
    const Feature* find(FeatureId id) const;
    /// One above the greatest id, at least 1.
    FeatureId nextId() const;
    /// Union of the extents of all features.
    Extent extent() const;

    /// Inserts or replaces by id, and removes ids; returns the changed table. O(changed pages + pages).
    FeatureTable with(const std::vector<Feature>& upserted, const std::vector<FeatureId>& removed = {}) const;
    /// The same features under another schema (attributes as given by the caller) or CRS label.
    FeatureTable withCrs(CoordinateReferenceSystem crs) const;

    /// Equal schema, CRS and features.
    bool operator==(const FeatureTable& other) const;
    /// Ids of features that only one of both has or that differ, ascending. Pages in common are not looked at.
    std::vector<FeatureId> changedSince(const FeatureTable& before) const;
    /// Number of pages that both tables hold in common (for tests of sharing).
    std::size_t sharedPageCount(const FeatureTable& other) const;
    std::size_t pageCount() const;

    /// Forward iteration in the order of ids: `for (const Feature& f : table)`.
    class Iterator;
    Iterator begin() const;
    Iterator end() const;

private:
    struct Data;
    std::shared_ptr<const Data> m_data;
};

class FeatureTable::Iterator {
public:
    using value_type = Feature;
    using difference_type = std::ptrdiff_t;
    using reference = const Feature&;
    using pointer = const Feature*;
    using iterator_category = std::forward_iterator_tag;
    Iterator() = default;
    Iterator(const Data* data, std::size_t page, std::size_t slot) : m_data(data), m_page(page), m_slot(slot) {}
    reference operator*() const;
    pointer operator->() const { return &**this; }
    Iterator& operator++();
    Iterator operator++(int) {
        Iterator old = *this;
        ++*this;
        return old;
    }
    bool operator==(const Iterator& other) const = default;

private:
    const Data* m_data = nullptr;
    std::size_t m_page = 0;
    std::size_t m_slot = 0;
};

}  // namespace gis
