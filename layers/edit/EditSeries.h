// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/project/ChangeSet.h"

namespace layers {

/// Several edits that are one step for the user: each sees the plan as those before it left it. A value; any thread.
class EditSeries {
public:
    explicit EditSeries(SnapshotPtr start);
    /// The plan after the edits so far.
    const SnapshotPtr& snapshot() const { return m_snapshot; }
    /// Takes one edit up; hands its failure on, and then the series is as it was. An empty edit changes nothing.
    gis::Result<void> apply(const gis::Result<ChangeSet>& edit);
    /// All edits as one ChangeSet, named after the first one unless a name is given.
    ChangeSet change(const gis::Message& name = {}) const;

private:
    SnapshotPtr m_snapshot;
    ChangeSet m_change;
};

}  // namespace layers
