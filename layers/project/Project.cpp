// SPDX-License-Identifier: Apache-2.0
#include "layers/project/Project.h"

#include <utility>

#include "layers/project/Journal.h"

namespace layers {

EditCommand::EditCommand(ChangeSet change)
    : QUndoCommand(QString::fromStdString(gis::translated(change.text))), m_change(std::move(change)) {}

Project::Project(SnapshotPtr snapshot, QObject* parent)
    : QObject(parent), m_snapshot(std::move(snapshot)), m_savedRevision(m_snapshot->revision) {}

Project::~Project() = default;

void Project::setJournal(std::unique_ptr<Journal> journal) { m_journal = std::move(journal); }

gis::Result<void> Project::replace(const ChangeSet& change, const std::string& record) {
    TUCE_TRY(next, applied(m_snapshot, change));
    if (m_journal) TUCE_CHECK(record.empty() ? m_journal->append(change) : m_journal->append(record));
    m_snapshot = std::move(next);
    return {};
}

gis::Result<void> Project::perform(const ChangeSet& change, const std::string& record) {
    if (change.isEmpty()) return {};
    TUCE_CHECK(replace(change, record));
    m_stack.push(new EditCommand(change));
    Q_EMIT changed(change);
    return {};
}

gis::Result<void> Project::undo() {
    if (!m_stack.canUndo()) return {};
    const auto* command = static_cast<const EditCommand*>(m_stack.command(m_stack.index() - 1));
    const ChangeSet back = command->change().inverted();
    TUCE_CHECK(replace(back));
    m_stack.undo();
    Q_EMIT changed(back);
    return {};
}

gis::Result<void> Project::redo() {
    if (!m_stack.canRedo()) return {};
    const auto* command = static_cast<const EditCommand*>(m_stack.command(m_stack.index()));
    const ChangeSet again = command->change();
    TUCE_CHECK(replace(again));
    m_stack.redo();
    Q_EMIT changed(again);
    return {};
}

void Project::setSaved(gis::Revision revision) {
    m_savedRevision = revision;
    if (revision == m_snapshot->revision)
        m_stack.setClean();
    else
        m_stack.resetClean();
}

bool Project::isModified() const { return m_snapshot->revision != m_savedRevision && !m_stack.isClean(); }

}  // namespace layers
