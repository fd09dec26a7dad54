// SPDX-License-Identifier: Apache-2.0
#include "gis/overlap/Expansion.h"

namespace gis {

void Expansion::add(double value) {
    double carried = value;
    std::size_t kept = 0;
    for (const double component : m_components) {
        const DoubleDouble sum = DoubleDouble::sum(carried, component);
        if (sum.low != 0) m_components[kept++] = sum.low;
        carried = sum.high;
    }
    m_components.resize(kept);
    if (carried != 0) m_components.push_back(carried);
}

void Expansion::addProduct(double factor, double a, double b) {
    const DoubleDouble exact = DoubleDouble::product(a, b);
    // A whole factor of up to a few bits may round; adding it apart keeps the sum exact.
    add(DoubleDouble::product(factor, exact.low));
    add(DoubleDouble::product(factor, exact.high));
}

void Expansion::subtract(const Expansion& other) {
    for (const double component : other.m_components) add(-component);
}

Expansion Expansion::times(const Expansion& other) const {
    Expansion product;
    for (const double a : m_components)
        for (const double b : other.m_components) product.add(DoubleDouble::product(a, b));
    return product;
}

int Expansion::sign() const {
    if (m_components.empty()) return 0;
    return m_components.back() > 0 ? 1 : -1;
}

double Expansion::estimate() const {
    double sum = 0;
    for (const double component : m_components) sum += component;
    return sum;
}

}  // namespace gis
