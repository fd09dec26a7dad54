// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ColourButton.h"

#include <QColorDialog>
#include <QPainter>
#include <QPainterPath>

#include "app/theme/Theme.h"

namespace app {

QColor toColor(layers::Colour colour) { return QColor(colour.red, colour.green, colour.blue, colour.alpha); }

layers::Colour fromColor(const QColor& colour) {
    const auto byte = [](int value) { return static_cast<std::uint8_t>(value); };
    return {byte(colour.red()), byte(colour.green()), byte(colour.blue()), byte(colour.alpha())};
}

ColourButton::ColourButton(const QString& what, QWidget* parent) : QToolButton(parent) {
    setAccessibleName(what);
    setToolTip(what);
    setFixedSize(44, 26);
    connect(this, &QToolButton::clicked, this, &ColourButton::ask);
}

void ColourButton::setColour(layers::Colour colour) {
    m_colour = colour;
    update();
}

void ColourButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    QPainterPath path;
    path.addRoundedRect(box, 4, 4);
    painter.setClipPath(path);
    if (m_colour.alpha < 255) {  // what shines through is seen on a chequered ground
        painter.fillRect(rect(), Qt::white);
        for (int x = 0; x < width(); x += 6)
            for (int y = x % 12 == 0 ? 0 : 6; y < height(); y += 12)
                painter.fillRect(x, y, 6, 6, QColor(210, 210, 210));
    }
    painter.fillRect(rect(), toColor(m_colour));
    painter.setClipping(false);
    painter.setPen(QPen(hasFocus() ? Theme::current().accent : Theme::current().muted, 1));
    painter.drawPath(path);
}

void ColourButton::ask() {
    auto* dialog = new QColorDialog(toColor(m_colour), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QColorDialog::ShowAlphaChannel);
    const auto take = [this](layers::Colour colour) {
        if (colour == m_colour) return;
        setColour(colour);
        Q_EMIT chosen(m_colour);
    };
    connect(dialog, &QColorDialog::currentColorChanged, this,
            [take](const QColor& picked) { take(fromColor(picked)); });
    connect(dialog, &QDialog::rejected, this, [take, before = m_colour] { take(before); });
    dialog->open();
}

}  // namespace app
