// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

#include "layers/style/Style.h"

namespace app {

QColor toColor(layers::Colour colour);
layers::Colour fromColor(const QColor& colour);

/// A patch of colour that asks for another one when clicked. `chosen` comes for every colour that is tried, and for the old
/// one when the choice is given up. GUI thread.
class ColourButton : public QToolButton {
    Q_OBJECT
public:
    /// `what` is the name for screen readers and the tip.
    explicit ColourButton(const QString& what, QWidget* parent = nullptr);
    layers::Colour colour() const { return m_colour; }
    void setColour(layers::Colour colour);

Q_SIGNALS:
    void chosen(layers::Colour colour);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void ask();
    layers::Colour m_colour;
};

}  // namespace app
