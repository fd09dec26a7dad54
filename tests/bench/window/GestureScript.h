// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <string>
#include <vector>

namespace bench {

/// One input of a gesture, at its time after the gesture's beginning.
struct GestureInput {
    enum class Kind { Press, Move, Release, Wheel };
    Kind kind = Kind::Move;
    double milliseconds = 0;
    QPointF at;       ///< logical pixels
    int degrees = 0;  ///< of the wheel, positive away from the hand
};

/// A gesture as a hand makes it, with inputs at the rate of a common mouse (125 Hz).
struct Gesture {
    std::string name;
    std::vector<GestureInput> inputs;
};

/// Drags by the middle button along a winding way, wheels in to the scale of a parcel and out again about a moving
/// cursor, and pans by short throws. The same ones on every run.
std::vector<Gesture> recordedGestures(double width, double height);

}  // namespace bench
