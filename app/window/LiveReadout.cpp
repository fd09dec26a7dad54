// SPDX-License-Identifier: Apache-2.0
#include "app/window/LiveReadout.h"

#include <QCoreApplication>
#include <cmath>

#include "app/session/Quantities.h"

namespace app {

namespace {

QString translate(const char* source) { return QCoreApplication::translate("LiveReadout", source); }

/// m² or m of what is wrong: inside a red line, outside a boundary that must not be left.
double sizeOf(const layers::LiveOverlap& overlap) {
    if (overlap.rule.direction == layers::RuleDirection::RequireInside)
        return overlap.outsideSquareMetres.value_or(overlap.outsideMetres.value_or(0));
    return overlap.summary.netAreaSquareMetres.value_or(overlap.summary.netLengthMetres.value_or(0));
}

bool isForInformation(const layers::LiveOverlap& overlap) {
    return overlap.rule.direction == layers::RuleDirection::Inform && sizeOf(overlap) > 0;
}

template <class Counts>
const layers::LiveOverlap* largestOf(const layers::LiveAnswer& answer, Counts counts) {
    const layers::LiveOverlap* largest = nullptr;
    for (const layers::LiveOverlap& overlap : answer.overlaps)
        if (counts(overlap) && (largest == nullptr || sizeOf(overlap) > sizeOf(*largest))) largest = &overlap;
    return largest;
}

/// What the card is about: the worst conflict, else the largest overlap that is told for information; null: nothing.
const layers::LiveOverlap* subjectOf(const layers::LiveAnswer& answer) {
    const auto* worst = largestOf(answer, [](const auto& overlap) { return overlap.isConflict(); });
    return worst != nullptr ? worst : largestOf(answer, isForInformation);
}

QString titleFor(const layers::LiveOverlap& overlap) {
    const QString name = QString::fromStdString(overlap.controlName);
    if (!overlap.isConflict()) return translate(QT_TRANSLATE_NOOP("LiveReadout", "In %1, for information")).arg(name);
    return (overlap.rule.direction == layers::RuleDirection::RequireInside
                ? translate(QT_TRANSLATE_NOOP("LiveReadout", "Outside %1"))
                : translate(QT_TRANSLATE_NOOP("LiveReadout", "Crosses %1")))
        .arg(name);
}

QString changeText(const layers::LiveOverlap& now, const layers::LiveAnswer& before, bool isArea) {
    for (const layers::LiveOverlap& old : before.overlaps) {
        if (old.controlLayer != now.controlLayer) continue;
        const double change = sizeOf(now) - sizeOf(old);
        if (std::abs(change) < (isArea ? 500 : 0.5)) return {};
        const double size = std::abs(change);
        const QString amount = isArea ? hectaresText(size) : lengthText(size);
        const QString sign = change < 0 ? QStringLiteral("▼ −") : QStringLiteral("▲ +");
        return translate(QT_TRANSLATE_NOOP("LiveReadout", "%1 since the drag began")).arg(sign + amount);
    }
    return {};
}

}  // namespace

ReadoutCard readoutFor(const layers::LiveAnswer& answer, const layers::LiveAnswer* before) {
    ReadoutCard card;
    const layers::LiveOverlap* subject = subjectOf(answer);
    if (subject == nullptr) {
        card.title = answer.overlaps.empty() ? translate(QT_TRANSLATE_NOOP("LiveReadout", "Size"))
                                             : translate(QT_TRANSLATE_NOOP("LiveReadout", "No conflict"));
        if (answer.areaSquareMetres) {
            card.value = hectaresText(*answer.areaSquareMetres);
            card.second = muText(*answer.areaSquareMetres);
        } else if (answer.lengthMetres) {
            card.value = lengthText(*answer.lengthMetres);
        }
        return card;
    }
    const double size = sizeOf(*subject);
    const bool isArea = answer.areaSquareMetres.has_value();
    card.conflict = subject->isConflict();
    card.title = titleFor(*subject);
    card.value = isArea ? hectaresText(size) : answer.lengthMetres ? lengthText(size) : QStringLiteral("!");
    if (isArea) card.second = muText(size);
    QStringList footnote;
    const double whole = isArea ? *answer.areaSquareMetres : answer.lengthMetres.value_or(0);
    if (whole > 0)
        footnote
            << translate(QT_TRANSLATE_NOOP("LiveReadout", "%1 of the feature")).arg(percentText(size / whole * 100));
    if (before != nullptr) footnote << changeText(*subject, *before, isArea);
    footnote.removeAll(QString());
    card.footnote = footnote.join(QStringLiteral("  "));
    return card;
}

ReadoutCard readoutOfProblem(const QString& why) {
    if (why.isEmpty()) return {};
    return {why,
            translate(QT_TRANSLATE_NOOP("LiveReadout", "no number")),
            {},
            translate(QT_TRANSLATE_NOOP("LiveReadout", "Numbers come back as soon as it no longer does.")),
            true};
}

}  // namespace app
