// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "gis/analysis/EllipsoidMeasure.h"
#include "gis/overlap/AreaForm.h"

namespace gis {

/// The national formula as a form that is summed along boundaries, for everything within `extent` (in the CRS of
/// `measure`): the areal scale d(λ, F(B)) / d(x, y) is fitted by Chebyshev polynomials and integrated by x. The fit's
/// relative error of an area is about 1e-12, some fifty times cheaper an edge than EllipsoidMeasure. Nothing where the
/// polynomials do not converge within degree 16 (far from a projection's middle) or a place has no latitude. Any thread.
std::optional<AreaForm> nationalForm(const EllipsoidMeasure& measure, const Extent& extent);

}  // namespace gis
