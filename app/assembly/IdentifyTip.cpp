// SPDX-License-Identifier: Apache-2.0
#include "app/assembly/IdentifyTip.h"

#include <QHelpEvent>
#include <QStringList>
#include <QToolTip>
#include <algorithm>

#include "app/panels/PlanWords.h"
#include "app/session/Session.h"
#include "app/window/MapController.h"
#include "layers/plan/LayoutElement.h"

namespace app {

namespace {

constexpr std::size_t mostFeatures = 4;

QString kindOf(const layers::Layer& layer, const gis::Feature& feature) {
    if (layer.kind != layers::LayerKind::Layout) return {};
    const auto field = layer.table.schema().indexOf(layers::layout_field::kind);
    if (field < 0) return {};
    const std::string word = gis::toText(feature.attribute(field));
    return word.empty() ? QString() : PlanWords::elementKind(word);
}

}  // namespace

IdentifyTip::IdentifyTip(Workbench& bench) : QObject(&bench.window), m_bench(bench) {
    bench.map.canvas().installEventFilter(this);
}

QString IdentifyTip::textAt(QPointF pixel) const {
    if (!m_bench.session.hasProject()) return {};
    const auto plan = m_bench.session.snapshot();
    const auto hits = m_bench.map.featuresUnder(pixel);
    QStringList rows;
    for (std::size_t i = 0; i < std::min(hits.size(), mostFeatures); ++i) {
        const layers::LayerPtr layer = plan->layer(hits[i].layer);
        const gis::Feature* feature = layer ? layer->table.find(hits[i].feature) : nullptr;
        if (feature == nullptr) continue;
        QString name = text(layer->featureName(*feature));
        if (name.isEmpty()) name = tr("Feature %1").arg(gis::number(feature->id()));
        QStringList facts{kindOf(*layer, *feature), text(layer->name)};
        const auto links = plan->linksOf(layer->id, feature->id());
        if (!links.empty()) facts << tr("%n clause(s)", nullptr, static_cast<int>(links.size()));
        facts.removeAll(QString());
        rows << QStringLiteral("<b>%1</b><br>%2").arg(name.toHtmlEscaped(), facts.join(u" · ").toHtmlEscaped());
    }
    if (rows.isEmpty()) return {};
    if (hits.size() > mostFeatures)
        rows << tr("and %n more", nullptr, static_cast<int>(hits.size() - mostFeatures)).toHtmlEscaped();
    return QStringLiteral("<p style='white-space:pre'>%1</p>")
        .arg(rows.join(QStringLiteral("</p><p style='white-space:pre'>")));
}

bool IdentifyTip::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QObject::eventFilter(watched, event);
    const MapCanvas& canvas = m_bench.map.canvas();
    if (canvas.tool() != nullptr && canvas.tool()->isBusy()) return true;
    const auto* help = static_cast<const QHelpEvent*>(event);
    const QString told = textAt(help->pos());
    // The tip stays while the mouse stays on what it tells of.
    if (told.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), told, const_cast<MapCanvas*>(&canvas),
                           QRect(help->pos(), QSize(1, 1)).adjusted(-3, -3, 3, 3));
    return true;
}

}  // namespace app
