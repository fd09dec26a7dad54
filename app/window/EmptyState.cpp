// SPDX-License-Identifier: Apache-2.0
#include "app/window/EmptyState.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/theme/Icons.h"

namespace app {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent),
      m_picture(new QLabel(this)),
      m_heading(new QLabel(this)),
      m_what(new QLabel(this)),
      m_button(new QPushButton(this)) {
    setObjectName(QStringLiteral("emptyState"));
    m_heading->setProperty("heading", true);
    m_what->setProperty("muted", true);
    m_what->setMaximumWidth(440);
    for (QLabel* label : {m_picture, m_heading, m_what}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(label != m_picture);
    }
    m_picture->hide();
    m_heading->hide();
    m_button->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_picture);
    column->addWidget(m_heading);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_what, 10);
    row->addStretch(1);
    column->addLayout(row);
    column->addSpacing(4);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::wanted);
}

void EmptyState::setHeading(const QString& iconName, const QString& heading) {
    m_picture->setPixmap(icon(iconName).pixmap(QSize(40, 40), devicePixelRatioF(), QIcon::Disabled));
    m_picture->show();
    m_heading->setText(heading);
    m_heading->show();
    m_button->setProperty("primary", true);
}

void EmptyState::setTexts(const QString& what, const QString& button) {
    m_what->setText(what);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

void EmptyState::coverParent() {
    parentWidget()->installEventFilter(this);
    setGeometry(parentWidget()->rect());
}

bool EmptyState::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parent() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

}  // namespace app
