// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/window/GestureScript.h"

#include <cmath>
#include <numbers>

namespace bench {

namespace {

using Kind = GestureInput::Kind;

constexpr double interval = 8;  ///< ms between two reports of a mouse

Gesture windingDrag(double width, double height) {
    Gesture drag{"drag along a winding way, 2.4 s", {}};
    constexpr int moves = 300;
    for (int i = 0; i <= moves; ++i) {
        const double turn = 2 * std::numbers::pi * i / moves;
        const QPointF at(width / 2 + width * 0.35 * std::sin(turn), height / 2 + height * 0.35 * std::sin(2 * turn));
        const Kind kind = i == 0 ? Kind::Press : i == moves ? Kind::Release : Kind::Move;
        drag.inputs.push_back({kind, i * interval, at, 0});
    }
    return drag;
}

Gesture throws(double width, double height) {
    Gesture gesture{"eight short throws, 1.9 s", {}};
    double now = 0;
    for (int i = 0; i < 8; ++i) {
        const double angle = i * 2.4;
        const QPointF step(std::cos(angle) * width * 0.02, std::sin(angle) * width * 0.02);
        QPointF at(width / 2, height / 2);
        gesture.inputs.push_back({Kind::Press, now, at, 0});
        for (int move = 0; move < 20; ++move) {
            now += interval;
            at += step;
            gesture.inputs.push_back({Kind::Move, now, at, 0});
        }
        now += interval;
        gesture.inputs.push_back({Kind::Release, now, at, 0});
        now += 9 * interval;
    }
    return gesture;
}

Gesture wheel(const char* name, int notches, int degrees, double width, double height) {
    Gesture gesture{name, {}};
    for (int i = 0; i < notches; ++i) {
        const QPointF at(width * (0.45 + 0.1 * std::sin(i * 0.7)), height * (0.5 + 0.1 * std::cos(i * 0.5)));
        gesture.inputs.push_back({Kind::Wheel, i * 5 * interval, at, degrees});
    }
    return gesture;
}

}  // namespace

std::vector<Gesture> recordedGestures(double width, double height) {
    return {windingDrag(width, height), wheel("wheel in, 24 notches, 1 s", 24, 120, width, height),
            throws(width, height), windingDrag(width, height),
            wheel("wheel out, 24 notches, 1 s", 24, -120, width, height)};
}

}  // namespace bench
