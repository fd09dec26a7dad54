// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/Orientation.h"

#include <cmath>
#include <limits>

#include "gis/overlap/Expansion.h"

namespace gis {

namespace {

constexpr double unit = std::numeric_limits<double>::epsilon() / 2;
constexpr double orientationBound = (3 + 16 * unit) * unit;

Expansion exactOrientation(Coordinate a, Coordinate b, Coordinate c) {
    Expansion sum;
    sum.addProduct(1, a.x, b.y);
    sum.addProduct(-1, a.y, b.x);
    sum.addProduct(1, b.x, c.y);
    sum.addProduct(-1, b.y, c.x);
    sum.addProduct(1, c.x, a.y);
    sum.addProduct(-1, c.y, a.x);
    return sum;
}

struct Bounded {
    double value, error;
};
Bounded plainOrientation(Coordinate a, Coordinate b, Coordinate c) {
    const double left = (a.x - c.x) * (b.y - c.y);
    const double right = (a.y - c.y) * (b.x - c.x);
    return {left - right, orientationBound * (std::fabs(left) + std::fabs(right))};
}

}  // namespace

double orientation(Coordinate a, Coordinate b, Coordinate c) {
    const Bounded plain = plainOrientation(a, b, c);
    if (std::fabs(plain.value) > plain.error) return plain.value;
    if (a == b || b == c || a == c) return 0;
    const Expansion exact = exactOrientation(a, b, c);
    return exact.sign() == 0 ? 0 : exact.estimate();
}

int compareAlong(Coordinate p, Coordinate q, Coordinate a1, Coordinate a2, Coordinate b1, Coordinate b2) {
    // The place is t = o(p) / (o(p) - o(q)) with o(c) = orientation(line, c).
    const Bounded ap = plainOrientation(a1, a2, p), aq = plainOrientation(a1, a2, q);
    const Bounded bp = plainOrientation(b1, b2, p), bq = plainOrientation(b1, b2, q);
    const double ad = ap.value - aq.value, bd = bp.value - bq.value;
    const double adError = ap.error + aq.error + unit * std::fabs(ad);
    const double bdError = bp.error + bq.error + unit * std::fabs(bd);
    const double cross = ap.value * bd - bp.value * ad;
    const double error = std::fabs(ap.value) * bdError + ap.error * (std::fabs(bd) + bdError) +
                         std::fabs(bp.value) * adError + bp.error * (std::fabs(ad) + adError) +
                         4 * unit * (std::fabs(ap.value * bd) + std::fabs(bp.value * ad));
    const bool sure = std::fabs(cross) > 2 * error && std::fabs(ad) > adError && std::fabs(bd) > bdError;
    if (sure) return (cross > 0) == ((ad > 0) == (bd > 0)) ? 1 : -1;
    const Expansion exactAp = exactOrientation(a1, a2, p), exactBp = exactOrientation(b1, b2, p);
    Expansion exactAd = exactAp, exactBd = exactBp;
    exactAd.subtract(exactOrientation(a1, a2, q));
    exactBd.subtract(exactOrientation(b1, b2, q));
    Expansion difference = exactAp.times(exactBd);
    difference.subtract(exactBp.times(exactAd));
    return difference.sign() * exactAd.sign() * exactBd.sign();
}

}  // namespace gis
