// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <vector>

namespace app {

/// Work that was not saved when the program ended: a draft (a project that never got a name) or a named project whose
/// journal holds changes.
struct RecoveryOffer {
    QString path;   ///< of the project file; its journal lies beside it
    QString title;  ///< file name without ending; empty for a draft
    QDateTime changedAt;
    bool isDraft = false;
};

/// Where projects without a name live, so that the journal guards them too: one file each in the user's data folder.
/// A draft is locked by the process that has it open.
class Drafts {
public:
    static QString folder();
    /// A path that does not exist yet.
    static QString newPath();
    static bool isDraft(const QString& path);
    /// The lock of whoever has a project open. Not beside the project: nothing is written there but by a save.
    static QString lockPath(const QString& path);
    /// Marks a draft as worth offering even with an empty journal (it was recovered and saved into its file).
    static void keep(const QString& path);
    /// Removes a draft with its journal and companions; anything outside the folder is left alone.
    static void remove(const QString& path);
    /// Drafts and journals of `known` projects that no living process has open. Drafts without work are cleared away.
    static std::vector<RecoveryOffer> offers(const QStringList& known);
};

}  // namespace app
