// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/BookmarksDialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "app/session/Session.h"
#include "app/theme/Theme.h"
#include "app/window/MapController.h"
#include "layers/edit/BookmarkEdit.h"

namespace app {

namespace {

constexpr int nameRole = Qt::UserRole;

gis::Result<std::vector<layers::Bookmark>> readIn(const Session& session) {
    if (!session.hasProject()) return std::vector<layers::Bookmark>();
    return layers::bookmarksOf(*session.snapshot());
}

std::vector<layers::Bookmark> bookmarksIn(const Session& session) {
    return readIn(session).value_or(std::vector<layers::Bookmark>());
}

}  // namespace

BookmarksDialog::BookmarksDialog(Workbench& workbench)
    : WorkDialog(workbench, QStringLiteral("bookmarksDialog"), tr("Bookmarks"), QSize(320, 380)),
      m_list(new QListWidget(this)),
      m_hint(note()),
      m_add(new QPushButton(tr("Mark this view"), this)),
      m_remove(new QPushButton(this)) {
    m_list->setObjectName(QStringLiteral("bookmarks"));
    m_list->setAccessibleName(windowTitle());
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_add->setObjectName(QStringLiteral("add"));
    m_remove->setObjectName(QStringLiteral("remove"));
    m_add->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addStretch(1);
    row->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint);
    column->addLayout(row);
    connect(m_add, &QPushButton::clicked, this, &BookmarksDialog::addPresentView);
    connect(m_remove, &QPushButton::clicked, this, &BookmarksDialog::removeChosen);
    connect(new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
            this, &BookmarksDialog::removeChosen);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { goTo(m_list->row(item)); });
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { goTo(m_list->row(item)); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int at) { m_remove->setEnabled(at >= 0); });
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        // Later, for the list is filled anew, which would take the editor's item from under it.
        if (!m_filling) QTimer::singleShot(0, this, [this, row = m_list->row(item)] { rename(row); });
    });
    connect(&session(), &Session::planChanged, this, &BookmarksDialog::refresh);
    connect(&session(), &Session::projectChanged, this, &BookmarksDialog::refresh);
    refresh();
}

void BookmarksDialog::refresh() {
    const auto present = readIn(session());
    m_filling = true;
    const int row = m_list->currentRow();
    m_list->clear();
    for (const layers::Bookmark& one : present.value_or(std::vector<layers::Bookmark>())) {
        auto* item = new QListWidgetItem(QString::fromStdString(one.name), m_list);
        item->setData(nameRole, item->text());
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_filling = false;
    m_add->setEnabled(session().hasProject() && present.has_value());
    m_remove->setText(present ? tr("Delete") : tr("Delete all"));
    m_remove->setEnabled(!present || m_list->currentRow() >= 0);
    m_hint->setText(!present               ? QString::fromStdString(gis::describe(present.error()))
                    : m_list->count() == 0 ? tr("Nothing is marked yet. Move the map to a place and mark it.")
                                           : tr("Click to go there; F2 renames."));
}

void BookmarksDialog::addPresentView() {
    if (!session().hasProject()) return;
    const MapView& view = m_workbench.map.canvas().view();
    const auto present = bookmarksIn(session());
    QString name;
    for (int number = static_cast<int>(present.size()) + 1; name.isEmpty(); ++number) {
        const QString one = tr("Place %1").arg(number);
        if (std::ranges::none_of(present, [&](const layers::Bookmark& b) { return b.name == one.toStdString(); }))
            name = one;
    }
    const std::string code = view.crs.code().empty() ? session().snapshot()->info.crsCode : view.crs.code();
    if (!session().perform(layers::addBookmark(*session().snapshot(), {name.toStdString(), code, view.extent()})))
        return;
    m_list->setCurrentRow(m_list->count() - 1);
    if (m_list->currentItem() != nullptr) m_list->editItem(m_list->currentItem());
}

void BookmarksDialog::goTo(int row) {
    const auto present = bookmarksIn(session());
    if (row < 0 || row >= static_cast<int>(present.size())) return;
    const layers::Bookmark& one = present[static_cast<std::size_t>(row)];
    const auto crs = gis::CoordinateReferenceSystem::fromCode(one.crsCode);
    if (!crs) return session().messages().error(crs.error());
    m_workbench.map.zoomToExtent(one.extent, *crs, 0);
}

void BookmarksDialog::rename(int row) {
    const QListWidgetItem* item = m_list->item(row);
    if (item == nullptr) return;
    const QString from = item->data(nameRole).toString();
    const QString to = item->text().trimmed();
    if (!session().perform(layers::renameBookmark(*session().snapshot(), from.toStdString(), to.toStdString())))
        refresh();
}

void BookmarksDialog::removeChosen() {
    if (!readIn(session())) {
        session().perform(layers::dropBookmarks(*session().snapshot()));
    } else if (const QListWidgetItem* item = m_list->currentItem()) {
        session().perform(layers::removeBookmark(*session().snapshot(), item->data(nameRole).toString().toStdString()));
    }
}

}  // namespace app
