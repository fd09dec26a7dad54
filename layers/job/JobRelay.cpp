// SPDX-License-Identifier: Apache-2.0
#include "layers/job/JobRelay.h"

namespace layers {

void JobRelay::report(double fraction) {
    constexpr qint64 intervalMs = 40;
    const qint64 now = m_clock.elapsed();
    qint64 last = m_lastMs.load();
    if (fraction < 1 && now - last < intervalMs) return;
    if (m_lastMs.compare_exchange_strong(last, now)) Q_EMIT progressed(fraction);
}

void JobRelay::finish() {
    Q_EMIT finished();
    deleteLater();
}

}  // namespace layers
