// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextBrowser>

#include "layers/check/FindingApprovals.h"

namespace app {

/// Everything about one finding that its row has no room for: shape of the piece, areas that the data state, entry and
/// exit places of a line, approval, remarks. GUI thread.
class FindingDetail : public QTextBrowser {
    Q_OBJECT
public:
    explicit FindingDetail(QWidget* parent = nullptr);

    /// Null: hides itself.
    void showFinding(const layers::Finding* finding, const layers::CheckReport& report,
                     const layers::FindingApprovals& approvals);
};

}  // namespace app
