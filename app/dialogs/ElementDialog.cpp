// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ElementDialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/panels/PlanWords.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/LayoutKinds.h"

namespace app {

namespace {

QString lastKindKey(int dimension) { return QStringLiteral("drawing/kind%1").arg(dimension); }

/// Areas and lines may stand for each other's kinds where a paper draws an axis as a band; points are nodes.
bool fits(const layers::LayoutKind& kind, int dimension) {
    static const char* const geometries[] = {"node", "line", "area"};
    return kind.geometry == geometries[std::clamp(dimension, 0, 2)];
}

}  // namespace

ElementDialog::ElementDialog(Workbench& workbench, const layers::Layer& layer, const gis::Geometry& geometry,
                             NewElementAnswer answer)
    : WorkDialog(workbench, QStringLiteral("elementDialog"), tr("New feature"), QSize(380, 10)),
      m_kind(new QComboBox(this)),
      m_name(new QLineEdit(this)),
      m_answer(std::move(answer)),
      m_hasKind(layer.table.schema().indexOf(layers::layout_field::kind) >= 0),
      m_dimension(geometry.dimension()) {
    m_kind->setObjectName(QStringLiteral("kind"));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setClearButtonEnabled(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(note(tr("Into layer “%1”").arg(text(layer.name))));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    if (m_hasKind) {
        fillKinds(m_dimension);
        form->addRow(tr("Kind"), m_kind);
    } else {
        m_kind->hide();
    }
    form->addRow(tr("Name"), m_name);
    column->addLayout(form);
    addButtons(*column, tr("Add"));
    m_name->setFocus();
}

void ElementDialog::fillKinds(int dimension) {
    const auto kinds = layers::shippedLayoutKinds();
    if (kinds)
        for (const layers::LayoutKind& kind : kinds->kinds)
            if (fits(kind, dimension)) m_kind->addItem(PlanWords::elementKind(kind.kind), text(kind.kind));
    m_kind->addItem(tr("no kind"), QString());
    const QVariant last = QSettings().value(lastKindKey(dimension));
    m_kind->setCurrentIndex(last.isValid() ? std::max(0, m_kind->findData(last)) : 0);
}

void ElementDialog::done(int result) {
    const NewElementAnswer answer = std::exchange(m_answer, {});
    const std::string kind = m_hasKind ? m_kind->currentData().toString().toStdString() : std::string();
    WorkDialog::done(result);
    if (!answer) return;
    if (result != QDialog::Accepted) return answer(std::nullopt);
    if (m_hasKind) QSettings().setValue(lastKindKey(m_dimension), text(kind));
    answer(NewElement{kind, m_name->text().trimmed().toStdString()});
}

}  // namespace app
