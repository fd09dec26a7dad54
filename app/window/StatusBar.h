// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStatusBar>

#include "app/window/Workbench.h"
#include "gis/geometry/Extent.h"

class QLabel;
class QLineEdit;
class QProgressBar;
class QToolButton;

namespace app {

class ElidedLabel;
class MapCanvas;

/// Where the mouse is (a click copies), the scale (editable), the CRS, what is selected, what is running.
class StatusBar : public QStatusBar {
    Q_OBJECT
public:
    StatusBar(Workbench& workbench, QWidget* parent);
    /// What the tool wants to be done now.
    void setHint(const QString& hint);

private:
    void makeParts();
    void makeProgress();
    void showCursor(gis::Coordinate position);
    void showView();
    void showSelection();
    void showJobs();
    void copyCoordinates();
    void scaleEntered();
    Workbench& m_bench;
    QToolButton* m_coordinates;
    QToolButton* m_degrees;
    QLineEdit* m_scale;
    QToolButton* m_crs;
    QLabel* m_selection;
    ElidedLabel* m_hint;
    QLabel* m_jobTitle;
    QProgressBar* m_progress;
    QToolButton* m_stop;
};

/// The denominator in what a person typed as a scale: "1:50000", "1 : 50 000", "5万", "50000"; 0 if it is none.
double scaleFromText(const QString& text);
/// "about 12 s left", "about 3 min left": of a job.
QString timeLeftText(double seconds);

}  // namespace app
