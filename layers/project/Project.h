// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QUndoStack>
#include <memory>

#include "layers/project/ChangeSet.h"

namespace layers {

class Journal;

/// Lives on the GUI thread (or the command line's main thread), holds the present snapshot and the undo stack, and
/// announces each ChangeSet. perform() is the one way to change the plan: journal first, then EditCommand, then the
/// new snapshot.
class Project : public QObject {
    Q_OBJECT
public:
    explicit Project(SnapshotPtr snapshot, QObject* parent = nullptr);
    ~Project() override;

    SnapshotPtr snapshot() const { return m_snapshot; }
    /// Each change is appended here and synced before it counts as done. May be null (no journal). Takes ownership.
    void setJournal(std::unique_ptr<Journal> journal);
    Journal* journal() const { return m_journal.get(); }

    /// Applies the change and puts it on the undo stack. On failure nothing has changed.
    /// `record`: Journal::recordOf(change), if a worker has made it already.
    gis::Result<void> perform(const ChangeSet& change, const std::string& record = {});
    /// One step back or forward; a new change like any other, with a new revision. Nothing happens at the end of
    /// the stack.
    gis::Result<void> undo();
    gis::Result<void> redo();
    const QUndoStack& undoStack() const { return m_stack; }
    /// Marks the given revision as the saved one.
    void setSaved(gis::Revision revision);
    bool isModified() const;

Q_SIGNALS:
    /// After the snapshot was replaced; `change` is what was done, also for undo (inverted) and redo.
    void changed(const layers::ChangeSet& change);

private:
    gis::Result<void> replace(const ChangeSet& change, const std::string& record = {});
    SnapshotPtr m_snapshot;
    QUndoStack m_stack;
    std::unique_ptr<Journal> m_journal;
    gis::Revision m_savedRevision{};
};

/// The only undo command: a translated text and a ChangeSet. It keeps what was done and does nothing itself: Project
/// replaces the snapshot before it moves the stack, because a QUndoStack cannot take a step that fails.
class EditCommand : public QUndoCommand {
public:
    explicit EditCommand(ChangeSet change);
    const ChangeSet& change() const { return m_change; }

private:
    ChangeSet m_change;
};

}  // namespace layers
