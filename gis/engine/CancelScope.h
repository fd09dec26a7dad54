// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/Control.h"

namespace gis {

/// While it lives, long steps of the engine on this thread (overlay, union, repair) look at the token now and then and
/// end with an error soon after it is canceled; other threads are not touched. Scopes may be nested; the innermost counts.
class CancelScope {
public:
    /// The token must outlive the scope.
    explicit CancelScope(const CancelToken& cancel);
    CancelScope(const CancelScope&) = delete;
    CancelScope& operator=(const CancelScope&) = delete;
    ~CancelScope();

private:
    const CancelToken* m_outer;
};

}  // namespace gis
