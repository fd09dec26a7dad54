// SPDX-License-Identifier: Apache-2.0
#include "layers/project/PresentUser.h"

#include <QString>
#include <QtGlobal>

namespace layers {

std::string presentUser() {
    for (const char* variable : {"USER", "LOGNAME", "USERNAME"})
        if (const QString name = qEnvironmentVariable(variable).trimmed(); !name.isEmpty()) return name.toStdString();
    return {};
}

}  // namespace layers
