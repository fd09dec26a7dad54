// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include "app/assembly/Assembly.h"
#include "app/language/Language.h"
#include "app/session/Session.h"
#include "app/theme/Icons.h"
#include "app/theme/Theme.h"
#include "app/window/MainWindow.h"

namespace {

/// `tuce [PROJECT] [--lang zh_CN|en]`: the project to open, empty for none.
QString projectIn(const QStringList& arguments) {
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == QLatin1String("--lang"))
            ++i;
        else if (!arguments[i].startsWith(QLatin1String("--")))
            return arguments[i];
    }
    return {};
}

void installLanguage(QApplication& application, const std::vector<std::string>& arguments) {
    const std::string language = app::languageOf(arguments);
    QLocale::setDefault(QLocale(QString::fromStdString(language)));
    // Qt's own words (buttons of dialogs) first, so that ours win.
    auto* qtWords = new QTranslator(&application);
    if (qtWords->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qtWords);
    app::installLanguage(language);
}

}  // namespace

int main(int argc, char** argv) {
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tuce"));
    QCoreApplication::setOrganizationName(QStringLiteral("tuce"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TUCE_VERSION));
    installLanguage(application, std::vector<std::string>(argv + 1, argv + argc));
    QGuiApplication::setApplicationDisplayName({});  // the window's title says it
    QApplication::setWindowIcon(app::icon(QStringLiteral("axis")));
    app::Theme theme(application);
    app::Session session;
    app::MainWindow window(session, theme);
    app::assemble(window);
    window.finish();
    window.show();
    const QString project = projectIn(QCoreApplication::arguments());
    if (!project.isEmpty()) session.open(project);
    return QApplication::exec();
}
