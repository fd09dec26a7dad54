// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QString>

namespace app {

/// resources/icons/<name>.svg, drawn in the colours of the present theme at any size and pixel ratio: `currentColor`
/// in the file becomes the text colour, faded when disabled, the accent when on. A null icon if there is no such file.
QIcon icon(const QString& name);

}  // namespace app
