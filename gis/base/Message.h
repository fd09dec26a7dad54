// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace gis {

/// Words for people that are translated where they are shown, not where they arise.
/// `source` is the English text with %1, %2 … in the place of `arguments`; an empty source means "nothing to say".
struct Message {
    const char* context = "";
    const char* source = "";
    std::vector<std::string> arguments;

    bool empty() const { return *source == '\0'; }
    bool operator==(const Message&) const;
};

/// Makes a Message. Context and source must be literals at the call: translations/update finds them by its text.
Message message(const char* context, const char* source, std::vector<std::string> arguments = {});

/// The message in the language of the installed translators, UTF-8. Any thread.
std::string translated(const Message& text);

}  // namespace gis
