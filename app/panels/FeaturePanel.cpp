// SPDX-License-Identifier: Apache-2.0
#include "app/panels/FeaturePanel.h"

#include <QFrame>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/panels/AttributesSection.h"
#include "app/panels/BasisSection.h"
#include "app/panels/ConflictsSection.h"
#include "app/panels/ElementSection.h"
#include "app/panels/PanelBody.h"
#include "app/panels/PlanWords.h"
#include "app/panels/RecipeSection.h"
#include "app/session/Quantities.h"
#include "app/session/Session.h"
#include "app/window/MapController.h"
#include "layers/plan/LayoutElement.h"

namespace app {

namespace {

QFrame* ruler(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setProperty("ruler", true);
    return line;
}

}  // namespace

FeaturePanel::FeaturePanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_workbench(workbench),
      m_name(new QLabel),
      m_kind(new QLabel),
      m_size(new QLabel),
      m_basis(new BasisSection(workbench)),
      m_content(new QWidget) {
    m_name->setProperty("heading", true);
    m_name->setWordWrap(true);
    m_kind->setProperty("muted", true);
    m_kind->setWordWrap(true);
    m_size->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_size->setWordWrap(true);
    auto* sections = new QVBoxLayout(m_content);
    sections->setContentsMargins(12, 8, 12, 12);
    sections->setSpacing(8);
    sections->addWidget(m_name);
    sections->addWidget(m_kind);
    sections->addWidget(m_size);
    sections->addWidget(ruler(m_content));
    sections->addWidget(new ConflictsSection(workbench, m_content));
    m_stored = new QWidget(m_content);
    auto* stored = new QVBoxLayout(m_stored);
    stored->setContentsMargins(0, 0, 0, 0);
    stored->setSpacing(8);
    stored->addWidget(ruler(m_stored));
    stored->addWidget(m_basis);
    stored->addWidget(ruler(m_stored));
    stored->addWidget(new RecipeSection(workbench, m_stored));
    stored->addWidget(new ElementSection(workbench, m_stored));
    auto* title = new QLabel(tr("Attributes"), m_stored);
    title->setProperty("section", true);
    stored->addWidget(title);
    stored->addWidget(new AttributesSection(workbench, m_stored));
    sections->addWidget(m_stored);
    sections->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body = new PanelBody(scroll, this);
    m_body->emptyState().setTexts(
        tr("Nothing is selected. Click a feature on the map to see its size, its conflicts and its clauses."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_body);
    Session& session = m_workbench.session;
    connect(&session.selection(), &Selection::featuresChanged, this, &FeaturePanel::refresh);
    connect(&session, &Session::planChanged, this, &FeaturePanel::refresh);
    connect(&session, &Session::projectChanged, this, &FeaturePanel::refresh);
    connect(&session.live(), &LiveConflicts::changed, this, &FeaturePanel::followLive);
    connect(&m_workbench.map, &MapController::selectionTextChanged, this, &FeaturePanel::refreshSize);
    refresh();
}

void FeaturePanel::refresh() {
    const FeatureSet& picked = m_workbench.session.selection().features();
    const LiveConflicts& live = m_workbench.session.live();
    const auto snapshot = m_workbench.session.snapshot();
    const bool drawing = live.isDrawing();  // in no layer yet, but its numbers are wanted already
    const auto layer = snapshot ? snapshot->layer(drawing ? live.gestureLayer() : picked.layer) : nullptr;
    m_body->showEmpty(!layer || (picked.isEmpty() && !drawing));
    m_stored->setVisible(!drawing);
    if (!layer || drawing || picked.isEmpty()) {
        m_name->setText(tr("New feature"));
        m_kind->setText(layer ? tr("being drawn · %1").arg(text(layer->name)) : QString());
    } else if (picked.features.size() > 1) {
        m_name->setText(tr("%1 features selected").arg(picked.features.size()));
        m_kind->setText(text(layer->name));
    } else if (const gis::Feature* feature = layer->table.find(picked.features.front())) {
        const QString name = text(layer->featureName(*feature));
        m_name->setText(name.isEmpty() ? tr("Feature %1").arg(gis::number(feature->id())) : name);
        const int kind = layer->table.schema().indexOf(layers::layout_field::kind);
        const QString kindText = PlanWords::elementKind(gis::toText(feature->attribute(kind)));
        m_kind->setText(kindText.isEmpty() ? text(layer->name) : kindText + QStringLiteral(" · ") + text(layer->name));
    }
    refreshSize();
}

void FeaturePanel::followLive() {
    const bool drawing = m_workbench.session.live().isDrawing();
    if (drawing == m_drawing) return refreshSize();
    m_drawing = drawing;
    refresh();
}

void FeaturePanel::refreshSize() {
    const LiveConflicts& live = m_workbench.session.live();
    QString size = live.isGesture() ? live.problem() : m_workbench.map.selectionText();
    if (const auto answer = live.isGesture() ? live.answer() : nullptr) {
        if (answer->areaSquareMetres)
            size = hectaresText(*answer->areaSquareMetres) + QStringLiteral("  ") + muText(*answer->areaSquareMetres);
        else if (answer->lengthMetres)
            size = lengthText(*answer->lengthMetres);
    }
    if (!live.isGesture() && !m_workbench.map.statedText().isEmpty()) size += u'\n' + m_workbench.map.statedText();
    m_size->setText(size);
    m_size->setVisible(!size.isEmpty());
}

}  // namespace app
