// SPDX-License-Identifier: Apache-2.0
#include "layers/edit/EditSeries.h"

namespace layers {

EditSeries::EditSeries(SnapshotPtr start) : m_snapshot(std::move(start)) {}

gis::Result<void> EditSeries::apply(const gis::Result<ChangeSet>& edit) {
    if (!edit) return tl::unexpected<gis::Error>(edit.error());
    if (edit->isEmpty()) return {};
    TUCE_TRY(next, applied(m_snapshot, *edit));
    m_snapshot = std::move(next);
    if (m_change.isEmpty()) m_change.text = edit->text;
    m_change.changes.insert(m_change.changes.end(), edit->changes.begin(), edit->changes.end());
    return {};
}

ChangeSet EditSeries::change(const gis::Message& name) const {
    ChangeSet all = m_change;
    if (!name.empty()) all.text = name;
    return all;
}

}  // namespace layers
