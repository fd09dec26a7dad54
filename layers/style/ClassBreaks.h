// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/base/Result.h"

namespace layers {

/// How numbers are cut into classes.
enum class BreakMethod {
    EqualInterval,  ///< classes of equal width between least and greatest
    Quantile,       ///< classes of equal count; breaks are quantiles by linear interpolation between order statistics
    NaturalBreaks,  ///< least sum of squared deviations within classes (Fisher's exact way, the aim of Jenks' method)
    Pretty,         ///< steps of 1, 2 or 5 times a power of ten; about as many classes as asked for
};

inline constexpr int mostClasses = 20;

/// Limits of the classes, ascending: n + 1 for n classes, the first at most the least value, the last at least the
/// greatest. A value on a limit belongs to the lower class. None repeats but the first, where the least value is a
/// class of its own. Fewer classes than asked for where values repeat; one with equal limits where all are alike. NaturalBreaks of more than 20,000 different values works on
/// as many of them at even ranks. `values` in any order. InvalidArgument without values, for values too far
/// apart to compute with, or for classes outside 1..mostClasses. Any thread.
gis::Result<std::vector<double>> classBreaks(std::vector<double> values, int classes, BreakMethod method);

}  // namespace layers
