// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace layers {

/// How letters fit a Mandarin reading; a later one is the better fit.
enum class ReadingFit {
    None,
    Inside,  ///< from a later syllable on, whose letters were all typed: jiangbei in chóng qìng jiāng běi …
    Begins,  ///< from the first syllable on
    Whole,   ///< all of it
};

/// `letters`: ASCII letters in either case without tones, v or u for ü, at least two. `reading`: syllables with or
/// without tone marks, blanks between. Each syllable may be typed whole or by its first letter, or zh, ch, sh; the last
/// one by any beginning: cj, chj, changj, cjiang, changjiang fit cháng jiāng. Pure.
ReadingFit readingFit(const std::string& letters, const std::string& reading);

}  // namespace layers
