// SPDX-License-Identifier: Apache-2.0
#include "layers/project/PresentTime.h"

#include <QDateTime>

namespace layers {

std::string presentTime() {
    bool fixed = false;
    const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&fixed);
    const QDateTime time = fixed ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime::currentDateTimeUtc();
    return time.toString(Qt::ISODateWithMs).toStdString();
}

}  // namespace layers
