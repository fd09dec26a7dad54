// SPDX-License-Identifier: Apache-2.0
#include "app/panels/EmptyPanel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

EmptyPanel::EmptyPanel(QWidget* parent) : QWidget(parent), m_what(new QLabel(this)), m_button(new QPushButton(this)) {
    m_what->setWordWrap(true);
    m_what->setAlignment(Qt::AlignCenter);
    m_what->setProperty("muted", true);
    m_button->setVisible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_what);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyPanel::wanted);
}

void EmptyPanel::setTexts(const QString& what, const QString& button) {
    m_what->setText(what);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

PanelBody::PanelBody(QWidget* content, QWidget* parent)
    : QWidget(parent), m_stack(new QStackedLayout(this)), m_empty(new EmptyPanel(this)) {
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
}

void PanelBody::showEmpty(bool empty) { m_stack->setCurrentIndex(empty ? 1 : 0); }

}  // namespace app
