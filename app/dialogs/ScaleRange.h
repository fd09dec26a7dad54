// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QComboBox;

namespace app {

/// Between which scales something is drawn: two scales, each chosen or typed. GUI thread.
class ScaleRange : public QWidget {
    Q_OBJECT
public:
    explicit ScaleRange(QWidget* parent = nullptr);
    /// Denominators; 0: no limit.
    void show(double least, double most);
    double least() const;
    double most() const;

Q_SIGNALS:
    void edited();

private:
    QComboBox* box(const QString& name, const QString& what);
    void read();
    QComboBox* m_least;
    QComboBox* m_most;
    double m_shownLeast = 0;
    double m_shownMost = 0;
};

}  // namespace app
