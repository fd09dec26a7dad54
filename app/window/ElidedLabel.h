// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace app {

/// A label of one line that ends in … where there is no room, so that a long text never widens the window. The whole
/// text is its tool tip then.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace app
