// SPDX-License-Identifier: Apache-2.0
#include "app/session/Messages.h"

namespace app {

void Messages::post(MessageLevel level, const QString& text, const QString& actionText, std::function<void()> action,
                    const QString& details) {
    m_log.push_back({level, text, actionText, std::move(action), QDateTime::currentDateTime(), details});
    // A copy: a receiver may post again, which moves the log.
    const UserMessage message = m_log.back();
    Q_EMIT posted(message);
}

void Messages::error(const gis::Error& error) {
    if (error.code == gis::ErrorCode::Canceled) return;
    const QString text = QString::fromStdString(gis::describe(error));
    post(MessageLevel::Error, text, {}, {}, text);
}

void Messages::warnings(const gis::Warnings& warnings) {
    if (warnings.empty()) return;
    QStringList lines;
    for (const gis::Warning& warning : warnings) lines << QString::fromStdString(gis::describe(warning));
    const int further = static_cast<int>(lines.size()) - 1;
    const QString text = further == 0 ? lines.first() : tr("%1 (and %n more)", nullptr, further).arg(lines.first());
    post(MessageLevel::Warning, text, {}, {}, lines.join(u'\n'));
}

}  // namespace app
