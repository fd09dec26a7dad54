// SPDX-License-Identifier: Apache-2.0
#include "app/window/MapClipboard.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <cmath>

#include "app/session/Session.h"
#include "app/window/MapController.h"
#include "app/window/Workbench.h"
#include "layers/render/MapRenderer.h"

namespace app {

namespace {

constexpr double millimetresPerInch = 25.4;
constexpr double screenDpi = 96;

layers::MapSettings settingsFor(const MapView& view) {
    layers::MapSettings settings;
    settings.crs = view.crs;
    settings.extent = view.extent();
    settings.widthMm = view.size.width() * millimetresPerInch / screenDpi;
    settings.heightMm = view.size.height() * millimetresPerInch / screenDpi;
    settings.pixelsPerMm = copiedMapDpi / millimetresPerInch;
    settings.datumPolicy = gis::DatumPolicy::AcceptBallpark;
    return settings;
}

}  // namespace

void copyMap(Workbench& workbench) {
    Session& session = workbench.session;
    const layers::SnapshotPtr snapshot = session.snapshot();
    if (!snapshot) return;
    session.jobs().run(
        &session, QCoreApplication::translate("Actions", "Copying the map"),
        [snapshot, settings = settingsFor(workbench.map.canvas().view())](const gis::JobControl& control) {
            return layers::renderMap(*snapshot, settings, control);
        },
        [&session](gis::Result<QImage> image) {
            if (!image) return session.messages().error(image.error());
            const int dotsPerMetre = static_cast<int>(std::lround(copiedMapDpi / millimetresPerInch * 1000));
            image->setDotsPerMeterX(dotsPerMetre);
            image->setDotsPerMeterY(dotsPerMetre);
            QGuiApplication::clipboard()->setImage(*image);
            session.messages().information(
                QCoreApplication::translate("Actions", "The map is on the clipboard: %1 × %2 pixels, %3 dpi.")
                    .arg(image->width())
                    .arg(image->height())
                    .arg(copiedMapDpi));
        });
}

}  // namespace app
