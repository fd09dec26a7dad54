// SPDX-License-Identifier: Apache-2.0
#include "app/theme/Theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QPixmapCache>
#include <QSettings>
#include <QStyleFactory>

#include "gis/base/Resources.h"

namespace app {

namespace {

ThemeColours lightColours() {
    ThemeColours c;
    c.window = QColor(0xf5, 0xf6, 0xf8);
    c.panel = QColor(0xff, 0xff, 0xff);
    c.line = QColor(0xe1, 0xe4, 0xea);
    c.hover = QColor(0xeb, 0xee, 0xf3);
    c.text = QColor(0x1c, 0x23, 0x30);
    c.muted = QColor(0x5f, 0x69, 0x7b);
    c.accent = QColor(0x1f, 0x5f, 0xd6);
    c.accentSoft = QColor(0xe3, 0xec, 0xfc);
    c.onAccent = QColor(0xff, 0xff, 0xff);
    c.conflict = QColor(0xc4, 0x23, 0x1a);
    c.conflictSoft = QColor(0xfd, 0xe9, 0xe7);
    c.warning = QColor(0x8a, 0x5a, 0x00);
    c.warningSoft = QColor(0xff, 0xf3, 0xd1);
    c.good = QColor(0x17, 0x73, 0x44);
    c.goodSoft = QColor(0xe2, 0xf4, 0xe9);
    c.card = QColor(0x22, 0x29, 0x36);
    c.onCard = QColor(0xf2, 0xf4, 0xf8);
    return c;
}

ThemeColours darkColours() {
    ThemeColours c;
    c.dark = true;
    c.window = QColor(0x1d, 0x21, 0x28);
    c.panel = QColor(0x24, 0x29, 0x32);
    c.line = QColor(0x38, 0x3f, 0x4b);
    c.hover = QColor(0x2f, 0x36, 0x42);
    c.text = QColor(0xe6, 0xe9, 0xef);
    c.muted = QColor(0x9d, 0xa7, 0xb8);
    c.accent = QColor(0x7d, 0xa8, 0xff);
    c.accentSoft = QColor(0x2a, 0x3a, 0x5c);
    c.onAccent = QColor(0x10, 0x16, 0x22);
    c.conflict = QColor(0xff, 0x7b, 0x70);
    c.conflictSoft = QColor(0x4c, 0x26, 0x24);
    c.warning = QColor(0xec, 0xbb, 0x5a);
    c.warningSoft = QColor(0x46, 0x39, 0x1c);
    c.good = QColor(0x63, 0xcb, 0x90);
    c.goodSoft = QColor(0x1f, 0x3e, 0x2d);
    c.card = QColor(0x10, 0x13, 0x19);
    c.onCard = QColor(0xf2, 0xf4, 0xf8);
    return c;
}

/// A deep crimson: told from the greens and reds of control lines and axes by people without red or green sense too.
const QColor conflictOnMap(0x9c, 0x00, 0x46);
const QColor informOnMap(0x5b, 0x65, 0x73);

/// What Theme::current() gives; set by the one Theme of the program.
ThemeColours& currentColours() {
    static ThemeColours colours = [] {
        ThemeColours c = lightColours();
        c.mapAccent = c.accent;
        c.mapConflict = conflictOnMap;
        c.mapInform = informOnMap;
        return c;
    }();
    return colours;
}

QPalette paletteOf(const ThemeColours& c) {
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.panel);
    palette.setColor(QPalette::AlternateBase, c.window);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Button, c.panel);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.conflict);
    palette.setColor(QPalette::Highlight, c.accentSoft);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.card);
    palette.setColor(QPalette::ToolTipText, c.onCard);
    palette.setColor(QPalette::Light, c.panel);
    palette.setColor(QPalette::Midlight, c.hover);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.line.darker(115));
    palette.setColor(QPalette::Shadow, c.dark ? QColor(0, 0, 0) : c.line.darker(140));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faded = c.muted;
        faded.setAlphaF(0.6F);
        palette.setColor(QPalette::Disabled, role, faded);
    }
    return palette;
}

QString styleSheetOf(const ThemeColours& c) {
    const auto bytes = gis::readResource("theme/window.qss");
    if (!bytes) return {};
    QString sheet = QString::fromStdString(*bytes);
    const std::pair<const char*, QColor> names[] = {
        {"@window", c.window},
        {"@panel", c.panel},
        {"@line", c.line},
        {"@hover", c.hover},
        {"@text", c.text},
        {"@muted", c.muted},
        {"@accentSoft", c.accentSoft},
        {"@accent", c.accent},
        {"@onAccent", c.onAccent},
        {"@conflictSoft", c.conflictSoft},
        {"@conflict", c.conflict},
        {"@warningSoft", c.warningSoft},
        {"@warning", c.warning},
        {"@goodSoft", c.goodSoft},
        {"@good", c.good},
        {"@onCard", c.onCard},
        {"@card", c.card},
    };
    for (const auto& [name, colour] : names) sheet.replace(QLatin1String(name), colour.name());
    sheet.replace(QLatin1String("@resources"), QString::fromStdString(gis::resourceFolder()));
    return sheet;
}

QFont applicationFont() {
    QFont font = QApplication::font();
    QStringList families;
    for (const char* name : {"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC"})
        if (QFontDatabase::hasFamily(QLatin1String(name))) families << QLatin1String(name);
    families << font.family();
    font.setFamilies(families);
    font.setPixelSize(13);
    return font;
}

}  // namespace

Theme::Theme(QApplication& application) : m_application(application) {
    m_systemDark = application.palette().color(QPalette::Window).lightness() < 128;
    const QString stored = QSettings().value(QStringLiteral("theme")).toString();
    if (stored == QLatin1String("light")) m_choice = ThemeChoice::Light;
    if (stored == QLatin1String("dark")) m_choice = ThemeChoice::Dark;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(applicationFont());
    apply();
}

void Theme::choose(ThemeChoice choice) {
    m_choice = choice;
    QSettings().setValue(QStringLiteral("theme"), choice == ThemeChoice::Light  ? QStringLiteral("light")
                                                  : choice == ThemeChoice::Dark ? QStringLiteral("dark")
                                                                                : QStringLiteral("system"));
    apply();
    Q_EMIT changed();
}

void Theme::apply() {
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemDark);
    m_colours = dark ? darkColours() : lightColours();
    m_colours.mapAccent = lightColours().accent;
    m_colours.mapConflict = conflictOnMap;
    m_colours.mapInform = informOnMap;
    currentColours() = m_colours;
    QPixmapCache::clear();
    QApplication::setPalette(paletteOf(m_colours));
    m_application.setStyleSheet(styleSheetOf(m_colours));
}

const ThemeColours& Theme::current() { return currentColours(); }

}  // namespace app
