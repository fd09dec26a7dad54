// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QObject>

class QApplication;

namespace app {

/// The colours of the window. Red (`conflict`) is for conflicts alone.
struct ThemeColours {
    bool dark = false;
    QColor window;  ///< ground of bars and docks
    QColor panel;   ///< lists, tables, fields
    QColor line;    ///< separators
    QColor hover;   ///< row or button under the mouse
    QColor text;
    QColor muted;       ///< second-rank text, still 4.5:1
    QColor accent;      ///< the one accent
    QColor accentSoft;  ///< ground of what is chosen
    QColor onAccent;
    /// The accent and the conflict red on the map, whose paper is light in every theme.
    QColor mapAccent, mapConflict;
    /// What is told for information alone, on the map.
    QColor mapInform;
    QColor conflict, conflictSoft;
    QColor warning, warningSoft;
    QColor good, goodSoft;
    QColor card, onCard;  ///< the readout beside the cursor
};

enum class ThemeChoice { System, Light, Dark };

/// The look of the program: palette, fonts, style sheet. GUI thread.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QApplication& application);
    const ThemeColours& colours() const { return m_colours; }
    ThemeChoice choice() const { return m_choice; }
    /// Applies and remembers.
    void choose(ThemeChoice choice);

    /// The present colours for code that only paints; light before a Theme was made.
    static const ThemeColours& current();

Q_SIGNALS:
    void changed();

private:
    void apply();
    QApplication& m_application;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_systemDark = false;
    ThemeColours m_colours;
};

}  // namespace app
