// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/Control.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

/// The bundled sample as a plan: basemap, boundaries, fictitious control lines, the layouts built from the shipped
/// schemes, the shipped corpus with a link from each layout feature to its clause, and one sheet per scheme.
/// Pure apart from reading resources; any thread.
struct SampleProject {
    SnapshotPtr snapshot;
    gis::Warnings warnings;  ///< members without a loaded boundary, datums taken as equal …
};
gis::Result<SampleProject> sampleProject(const gis::JobControl& control = {});

}  // namespace layers
