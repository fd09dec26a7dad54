// SPDX-License-Identifier: Apache-2.0
// The line integral against the reference way (densify every metre, transform, geodesic polygon) on the same pieces.
#include <benchmark/benchmark.h>

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/PolygonArea.hpp>

#include "gis/analysis/EllipsoidMeasure.h"
#include "tests/bench/RandomShapes.h"

namespace {

const gis::CoordinateReferenceSystem& plane() {
    static const auto crs = gis::CoordinateReferenceSystem::fromCode("EPSG:4545").value();
    return crs;
}

void lineIntegral(benchmark::State& state) {
    const auto shapes = bench::stars(100, 50'000, 500, 24, 3);
    const auto measure = gis::EllipsoidMeasure::make(plane()).value();
    double sum = 0;
    for (auto _ : state) {
        sum = 0;
        for (const gis::Geometry& shape : shapes) sum += measure.areaSquareMetres(shape);
    }
    state.counters["hectares"] = sum / 1e4;
}

double densifiedArea(const gis::Geometry& shape, const gis::EllipsoidMeasure& measure) {
    const GeographicLib::Geodesic ellipsoid(6'378'137.0, 1 / 298.257222101);
    GeographicLib::PolygonArea polygon(ellipsoid);
    const auto ring = shape.sequence(0);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double length = std::hypot(ring[i + 1].x - ring[i].x, ring[i + 1].y - ring[i].y);
        const auto parts = static_cast<int>(std::ceil(length));
        for (int k = 0; k < parts; ++k) {
            const double t = static_cast<double>(k) / parts;
            const gis::Coordinate at = measure.geographic(
                {ring[i].x + t * (ring[i + 1].x - ring[i].x), ring[i].y + t * (ring[i + 1].y - ring[i].y)});
            polygon.AddPoint(at.y, at.x);
        }
    }
    double perimeter = 0;
    double area = 0;
    polygon.Compute(false, true, perimeter, area);
    return area;
}

void densifiedEveryMetre(benchmark::State& state) {
    const auto shapes = bench::stars(100, 50'000, 500, 24, 3);
    const auto measure = gis::EllipsoidMeasure::make(plane()).value();
    double sum = 0;
    for (auto _ : state) {
        sum = 0;
        for (const gis::Geometry& shape : shapes) sum += densifiedArea(shape, measure);
    }
    state.counters["hectares"] = sum / 1e4;
}

BENCHMARK(lineIntegral)->Unit(benchmark::kMillisecond);
BENCHMARK(densifiedEveryMetre)->Unit(benchmark::kMillisecond);

}  // namespace
