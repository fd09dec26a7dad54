// SPDX-License-Identifier: Apache-2.0
#include "layers/style/ColourRamp.h"

#include <cmath>

#include "gis/base/Resources.h"
#include "layers/style/MemberReader.h"

namespace layers {

namespace {

constexpr const char* file = "ramps.json";

std::uint8_t between(std::uint8_t from, std::uint8_t to, double share) {
    return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
}

Colour between(Colour from, Colour to, double share) {
    return {between(from.red, to.red, share), between(from.green, to.green, share), between(from.blue, to.blue, share),
            between(from.alpha, to.alpha, share)};
}

void readRamp(MemberReader& reader, ColourRamp& ramp) {
    reader.text("name", ramp.name);
    reader.text("title", ramp.title);
    reader.text("origin", ramp.origin);
    reader.boolean("qualitative", ramp.isQualitative);
    reader.array("colours", [&](MemberReader& inner) { inner.colour("colour", ramp.colours.emplace_back()); });
    if (ramp.colours.size() < 2) reader.refuse("colours", gis::message("layers", "must hold two colours at least"));
}

}  // namespace

gis::Result<std::vector<ColourRamp>> shippedRamps() {
    TUCE_TRY(bytes, gis::readResource(file));
    const auto json = MemberReader::Json::parse(bytes, nullptr, false);
    std::vector<ColourRamp> ramps;
    std::optional<gis::Error> firstError;
    MemberReader reader(json, {}, firstError);
    reader.array("ramps", [&](MemberReader& inner) { readRamp(inner, ramps.emplace_back()); });
    reader.finish();
    if (firstError) {
        firstError->subject.path = file;
        return tl::unexpected<gis::Error>(std::move(*firstError));
    }
    return ramps;
}

std::vector<Colour> coloursOf(const ColourRamp& ramp, std::size_t count) {
    std::vector<Colour> colours;
    for (std::size_t index = 0; index < count; ++index) {
        if (ramp.isQualitative) {
            colours.push_back(ramp.colours[index % ramp.colours.size()]);
            continue;
        }
        const double share = count == 1 ? 1 : static_cast<double>(index) / static_cast<double>(count - 1);
        const double place = share * static_cast<double>(ramp.colours.size() - 1);
        const auto below = std::min(static_cast<std::size_t>(place), ramp.colours.size() - 2);
        colours.push_back(between(ramp.colours[below], ramp.colours[below + 1], place - static_cast<double>(below)));
    }
    return colours;
}

}  // namespace layers
