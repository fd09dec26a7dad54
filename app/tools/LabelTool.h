// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/canvas/MapTool.h"
#include "app/tools/ToolContext.h"

namespace app {

/// Names by hand: a drag puts a name where it shall stay at every scale, the handle beside it turns it, Delete hides it,
/// Backspace lets it find its own place again; arrow keys move it a little, [ and ] turn it. Each is one step.
class LabelTool : public MapTool {
public:
    explicit LabelTool(ToolContext& context) : m_context(context) {}
    QCursor cursor() const override;
    QString hint() const override;
    void activate() override { m_context.repaint(); }
    void deactivate() override;
    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void release(const MapPointer& pointer) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    bool wantsKey(int key, Qt::KeyboardModifiers modifiers) const override;
    void cancel() override;
    bool isBusy() const override { return m_drag.has_value(); }
    void planChanged() override;
    void paint(QPainter& painter, const MapView& view) const override;

private:
    struct Drag {
        bool turns = false;
        QPointF from, at;  ///< pixels
        bool moved = false;
        Qt::KeyboardModifiers modifiers;
    };
    std::optional<layers::PlacedLabel> present() const;
    /// The name where the plan has it: the picture may be of a moment ago.
    layers::PlacedLabel standing(layers::PlacedLabel label) const;
    /// What the name looks like as it is dragged just now.
    layers::PlacedLabel dragged(const layers::PlacedLabel& label) const;
    void place(const layers::PlacedLabel& label, QPointF centre, double angle);
    void paintChosen(QPainter& painter, const layers::PlacedLabel& label) const;

    ToolContext& m_context;
    std::optional<layers::PlacedLabel> m_hovered;
    std::optional<layers::PlacedLabel> m_chosen;  ///< as it was when it was pressed or last placed
    std::optional<Drag> m_drag;
};

}  // namespace app
