// SPDX-License-Identifier: Apache-2.0
#include "app/panels/PanelBody.h"

#include <QStackedLayout>

namespace app {

PanelBody::PanelBody(QWidget* content, QWidget* parent)
    : QWidget(parent), m_stack(new QStackedLayout(this)), m_empty(new EmptyState(this)) {
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
}

void PanelBody::showEmpty(bool empty) { m_stack->setCurrentIndex(empty ? 1 : 0); }

}  // namespace app
