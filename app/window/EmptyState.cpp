// SPDX-License-Identifier: Apache-2.0
#include "app/window/EmptyState.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/theme/Icons.h"

namespace app {

EmptyState::EmptyState(const QString& iconName, const QString& heading, const QString& text, const QString& button,
                       std::function<void()> action, QWidget* overlayParent)
    : QWidget(overlayParent), m_button(new QPushButton(button, this)) {
    setObjectName(QStringLiteral("emptyState"));
    auto* picture = new QLabel(this);
    picture->setPixmap(icon(iconName).pixmap(QSize(40, 40), devicePixelRatioF(), QIcon::Disabled));
    picture->setAlignment(Qt::AlignCenter);
    auto* title = new QLabel(heading, this);
    title->setProperty("heading", true);
    title->setAlignment(Qt::AlignCenter);
    title->setWordWrap(true);
    auto* words = new QLabel(text, this);
    words->setProperty("muted", true);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    words->setMaximumWidth(440);
    m_button->setProperty("primary", true);
    m_button->setVisible(!button.isEmpty());
    connect(m_button, &QPushButton::clicked, this, action);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addStretch(2);
    for (QWidget* part : {static_cast<QWidget*>(picture), static_cast<QWidget*>(title)}) layout->addWidget(part);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(words, 10);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addSpacing(8);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    if (overlayParent != nullptr) {
        overlayParent->installEventFilter(this);
        setGeometry(overlayParent->rect());
    }
}

void EmptyState::setButtonVisible(bool visible) { m_button->setVisible(visible && !m_button->text().isEmpty()); }

bool EmptyState::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parent() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

}  // namespace app
