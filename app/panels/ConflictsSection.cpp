// SPDX-License-Identifier: Apache-2.0
#include "app/panels/ConflictsSection.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panels/PlanWords.h"
#include "app/session/Quantities.h"
#include "app/session/Session.h"
#include "app/theme/Theme.h"

namespace app {

namespace {

QLabel* label(const QString& words, const char* role, QWidget* parent) {
    auto* made = new QLabel(words, parent);
    made->setProperty(role, true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

/// The number that counts for a rule: what lies outside, or what lies inside.
std::optional<double> areaOf(const layers::LiveOverlap& overlap) {
    if (overlap.rule.direction == layers::RuleDirection::RequireInside) return overlap.outsideSquareMetres;
    return overlap.summary.netAreaSquareMetres;
}

std::optional<double> lengthOf(const layers::LiveOverlap& overlap) {
    if (overlap.rule.direction == layers::RuleDirection::RequireInside) return overlap.outsideMetres;
    return overlap.summary.netLengthMetres;
}

QString signedText(double change, const QString& amount) {
    return (change > 0 ? QStringLiteral("▲ +") : QStringLiteral("▼ −")) + amount;
}

QString areaChangeText(double now, double before) {
    const double change = now - before;
    return qAbs(change) < 0.5 ? QString() : signedText(change, hectaresText(qAbs(change)));
}

QString lengthChangeText(double now, double before) {
    const double change = now - before;
    return qAbs(change) < 0.005 ? QString() : signedText(change, lengthText(qAbs(change)));
}

}  // namespace

ConflictsSection::ConflictsSection(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_time(new QLabel(this)), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->addWidget(label(tr("Control lines taken"), "section", this), 1);
    m_time->setProperty("muted", true);
    head->addWidget(m_time);
    m_column->addLayout(head);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ConflictsSection::refresh);
    connect(&m_workbench.session.live(), &LiveConflicts::changed, this, &ConflictsSection::refreshSoon);
    connect(&m_workbench.theme, &Theme::changed, this, &ConflictsSection::refresh);
    refresh();
}

// While a feature is dragged numbers come with every move of the mouse, faster than cards can be read.
void ConflictsSection::refreshSoon() {
    constexpr qint64 intervalMs = 80;
    const qint64 since = m_since.isValid() ? m_since.elapsed() : intervalMs;
    if (since >= intervalMs) return refresh();
    if (!m_soon.isActive()) m_soon.start(static_cast<int>(intervalMs - since));
}

void ConflictsSection::refresh() {
    m_soon.stop();
    m_since.start();
    if (m_cards != nullptr) m_cards->deleteLater();
    if (m_cards != nullptr) m_cards->hide();
    m_cards = new QWidget(this);
    auto* column = new QVBoxLayout(m_cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_column->addWidget(m_cards);
    const auto answer = m_workbench.session.live().answer();
    m_time->setText(answer ? tr("live · %1 ms").arg(grouped(answer->seconds * 1000, 1)) : QString());
    if (!answer) {
        const LiveConflicts& live = m_workbench.session.live();
        const QString why = !live.problem().isEmpty() ? tr("%1: no number until it no longer does.").arg(live.problem())
                            : live.isDrawing()
                                ? tr("The numbers come as soon as the drawing has a shape.")
                                : tr("Select a layout feature to see what it takes of each control line.");
        auto* words = label(why, live.problem().isEmpty() ? "muted" : "warning", m_cards);
        words->setWordWrap(true);
        column->addWidget(words);
        return;
    }
    if (answer->overlaps.empty()) {
        auto* none =
            label(tr("The plan has no control line. Add a red-line layer to check against."), "muted", m_cards);
        none->setWordWrap(true);
        column->addWidget(none);
        return;
    }
    std::vector<const layers::LiveOverlap*> order;
    for (const layers::LiveOverlap& overlap : answer->overlaps) order.push_back(&overlap);
    std::stable_partition(order.begin(), order.end(), [](const auto* overlap) { return overlap->isConflict(); });
    const auto before = m_workbench.session.live().before();
    for (const layers::LiveOverlap* overlap : order) {
        const layers::LiveOverlap* old = nullptr;
        if (before)
            for (const layers::LiveOverlap& one : before->overlaps)
                if (one.controlLayer == overlap->controlLayer) old = &one;
        column->addWidget(card(*overlap, old));
    }
    m_cards->show();
    m_column->activate();  // never a moment without cards
}

QWidget* ConflictsSection::card(const layers::LiveOverlap& overlap, const layers::LiveOverlap* before) {
    auto* widget = new QWidget(m_cards);
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    const bool conflict = overlap.isConflict();
    auto* tag = label(PlanWords::rule(overlap.rule.direction), conflict ? "conflictTag" : "tag", widget);
    auto* name = label(text(overlap.controlName), "plain", widget);
    name->setWordWrap(true);
    grid->addWidget(tag, 0, 0, Qt::AlignTop);
    grid->addWidget(name, 0, 1);
    const auto area = areaOf(overlap);
    const auto length = lengthOf(overlap);
    QString value = QStringLiteral("—");
    if (area && *area > 0)
        value = hectaresText(*area);
    else if (length && *length > 0)
        value = lengthText(*length);
    auto* number = label(value, conflict ? "conflictNumber" : "number", widget);
    grid->addWidget(number, 0, 2, Qt::AlignRight | Qt::AlignTop);
    QStringList more;
    if (area && *area > 0) more << muText(*area);
    if (overlap.summary.netSharePercent && *overlap.summary.netSharePercent > 0)
        more << tr("%1 of the feature").arg(percentText(overlap.summary.netSharePercent));
    if (overlap.summary.crossings && *overlap.summary.crossings > 0)
        more << tr("crosses %1 times").arg(*overlap.summary.crossings);
    if (overlap.summary.kindRule > 0) more << tr("by its kind");
    if (before != nullptr && area) more << areaChangeText(*area, areaOf(*before).value_or(0));
    if (before != nullptr && !area && length) more << lengthChangeText(*length, lengthOf(*before).value_or(0));
    more.removeAll(QString());
    if (!more.isEmpty()) {
        auto* words = label(more.join(QStringLiteral(" · ")), "muted", widget);
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignRight | Qt::AlignTop);
        grid->addWidget(words, 1, 1, 1, 2);
    }
    return widget;
}

}  // namespace app
