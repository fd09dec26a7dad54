// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <functional>
#include <optional>

#include "app/canvas/MapTool.h"
#include "app/tools/ToolContext.h"

namespace app {

/// Asks for one feature by a click: what is under the mouse and may be meant lights up. Who asks brings the question
/// and hears the answer; Esc and another tool end it without one.
class PickTool : public MapTool {
public:
    explicit PickTool(ToolContext& context) : m_context(context) {}
    struct Question {
        QString hint;                                           ///< for the status bar, translated
        QString nothingHere;                                    ///< said where a click met nothing that may be meant
        std::function<bool(const FeatureHit&)> isMeant;         ///< may this be the answer?
        std::function<void(std::optional<FeatureHit>)> answer;  ///< called once; nothing: it was given up
    };
    /// A question that is still open is given up.
    void ask(Question question);
    bool isAsking() const { return m_question.has_value(); }

    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    void deactivate() override { finish(std::nullopt); }
    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    void cancel() override { finish(std::nullopt); }
    void planChanged() override { m_near.reset(); }
    bool isBusy() const override { return isAsking(); }
    void paint(QPainter& painter, const MapView& view) const override;

private:
    std::optional<FeatureHit> near(QPointF pixel) const;
    void finish(std::optional<FeatureHit> answer);
    ToolContext& m_context;
    std::optional<Question> m_question;
    std::optional<FeatureHit> m_near;
};

}  // namespace app
