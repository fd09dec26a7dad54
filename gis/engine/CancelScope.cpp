// SPDX-License-Identifier: Apache-2.0
#include "gis/engine/CancelScope.h"

#include <geos_c.h>

#include <stdexcept>

namespace gis {

namespace {

thread_local const CancelToken* watched = nullptr;

// Called by GEOS on the thread that works. Its own request flag is one for all threads, so that the wrong one might
// heed it; an exception ends just this call, as any failure inside GEOS does, and the C API catches it.
void look() {
    if (watched != nullptr && watched->isCanceled()) throw std::runtime_error("canceled");
}

}  // namespace

CancelScope::CancelScope(const CancelToken& cancel) : m_outer(watched) {
    [[maybe_unused]] static const auto before = GEOS_interruptRegisterCallback(&look);
    watched = &cancel;
}

CancelScope::~CancelScope() { watched = m_outer; }

}  // namespace gis
