// SPDX-License-Identifier: Apache-2.0
#include "gis/feature/FeatureTable.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace gis {

namespace {

/// A page is made with this many features, split above twice as many, joined with its neighbour below half.
constexpr std::size_t pageTarget = 256;
constexpr std::size_t pageLimit = 2 * pageTarget;

struct Page {
    explicit Page(std::vector<Feature> content) : features(std::move(content)) {
        for (const Feature& feature : features) extent.include(feature.geometry().extent());
    }
    FeatureId firstId() const { return features.front().id(); }
    std::vector<Feature> features;  ///< never empty, ascending by id
    Extent extent;
};
using PagePointer = std::shared_ptr<const Page>;

/// What is to happen to one id: a feature to put there, or nullptr to take it away.
struct Change {
    FeatureId id;
    const Feature* feature;
};

bool ascendingById(const Feature& a, const Feature& b) { return a.id() < b.id(); }

/// Sorted by id with one change for each id, the last one given. Removals come last, so they win.
std::vector<Change> changesOf(const std::vector<Feature>& upserted, const std::vector<FeatureId>& removed) {
    std::vector<Change> changes;
    changes.reserve(upserted.size() + removed.size());
    for (const Feature& feature : upserted) changes.push_back({feature.id(), &feature});
    for (const FeatureId id : removed) changes.push_back({id, nullptr});
    std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.id < b.id; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (i + 1 < changes.size() && changes[i + 1].id == changes[i].id) continue;
        changes[kept++] = changes[i];
    }
    changes.resize(kept);
    return changes;
}

using ChangeIterator = std::vector<Change>::const_iterator;

/// The features of a page with the changes applied, and whether anything differs.
bool merged(const std::vector<Feature>& old, ChangeIterator change, ChangeIterator end, std::vector<Feature>& result) {
    bool changed = false;
    auto feature = old.begin();
    for (; change != end; ++change) {
        while (feature != old.end() && feature->id() < change->id) result.push_back(*feature++);
        const bool exists = feature != old.end() && feature->id() == change->id;
        if (change->feature) result.push_back(*change->feature);
        if (exists) ++feature;
        changed = changed || exists || change->feature;
    }
    result.insert(result.end(), feature, old.end());
    return changed;
}

/// Grows the list of pages of a new table, front to back.
class PageList {
public:
    void reserve(std::size_t count) { m_pages.reserve(count); }

    void share(const PagePointer& page) {
        if (m_lastIsNew && joinable(page->features.size())) {
            std::vector<Feature> features = page->features;
            addNew(std::move(features));
            return;
        }
        m_pages.push_back(page);
        m_lastIsNew = false;
    }

    void addNew(std::vector<Feature> features) {
        if (features.empty()) return;
        if (!m_pages.empty() && joinable(features.size())) {
            std::vector<Feature> joined = m_pages.back()->features;
            joined.insert(joined.end(), features.begin(), features.end());
            features = std::move(joined);
            m_pages.pop_back();
        }
        if (features.size() <= pageLimit) {
            m_pages.push_back(std::make_shared<const Page>(std::move(features)));
        } else {
            addInChunks(features);
        }
        m_lastIsNew = true;
    }

    std::vector<PagePointer> take() { return std::move(m_pages); }

private:
    bool joinable(std::size_t count) const {
        return !m_pages.empty() && m_pages.back()->features.size() + count <= pageTarget / 2;
    }
    void addInChunks(const std::vector<Feature>& features) {
        for (std::size_t begin = 0; begin < features.size(); begin += pageTarget) {
            const auto first = features.begin() + static_cast<std::ptrdiff_t>(begin);
            const auto count = std::min(pageTarget, features.size() - begin);
            m_pages.push_back(
                std::make_shared<const Page>(std::vector<Feature>(first, first + static_cast<std::ptrdiff_t>(count))));
        }
    }
    std::vector<PagePointer> m_pages;
    bool m_lastIsNew = false;
};

}  // namespace

struct FeatureTable::Data {
    Data(Schema s, CoordinateReferenceSystem c, std::vector<PagePointer> p)
        : schema(std::move(s)), crs(std::move(c)), pages(std::move(p)) {
        starts.reserve(pages.size() + 1);
        starts.push_back(0);
        for (const PagePointer& page : pages) {
            starts.push_back(starts.back() + page->features.size());
            extent.include(page->extent);
        }
    }
    Schema schema;
    CoordinateReferenceSystem crs;
    std::vector<PagePointer> pages;
    std::vector<std::size_t> starts;  ///< position of the first feature of each page, then the size
    Extent extent;
};

FeatureTable::FeatureTable() {
    static const auto empty =
        std::make_shared<const Data>(Schema(), CoordinateReferenceSystem(), std::vector<PagePointer>());
    m_data = empty;
}

FeatureTable::FeatureTable(Schema schema, CoordinateReferenceSystem crs, std::vector<Feature> features) {
    if (!std::is_sorted(features.begin(), features.end(), ascendingById))
        std::stable_sort(features.begin(), features.end(), ascendingById);
    // Of equal ids the last is kept: unique keeps the first, so it runs from the back.
    const auto sameId = [](const Feature& a, const Feature& b) { return a.id() == b.id(); };
    features.erase(features.begin(), std::unique(features.rbegin(), features.rend(), sameId).base());
    PageList pages;
    pages.addNew(std::move(features));
    m_data = std::make_shared<const Data>(std::move(schema), std::move(crs), pages.take());
}

const Schema& FeatureTable::schema() const { return m_data->schema; }
const CoordinateReferenceSystem& FeatureTable::crs() const { return m_data->crs; }
std::size_t FeatureTable::size() const { return m_data->starts.back(); }
Extent FeatureTable::extent() const { return m_data->extent; }
std::size_t FeatureTable::pageCount() const { return m_data->pages.size(); }

const Feature& FeatureTable::at(std::size_t position) const {
    const auto& starts = m_data->starts;
    const auto next = std::upper_bound(starts.begin(), starts.end(), position);
    const auto page = static_cast<std::size_t>(next - starts.begin()) - 1;
    return m_data->pages[page]->features[position - starts[page]];
}

const Feature* FeatureTable::find(FeatureId id) const {
    const auto& pages = m_data->pages;
    const auto next = std::upper_bound(pages.begin(), pages.end(), id, [](FeatureId wanted, const PagePointer& page) {
        return wanted < page->firstId();
    });
    if (next == pages.begin()) return nullptr;
    const auto& features = (*std::prev(next))->features;
    const auto found = std::lower_bound(features.begin(), features.end(), id,
                                        [](const Feature& feature, FeatureId wanted) { return feature.id() < wanted; });
    return found != features.end() && found->id() == id ? &*found : nullptr;
}

FeatureId FeatureTable::nextId() const {
    if (isEmpty()) return FeatureId{1};
    const std::int64_t last = number(m_data->pages.back()->features.back().id());
    if (last == std::numeric_limits<std::int64_t>::max()) return FeatureId{last};
    return FeatureId{std::max<std::int64_t>(1, last + 1)};
}

FeatureTable FeatureTable::with(const std::vector<Feature>& upserted, const std::vector<FeatureId>& removed) const {
    const std::vector<Change> changes = changesOf(upserted, removed);
    const auto& old = m_data->pages;
    PageList pages;
    pages.reserve(old.size() + changes.size() / pageTarget + 1);
    auto change = changes.begin();
    if (old.empty()) {
        std::vector<Feature> features;
        merged({}, change, changes.end(), features);
        pages.addNew(std::move(features));
    }
    for (std::size_t i = 0; i < old.size(); ++i) {
        // A page answers for all ids up to the first one of the next page.
        const auto end = i + 1 == old.size()
                             ? changes.end()
                             : std::lower_bound(change, changes.end(), old[i + 1]->firstId(),
                                                [](const Change& c, FeatureId id) { return c.id < id; });
        std::vector<Feature> features;
        const bool touched = change != end && merged(old[i]->features, change, end, features);
        if (touched) {
            pages.addNew(std::move(features));
        } else {
            pages.share(old[i]);
        }
        change = end;
    }
    FeatureTable result;
    result.m_data = std::make_shared<const Data>(m_data->schema, m_data->crs, pages.take());
    return result;
}

FeatureTable FeatureTable::withCrs(CoordinateReferenceSystem crs) const {
    FeatureTable result;
    result.m_data = std::make_shared<const Data>(m_data->schema, std::move(crs), m_data->pages);
    return result;
}

std::vector<FeatureId> FeatureTable::changedSince(const FeatureTable& before) const {
    struct Cursor {
        const std::vector<PagePointer>& pages;
        std::size_t page = 0, slot = 0;
        bool atEnd() const { return page == pages.size(); }
        const Feature& feature() const { return pages[page]->features[slot]; }
        void step() {
            if (++slot < pages[page]->features.size()) return;
            slot = 0;
            ++page;
        }
    };
    std::vector<FeatureId> changed;
    Cursor old{before.m_data->pages}, now{m_data->pages};
    while (!old.atEnd() || !now.atEnd()) {
        if (old.atEnd() || (!now.atEnd() && now.feature().id() < old.feature().id())) {
            changed.push_back(now.feature().id());
            now.step();
        } else if (now.atEnd() || old.feature().id() < now.feature().id()) {
            changed.push_back(old.feature().id());
            old.step();
        } else if (old.slot == 0 && now.slot == 0 && old.pages[old.page] == now.pages[now.page]) {
            ++old.page;
            ++now.page;
        } else {
            if (!(old.feature() == now.feature())) changed.push_back(now.feature().id());
            old.step();
            now.step();
        }
    }
    return changed;
}

bool FeatureTable::operator==(const FeatureTable& other) const {
    if (m_data == other.m_data) return true;
    if (size() != other.size() || schema() != other.schema() || !(crs() == other.crs())) return false;
    if (m_data->pages == other.m_data->pages) return true;
    for (Iterator a = begin(), b = other.begin(); a != end(); ++a, ++b)
        if (&*a != &*b && !(*a == *b)) return false;
    return true;
}

std::size_t FeatureTable::sharedPageCount(const FeatureTable& other) const {
    std::unordered_set<const Page*> own;
    for (const PagePointer& page : m_data->pages) own.insert(page.get());
    const auto& theirs = other.m_data->pages;
    return static_cast<std::size_t>(std::count_if(theirs.begin(), theirs.end(),
                                                  [&](const PagePointer& page) { return own.count(page.get()) > 0; }));
}

FeatureTable::Iterator FeatureTable::begin() const { return {m_data.get(), 0, 0}; }
FeatureTable::Iterator FeatureTable::end() const { return {m_data.get(), m_data->pages.size(), 0}; }

const Feature& FeatureTable::Iterator::operator*() const { return m_data->pages[m_page]->features[m_slot]; }

FeatureTable::Iterator& FeatureTable::Iterator::operator++() {
    if (++m_slot == m_data->pages[m_page]->features.size()) {
        ++m_page;
        m_slot = 0;
    }
    return *this;
}

}  // namespace gis
