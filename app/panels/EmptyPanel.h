// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStackedLayout>
#include <QWidget>

class QLabel;
class QPushButton;

namespace app {

/// What a panel shows when it has nothing: says what belongs here and offers the one button.
class EmptyPanel : public QWidget {
    Q_OBJECT
public:
    explicit EmptyPanel(QWidget* parent = nullptr);
    /// An empty `button` hides the button.
    void setTexts(const QString& what, const QString& button = {});

Q_SIGNALS:
    void wanted();

private:
    QLabel* m_what;
    QPushButton* m_button;
};

/// A panel's body that changes between its content and its empty state.
class PanelBody : public QWidget {
    Q_OBJECT
public:
    explicit PanelBody(QWidget* content, QWidget* parent = nullptr);
    EmptyPanel& emptyState() { return *m_empty; }
    void showEmpty(bool empty);

private:
    QStackedLayout* m_stack;
    EmptyPanel* m_empty;
};

}  // namespace app
