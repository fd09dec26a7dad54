// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace app {

struct Workbench;

/// Fine enough for print: a page's width is 2 000 to 2 500 pixels.
inline constexpr int copiedMapDpi = 300;

/// Draws what the map shows anew at copiedMapDpi and puts it on the clipboard as a picture that knows its size on
/// paper, so that it stands in a text as large as on a screen of 96 dpi. GUI thread; drawn by a job.
void copyMap(Workbench& workbench);

}  // namespace app
