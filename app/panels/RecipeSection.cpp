// SPDX-License-Identifier: Apache-2.0
#include "app/panels/RecipeSection.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panels/PlanWords.h"
#include "app/session/Quantities.h"
#include "app/session/Session.h"
#include "app/window/ActionRegistry.h"
#include "layers/project/PresentTime.h"
#include "layers/project/PresentUser.h"
#include "layers/scheme/AsNamed.h"
#include "layers/scheme/ElementChange.h"
#include "layers/scheme/ElementRebuild.h"
#include "layers/scheme/LayoutRecipe.h"

namespace app {

RecipeSection::RecipeSection(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_workbench(workbench),
      m_state(new QLabel(this)),
      m_words(new QLabel(this)),
      m_why(new QLabel(this)),
      m_decision(new QLabel(this)),
      m_back(new QPushButton(tr("As the document names it"), this)),
      m_kept(new QWidget(this)),
      m_keptWords(new QLabel(m_kept)) {
    setObjectName(QStringLiteral("recipeSection"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(tr("Built from a scheme"), this);
    title->setProperty("section", true);
    m_state->setObjectName(QStringLiteral("recipeState"));
    head->addWidget(title, 1);
    head->addWidget(m_state);
    column->addLayout(head);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setProperty("muted", true);
    column->addWidget(m_words);
    m_why->setObjectName(QStringLiteral("recipeWhy"));
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::PlainText);
    m_why->hide();
    column->addWidget(m_why);
    m_decision->setObjectName(QStringLiteral("recipeDecision"));
    m_decision->setWordWrap(true);
    m_decision->setTextFormat(Qt::PlainText);
    column->addWidget(m_decision);
    m_back->setObjectName(QStringLiteral("recipeBack"));
    m_back->setAutoDefault(false);
    connect(m_back, &QPushButton::clicked, this, &RecipeSection::takeBack);
    auto* back = new QHBoxLayout;
    back->addWidget(m_back);
    back->addStretch(1);
    column->addLayout(back);
    column->addWidget(makeKept());
    auto* row = new QGridLayout;  // three in a row are wider than the panel, and nothing in it may be cut
    row->setSpacing(8);
    row->setColumnStretch(2, 1);
    int place = 0;
    for (const auto& [label, action] :
         {std::pair{tr("Edit element…"), "scheme.rebuild"}, std::pair{tr("Detach"), "scheme.detach"}}) {
        auto* button = new QPushButton(label, this);
        button->setObjectName(QLatin1String(action));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this,
                [this, action = action] { m_workbench.actions.trigger(QLatin1String(action)); });
        row->addWidget(button, place / 2, place % 2, Qt::AlignLeft);
        ++place;
    }
    column->addLayout(row);
    Session& session = m_workbench.session;
    connect(&session.selection(), &Selection::featuresChanged, this, &RecipeSection::refresh);
    connect(&session, &Session::planChanged, this, &RecipeSection::refresh);
    connect(&session, &Session::projectChanged, this, &RecipeSection::refresh);
    refresh();
}

QWidget* RecipeSection::makeKept() {
    m_kept->setObjectName(QStringLiteral("keptShape"));
    auto* row = new QHBoxLayout(m_kept);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_keptWords->setObjectName(QStringLiteral("keptWords"));
    m_keptWords->setWordWrap(true);
    m_keptWords->setTextFormat(Qt::PlainText);
    auto* take = new QPushButton(tr("Take it back"), m_kept);
    take->setObjectName(QStringLiteral("takeHandShape"));
    take->setAutoDefault(false);
    take->setToolTip(tr("Gives the element the shape again that was made by hand; one step to undo"));
    row->addWidget(m_keptWords, 1);
    row->addWidget(take);
    connect(take, &QPushButton::clicked, this, &RecipeSection::takeHandShape);
    return m_kept;
}

void RecipeSection::showKept(const layers::LayoutRecipe& recipe) {
    m_kept->setVisible(recipe.hand.has_value());
    if (!recipe.hand) return;
    const QDateTime when = QDateTime::fromString(text(recipe.hand->when), Qt::ISODate).toLocalTime();
    QStringList about{text(recipe.hand->who), when.toString(QStringLiteral("yyyy-MM-dd HH:mm"))};
    about.removeAll(QString());
    m_keptWords->setText(about.isEmpty() ? tr("The shape made by hand is kept.")
                                         : tr("The shape made by hand is kept (%1).").arg(about.join(u' ')));
}

void RecipeSection::takeHandShape() {
    const FeatureSet picked = m_workbench.session.selection().features();
    if (picked.features.size() != 1) return;
    m_workbench.session.perform(layers::handShapeBack(m_workbench.session.snapshot(), picked.layer,
                                                      picked.features.front(),
                                                      {layers::presentUser(), layers::presentTime(), {}}));
}

void RecipeSection::refresh() {
    const FeatureSet& picked = m_workbench.session.selection().features();
    const auto plan = m_workbench.session.snapshot();
    const auto layer = plan ? plan->layer(picked.layer) : nullptr;
    const gis::Feature* feature =
        layer && picked.features.size() == 1 ? layer->table.find(picked.features.front()) : nullptr;
    const auto recipe = feature != nullptr ? layers::recipeOf(*layer, *feature) : std::nullopt;
    setVisible(recipe.has_value());
    m_job.cancel();
    m_backJob.cancel();
    if (!recipe) return;
    const bool isHandEdited = layers::isHandEdited(*recipe, *feature);
    showState({picked.layer, feature->id(), recipe->element.id, isHandEdited, false, {}});
    showDecision(*recipe, isHandEdited || layers::mayHoldHandEdits(*plan, recipe->element.id));
    showKept(*recipe);
    compare(picked);
    QStringList parts{text(recipe->element.name)};
    if (!recipe->carriers.empty()) {
        QStringList carriers;
        for (const std::string& carrier : recipe->carriers) {
            const bool isInferred = std::ranges::find(recipe->inferred, carrier) != recipe->inferred.end();
            carriers << (isInferred ? tr("%1 (inferred from lines of other names)").arg(text(carrier)) : text(carrier));
        }
        parts << tr("along %1").arg(carriers.join(QStringLiteral("、")));
    }
    if (const auto width = recipe->parameters.find("width_km"); width != recipe->parameters.end())
        parts << tr("%1 km wide").arg(grouped(width->second, 1));
    if (const auto radius = recipe->parameters.find("radius_km"); radius != recipe->parameters.end())
        parts << tr("radius %1 km").arg(grouped(radius->second, 1));
    if (!recipe->element.members.empty()) parts << tr("%1 members").arg(recipe->element.members.size());
    m_words->setText(parts.join(QStringLiteral(" · ")));
}

void RecipeSection::showState(const layers::BuiltState& state) {
    const bool warns = state.isHandEdited || state.isOutdated;
    m_state->setText(state.isOutdated && state.isHandEdited ? tr("changed by hand, to be rebuilt")
                     : state.isOutdated                     ? tr("to be rebuilt")
                     : state.isHandEdited                   ? tr("changed by hand")
                                                            : tr("as built"));
    m_state->setProperty("warningTag", warns);
    m_state->setProperty("tag", !warns);
    m_state->style()->unpolish(m_state);  // the properties choose its look
    m_state->style()->polish(m_state);
    m_why->setText(text(gis::translated(state.why)));
    m_why->setVisible(state.isOutdated);
}

void RecipeSection::showDecision(const layers::LayoutRecipe& recipe, bool isHandEdited) {
    QStringList parts;
    if (const std::string differs = layers::differencesText(recipe.element); !differs.empty())
        parts << tr("Differs from the document: %1").arg(text(differs));
    if (!recipe.element.decidedBy.empty()) parts << tr("Decided by %1").arg(text(recipe.element.decidedBy));
    m_decision->setText(parts.join(QStringLiteral(" · ")));
    m_decision->setVisible(!parts.isEmpty());
    m_back->setVisible(recipe.element.asNamed.has_value());
    m_back->setEnabled(!isHandEdited);
    m_back->setToolTip(
        isHandEdited ? tr("The shape was changed by hand. Edit the element to have it replaced.")
                     : tr("Builds it again with the members, carriers and measures of the document; one step to undo"));
}

void RecipeSection::takeBack() {
    const FeatureSet picked = m_workbench.session.selection().features();
    const auto plan = m_workbench.session.snapshot();
    m_back->setEnabled(false);
    m_backJob.start(
        this,
        [plan, picked](const gis::JobControl& control) -> gis::Result<layers::ChangeSet> {
            const auto layer = plan->layer(picked.layer);
            const gis::Feature* feature = layer ? layer->table.find(picked.features.front()) : nullptr;
            const auto recipe = feature != nullptr ? layers::recipeOf(*layer, *feature) : std::nullopt;
            if (!recipe) return gis::canceled();
            TUCE_TRY(element, layers::asThePaperNames(recipe->element));
            TUCE_TRY(style, layers::shippedStyle("layout"));
            gis::Warnings told;  // of a shape that the paper's own words make; the editor tells them
            return layers::rebuiltAs(plan, picked.layer, feature->id(), element,
                                     {layers::presentUser(), layers::presentTime(), style}, told, control);
        },
        [this](gis::Result<layers::ChangeSet> change) {
            m_back->setEnabled(true);
            if (!change) return m_workbench.session.messages().error(change.error());
            m_workbench.session.perform(*change);
        });
}

/// Whether it would come out the same on the ground as it is now; a worker tells.
void RecipeSection::compare(const FeatureSet& feature) {
    m_job.start(
        this,
        [plan = m_workbench.session.snapshot(), feature](const gis::JobControl& control) {
            return layers::builtState(*plan, feature.layer, feature.features.front(), control);
        },
        [this](gis::Result<std::optional<layers::BuiltState>> state) {
            if (state && *state) showState(**state);
        });
}

}  // namespace app
