// SPDX-License-Identifier: Apache-2.0
#include "gis/base/Message.h"

#include <QCoreApplication>
#include <cstring>

namespace gis {

bool Message::operator==(const Message& other) const {
    return std::strcmp(source, other.source) == 0 && arguments == other.arguments;
}

Message message(const char* context, const char* source, std::vector<std::string> arguments) {
    return Message{context, source, std::move(arguments)};
}

std::string translated(const Message& text) {
    if (text.empty()) return {};
    const QString pattern = QCoreApplication::translate(text.context, text.source);
    // Filled in one pass: QString::arg one by one would also replace a %1 that an argument brings along.
    QString filled;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == u'%' && i + 1 < pattern.size() && pattern[i + 1].isDigit();
        const auto index = place ? static_cast<std::size_t>(pattern[i + 1].digitValue()) : 0U;
        if (place && index >= 1 && index <= text.arguments.size()) {
            filled += QString::fromStdString(text.arguments[index - 1]);
            ++i;
        } else {
            filled += pattern[i];
        }
    }
    return filled.toStdString();
}

}  // namespace gis
