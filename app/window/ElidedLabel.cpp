// SPDX-License-Identifier: Apache-2.0
#include "app/window/ElidedLabel.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace app {

QSize ElidedLabel::minimumSizeHint() const { return {24, QLabel::minimumSizeHint().height()}; }

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_Widget, &option, &painter, this);
    const QRect box = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, box.width());
    if (toolTip().isEmpty() != (shown == text())) setToolTip(shown == text() ? QString() : text());
    style()->drawItemText(&painter, box, static_cast<int>(alignment()), palette(), isEnabled(), shown,
                          foregroundRole());
}

}  // namespace app
