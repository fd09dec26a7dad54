// SPDX-License-Identifier: Apache-2.0
#include "layers/render/LabelRequests.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "layers/render/SymbolPainter.h"

namespace layers {

namespace {

constexpr double edgeMm = 1.2;  ///< between labels and the edge of a page

/// A number as if by chance, the same wherever the feature is met. Among equals chance decides: an order by ids would let
/// one name decide about the next all over the map.
std::uint64_t drawnFrom(const LabelRequest& request) {
    std::uint64_t bits = static_cast<std::uint64_t>(gis::number(request.feature)) * 0x9e3779b97f4a7c15ULL ^
                         static_cast<std::uint64_t>(gis::number(request.layer)) * 0xc2b2ae3d27d4eb4fULL ^ request.piece;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ULL;  // Steele, Lea and Flood's SplitMix64
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;
    return bits ^ (bits >> 31);
}

/// Sizes within a factor count as equal, for the same reason.
int sizeClass(double weight) {
    return weight > 0 ? static_cast<int>(std::floor(std::log(weight) / std::log(1.5))) : -99;
}

PaperShape courseOnPaper(const PaperShape& shape, const LineSymbol& line) {
    PaperShape course;
    course.dimension = 1;
    for (const auto& part : shape.parts)
        for (const QPolygonF& sequence : part) course.parts.push_back({courseOf(sequence, line)});
    return course;
}

/// Makes the requests of one list.
class Requests {
public:
    Requests(const DrawList& list, const PinsOnPaper& pins) : m_list(list), m_pins(pins) {}

    void addWhole(QPointF origin) {
        eachLabel([&](LabelRequest& request, const PaperShape& shape) {
            const QRectF box = shape.box();
            if (request.pin) {
                m_named.insert({request.layer, request.feature});
                return add(request, shape);
            }
            const QRectF seen = m_list.frame.box();
            if (shape.dimension == 0 ? !seen.contains(box.center()) : !seen.intersects(box.adjusted(0, 0, 1e-9, 1e-9)))
                return;
            const bool isBaseLine = shape.dimension == 1 && request.priority < 50;
            const double block = isBaseLine ? labelBlockMm : 2 * labelBlockMm;
            if (std::max(box.width(), box.height()) <= 1.25 * block || shape.dimension == 0) return add(request, shape);
            addBlocks(request, shape, box.intersected(seen), origin, block);
        });
        addFromAfar();
    }

    void addSeen() {
        const QRectF room = m_list.frame.box().adjusted(edgeMm, edgeMm, -edgeMm, -edgeMm);
        eachLabel([&](LabelRequest& request, const PaperShape& shape) { add(request, clipped(shape, room)); });
    }

    std::vector<LabelRequest> inOrder() {
        struct Order {
            bool byHand;
            int priority, size;
            std::uint64_t chance;
            auto key() const { return std::tuple(!byHand, -priority, -size, chance); }
        };
        std::vector<std::pair<Order, std::size_t>> order;
        for (const LabelRequest& request : m_requests)
            order.push_back({{request.pin.has_value(), request.priority, sizeClass(request.weight), drawnFrom(request)},
                             order.size()});
        std::stable_sort(order.begin(), order.end(),
                         [](const auto& a, const auto& b) { return a.first.key() < b.first.key(); });
        std::vector<LabelRequest> sorted;
        sorted.reserve(order.size());
        for (const auto& [key, index] : order) sorted.push_back(std::move(m_requests[index]));
        return sorted;
    }

private:
    template <class Use>
    void eachLabel(Use use) {
        for (auto drawn = m_list.layers.rbegin(); drawn != m_list.layers.rend(); ++drawn)  // the top layer first
            for (const DrawItem& item : drawn->items) {
                if (item.label.isEmpty()) continue;
                const DrawnSymbol& symbol = drawn->symbols[static_cast<std::size_t>(item.symbol)];
                const auto pin = m_pins.find({drawn->layer->id, item.feature});
                if (pin != m_pins.end() && pin->second.hidden) continue;
                const bool isPinned = pin != m_pins.end();
                if (item.shape.dimension > 0 && !isPinned && !mayHoldLabel(item.shape.box(), item.label, symbol.label))
                    continue;
                LabelRequest request = requestOf(*drawn, item, symbol);
                if (isPinned) request.pin = pin->second;
                const bool isCourse = item.shape.dimension == 1 && request.line.smooth;
                if (isCourse)
                    use(request, courseOnPaper(item.shape, request.line));
                else
                    use(request, item.shape);
            }
    }

    /// Names put where their feature is not: they are seen though it is not.
    void addFromAfar() {
        for (const auto& [key, pin] : m_pins) {
            if (pin.hidden || m_named.contains(key) || !m_list.frame.box().contains(pin.centre)) continue;
            for (const DrawnLayer& drawn : m_list.layers) {
                const gis::Feature* feature =
                    drawn.layer->id == key.first ? drawn.layer->table.find(key.second) : nullptr;
                const auto named =
                    feature != nullptr ? namedSymbolOf(drawn, *feature, m_list.scaleDenominator) : std::nullopt;
                if (!named || named->label.isEmpty()) continue;
                DrawItem item;
                item.feature = key.second;
                item.symbol = named->symbol;
                item.label = named->label;
                item.shape.dimension = feature->geometry().dimension();
                LabelRequest request = requestOf(drawn, item, drawn.symbols[static_cast<std::size_t>(named->symbol)]);
                request.shape = item.shape;
                request.pin = pin;
                m_requests.push_back(std::move(request));
            }
        }
    }

    /// Points of one name are different places; several points of one feature are not, nor is the area they stand for.
    static bool isOnePlace(const DrawnLayer& drawn, const DrawItem& item) {
        if (item.shape.dimension > 0) return false;
        const gis::Feature* feature = drawn.layer->table.find(item.feature);
        return feature == nullptr || feature->geometry().type() != gis::GeometryType::MultiPoint ||
               feature->geometry().coordinateCount() < 2;
    }

    static LabelRequest requestOf(const DrawnLayer& drawn, const DrawItem& item, const DrawnSymbol& symbol) {
        LabelRequest request;
        request.text = item.label;
        request.style = textStyleOf(symbol.label);
        request.placement = symbol.label.placement;
        request.callout = symbol.label.callout;
        request.lineLetters = symbol.label.lineLetters;
        request.apartMm = isOnePlace(drawn, item) ? 0 : symbol.label.apartMm;
        request.priority = symbol.label.priority;
        if (symbol.symbol.line) request.line = *symbol.symbol.line;
        if (symbol.symbol.marker) request.markerSizeMm = graded(*symbol.symbol.marker, item.markerShare).sizeMm;
        request.layer = drawn.layer->id;
        request.feature = item.feature;
        return request;
    }

    void add(LabelRequest request, PaperShape shape) {
        if (shape.isEmpty()) return;
        request.shape = std::move(shape);
        if (request.shape.dimension > 0) {
            const PaperShape largest = largestPart(request.shape);
            const QPolygonF& first = largest.parts.front().front();
            request.weight = largest.dimension == 2 ? ringArea(first) : lengthOf(first);
        }
        m_requests.push_back(std::move(request));
    }

    /// The name once in each square of the lattice, and never near that of a neighbouring square.
    void addBlocks(const LabelRequest& request, const PaperShape& shape, const QRectF& seen, QPointF origin,
                   double block) {
        const auto first = [block](double from) { return static_cast<std::int64_t>(std::floor(from / block)); };
        const QRectF ground = seen.translated(origin);
        for (std::int64_t row = first(ground.top()); row <= first(ground.bottom()); ++row)
            for (std::int64_t column = first(ground.left()); column <= first(ground.right()); ++column) {
                const QRectF square(static_cast<double>(column) * block - origin.x(),
                                    static_cast<double>(row) * block - origin.y(), block, block);
                LabelRequest piece = request;
                piece.apartMm = std::max(request.apartMm, 0.4 * block);
                piece.piece =
                    static_cast<std::uint64_t>(row) * 0x100000001b3ULL + static_cast<std::uint64_t>(column) + 1;
                add(std::move(piece), clipped(shape, square));
            }
    }

    const DrawList& m_list;
    const PinsOnPaper& m_pins;
    std::set<FeatureKey> m_named;
    std::vector<LabelRequest> m_requests;
};

}  // namespace

std::vector<LabelRequest> worldRequests(const DrawList& list, QPointF origin, const PinsOnPaper& pins) {
    Requests requests(list, pins);
    requests.addWhole(origin);
    return requests.inOrder();
}

std::vector<LabelRequest> pageRequests(const DrawList& list) {
    const PinsOnPaper none;
    Requests requests(list, none);
    requests.addSeen();
    return requests.inOrder();
}

}  // namespace layers
