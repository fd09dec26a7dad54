// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <ctime>
#include <string>
#include <vector>

#include "gis/base/Result.h"
#include "gis/drawing/ShapePainting.h"

namespace bench {

/// One layer as the benches draw it: translucent fill, outline of a pixel.
struct BenchLayer {
    std::string name;
    gis::DrawingForm form;
    std::uint32_t fill = 0, line = 0;  ///< 0xAARRGGBB, not multiplied by alpha
};
constexpr double benchLineWidth = 1;

/// A part of the map as it is drawn.
struct BenchView {
    std::string name;
    gis::PixelFrame frame;
    int width = 1920, height = 1080;
    gis::Extent extent() const;
};

/// How one program draws one view.
struct FrameRun {
    std::string program, view;
    bool finished = false;
    std::vector<double> milliseconds;  ///< of warm frames; the first, which is not warm, is left out
    std::vector<double> processor;     ///< milliseconds of all cores together, which other programs disturb less
    QImage image;
    std::string note;
};
/// Of all cores together.
double processorMilliseconds(std::clock_t since);
double medianOf(std::vector<double> values);
double bestOf(const std::vector<double>& values);

/// Qt's painter over paths of every vertex, made beforehand in map units; polygon after polygon, one thread.
FrameRun paintedPaths(const std::vector<BenchLayer>& layers, const BenchView& view, int repeat);

/// QGIS's parallel renderer with its own simplification, by way of its Python module; all views in one process. Times
/// begin when the layers are open. Not finished where it is not installed.
std::vector<FrameRun> qgisFrames(const std::string& path, const std::vector<BenchLayer>& layers,
                                 const std::vector<BenchView>& views, int repeat, const std::string& folder);
/// The same of Mapnik, which draws with one thread.
std::vector<FrameRun> mapnikFrames(const std::string& path, const std::vector<BenchLayer>& layers,
                                   const std::vector<BenchView>& views, int repeat, const std::string& folder);

}  // namespace bench
