// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/TextAnchor.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "layers/document/CodePoints.h"
#include "layers/policy/SqueezedText.h"

namespace layers {

namespace {

constexpr double leastLikeness = 0.6;
constexpr std::size_t leastContext = 4;  ///< characters on both sides that tell a place by themselves

/// A stretch of a squeezed text.
struct Stretch {
    std::size_t start = 0;
    std::size_t end = 0;
};

std::string printed(const std::string& text, const SqueezedText& seen, const Stretch& stretch) {
    return quotedWords(text, seen, stretch.start, stretch.end);
}

std::size_t sharedEnd(const std::u32string& context, const std::u32string& text, std::size_t end) {
    std::size_t shared = 0;
    while (shared < context.size() && shared < end && context[context.size() - 1 - shared] == text[end - 1 - shared])
        ++shared;
    return shared;
}

std::size_t sharedBegin(const std::u32string& context, const std::u32string& text, std::size_t start) {
    std::size_t shared = 0;
    while (shared < context.size() && start + shared < text.size() && context[shared] == text[start + shared]) ++shared;
    return shared;
}

/// An anchor and a text as they are compared.
class Search {
public:
    Search(const TextAnchor& anchor, const std::string& text)
        : m_anchor(anchor),
          m_text(text),
          m_seen(squeezedText(text)),
          m_quote(squeezed(anchor.quote)),
          m_before(squeezed(anchor.before)),
          m_after(squeezed(anchor.after)) {}

    FoundAnchor find() const {
        if (m_quote.empty()) return {};
        if (const auto places = exactPlaces(); !places.empty()) return found(AnchorState::Kept, best(places), 1);
        std::size_t edits = 0;
        const std::vector<Stretch> alike = leastEdits(edits);
        const double likeness = 1 - static_cast<double>(edits) / static_cast<double>(m_quote.size());
        if (!alike.empty() && likeness >= leastLikeness) return found(AnchorState::Changed, best(alike), likeness);
        return betweenContexts();
    }

private:
    FoundAnchor found(AnchorState state, const Stretch& stretch, double likeness) const {
        return {state, m_seen.places[stretch.start], m_seen.places[stretch.end - 1] + 1, likeness,
                printed(m_text, m_seen, stretch)};
    }

    std::vector<Stretch> exactPlaces() const {
        std::vector<Stretch> places;
        for (auto at = m_seen.text.find(m_quote); at != std::u32string::npos; at = m_seen.text.find(m_quote, at + 1))
            places.push_back({at, at + m_quote.size()});
        return places;
    }

    const Stretch& best(const std::vector<Stretch>& places) const {
        const auto context = [this](const Stretch& place) {
            return sharedEnd(m_before, m_seen.text, place.start) + sharedBegin(m_after, m_seen.text, place.end);
        };
        const auto distance = [this](const Stretch& place) {
            if (m_anchor.position < 0) return std::int64_t{0};
            return std::abs(static_cast<std::int64_t>(m_seen.places[place.start]) - m_anchor.position);
        };
        return *std::min_element(places.begin(), places.end(), [&](const Stretch& a, const Stretch& b) {
            const std::size_t left = context(a);
            const std::size_t right = context(b);
            return left != right ? left > right : distance(a) < distance(b);
        });
    }

    /// All stretches that take the fewest edits to become the quote; that number is in `edits`.
    std::vector<Stretch> leastEdits(std::size_t& edits) const {
        struct Cell {
            std::size_t edits, same, start;  ///< of equal edits those count that leave more characters as they are
            bool isBetterThan(const Cell& other) const {
                return edits != other.edits ? edits < other.edits : same > other.same;
            }
        };
        std::vector<Cell> column(m_quote.size() + 1);
        std::vector<Stretch> stretches;
        Cell fewest{m_quote.size(), 0, 0};
        for (std::size_t i = 0; i <= m_quote.size(); ++i) column[i] = {i, 0, 0};
        for (std::size_t k = 0; k < m_seen.text.size(); ++k) {
            Cell diagonal = column[0];
            column[0] = {0, 0, k + 1};
            for (std::size_t i = 1; i <= m_quote.size(); ++i) {
                const bool same = m_quote[i - 1] == m_seen.text[k];
                Cell cell{diagonal.edits + (same ? 0U : 1U), diagonal.same + (same ? 1U : 0U), diagonal.start};
                for (const Cell& from : {column[i], column[i - 1]})
                    if (const Cell step{from.edits + 1, from.same, from.start}; step.isBetterThan(cell)) cell = step;
                diagonal = column[i];
                column[i] = cell;
            }
            const Cell& last = column.back();
            if (fewest.isBetterThan(last) || last.start >= k + 1) continue;
            if (last.isBetterThan(fewest)) stretches.clear();
            fewest = last;
            stretches.push_back({last.start, k + 1});
        }
        edits = fewest.edits;
        return stretches;
    }

    /// What stands between the old surroundings now, where both are there and not too far apart.
    FoundAnchor betweenContexts() const {
        if (m_before.size() < leastContext || m_after.size() < leastContext) return {};
        for (auto at = m_seen.text.find(m_before); at != std::u32string::npos;
             at = m_seen.text.find(m_before, at + 1)) {
            const std::size_t start = at + m_before.size();
            const std::size_t farthest = 3 * m_quote.size() + anchorContext;
            const std::size_t length =
                std::u32string_view(m_seen.text).substr(start, farthest + m_after.size()).find(m_after);
            if (length == std::u32string_view::npos || length == 0) continue;
            return found(AnchorState::Changed, {start, start + length}, 0);
        }
        return {};
    }

    const TextAnchor& m_anchor;
    const std::string& m_text;
    SqueezedText m_seen;
    std::u32string m_quote, m_before, m_after;
};

}  // namespace

TextAnchor anchorAt(const std::string& text, const std::string& quote, std::size_t from) {
    TextAnchor anchor;
    anchor.quote = quote;
    const SqueezedText seen = squeezedText(text);
    const std::u32string sought = squeezed(quote);
    if (sought.empty()) return anchor;
    const auto begin =
        static_cast<std::size_t>(std::lower_bound(seen.places.begin(), seen.places.end(), from) - seen.places.begin());
    auto at = seen.text.find(sought, begin);
    if (at == std::u32string::npos) at = seen.text.find(sought);
    if (at == std::u32string::npos) return anchor;
    const std::size_t end = at + sought.size();
    const std::size_t first = at > anchorContext ? at - anchorContext : 0;
    anchor.before = printed(text, seen, {first, at});
    anchor.after = printed(text, seen, {end, std::min(end + anchorContext, seen.text.size())});
    anchor.position = static_cast<std::int64_t>(seen.places[at]);
    return anchor;
}

FoundAnchor findAnchor(const TextAnchor& anchor, const std::string& text) { return Search(anchor, text).find(); }

}  // namespace layers
