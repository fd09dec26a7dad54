// SPDX-License-Identifier: Apache-2.0
#include "app/assembly/BookmarkActions.h"

#include "app/dialogs/BookmarksDialog.h"
#include "app/session/Session.h"
#include "app/window/ActionRegistry.h"

namespace app {

using namespace Qt::StringLiterals;

namespace {

BookmarksDialog& shownDialog(Workbench& bench) {
    auto* dialog = bench.window.findChild<BookmarksDialog*>();
    if (dialog == nullptr) dialog = new BookmarksDialog(bench);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return *dialog;
}

}  // namespace

void addBookmarkActions(Workbench& bench) {
    const auto open = [&bench] { return bench.session.hasProject(); };
    bench.actions.add({u"view.bookmark"_s,
                       QT_TRANSLATE_NOOP("Actions", "&Mark this view"),
                       u"pin"_s,
                       {QKeySequence(u"Ctrl+B"_s)},
                       MenuId::View,
                       [&bench] { shownDialog(bench).addPresentView(); },
                       open,
                       {},
                       "bookmark favourite place",
                       true});
    bench.actions.add({u"view.bookmarks"_s,
                       QT_TRANSLATE_NOOP("Actions", "&Bookmarks…"),
                       u""_s,
                       {QKeySequence(u"Ctrl+Shift+B"_s)},
                       MenuId::View,
                       [&bench] { shownDialog(bench); },
                       open,
                       {},
                       "places views list"});
}

}  // namespace app
