// SPDX-License-Identifier: Apache-2.0
#include "layers/style/ClassBreaks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace layers {

namespace {

constexpr std::size_t mostDifferent = 20'000;

std::vector<double> equalIntervals(double least, double most, int classes) {
    std::vector<double> breaks;
    for (int index = 0; index <= classes; ++index)
        breaks.push_back(index == classes ? most : least + (most - least) * index / classes);
    return breaks;
}

std::vector<double> quantiles(const std::vector<double>& sorted, int classes) {
    std::vector<double> breaks;
    for (int index = 0; index <= classes; ++index) {
        const double place = static_cast<double>(sorted.size() - 1) * index / classes;
        const auto below = static_cast<std::size_t>(place);
        const auto above = std::min(below + 1, sorted.size() - 1);
        breaks.push_back(sorted[below] + (sorted[above] - sorted[below]) * (place - static_cast<double>(below)));
    }
    return breaks;
}

std::vector<double> prettyBreaks(double least, double most, int classes) {
    const double rough = (most - least) / classes;
    const double decade = std::pow(10, std::floor(std::log10(rough)));
    if (!(decade > 0)) return equalIntervals(least, most, classes);
    double step = 10 * decade;
    for (const double part : {5.0, 2.0, 1.0})
        if (part * decade >= rough * 0.75) step = part * decade;
    std::vector<double> breaks;
    for (double number = std::floor(least / step); number * step < most && breaks.size() <= 2 * mostClasses; ++number)
        breaks.push_back(number * step);
    breaks.push_back(std::max(most, (std::floor(least / step) + static_cast<double>(breaks.size())) * step));
    return breaks;
}

/// Different values with their counts, and the sums that give the squared deviation of any run of them.
class WeightedValues {
public:
    explicit WeightedValues(const std::vector<double>& sorted) {
        const double middle = sorted[sorted.size() / 2];  // near it, squares keep their digits
        std::vector<double> counts;
        for (const double value : sorted) {
            if (m_values.empty() || value != m_values.back()) {
                m_values.push_back(value);
                counts.push_back(0);
            }
            ++counts.back();
        }
        thin(counts);
        m_count = m_sum = m_squares = {0};
        for (std::size_t index = 0; index < m_values.size(); ++index) {
            const double value = m_values[index] - middle;
            m_count.push_back(m_count.back() + counts[index]);
            m_sum.push_back(m_sum.back() + counts[index] * value);
            m_squares.push_back(m_squares.back() + counts[index] * value * value);
        }
    }
    std::size_t size() const { return m_values.size(); }
    double value(std::size_t index) const { return m_values[index]; }
    /// Squared deviation from their mean of the values [first, last].
    double deviation(std::size_t first, std::size_t last) const {
        const long double count = m_count[last + 1] - m_count[first];
        const long double sum = m_sum[last + 1] - m_sum[first];
        return std::max(0.0, static_cast<double>(m_squares[last + 1] - m_squares[first] - sum * sum / count));
    }

private:
    void thin(std::vector<double>& counts) {
        if (m_values.size() <= mostDifferent) return;
        std::vector<double> values;
        std::vector<double> weights;
        for (std::size_t index = 0; index < mostDifferent; ++index) {
            const std::size_t at = index * (m_values.size() - 1) / (mostDifferent - 1);
            values.push_back(m_values[at]);
            weights.push_back(counts[at]);
        }
        m_values = std::move(values);
        counts = std::move(weights);
    }
    std::vector<double> m_values;
    std::vector<long double> m_count, m_sum, m_squares;
};

/// One layer of Fisher's dynamic programme by divide and conquer: the best first value of the last class never moves
/// down when the last value moves up.
class FisherLayer {
public:
    FisherLayer(const WeightedValues& values, const std::vector<double>& before)
        : m_values(values),
          m_before(before),
          cost(values.size(), std::numeric_limits<double>::infinity()),
          first(values.size(), 0) {}

    void solve(std::size_t low, std::size_t high, std::size_t least, std::size_t most) {
        const std::size_t middle = (low + high) / 2;
        for (std::size_t start = std::max<std::size_t>(1, least); start <= std::min(middle, most); ++start) {
            const double sum = m_before[start - 1] + m_values.deviation(start, middle);
            if (sum < cost[middle]) {
                cost[middle] = sum;
                first[middle] = start;
            }
        }
        const std::size_t best = std::max<std::size_t>(least, first[middle]);
        if (middle > low) solve(low, middle - 1, least, std::isinf(cost[middle]) ? most : best);
        if (middle < high) solve(middle + 1, high, best, most);
    }

private:
    const WeightedValues& m_values;
    const std::vector<double>& m_before;

public:
    std::vector<double> cost;        ///< of the values up to each, in one class more than before
    std::vector<std::size_t> first;  ///< of the last of these classes
};

std::vector<double> naturalBreaks(const std::vector<double>& sorted, int classes) {
    const WeightedValues values(sorted);
    const std::size_t count = values.size();
    const auto wanted = std::min<std::size_t>(static_cast<std::size_t>(classes), count);
    std::vector<double> cost(count);
    for (std::size_t last = 0; last < count; ++last) cost[last] = values.deviation(0, last);
    std::vector<std::vector<std::size_t>> firsts;
    for (std::size_t layer = 1; layer < wanted; ++layer) {
        FisherLayer next(values, cost);
        next.solve(0, count - 1, 1, count - 1);
        cost = std::move(next.cost);
        firsts.push_back(std::move(next.first));
    }
    std::vector<double> breaks{values.value(count - 1)};
    std::size_t last = count - 1;
    for (auto layer = firsts.rbegin(); layer != firsts.rend(); ++layer) {
        last = (*layer)[last] - 1;
        breaks.push_back(values.value(last));
    }
    breaks.push_back(values.value(0));
    std::reverse(breaks.begin(), breaks.end());
    return breaks;
}

}  // namespace

gis::Result<std::vector<double>> classBreaks(std::vector<double> values, int classes, BreakMethod method) {
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty())
        return gis::fail(gis::ErrorCode::InvalidArgument, {}, gis::message("layers", "there are no numbers to class"));
    if (classes < 1 || classes > mostClasses)
        return gis::fail(
            gis::ErrorCode::InvalidArgument, {},
            gis::message("layers", "the number of classes must lie between 1 and %1", {std::to_string(mostClasses)}));
    std::sort(values.begin(), values.end());
    const double least = values.front();
    const double most = values.back();
    if (least == most) return std::vector<double>{least, most};
    if (!std::isfinite(most - least))
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "the numbers lie too far apart to be classed"));
    std::vector<double> breaks;
    switch (method) {
        case BreakMethod::EqualInterval:
            breaks = equalIntervals(least, most, classes);
            break;
        case BreakMethod::Quantile:
            breaks = quantiles(values, classes);
            break;
        case BreakMethod::NaturalBreaks:
            breaks = naturalBreaks(values, classes);
            break;
        case BreakMethod::Pretty:
            breaks = prettyBreaks(least, most, classes);
            break;
    }
    // The least value alone in its class: its limits are alike, and the class above begins there too.
    const auto first = breaks.begin() + (method == BreakMethod::NaturalBreaks ? 1 : 0);
    breaks.erase(std::unique(first, breaks.end()), breaks.end());
    return breaks;
}

}  // namespace layers
