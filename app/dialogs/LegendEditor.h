// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "layers/plan/PrintLayout.h"

class QListWidget;
class QToolButton;

namespace app {

/// The entries of a sheet's legend: shown or not, their order (drag, or the arrows) and their words (double click).
/// GUI thread.
class LegendEditor : public QWidget {
    Q_OBJECT
public:
    explicit LegendEditor(QWidget* parent = nullptr);
    /// `offer`: the classes that lie in the map, by their own titles, in their usual order.
    void show(const QStringList& offer, const std::vector<layers::LegendItem>& items);
    /// As they stand; empty if all is as usual.
    std::vector<layers::LegendItem> items() const;

Q_SIGNALS:
    void edited();

private:
    void addRow(const layers::LegendItem& item);
    void fill();
    void move(int by);
    void tell();
    void updateButtons();
    bool isUsual(const std::vector<layers::LegendItem>& items) const;

    QListWidget* m_list;
    QToolButton* m_up;
    QToolButton* m_down;
    QToolButton* m_usual;
    QStringList m_offer;
    std::vector<layers::LegendItem> m_items;
    std::vector<layers::LegendItem> m_absent;  ///< named by the sheet, but not in the map just now
    bool m_filling = false;
};

}  // namespace app
