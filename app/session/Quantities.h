// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <optional>

#include "gis/geometry/Extent.h"

namespace app {

// Numbers as the tables and panels print them: rounded half up, thin spaces between thousands, with the unit's name
// in the user's language where the name ends in Text, bare where it ends in Number.

QString hectaresNumber(double squareMetres);         ///< "1 284.3670" (公顷, 4 decimals)
QString muNumber(double squareMetres);               ///< "19 265.51" (亩, 2 decimals)
QString hectaresText(double squareMetres);           ///< "1 284.3670 ha"
QString muText(double squareMetres);                 ///< "19 265.51 mu"
QString squareMetresText(double squareMetres);       ///< "12 843.67 m²"
QString lengthText(double metres);                   ///< "4.318 km" from 1 km up, else "318.20 m"
QString percentText(std::optional<double> percent);  ///< "17.42 %", empty if absent
/// A number with thin spaces between thousands.
QString grouped(double value, int decimals);
/// "107°56′12″ 30°50′44″": longitude, latitude.
QString degreesText(gis::Coordinate lonLat);
/// "36 500 413.7, 3 412 880.2" for metres, with six decimals for degrees.
QString coordinatesText(gis::Coordinate position, bool degrees);
/// "1 : 900 000".
QString scaleText(double denominator);
/// The denominator of a scale as people type it, the digits behind the last colon; 0 if there are none.
double denominatorIn(const QString& typed);

}  // namespace app
