// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

#include "app/session/RecentProjects.h"

namespace app {

/// A recent project as a card: picture, title, folder, date; a click opens it, its menu pins or forgets it.
class ProjectCard : public QAbstractButton {
    Q_OBJECT
public:
    static constexpr int wide = 200;

    explicit ProjectCard(RecentProject project, QWidget* parent = nullptr);
    QSize sizeHint() const override;

Q_SIGNALS:
    void pinWanted();
    void removalWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void paintPicture(class QPainter& painter, const QRectF& box) const;
    RecentProject m_project;
};

}  // namespace app
