// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>
#include <functional>

class QPushButton;

namespace app {

/// What a page or panel shows while it has nothing: an icon, what belongs here, and the one button. With an overlay
/// parent it lies over the whole of it and follows its size.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& icon, const QString& heading, const QString& text, const QString& button,
               std::function<void()> action, QWidget* overlayParent = nullptr);
    void setButtonVisible(bool visible);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPushButton* m_button;
};

}  // namespace app
