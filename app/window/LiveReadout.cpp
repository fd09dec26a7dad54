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

const layers::LiveOverlap* worstOf(const layers::LiveAnswer& answer) {
    const layers::LiveOverlap* worst = nullptr;
    for (const layers::LiveOverlap& overlap : answer.overlaps) {
        if (!overlap.isConflict()) continue;
        if (worst == nullptr || sizeOf(overlap) > sizeOf(*worst)) worst = &overlap;
    }
    return worst;
}

QString changeText(const layers::LiveOverlap& now, const layers::LiveAnswer& before, bool isArea) {
    for (const layers::LiveOverlap& old : before.overlaps) {
        if (old.controlLayer != now.controlLayer) continue;
        const double change = sizeOf(now) - sizeOf(old);
        if (std::abs(change) < (isArea ? 500 : 0.5)) return {};
        const QString amount = isArea ? grouped(change / 1e4, 1) : grouped(change, 0);
        const QString sign = change < 0 ? QStringLiteral("▼ ") : QStringLiteral("▲ +");
        return translate(QT_TRANSLATE_NOOP("LiveReadout", "%1 since the drag began")).arg(sign + amount);
    }
    return {};
}

}  // namespace

ReadoutCard readoutFor(const layers::LiveAnswer& answer, const layers::LiveAnswer* before) {
    ReadoutCard card;
    const layers::LiveOverlap* worst = worstOf(answer);
    if (worst == nullptr) {
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
    const bool outside = worst->rule.direction == layers::RuleDirection::RequireInside;
    const QString name = QString::fromStdString(worst->controlName);
    const double size = sizeOf(*worst);
    const bool isArea = answer.areaSquareMetres.has_value();
    card.conflict = true;
    card.title = (outside ? translate(QT_TRANSLATE_NOOP("LiveReadout", "Outside %1"))
                          : translate(QT_TRANSLATE_NOOP("LiveReadout", "Crosses %1")))
                     .arg(name);
    card.value = isArea ? hectaresText(size) : answer.lengthMetres ? lengthText(size) : QStringLiteral("!");
    if (isArea) card.second = muText(size);
    QStringList footnote;
    const double whole = isArea ? *answer.areaSquareMetres : answer.lengthMetres.value_or(0);
    if (whole > 0)
        footnote
            << translate(QT_TRANSLATE_NOOP("LiveReadout", "%1 of the feature")).arg(percentText(size / whole * 100));
    if (before != nullptr) footnote << changeText(*worst, *before, isArea);
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
