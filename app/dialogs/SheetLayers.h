// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "app/session/IdStream.h"

class QCheckBox;
class QListWidget;

namespace app {

/// Which layers a sheet shows: those that the window shows at the time, or layers of its own. GUI thread.
class SheetLayers : public QWidget {
    Q_OBJECT
public:
    explicit SheetLayers(QWidget* parent = nullptr);
    /// All layers of the plan, the top one first, and which of them the window shows.
    struct Offered {
        QString name;
        gis::LayerId id{};
        bool isVisible = true;
    };
    void setLayers(std::vector<Offered> layers);
    /// As a sheet says it; empty: those of the window.
    void show(const std::vector<gis::LayerId>& layers);
    const std::vector<gis::LayerId>& layers() const { return m_layers; }

Q_SIGNALS:
    void edited();

private:
    void chooseOwn(bool own);
    void read();
    void fill();

    QCheckBox* m_asWindow;
    QListWidget* m_list;
    std::vector<Offered> m_offered;
    std::vector<gis::LayerId> m_layers;
    bool m_filling = false;
};

}  // namespace app
