// SPDX-License-Identifier: Apache-2.0
#include "app/window/MessageBar.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <algorithm>

#include "app/theme/Icons.h"

namespace app {

namespace {

constexpr int informationMs = 5000;
constexpr int offerMs = 15000;  ///< of what has a button

struct LevelLook {
    QString word, icon;
};

LevelLook lookOf(MessageLevel level) {
    switch (level) {
        case MessageLevel::Information:
            return {QStringLiteral("information"), QStringLiteral("info")};
        case MessageLevel::Warning:
            return {QStringLiteral("warning"), QStringLiteral("warning")};
        case MessageLevel::Error:
            break;
    }
    return {QStringLiteral("error"), QStringLiteral("error")};
}

}  // namespace

MessageBar::MessageBar(Messages& messages, QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new QToolButton(this)),
      m_copy(new QToolButton(this)) {
    setObjectName(QStringLiteral("messageBar"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 5, 5, 5);
    layout->setSpacing(8);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_action->setObjectName(QStringLiteral("messageAction"));
    m_copy->setText(tr("Copy details"));
    auto* close = new QToolButton(this);
    close->setIcon(app::icon(QStringLiteral("close")));
    close->setIconSize({14, 14});
    close->setToolTip(tr("Close"));
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_copy);
    layout->addWidget(close);
    for (QToolButton* button : {m_action, m_copy, close}) button->setFocusPolicy(Qt::TabFocus);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QToolButton::clicked, this, [this] {
        hide();
        if (m_message.action) m_message.action();
    });
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_message.details); });
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(&messages, &Messages::posted, this, &MessageBar::tell);
    parent->installEventFilter(this);
    hide();
}

void MessageBar::tell(const UserMessage& message) {
    m_message = message;
    setProperty("level", lookOf(message.level).word);
    showIcon();
    m_text->setText(message.text);
    m_action->setText(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    m_copy->setVisible(!message.details.isEmpty());
    for (QWidget* widget : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_text)}) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    m_timer.stop();
    if (message.level == MessageLevel::Information)
        m_timer.start(message.actionText.isEmpty() ? informationMs : offerMs);
    show();
    place();
    raise();
}

void MessageBar::showIcon() {
    m_icon->setPixmap(app::icon(lookOf(m_message.level).icon).pixmap(QSize(18, 18), devicePixelRatioF()));
}

void MessageBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) showIcon();  // another theme
    QFrame::changeEvent(event);
}

void MessageBar::place() {
    constexpr int margin = 12;
    constexpr int widest = 760;
    const int room = std::min(widest, parentWidget()->width() - 2 * margin - 80);
    int wanted = m_text->fontMetrics().horizontalAdvance(m_message.text) + 90;
    for (const QToolButton* button : {m_action, m_copy})
        if (!button->isHidden()) wanted += button->sizeHint().width() + 8;
    wanted = std::min(room, wanted);
    const int high = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(wanted) : sizeHint().height();
    setGeometry((parentWidget()->width() - wanted) / 2, margin, wanted, high);
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parent() && event->type() == QEvent::Resize && isVisible()) place();
    return QFrame::eventFilter(watched, event);
}

}  // namespace app
