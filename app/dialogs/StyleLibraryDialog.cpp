// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/StyleLibraryDialog.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/panels/PlanWords.h"
#include "app/panels/Swatch.h"
#include "app/session/Session.h"

namespace app {

namespace {

constexpr int groupRole = Qt::UserRole;
constexpr int styleRole = Qt::UserRole + 1;

/// What stands for a style: its symbol, or that of its first class.
QIcon pictureOf(const layers::LibraryStyle& entry) {
    const layers::Style& style = entry.style;
    const bool byClass = style.hasClasses() && !style.categories.empty();
    return swatch(byClass ? style.categories.front().symbol : style.symbol, entry.dimension);
}

}  // namespace

QString certaintyText(layers::Certainty certainty) {
    const auto words = [](const char* text) { return QCoreApplication::translate("app::StyleLibraryDialog", text); };
    switch (certainty) {
        case layers::Certainty::Low:
            return words(QT_TRANSLATE_NOOP("app::StyleLibraryDialog", "low certainty: a default of this program"));
        case layers::Certainty::Medium:
            return words(QT_TRANSLATE_NOOP("app::StyleLibraryDialog", "medium certainty: common practice"));
        case layers::Certainty::High:
            return words(QT_TRANSLATE_NOOP("app::StyleLibraryDialog", "high certainty"));
        case layers::Certainty::Unsaid:
            break;
    }
    return words(QT_TRANSLATE_NOOP("app::StyleLibraryDialog", "certainty not stated"));
}

StyleLibraryDialog::StyleLibraryDialog(Workbench& workbench, int dimension)
    : WorkDialog(workbench, QStringLiteral("styleLibrary"), tr("Style library"), QSize(420, 560)),
      m_tree(new QTreeWidget(this)) {
    m_tree->setObjectName(QStringLiteral("library"));
    m_tree->setHeaderHidden(true);
    m_tree->setColumnCount(1);
    m_tree->setIconSize(QSize(24, 16));
    m_tree->setIndentation(14);
    m_tree->setAccessibleName(tr("Styles that ship"));
    m_origin = note();
    m_origin->setObjectName(QStringLiteral("origin"));
    m_origin->setMinimumHeight(3 * fontMetrics().height());
    m_origin->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_tree, 1);
    column->addWidget(m_origin);
    m_use = addButtons(*column, tr("Use this style"));
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &StyleLibraryDialog::showOrigin);
    connect(m_tree, &QTreeWidget::itemDoubleClicked, this, [this] {
        if (current() != nullptr) accept();
    });
    connect(this, &QDialog::accepted, this, &StyleLibraryDialog::choose);
    fill(dimension);
    showOrigin();
}

void StyleLibraryDialog::fill(int dimension) {
    auto library = layers::styleLibrary();
    if (!library) return session().messages().error(library.error());
    m_groups = std::move(*library);
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        auto* top = new QTreeWidgetItem(m_tree, {text(m_groups[group].title)});
        top->setFlags(Qt::ItemIsEnabled);
        bool anyFits = false;
        for (std::size_t index = 0; index < m_groups[group].styles.size(); ++index) {
            const layers::LibraryStyle& entry = m_groups[group].styles[index];
            auto* row = new QTreeWidgetItem(top, {text(entry.title)});
            row->setIcon(0, pictureOf(entry));
            row->setData(0, groupRole, static_cast<int>(group));
            row->setData(0, styleRole, static_cast<int>(index));
            const bool fits = dimension < 0 || entry.dimension < 0 || entry.dimension == dimension;
            row->setDisabled(!fits);
            anyFits = anyFits || fits;
        }
        top->setExpanded(anyFits);
    }
}

const layers::Style* StyleLibraryDialog::current() const {
    const QTreeWidgetItem* row = m_tree->currentItem();
    if (row == nullptr || row->parent() == nullptr || row->isDisabled()) return nullptr;
    const auto group = static_cast<std::size_t>(row->data(0, groupRole).toInt());
    return &m_groups[group].styles[static_cast<std::size_t>(row->data(0, styleRole).toInt())].style;
}

void StyleLibraryDialog::showOrigin() {
    const layers::Style* style = current();
    m_use->setEnabled(style != nullptr);
    m_origin->setText(style == nullptr ? tr("Choose a style to see where it comes from. Styles for other kinds of "
                                            "features than the layer's are greyed.")
                                       : tr("Origin: %1 (%2). Version %3.")
                                             .arg(text(style->origin), certaintyText(style->certainty))
                                             .arg(style->version));
}

void StyleLibraryDialog::choose() {
    if (const layers::Style* style = current()) Q_EMIT chosen(*style);
}

}  // namespace app
