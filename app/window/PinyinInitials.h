// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace app {

/// The first letters of the Mandarin readings of the Chinese characters in `text`, lower case, other characters left out
/// but for ASCII letters and digits: "hcqb" for 核查全部. From the order of GB 2312's first plane, which is by
/// reading; characters outside it are left out.
QString pinyinInitials(const QString& text);

}  // namespace app
