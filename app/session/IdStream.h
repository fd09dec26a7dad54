// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDataStream>

#include "gis/base/Ids.h"

// Qt wants to stream what a signal carries, and cannot do so itself with enums over std::int64_t, which is another
// type than its qint64 here. Include this where a signal has an id.
namespace gis {

inline QDataStream& operator<<(QDataStream& stream, LayerId id) { return stream << static_cast<qint64>(number(id)); }
inline QDataStream& operator>>(QDataStream& stream, LayerId& id) {
    qint64 value = 0;
    stream >> value;
    id = LayerId{value};
    return stream;
}

}  // namespace gis
