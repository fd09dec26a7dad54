// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace app {

/// What a page or panel shows while it has nothing: an icon, what belongs here, and the one button. Only what was set
/// is there. GUI thread.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);
    /// For a whole page: a picture and a heading above the words.
    void setHeading(const QString& icon, const QString& heading);
    /// What belongs here; an empty `button` hides the button.
    void setTexts(const QString& what, const QString& button = {});
    /// Lies over the whole of its parent and follows its size.
    void coverParent();

Q_SIGNALS:
    /// The button was pressed.
    void wanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLabel* m_picture;
    QLabel* m_heading;
    QLabel* m_what;
    QPushButton* m_button;
};

}  // namespace app
