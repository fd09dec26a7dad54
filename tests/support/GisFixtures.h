// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QString>

#include "gis/feature/FeatureTable.h"
#include "gis/io/VectorFile.h"

namespace support {

inline QByteArray fileBytes(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool putBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Names, sizes and times of all that lies in a folder: equal before and after if nothing was touched.
inline QStringList folderState(const QString& folder) {
    QStringList state;
    const auto entries =
        QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo& entry : entries)
        state << entry.fileName() + u' ' + QString::number(entry.size()) + u' ' +
                     entry.lastModified().toString(Qt::ISODateWithMs);
    return state;
}

/// A closed axis-parallel square.
inline gis::Geometry square(double x, double y, double size) {
    return gis::Geometry::polygon({{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}}});
}

/// Squares of 100 m side by side in EPSG:4545, ids from 1, with one field of each type.
inline gis::FeatureTable squares(int count) {
    const gis::Schema schema({{"code", gis::FieldType::Integer, 0},
                              {"name", gis::FieldType::Text, 0},
                              {"share", gis::FieldType::Real, 0},
                              {"built", gis::FieldType::Date, 0}});
    std::vector<gis::Feature> features;
    for (int i = 0; i < count; ++i) {
        features.emplace_back(gis::FeatureId{i + 1}, square(538000 + 200.0 * i, 3408000, 100),
                              std::vector<gis::Value>{std::int64_t{1000 + i}, std::string("地块") + std::to_string(i),
                                                      i == 0 ? gis::Value() : gis::Value(0.25 * i),
                                                      std::string("2020-05-0") + std::to_string(1 + i % 9)});
    }
    return {schema, gis::CoordinateReferenceSystem::fromCode("EPSG:4545").value(), std::move(features)};
}

}  // namespace support
