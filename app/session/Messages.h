// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>
#include <functional>
#include <vector>

#include "gis/base/Result.h"

namespace app {

enum class MessageLevel { Information, Warning, Error };

/// Something to tell without taking the focus: the bar above the map shows the latest, the log keeps all.
struct UserMessage {
    MessageLevel level = MessageLevel::Information;
    QString text;        ///< translated
    QString actionText;  ///< e.g. "Show me"; empty: no button
    std::function<void()> action;
    QDateTime when;
    QString details;  ///< for "copy details"; may be empty
};

/// The messages of the session, oldest first. GUI thread.
class Messages : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    void post(MessageLevel level, const QString& text, const QString& actionText = {},
              std::function<void()> action = {}, const QString& details = {});
    void information(const QString& text) { post(MessageLevel::Information, text); }
    void warning(const QString& text) { post(MessageLevel::Warning, text); }
    /// Says what failed; a canceled job is nothing to tell.
    void error(const gis::Error& error);
    /// One message for all of them, the whole list in the details.
    void warnings(const gis::Warnings& warnings);
    const std::vector<UserMessage>& log() const { return m_log; }

Q_SIGNALS:
    void posted(const app::UserMessage& message);

private:
    std::vector<UserMessage> m_log;
};

}  // namespace app
