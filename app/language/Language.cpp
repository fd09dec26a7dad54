// SPDX-License-Identifier: Apache-2.0
#include "app/language/Language.h"

#include <QCoreApplication>
#include <QTranslator>
#include <cstdlib>

#include "gis/base/Resources.h"

namespace app {

std::string languageOf(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--lang" && i + 1 < arguments.size()) return arguments[i + 1];
        if (arguments[i].rfind("--lang=", 0) == 0) return arguments[i].substr(7);
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        const std::string locale = value;
        const bool neutral = locale == "POSIX" || locale == "C" || locale.rfind("C.", 0) == 0;
        return neutral || locale.rfind("zh", 0) == 0 ? "zh_CN" : "en";
    }
    return "zh_CN";
}

void installLanguage(const std::string& language) {
    if (language == "en") return;  // the source language
    auto* translator = new QTranslator(QCoreApplication::instance());
    const QString name = QStringLiteral("tuce_") + QString::fromStdString(language);
    for (const std::string& folder : gis::translationFolders())
        if (translator->load(name, QString::fromStdString(folder))) break;
    QCoreApplication::installTranslator(translator);
}

}  // namespace app
