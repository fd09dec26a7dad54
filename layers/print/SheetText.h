// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>
#include <QPainterPath>

#include "gis/base/Message.h"
#include "layers/render/TextPainter.h"

namespace layers {

/// Text of the furniture of a sheet: dark, without halo.
TextStyle sheetText(double points, bool bold = false, double letterSpacing = 0);
/// In the language of the installed translators.
QString sheetWords(const gis::Message& text);
/// A white box with a thin edge, in which furniture stands.
void paintBox(QPainter& painter, const QRectF& box);
/// Lines no wider than `widthMm`: broken at spaces and after Chinese letters, never before closing punctuation.
QStringList brokenLines(const QString& text, const TextStyle& style, double widthMm);

}  // namespace layers
